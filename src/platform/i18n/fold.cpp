// Folds the letters of Latin-1, Latin Extended-A and Cyrillic by tables; everything else passes unchanged.
#include "platform/i18n/fold.hpp"

#include <algorithm>

namespace i18n {

namespace {

// One place for each letter from U+00C0 to U+017F; * marks what folds to two letters, . what is no letter.
constexpr std::string_view latin =
    "aaaaaa*ceeeeiiiidnooooo.ouuuuy**"    // U+00C0
    "aaaaaa*ceeeeiiiidnooooo.ouuuuy*y"    // U+00E0
    "aaaaaaccccccccddddeeeeeeeeeegggg"    // U+0100
    "gggghhhhiiiiiiiiii**jjkkklllllll"    // U+0120
    "lllnnnnnnnnnoooooo**rrrrrrssssss"    // U+0140
    "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";    // U+0160
static_assert(latin.size() == 0x180 - 0xC0);

std::string_view two_letters(unsigned letter) {
    switch (letter) {
    case 0xC6: case 0xE6: return "ae";
    case 0xDE: case 0xFE: return "th";
    case 0xDF: return "ss";
    case 0x132: case 0x133: return "ij";
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

}

std::string fold(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) folded += char(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
        else if (byte >= 0xC2 && byte < 0xE0 && at + 1 < text.size() && (text[at + 1] & 0xC0) == 0x80)
            fold_two_bytes(folded, (byte & 0x1Fu) << 6 | (static_cast<unsigned char>(text[++at]) & 0x3Fu));
        else folded += char(byte);
    }
    return folded;
}

}
