// Folds Latin letters by a table of U+00C0–U+017F; the rest of Unicode is asked of ICU.
#include "platform/search/fold.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

namespace search {

namespace {

constexpr char32_t table_begins = 0xC0;
constexpr std::string_view table = "aaaaaaaceeeeiiii"
                                   "dnooooo*ouuuuyts"
                                   "aaaaaaaceeeeiiii"
                                   "dnooooo*ouuuuyty"
                                   "aaaaaaccccccccdd"
                                   "ddeeeeeeeeeegggg"
                                   "gggghhhhiiiiiiii"
                                   "iiiijjkkklllllll"
                                   "lllnnnnnnnnnoooo"
                                   "oooorrrrrrssssss"
                                   "ssttttttuuuuuuuu"
                                   "uuuuwwyyyzzzzzzs";
static_assert(table.size() == 0x180 - table_begins);

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// The first character of the decomposition: ọ → o.  What has none is itself.
char32_t without_marks(char32_t letter) {
    static const icu::Normalizer2* const nfd = [] {
        auto failed = U_ZERO_ERROR;
        return icu::Normalizer2::getNFDInstance(failed);
    }();
    icu::UnicodeString parts;
    if (!nfd || !nfd->getDecomposition(UChar32(letter), parts)) return letter;
    return char32_t(parts.char32At(0));
}

}

char32_t take(std::string_view& text) {
    auto lead = static_cast<unsigned char>(text.front());
    if (lead < 0x80) {
        text.remove_prefix(1);
        return lead;
    }
    std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    char32_t letter = lead & (0x7Fu >> length);
    bool whole = lead >= 0xC2 && lead <= 0xF4 && text.size() >= length;
    for (std::size_t n = 1; whole && n < length; ++n) {
        whole = continues(text[n]);
        letter = letter << 6 | (static_cast<unsigned char>(text[n]) & 0x3Fu);
    }
    constexpr char32_t shortest[] = {0, 0, 0x80, 0x800, 0x10000};
    if (whole && (letter < shortest[length] || letter > 0x10FFFF || (letter >= 0xD800 && letter <= 0xDFFF)))
        whole = false;
    text.remove_prefix(whole ? length : 1);
    return whole ? letter : broken;
}

bool is_digit(char32_t letter) { return letter >= '0' && letter <= '9'; }

bool is_accent(char32_t letter) { return letter >= 0x300 && letter <= 0x36F; }

bool is_letter(char32_t letter) {
    if (letter < 0x80) return (letter | 0x20) >= 'a' && (letter | 0x20) <= 'z';
    if (letter >= table_begins && letter < 0x180) return letter != 0xD7 && letter != 0xF7;
    return letter != broken && u_isalpha(UChar32(letter));
}

char32_t lower(char32_t letter) {
    if (letter < 0x80) return letter >= 'A' && letter <= 'Z' ? letter + 0x20 : letter;
    return char32_t(u_tolower(UChar32(letter)));
}

char32_t plain(char32_t letter) {
    if (letter < 0x80) return lower(letter);
    auto tabled = [](char32_t known) {
        return known >= table_begins && known < 0x180 && known != 0xD7 && known != 0xF7;
    };
    if (tabled(letter)) return char32_t(table[letter - table_begins]);
    // What is left without its mark may be a letter of the table itself: ǽ → æ → a.
    auto bare = lower(without_marks(letter));
    return tabled(bare) ? char32_t(table[bare - table_begins]) : bare;
}

void append(std::string& text, char32_t letter) {
    if (letter < 0x80) {
        text += char(letter);
    } else if (letter < 0x800) {
        text += char(0xC0 | letter >> 6);
        text += char(0x80 | (letter & 0x3F));
    } else if (letter < 0x10000) {
        text += char(0xE0 | letter >> 12);
        text += char(0x80 | (letter >> 6 & 0x3F));
        text += char(0x80 | (letter & 0x3F));
    } else {
        text += char(0xF0 | letter >> 18);
        text += char(0x80 | (letter >> 12 & 0x3F));
        text += char(0x80 | (letter >> 6 & 0x3F));
        text += char(0x80 | (letter & 0x3F));
    }
}

std::string fold(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    while (!text.empty()) {
        // Most letters are plain already.
        if (auto byte = static_cast<unsigned char>(text.front()); byte < 0x80) {
            folded += byte >= 'A' && byte <= 'Z' ? char(byte + 0x20) : char(byte);
            text.remove_prefix(1);
        } else if (auto letter = take(text); !is_accent(letter)) {
            append(folded, plain(letter));
        }
    }
    return folded;
}

}
