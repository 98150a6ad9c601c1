// Walks UTF-8 character by character, plain ASCII eight bytes at a time.
#include "platform/base/utf8.hpp"

#include <cstdint>
#include <cstring>

namespace utf8 {

namespace {

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Bytes that a character takes by its first byte; 0 when no character begins so.
std::size_t length_by(unsigned char first) {
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first < 0xE0) return 2;
    if (first >= 0xE0 && first < 0xF0) return 3;
    return first >= 0xF0 && first < 0xF5 ? 4 : 0;
}

// RFC 3629: E0 and F0 begin no overlong form, ED no surrogate, F4 nothing above U+10FFFF.
bool second_fits(unsigned char first, unsigned char second) {
    if (first == 0xE0) return second >= 0xA0;
    if (first == 0xED) return second < 0xA0;
    if (first == 0xF0) return second >= 0x90;
    return first != 0xF4 || second < 0x90;
}

bool eight_are_ascii(const char* at) {
    std::uint64_t eight;
    std::memcpy(&eight, at, 8);
    return (eight & 0x8080808080808080u) == 0;
}

// Length of the whole character at the beginning of the text, 0 when there is none; cut says that the text ends in it.
std::size_t character(std::string_view text, bool& cut) {
    auto first = static_cast<unsigned char>(text[0]);
    auto length = length_by(first);
    for (std::size_t n = 1; n < length; ++n) {
        if (n == text.size()) return cut = true, 0;
        if (!continues(text[n]) || (n == 1 && !second_fits(first, static_cast<unsigned char>(text[1])))) return 0;
    }
    return length;
}

std::size_t fault_from(std::string_view text, std::size_t at, bool end_may_be_cut) {
    while (at < text.size()) {
        if (text.size() - at >= 8 && eight_are_ascii(text.data() + at)) {
            at += 8;
            continue;
        }
        // Letters of two bytes, as Czech has them, and single ones between them.
        auto first = static_cast<unsigned char>(text[at]);
        if (first < 0x80) {
            ++at;
            continue;
        }
        if (first >= 0xC2 && first < 0xE0 && at + 1 < text.size() && continues(text[at + 1])) {
            at += 2;
            continue;
        }
        bool cut = false;
        auto length = character(text.substr(at), cut);
        if (length == 0) return cut && end_may_be_cut ? text.npos : at;
        at += length;
    }
    return text.npos;
}

}

std::size_t first_fault(std::string_view text) { return fault_from(text, 0, false); }

std::size_t first_fault_in_piece(std::string_view piece) {
    std::size_t at = 0;
    while (at < 3 && at < piece.size() && continues(piece[at])) ++at;
    return fault_from(piece, at, true);
}

}
