// libhyphen with patterns in ISO 8859-2.
#include "platform/documents/hyphenation.hpp"

#include <cstdlib>
#include <filesystem>
#include <hyphen.h>
#include <stdexcept>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <vector>

namespace documents {

namespace {

constexpr const char* patterns = "/usr/share/hyphen/hyph_cs_CZ.dic";
constexpr int shortest_word = 6, before_hyphen = 2, behind_hyphen = 3;
constexpr char16_t soft_hyphen = 0x00AD;

}

struct Hyphenation::Inside {
    HyphenDict* dictionary = nullptr;
    UConverter* latin2 = nullptr;

    Inside() {
        if (!std::filesystem::exists(patterns)) return;
        dictionary = hnj_hyphen_load(patterns);
        UErrorCode code = U_ZERO_ERROR;
        latin2 = ucnv_open("ISO-8859-2", &code);
        if (U_FAILURE(code)) throw std::runtime_error{"no converter for ISO 8859-2"};
    }
    ~Inside() {
        if (dictionary) hnj_hyphen_free(dictionary);
        if (latin2) ucnv_close(latin2);
    }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

    // A word of letters alone, with soft hyphens.
    icu::UnicodeString parted(const icu::UnicodeString& word) const {
        auto length = word.length();
        if (length < shortest_word || length > 100) return word;
        auto lower = word;
        lower.toLower();
        // Capitals inside are abbreviations and names of programs; other scripts have other patterns.
        if (lower.length() != length || word.tempSubString(1) != lower.tempSubString(1)) return word;
        std::vector<char> bytes(std::size_t(length) + 2), marks(std::size_t(length) + 6),
            spare(std::size_t(length) * 2 + 8);
        UErrorCode code = U_ZERO_ERROR;
        ucnv_setFromUCallBack(latin2, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &code);
        auto size = ucnv_fromUChars(latin2, bytes.data(), std::int32_t(bytes.size()), lower.getBuffer(), length, &code);
        if (U_FAILURE(code) || size != length) return word;
        char** replacements = nullptr;
        int *positions = nullptr, *cuts = nullptr;
        hnj_hyphen_hyphenate2(dictionary, bytes.data(), size, marks.data(), spare.data(), &replacements, &positions,
                              &cuts);
        icu::UnicodeString whole;
        for (int n = 0; n < length; ++n) {
            whole.append(word.charAt(n));
            bool may = marks[std::size_t(n)] & 1;
            if (may && n + 1 >= before_hyphen && length - n - 1 >= behind_hyphen) whole.append(soft_hyphen);
        }
        free_all(replacements, positions, cuts, length);
        return whole;
    }

    static void free_all(char** replacements, int* positions, int* cuts, int length) {
        if (replacements)
            for (int n = 0; n < length; ++n) std::free(replacements[n]);
        std::free(static_cast<void*>(replacements)), std::free(positions), std::free(cuts);
    }
};

Hyphenation::Hyphenation() : inside_{std::make_unique<Inside>()} {}
Hyphenation::~Hyphenation() = default;

std::string Hyphenation::soften(std::string_view text) const {
    if (!inside_->dictionary) return std::string{text};
    auto all = icu::UnicodeString::fromUTF8({text.data(), std::int32_t(text.size())});
    icu::UnicodeString out;
    for (std::int32_t at = 0; at < all.length();) {
        // What stands between two spaces; only a word with nothing but marks around it is parted.
        auto end = at;
        while (end < all.length() && !u_isUWhiteSpace(all.charAt(end))) ++end;
        auto from = at, to = end;
        while (from < to && !u_isalpha(all.charAt(from))) ++from;
        while (to > from && !u_isalpha(all.charAt(to - 1))) --to;
        bool letters = to > from;
        for (auto n = from; letters && n < to; ++n) letters = u_isalpha(all.charAt(n));
        out.append(all, at, from - at);
        out.append(letters ? inside_->parted(all.tempSubString(from, to - from)) : all.tempSubString(from, to - from));
        out.append(all, to, end - to);
        if (end < all.length()) out.append(all.charAt(end++));
        at = end;
    }
    std::string softened;
    return out.toUTF8String(softened);
}

}
