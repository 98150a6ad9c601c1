// Whatever bytes come as a document, they are read or refused: as they are, and as the text of a Word, OpenDocument,
// Markdown and mail reader.
#include "platform/documents/zip_stream.hpp"
#include "platform/reading/html_reader.hpp"
#include "platform/reading/read_document.hpp"

#include <cstdlib>
#include <fstream>
#include <unistd.h>

static void read_file(std::string_view bytes) {
    static const auto place = std::filesystem::temp_directory_path() / ("reading_fuzz-" + std::to_string(::getpid()));
    std::ofstream{place, std::ios::binary | std::ios::trunc} << bytes;
    try {
        for (auto& line : reading::read_document(place).lines)
            if (line.text.size() > (4u << 20)) std::abort();
    } catch (const reading::ReadingError& error) {
        if (reading::text_key(error.fault).empty()) std::abort();
    }
}

static std::string office(const char* name, std::string_view xml) {
    documents::ZipStream zip{Instant{}};
    if (std::string_view{name} == "content.xml") zip.add("mimetype", "application/vnd.oasis.opendocument.text");
    zip.add(name, xml);
    zip.finish();
    return zip.take();
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    std::string_view text{reinterpret_cast<const char*>(bytes), size};
    if (text.starts_with("%PDF")) return 0;    // another program's
    read_file(text);
    if (text.starts_with("<")) read_file(office("word/document.xml", text)), read_file(office("content.xml", text));
    for (auto read : {reading::read_plain_text, reading::read_markdown, reading::read_html, reading::read_mail}) try {
            read(text);
        } catch (const reading::ReadingError&) {}
    return 0;
}
