// A small table of our own: what is not in it is refused.
#include "platform/files/file_type.hpp"

#include "platform/base/utf8.hpp"
#include "platform/files/stored_file.hpp"

#include <algorithm>

namespace files {

namespace {

constexpr FileType types[] = {
    {"pdf", "application/pdf", ".pdf"},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"},
    {"odt", "application/vnd.oasis.opendocument.text", ".odt"},
    {"ods", "application/vnd.oasis.opendocument.spreadsheet", ".ods"},
    {"png", "image/png", ".png"},
    {"jpeg", "image/jpeg", ".jpg;.jpeg"},
    {"gif", "image/gif", ".gif"},
    {"webp", "image/webp", ".webp"},
    {"text", "text/plain; charset=utf-8", ".txt"},
    {"csv", "text/csv; charset=utf-8", ".csv"},
};

constexpr std::size_t head_looked_at = 4096, part_most = 1 << 20, text_piece = 64 * 1024;

using std::string_view_literals::operator""sv;

Look refused(const char* why) { return {nullptr, why}; }

std::string small(std::string_view text) {
    std::string lower{text};
    for (auto& letter : lower)
        if (letter >= 'A' && letter <= 'Z') letter = char(letter - 'A' + 'a');
    return lower;
}

bool has_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [&](auto word) { return text.find(word) != text.npos; });
}
bool begins_with_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [&](auto word) { return text.starts_with(word); });
}
bool ends_with_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [&](auto word) { return text.ends_with(word); });
}

// What browsers would run, if they were told or guessed that it is a page.
bool has_markup(std::string_view head) {
    return has_one_of(small(head), {"<script", "<html", "<svg", "<!doctype", "<iframe", "<?php", "<object", "<embed"});
}

bool begins_as_markup(std::string_view head) {
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    auto first = head.find_first_not_of(" \t\r\n\f");
    if (first == head.npos || head[first] != '<' || first + 1 == head.size()) return false;
    auto next = head[first + 1];
    return next == '!' || next == '?' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
}

Look agreeing(std::string_view code, std::string_view ending) {
    auto type = file_type(code);
    auto endings = std::string{type->endings} + ";";
    bool agrees = ending.empty() || endings.find(std::string{ending} + ";") != endings.npos;
    return agrees ? Look{type, {}} : refused("files.refused.name");
}

// Of Windows, Linux, macOS, Java and browsers.  A text may begin with MZ too, but holds no zero bytes.
bool is_program(std::string_view head) {
    if (head.starts_with("MZ")) return head.find('\0') != head.npos;
    return begins_with_one_of(head, {"\x7f"
                                     "ELF"sv,
                                     "\xFE\xED\xFA\xCE"sv, "\xFE\xED\xFA\xCF"sv, "\xCE\xFA\xED\xFE"sv,
                                     "\xCF\xFA\xED\xFE"sv, "\xCA\xFE\xBA\xBE"sv, "\0asm"sv});
}

// --- PDF and pictures ------------------------------------------------------------------------------------------------

// A document that ends as a ZIP file or begins like a page is read as two things by two programs.
Look single(const Content& content, std::string_view head, std::string_view code, std::string_view ending) {
    if (ends_as_zip(content) || has_markup(head.substr(0, 1024))) return refused("files.refused.hidden");
    return agreeing(code, ending);
}

Look pdf(const Content& content, std::string_view head, std::string_view ending) {
    auto look = std::min<std::uint64_t>(content.size, 2048);
    auto tail = content.read(content.size - look, std::size_t(look));
    if (tail.find("%%EOF") == tail.npos) return refused("files.refused.damaged");
    return single(content, head, "pdf", ending);
}

// --- office files ----------------------------------------------------------------------------------------------------

