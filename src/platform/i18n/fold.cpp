// Folds the letters of Latin-1, Latin Extended-A and Cyrillic by tables; everything else passes unchanged.
#include "platform/i18n/fold.hpp"

#include <algorithm>

namespace i18n {

namespace {

// One place for each letter from U+00C0 to U+017F; * marks what folds to two letters, . what is no letter.
constexpr std::string_view latin = "aaaaaa*ceeeeiiiidnooooo.ouuuuy**"     // U+00C0
                                   "aaaaaa*ceeeeiiiidnooooo.ouuuuy*y"     // U+00E0
                                   "aaaaaaccccccccddddeeeeeeeeeegggg"     // U+0100
                                   "gggghhhhiiiiiiiiii**jjkkklllllll"     // U+0120
                                   "lllnnnnnnnnnoooooo**rrrrrrssssss"     // U+0140
                                   "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";    // U+0160
static_assert(latin.size() == 0x180 - 0xC0);

std::string_view two_letters(unsigned letter) {
    switch (letter) {
    case 0xC6:
    case 0xE6: return "ae";
    case 0xDE:
    case 0xFE: return "th";
    case 0xDF: return "ss";
    case 0x132:
    case 0x133: return "ij";
    default: return "oe";
    }
}

void append(std::string& folded, unsigned letter) {
    if (letter < 0x800) folded += {char(0xC0 | letter >> 6), char(0x80 | (letter & 0x3F))};
}

void fold_two_bytes(std::string& folded, unsigned letter) {
    if (letter >= 0xC0 && letter < 0x180) {
        auto plain = latin[letter - 0xC0];
        if (plain == '.') append(folded, letter);
        else if (plain == '*') folded += two_letters(letter);
        else folded += plain;
    } else if (letter >= 0x300 && letter < 0x370) {
        return;    // an accent on its own, as some systems write č
    } else if (letter >= 0x410 && letter < 0x430) append(folded, letter + 0x20);
    else if (letter >= 0x400 && letter < 0x410) append(folded, letter + 0x50);
    else append(folded, letter == 0x490 ? 0x491 : letter);
}

// How many bytes the letter at the beginning has; 0 if they are no UTF-8.
std::size_t length_of_letter(std::string_view text) {
    auto first = static_cast<unsigned char>(text.front());
    std::size_t length = first < 0x80   ? 1
                         : first < 0xC2 ? 0
                         : first < 0xE0 ? 2
                         : first < 0xF0 ? 3
                         : first < 0xF5 ? 4
                                        : 0;
    if (length > text.size()) return 0;
    for (std::size_t n = 1; n < length; ++n)
        if ((text[n] & 0xC0) != 0x80) return 0;
    return length;
}

}

std::string fold(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    while (!text.empty()) {
        auto length = length_of_letter(text);
        auto first = static_cast<unsigned char>(text.front());
        if (length == 0) folded += '?';
        else if (length == 1) folded += char(first >= 'A' && first <= 'Z' ? first + 32 : first);
        else if (length == 2)
            fold_two_bytes(folded, (first & 0x1Fu) << 6 | (static_cast<unsigned char>(text[1]) & 0x3Fu));
        else folded += text.substr(0, length);
        text.remove_prefix(length ? length : 1);
    }
    return folded;
}

}
