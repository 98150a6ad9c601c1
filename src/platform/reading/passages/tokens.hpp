// A text cut into words, numbers and signs, without case and accents, and patterns of words to look for in it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace passages {

enum class TokenKind { word, number, sign };

struct Token {
    TokenKind kind = TokenKind::sign;
    std::string folded{};              // lower case without accents; any dash is "-", any quotation mark is "\""
    std::size_t begin = 0, end = 0;    // bytes of the text
    bool spaced = false;               // a blank or the beginning of the text stands before
    bool capital = false;              // of a word: its first letter
};

using Tokens = std::vector<Token>;

Tokens tokens_of(std::string_view text);

// Tokens from `first` up to, not including, `last`.
struct Span {
    std::size_t first = 0, last = 0;

    std::size_t size() const { return last - first; }
};

// A pattern is written folded, its pieces divided by blanks: "cilov* skupin*" – a star stands for any ending,
// "a|b" for either, "?c" for a piece that may be missing, "#" for any number.
std::optional<Span> match_at(const Tokens&, std::size_t at, std::string_view pattern);
std::optional<Span> find(const Tokens&, std::string_view pattern, std::size_t from = 0);
bool has(const Tokens&, std::string_view pattern);

template <class Patterns>
bool has_any(const Tokens& tokens, const Patterns& patterns) {
    for (auto& pattern : patterns)
        if (has(tokens, pattern)) return true;
    return false;
}

// Behind the last sign or letter that stands without a blank: the end of OLP/2668/2023.
std::size_t end_of_run(const Tokens&, std::size_t at);
char digit_meant(char sign);    // O for 0, l, I and | for 1, as scanners mistake them; other signs stay

// The words of the text as they are printed, from the first token's beginning to the last one's end.
std::string printed(std::string_view text, const Tokens&, Span);

// Blanks at both ends, and the signs asked for.
std::string_view trimmed(std::string_view, std::string_view signs = "");

// One to six digits; nothing for more.
std::optional<int> small_number(const Token&);

}