bool runs_by_itself(std::string_view name) {
    return ends_with_one_of(name,
                            {".exe", ".dll", ".scr", ".com", ".bat", ".cmd", ".ps1", ".vbs",  ".vbe", ".js", ".jse",
                             ".wsf", ".hta", ".jar", ".lnk", ".sh",  ".py",  ".msi", ".html", ".htm", ".svg"}) ||
           (name.find("embeddings/") != name.npos && name.ends_with(".bin"));
}

bool holds_macros(std::string_view name) {
    return begins_with_one_of(name, {"basic/", "scripts/"}) ||
           ends_with_one_of(name, {"vbaproject.bin", "vbadata.xml"}) ||
           has_one_of(name, {"/macrosheets/", "/activex/"});
}

// The part as small letters; nothing where it is not plain UTF-8, or spells something by numbers of characters.
std::optional<std::string> small_part(const Content& content, const std::vector<ZipEntry>& entries,
                                      std::string_view name) {
    auto entry = std::ranges::find(entries, name, &ZipEntry::name);
    if (entry == entries.end()) return {};
    auto part = unpacked(content, *entry, part_most);
    if (!part || utf8::first_fault(*part) != part->npos || has_one_of(*part, {"&#"sv, "\0"sv})) return {};
    return small(*part);
}

// What a part of the file is, is said by its types alone; its name may be any.
Look office_open_xml(const Content& content, const std::vector<ZipEntry>& entries, std::string_view ending) {
    auto parts = small_part(content, entries, "[Content_Types].xml");
    if (!parts) return refused("files.refused.damaged");
    if (has_one_of(*parts, {"macroenabled", "vbaproject", "macrosheet", "activex"}))
        return refused("files.refused.macros");
    bool document = parts->find("wordprocessingml.document.main+xml") != parts->npos;
    bool sheet = parts->find("spreadsheetml.sheet.main+xml") != parts->npos;
    if (document == sheet) return refused("files.refused.unknown");
    return agreeing(document ? "docx" : "xlsx", ending);
}

Look open_document(const Content& content, const std::vector<ZipEntry>& entries, const ZipEntry& said,
                   std::string_view ending) {
    auto kind = said.method == 0 ? unpacked(content, said, 100) : std::nullopt;
    auto list = small_part(content, entries, "META-INF/manifest.xml");
    if (!kind || !list) return refused("files.refused.damaged");
    if (list->find("encryption-data") != list->npos) return refused("files.refused.encrypted");
    if (has_one_of(*list, {"\"basic/", "\"scripts/"})) return refused("files.refused.macros");
    if (*kind == "application/vnd.oasis.opendocument.text") return agreeing("odt", ending);
    if (*kind == "application/vnd.oasis.opendocument.spreadsheet") return agreeing("ods", ending);
    return refused("files.refused.unknown");
}

Look zip(const Content& content, std::string_view ending) {
    auto entries = zip_directory(content);
    if (!entries) return refused("files.refused.damaged");
    const ZipEntry* kind = nullptr;
    bool has_types = false;
    for (auto& entry : *entries) {
        auto name = small(entry.name);
        if (entry.encrypted() || name == "encrypted-package") return refused("files.refused.encrypted");
        if (holds_macros(name)) return refused("files.refused.macros");
        if (entry.name == "mimetype" && entry.at == 0) kind = &entry;
        has_types |= entry.name == "[Content_Types].xml";
    }
    if (!kind && !has_types) return refused("files.refused.archive");
    for (auto& entry : *entries)
        if (runs_by_itself(small(entry.name))) return refused("files.refused.embedded");
    return has_types ? office_open_xml(content, *entries, ending) : open_document(content, *entries, *kind, ending);
}

