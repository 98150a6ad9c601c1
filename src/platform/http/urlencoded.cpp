// Decodes what browsers and links encode.
#include "platform/http/urlencoded.hpp"
#include "platform/http/ascii.hpp"

namespace http {

const std::string* Urlencoded::find(std::string_view name) const {
    for (auto& [field, value] : fields)
        if (field == name) return &value;
    return nullptr;
}

bool percent_decode(std::string_view text, std::string& out, bool plus_is_space) {
    out.reserve(out.size() + text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus_is_space) {
            out += ' ';
        } else if (text[i] != '%') {
            out += text[i];
        } else {
            if (i + 2 >= text.size() || hex_digit(text[i + 1]) < 0 || hex_digit(text[i + 2]) < 0) return false;
            out += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
            i += 2;
        }
    }
    return true;
}

std::string percent_encode(std::string_view text) {
    std::string out;
    for (unsigned char c : text) {
        if (is_letter_or_digit(static_cast<char>(c)) || c == '-' || c == '.' || c == '_' || c == '~') {
            out += static_cast<char>(c);
        } else {
            out += '%';
            out += "0123456789ABCDEF"[c >> 4];
            out += "0123456789ABCDEF"[c & 15];
        }
    }
    return out;
}

bool is_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        auto first = static_cast<unsigned char>(text[i++]);
        if (first < 0x80) continue;
        int more = first >= 0xc2 && first < 0xe0   ? 1
                   : (first & 0xf0) == 0xe0        ? 2
                   : first >= 0xf0 && first < 0xf5 ? 3
                                                   : 0;
        if (more == 0) return false;
        char32_t point = first & (0x3f >> more);
        for (int left = more; left > 0; --left) {
            if (i == text.size() || (static_cast<unsigned char>(text[i]) & 0xc0) != 0x80) return false;
            point = point << 6 | (static_cast<unsigned char>(text[i++]) & 0x3f);
        }
        if (more == 2 && (point < 0x800 || (point >= 0xd800 && point < 0xe000))) return false;
        if (more == 3 && (point < 0x10000 || point > 0x10ffff)) return false;
    }
    return true;
}

namespace {

UrlencodedProblem decode(std::string_view text, std::string& out) {
    if (!percent_decode(text, out, true)) return UrlencodedProblem::bad_escape;
    if (!is_utf8(out)) return UrlencodedProblem::not_utf8;
    // Line ends and tabs are typed into text areas; no keyboard types the others.
    for (unsigned char c : out)
        if (c < 0x20 && c != '\t' && c != '\n' && c != '\r') return UrlencodedProblem::control_byte;
    return UrlencodedProblem::none;
}

}

Urlencoded parse_urlencoded(std::string_view text, std::size_t most_fields) {
    Urlencoded read;
    read.fields.reserve(std::min<std::size_t>(most_fields, 1 + std::size_t(std::ranges::count(text, '&'))));
    while (!text.empty()) {
        auto end = std::min(text.find('&'), text.size());
        auto part = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (part.empty()) continue;
        if (read.fields.size() == most_fields) {
            read.problem = UrlencodedProblem::too_many;
            return read;
        }
        auto equals = std::min(part.find('='), part.size());
        std::pair<std::string, std::string> field;
        read.problem = decode(part.substr(0, equals), field.first);
        if (read && equals < part.size()) read.problem = decode(part.substr(equals + 1), field.second);
        if (!read) return read;
        read.fields.push_back(std::move(field));
    }
    return read;
}

}
