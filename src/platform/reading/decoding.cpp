#include "platform/reading/decoding.hpp"

#include "platform/base/utf8.hpp"

#include <algorithm>
#include <cctype>

namespace reading {

namespace {

// windows-1250 and ISO 8859-2 from 0x80; nought where nothing stands.
constexpr char16_t windows_1250[128] = {
    0x20AC, 0,      0x201A, 0,      0x201E, 0x2026, 0x2020, 0x2021, 0,      0x2030, 0x0160, 0x2039, 0x015A,
    0x0164, 0x017D, 0x0179, 0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0,      0x2122,
    0x0161, 0x203A, 0x015B, 0x0165, 0x017E, 0x017A, 0x00A0, 0x02C7, 0x02D8, 0x0141, 0x00A4, 0x0104, 0x00A6,
    0x00A7, 0x00A8, 0x00A9, 0x015E, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x017B, 0x00B0, 0x00B1, 0x02DB, 0x0142,
    0x00B4, 0x00B5, 0x00B6, 0x00B7, 0x00B8, 0x0105, 0x015F, 0x00BB, 0x013D, 0x02DD, 0x013E, 0x017C, 0x0154,
    0x00C1, 0x00C2, 0x0102, 0x00C4, 0x0139, 0x0106, 0x00C7, 0x010C, 0x00C9, 0x0118, 0x00CB, 0x011A, 0x00CD,
    0x00CE, 0x010E, 0x0110, 0x0143, 0x0147, 0x00D3, 0x00D4, 0x0150, 0x00D6, 0x00D7, 0x0158, 0x016E, 0x00DA,
    0x0170, 0x00DC, 0x00DD, 0x0162, 0x00DF, 0x0155, 0x00E1, 0x00E2, 0x0103, 0x00E4, 0x013A, 0x0107, 0x00E7,
    0x010D, 0x00E9, 0x0119, 0x00EB, 0x011B, 0x00ED, 0x00EE, 0x010F, 0x0111, 0x0144, 0x0148, 0x00F3, 0x00F4,
    0x0151, 0x00F6, 0x00F7, 0x0159, 0x016F, 0x00FA, 0x0171, 0x00FC, 0x00FD, 0x0163, 0x02D9};

char32_t in_iso_8859_2(unsigned char byte) {
    switch (byte) {    // elsewhere the two agree from 0xA0
    case 0xA1: return 0x0104;
    case 0xA5: return 0x013D;
    case 0xA6: return 0x015A;
    case 0xA9: return 0x0160;
    case 0xAB: return 0x0164;
    case 0xAC: return 0x0179;
    case 0xAE: return 0x017D;
    case 0xB1: return 0x0105;
    case 0xB5: return 0x013E;
    case 0xB6: return 0x015B;
    case 0xB7: return 0x02C7;
    case 0xB9: return 0x0161;
    case 0xBB: return 0x0165;
    case 0xBC: return 0x017A;
    case 0xBE: return 0x017E;
    default: return byte < 0xA0 ? U' ' : windows_1250[byte - 0x80];
    }
}

std::string from_bytes(std::string_view bytes, bool iso) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (unsigned char byte : bytes) {
        if (byte < 0x80) text += char(byte);
        else if (auto letter = iso ? in_iso_8859_2(byte) : windows_1250[byte - 0x80]) append_utf8(text, letter);
    }
    return text;
}

// š, ť and ž stand elsewhere in the two: whichever bytes the text has more of.
bool looks_like_iso(std::string_view bytes) {
    std::size_t iso = 0, windows = 0;
    for (unsigned char byte : bytes) {
        iso += byte == 0xB9 || byte == 0xBB || byte == 0xBE || byte == 0xA9 || byte == 0xAE || byte == 0xAB;
        windows += byte >= 0x80 && byte < 0xA0;
    }
    return windows == 0 && iso > 0;
}

std::string from_utf16(std::string_view bytes, bool big) {
    std::string text;
    auto unit = [&](std::size_t at) {
        auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
        return char32_t(big ? first << 8 | second : second << 8 | first);
    };
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        auto letter = unit(at);
        if (letter >= 0xD800 && letter < 0xDC00 && at + 3 < bytes.size()) {
            auto low = unit(at + 2);
            if (low < 0xDC00 || low > 0xDFFF) continue;
            letter = 0x10000 + ((letter - 0xD800) << 10) + (low - 0xDC00);
            at += 2;
        } else if (letter >= 0xD800 && letter < 0xE000) continue;
        append_utf8(text, letter);
    }
    return text;
}

}

void append_utf8(std::string& text, char32_t letter) {
    if (letter == 0 || letter > 0x10FFFF || (letter >= 0xD800 && letter < 0xE000)) letter = 0xFFFD;
    if (letter < 0x80) text += char(letter);
    else if (letter < 0x800) text += char(0xC0 | letter >> 6), text += char(0x80 | (letter & 0x3F));
    else if (letter < 0x10000)
        text += char(0xE0 | letter >> 12), text += char(0x80 | (letter >> 6 & 0x3F)),
            text += char(0x80 | (letter & 0x3F));
    else
        text += char(0xF0 | letter >> 18), text += char(0x80 | (letter >> 12 & 0x3F)),
            text += char(0x80 | (letter >> 6 & 0x3F)), text += char(0x80 | (letter & 0x3F));
}

char32_t next_character(std::string_view text, std::size_t& at) {
    auto byte = static_cast<unsigned char>(text[at++]);
    int more = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : byte >= 0xC0 ? 1 : 0;
    if (more == 0 || at + std::size_t(more) > text.size()) return byte;
    char32_t letter = byte & (0x3F >> more);
    for (int i = 0; i < more; ++i) letter = letter << 6 | (static_cast<unsigned char>(text[at++]) & 0x3F);
    return letter;
}

std::string decoded(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    else if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes.substr(2), false);
    else if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes.substr(2), true);
    if (utf8::first_fault(bytes) == std::string_view::npos) return std::string{bytes};
    return from_bytes(bytes, looks_like_iso(bytes));
}

std::string decoded(std::string_view bytes, std::string_view charset) {
    std::string name;
    for (unsigned char c : charset)
        if (std::isalnum(c)) name += char(std::tolower(c));
    auto plain_utf8 = utf8::first_fault(bytes) == std::string_view::npos;
    if (plain_utf8 && !name.starts_with("utf16")) return decoded(bytes);
    if (name == "windows1250" || name == "cp1250" || name == "xcp1250") return from_bytes(bytes, false);
    if (name == "iso88592" || name == "latin2") return from_bytes(bytes, true);
    if (name == "utf16le") return from_utf16(bytes, false);
    if (name == "utf16be") return from_utf16(bytes, true);
    return decoded(bytes);
}

std::string squeezed(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool blank = false;
    for (std::size_t at = 0; at < text.size();) {
        auto from = at;
        if (auto byte = text[at]; byte > 0x20 && byte < 0x7F) {
            if (blank && !out.empty()) out += ' ';
            blank = false, out += byte, ++at;
            continue;
        }
        auto letter = next_character(text, at);
        if (letter == 0xAD || letter == 0x200B || letter == 0x200C || letter == 0x200D || letter == 0xFEFF ||
            letter == 0x2060)
            continue;
        if (letter <= 0x20 || letter == 0x7F || letter == 0xA0 || (letter >= 0x2000 && letter <= 0x200A) ||
            letter == 0x202F || letter == 0x3000 || letter == 0x2028 || letter == 0x2029) {
            blank = true;
            continue;
        }
        if (blank && !out.empty()) out += ' ';
        blank = false;
        out += text.substr(from, at - from);
    }
    return out;
}

}
