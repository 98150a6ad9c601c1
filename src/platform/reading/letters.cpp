#include "platform/reading/letters.hpp"

#include "platform/reading/decoding.hpp"

namespace reading {

namespace {

// U+00C0 to U+017F, letter by letter.
constexpr std::string_view latin_likeness = "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
                                            "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlL"
                                            "lLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

char likeness(char32_t letter) {
    if (letter < 0x80) return char(letter);
    if (letter >= 0xC0 && letter < 0xC0 + latin_likeness.size()) return latin_likeness[letter - 0xC0];
    switch (letter) {
    case 0xA0:
    case 0x2002:
    case 0x2003:
    case 0x2009:
    case 0x202F: return ' ';
    case 0xA7: return '$';    // § as a sign of one byte; a dollar has no place in these documents
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212: return '-';
    case 0x201A:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0xAB:
    case 0xBB: return '"';
    case 0x2018:
    case 0x2019: return '\'';
    case 0xD7: return 'x';
    default: return '~';
    }
}

char likeness_of_next(std::string_view text, std::size_t& at) {
    return static_cast<unsigned char>(text[at]) < 0x80 ? text[at++] : likeness(next_character(text, at));
}

char small(char letter) { return letter >= 'A' && letter <= 'Z' ? char(letter - 'A' + 'a') : letter; }

}

Letters::Letters(std::string_view text) : source{text} {
    low.resize(source.size()), plain.resize(source.size()), at.resize(source.size() + 1);
    std::size_t letters = 0;
    for (std::size_t i = 0; i < source.size(); ++letters) {
        at[letters] = std::uint32_t(i);
        plain[letters] = likeness_of_next(source, i);
        low[letters] = small(plain[letters]);
    }
    at[letters] = std::uint32_t(source.size());
    low.resize(letters), plain.resize(letters), at.resize(letters + 1);
}

std::string plain_small(std::string_view text) {
    std::string low(text.size(), ' ');
    std::size_t letters = 0;
    for (std::size_t i = 0; i < text.size(); ++letters) low[letters] = small(likeness_of_next(text, i));
    low.resize(letters);
    return low;
}

std::string only_letters(std::string_view text) {
    auto low = plain_small(text);
    std::erase_if(low, [](char c) { return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')); });
    return low;
}

}
