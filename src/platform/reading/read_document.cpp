#include "platform/reading/read_document.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/docx_reader.hpp"
#include "platform/reading/html_reader.hpp"
#include "platform/reading/office_parts.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <iterator>

namespace reading {

namespace {

std::string bytes_of_file(const std::filesystem::path& path) {
    std::error_code trouble;
    auto size = std::filesystem::file_size(path, trouble);
    if (trouble || !std::filesystem::is_regular_file(path)) throw ReadingError{Fault::missing};
    if (size > document_bytes_most) throw ReadingError{Fault::too_large};
    std::ifstream in{path, std::ios::binary};
    if (!in) throw ReadingError{Fault::missing};
    return {std::istreambuf_iterator<char>{in}, {}};
}

std::string small_beginning(std::string_view bytes, std::size_t most) {
    std::string out;
    for (unsigned char c : bytes.substr(0, most)) out += char(std::tolower(c));
    return out;
}

bool is_picture(std::string_view bytes) {
    using namespace std::literals;
    for (auto mark : {"\x89PNG"sv, "\xFF\xD8\xFF"sv, "GIF8"sv, "II*\0"sv, "MM\0*"sv, "BM"sv})
        if (bytes.starts_with(mark) && (mark != "BM"sv || bytes.find('\0') < 16)) return true;
    return bytes.size() > 12 &&
           ((bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP") || bytes.substr(4, 8) == "ftypheic");
}

// Old Word, or a new one behind a password: both lie in the same kind of container.
Fault fault_of_container(std::string_view bytes) {
    static constexpr std::string_view encrypted{"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e", 31},
        word{"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t", 23};
    if (bytes.find(encrypted) != bytes.npos) return Fault::encrypted;
    return bytes.find(word) != bytes.npos ? Fault::old_word : Fault::wrong_type;
}

TextDocument read_office(const std::filesystem::path& path) {
    OfficeParts parts{path};
    if (parts.has("word/document.xml")) return read_docx(path);
    if (parts.has("word/vbaProject.bin")) throw ReadingError{Fault::macros};
    auto kind = parts.part("mimetype").value_or("");
    if (kind.starts_with("application/vnd.oasis.opendocument.text")) return read_odt(path);
    if (kind.empty() && parts.has("content.xml") && parts.has("META-INF/manifest.xml")) return read_odt(path);
    throw ReadingError{Fault::wrong_type};
}

bool is_html(std::string_view beginning) {
    for (auto mark : {"<!doctype html", "<html", "<body", "<head>", "<meta ", "<div", "<table", "<p>", "<p ", "<h1"})
        if (beginning.find(mark) != beginning.npos) {
            auto first = beginning.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
            if (first != beginning.npos && beginning[first] == '<')
                return beginning.substr(first, 2) != "<?" || beginning.find("<html") != beginning.npos ||
                       beginning.find("<!doctype html") != beginning.npos;
        }
    return false;
}

// Fields of a letter's head stand from its first line on, two of them known.
bool is_mail(std::string_view bytes) {
    static constexpr std::array<std::string_view, 13> known = {
        "from",        "to",           "date",         "subject",  "mime-version", "message-id", "received",
        "return-path", "delivered-to", "content-type", "reply-to", "cc",           "in-reply-to"};
    int fields = 0;
    bool typed = false;
    if (bytes.starts_with("From ")) bytes.remove_prefix(std::min(bytes.find('\n') + 1, bytes.size()));
    for (int lines = 0; lines < 60 && !bytes.empty(); ++lines) {
        auto end = std::min(bytes.find('\n'), bytes.size());
        auto line = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        if (text::trimmed(line).empty()) break;
        if (line.front() == ' ' || line.front() == '\t') continue;
        auto colon = line.find(':');
        if (colon == line.npos || colon > 60 || line.substr(0, colon).find(' ') != line.npos) return false;
        auto name = small_beginning(line, colon);
        fields += std::ranges::find(known, name) != known.end();
        typed = typed || name == "mime-version" || name == "message-id" || name == "from" || name == "received";
    }
    return fields >= 2 && typed;
}

bool is_markdown(std::string_view text) {
    int signs = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        auto end = std::min(text.find('\n', at), text.size());
        auto line = text::trimmed(text.substr(at, end - at));
        auto hashes = line.find_first_not_of('#');
        if (hashes != line.npos && hashes > 0 && hashes < 7 && line[hashes] == ' ') ++signs;
        if (line.starts_with('|') && line.find("--") != line.npos && line.find_first_not_of("|-: ") == line.npos)
            ++signs;
        if (line.starts_with("- [x] ") || line.starts_with("- [ ] ") || line.starts_with("* **") ||
            line.starts_with("- **"))
            ++signs;
        at = end + 1;
    }
    return signs >= 2;
}

TextDocument read_text(const std::filesystem::path& path, std::string_view bytes) {
    bool marked = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    if (!marked && bytes.find('\0') != bytes.npos) throw ReadingError{Fault::wrong_type};
    auto beginning =
        small_beginning(marked ? decoded(bytes.substr(0, 4096)) : std::string{bytes.substr(0, 4096)}, 4096);
    if (beginning.starts_with("{\\rtf")) throw ReadingError{Fault::wrong_type};
    if (is_mail(bytes)) return read_mail(bytes);
    if (is_html(beginning)) return read_html(bytes);
    if (beginning.starts_with("<?xml")) {
        if (beginning.find("<!entity") != beginning.npos) throw ReadingError{Fault::with_doctype};
        throw ReadingError{Fault::wrong_type};
    }
    auto ending = path.extension();
    if (ending == ".md" || ending == ".markdown" || is_markdown(bytes)) return read_markdown(bytes);
    return read_plain_text(bytes);
}

}

TextDocument read_document(const std::filesystem::path& path) {
    auto bytes = bytes_of_file(path);
    if (bytes.find_first_not_of(" \t\r\n") == bytes.npos) throw ReadingError{Fault::empty};
    if (bytes.starts_with("%PDF-") || std::string_view{bytes}.substr(0, 1024).find("\n%PDF-") != std::string_view::npos)
        return read_pdf(path);
    if (bytes.starts_with("PK\3\4") || bytes.starts_with("PK\5\6")) return read_office(path);
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) throw ReadingError{fault_of_container(bytes)};
    if (is_picture(bytes)) throw ReadingError{Fault::picture};
    return read_text(path, bytes);
}

}
