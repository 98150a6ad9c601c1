// Reads Content-Disposition.
#include "platform/http/disposition.hpp"
#include "platform/http/ascii.hpp"
#include "platform/http/urlencoded.hpp"

namespace http {

namespace {

// A quoted string from its first quote; text keeps what follows.  Browsers escape " as %22 and line ends as %0D %0A
// (HTML § 4.10.21.8), older ones as \"; a lone backslash stands for itself, as in C:\fakepath\a.txt.
std::optional<std::string> quoted(std::string_view& text) {
    std::string out;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '"') {
            text.remove_prefix(i + 1);
            return out;
        }
        auto rest = text.substr(i);
        if (rest.starts_with("\\\"")) out += '"', i += 1;
        else if (rest.starts_with("%22")) out += '"', i += 2;
        else if (rest.starts_with("%0D") || rest.starts_with("%0A")) out += ' ', i += 2;
        else out += text[i];
    }
    return {};
}

std::optional<std::string> value_of(std::string_view& text) {
    if (text.starts_with('"')) return quoted(text);
    auto end = std::min(text.find(';'), text.size());
    auto token = trimmed(text.substr(0, end));
    text.remove_prefix(end);
    if (!is_token(token)) return {};
    return std::string{token};
}

// UTF-8'cs'n%C3%A1zev.pdf
std::optional<std::string> extended(std::string_view value) {
    auto language = value.find('\'');
    auto text = language == value.npos ? value.npos : value.find('\'', language + 1);
    if (text == value.npos || !same_letters(value.substr(0, language), "utf-8")) return {};
    std::string out;
    if (!percent_decode(value.substr(text + 1), out, false) || !is_utf8(out)) return {};
    return out;
}

// A name is a name, not a way through folders.
std::string last_piece(const std::string& filename) {
    auto name = filename.substr(filename.find_last_of("/\\") + 1);
    for (auto& c : name)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
    return name == "." || name == ".." ? "" : name;
}

}

std::optional<Disposition> parse_disposition(std::string_view value) {
    auto rest = value;
    if (!same_letters(cut(rest, ';'), "form-data")) return {};
    std::optional<std::string> name, filename, filename_utf8;
    while (!(rest = trimmed(rest)).empty()) {
        auto equals = rest.find('=');
        if (equals == rest.npos) return {};
        auto key = trimmed(rest.substr(0, equals));
        rest = trimmed(rest.substr(equals + 1));
        auto read = value_of(rest);
        if (!read) return {};
        auto& target = same_letters(key, "name") ? name : same_letters(key, "filename") ? filename : filename_utf8;
        if (same_letters(key, "filename*")) read = extended(*read);
        else if (&target == &filename_utf8) read.reset();    // a parameter that we do not know
        if (read && target) return {};                       // said twice
        if (read) target = std::move(read);
        rest = trimmed(rest);
        if (!rest.empty() && rest.front() != ';') return {};
        if (!rest.empty()) rest.remove_prefix(1);
    }
    if (!name) return {};
    if (filename_utf8) filename = filename_utf8;
    if (filename) filename = last_piece(*filename);
    return Disposition{*name, filename};
}

}
