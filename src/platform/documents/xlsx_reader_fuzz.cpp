// Whatever bytes come as a workbook, they are read or refused: bytes as they are, and XML put where a sheet would
// stand.
#include "platform/documents/xlsx_reader.hpp"
#include "platform/documents/zip_stream.hpp"

#include <cstdlib>
#include <fstream>
#include <unistd.h>

using namespace documents;

static const std::filesystem::path place =
    std::filesystem::temp_directory_path() / ("xlsx_fuzz-" + std::to_string(::getpid()));

static void read_all(std::string_view bytes) {
    std::ofstream{place, std::ios::binary | std::ios::trunc} << bytes;
    XlsxOptions options;
    options.rows_most = 1000, options.sheet_bytes_most = options.shared_bytes_most = 1u << 20;
    try {
        XlsxReader reader{place, options};
        std::uint64_t last = 0;
        while (auto row = reader.next()) {
            if (row->number <= last || row->cells.empty()) std::abort();
            last = row->number;
            std::size_t next = 0;
            for (auto& cell : row->cells) {
                if (cell.column < next || cell.value.empty()) std::abort();
                next = cell.column + 1;
            }
        }
    } catch (const XlsxError& error) {
        if (error.text_key().empty()) std::abort();
    }
}

// One part of a workbook that is otherwise sound.
static std::string with_part(const char* name, std::string_view xml) {
    ZipStream zip{Instant{}};
    zip.add("xl/workbook.xml", R"(<workbook><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>)");
    zip.add(
        "xl/_rels/workbook.xml.rels",
        R"(<Relationships><Relationship Id="r1" Type="/worksheet" Target="sheet.xml"/><Relationship Id="r2" Type="/sharedStrings" Target="shared.xml"/><Relationship Id="r3" Type="/styles" Target="styles.xml"/></Relationships>)");
    zip.add(name, xml);
    if (name != std::string_view{"xl/sheet.xml"})
        zip.add("xl/sheet.xml", R"(<worksheet><row><c t="s"><v>0</v></c><c s="0"><v>40000</v></c></row></worksheet>)");
    zip.finish();
    return zip.take();
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    std::string_view text{reinterpret_cast<const char*>(bytes), size};
    if (text.starts_with("PK") || text.starts_with("\xD0\xCF")) read_all(text);
    else if (text.starts_with("<sst")) read_all(with_part("xl/shared.xml", text));
    else if (text.starts_with("<styleSheet")) read_all(with_part("xl/styles.xml", text));
    else read_all(with_part("xl/sheet.xml", text));
    return 0;
}