// Compound files: Office before 2007, and every newer office file once it has a password (MS-OFFCRYPTO § 2.3).
Look compound(const Content& content, std::string_view head) {
    constexpr std::size_t sector_bytes = 512;
    if (head.size() < sector_bytes) return refused("files.refused.damaged");
    std::uint64_t sector = 0;
    for (std::size_t n = 4; n-- > 0;) sector = sector << 8 | static_cast<unsigned char>(head[48 + n]);
    auto shift = static_cast<unsigned char>(head[30]) == 12 ? 12 : 9;
    auto directory = content.read((sector + 1) << shift, 4096);
    std::string wanted;
    for (auto letter : "EncryptedPackage"sv) wanted += letter, wanted += '\0';
    return refused(directory.find(wanted) != directory.npos ? "files.refused.encrypted" : "files.refused.old_office");
}

// --- text ------------------------------------------------------------------------------------------------------------

bool is_control(char letter) {
    auto byte = static_cast<unsigned char>(letter);
    return (byte < 0x20 && letter != '\t' && letter != '\n' && letter != '\r' && letter != '\f') || byte == 0x7f;
}

// Nothing where it is a text in UTF-8 to its end.
const char* fault_of_text(const Content& content) {
    std::string cut;    // a character that the end of a piece cut in two
    for (std::uint64_t at = 0; at < content.size;) {
        auto piece = content.read(at, text_piece);
        if (piece.empty()) return "files.refused.damaged";
        at += piece.size();
        if (std::ranges::any_of(piece, is_control)) return "files.refused.unknown";
        piece.insert(0, cut), cut.clear();
        auto fault = utf8::first_fault(piece);
        if (fault == piece.npos) continue;
        if (at == content.size || piece.size() - fault > 3) return "files.refused.not_utf8";
        cut = piece.substr(fault);
    }
    return nullptr;
}

bool known_ending(std::string_view ending) {
    return std::ranges::any_of(types, [&](auto& type) {
        return (std::string{type.endings} + ";").find(std::string{ending} + ";") != std::string::npos;
    });
}

Look text(const Content& content, std::string_view head, std::string_view ending) {
    if (head.starts_with("#!")) return refused("files.refused.script");
    if (begins_as_markup(head) || has_markup(head)) return refused("files.refused.markup");
    if (begins_with_one_of(head, {"\xFF\xFE"sv, "\xFE\xFF"sv})) return refused("files.refused.not_utf8");
    if (auto fault = fault_of_text(content)) return refused(fault);
    if (ending.empty() || ending == ".txt") return {file_type("text"), {}};
    if (ending == ".csv") return {file_type("csv"), {}};
    return refused(known_ending(ending) ? "files.refused.name" : "files.refused.script");
}

}

std::span<const FileType> file_types() { return types; }

const FileType* file_type(std::string_view code) {
    auto found = std::ranges::find(types, code, &FileType::code);
    return found == std::end(types) ? nullptr : &*found;
}

Look look_at(const Content& content, std::string_view name) {
    if (content.size == 0) return refused("files.refused.empty");
    auto ending = ending_of(name);
    auto head = content.read(0, head_looked_at);
    if (is_program(head)) return refused("files.refused.program");
    if (begins_with_one_of(head, {"Rar!\x1a"sv, "7z\xBC\xAF\x27\x1C"sv, "\x1f\x8b"sv,
                                  "\xFD"
                                  "7zXZ"sv,
                                  "PK\5\6"sv, "PK\7\x8"sv}))
        return refused("files.refused.archive");
    if (head.starts_with("PK\3\4")) return zip(content, ending);
    if (head.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return compound(content, head);
    if (head.starts_with("%PDF-")) return pdf(content, head, ending);
    if (head.starts_with("\x89PNG\r\n\x1a\n")) return single(content, head, "png", ending);
    if (head.starts_with("\xFF\xD8\xFF")) return single(content, head, "jpeg", ending);
    if (begins_with_one_of(head, {"GIF87a", "GIF89a"})) return single(content, head, "gif", ending);
    if (head.starts_with("RIFF") && head.substr(std::min<std::size_t>(8, head.size())).starts_with("WEBP"))
        return single(content, head, "webp", ending);
    if (head.starts_with("{\\rtf")) return refused("files.refused.old_office");
    return text(content, head, ending);
}

}
