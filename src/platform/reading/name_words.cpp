#include "platform/reading/name_words.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/letters.hpp"
#include "platform/reading/word_lists.hpp"

#include <algorithm>
#include <span>

namespace reading {

namespace {

bool name_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}

std::string bare_word(std::string_view word) {
    std::string out;
    for (auto c : plain_small(word))
        if (name_letter(c) || (c >= '0' && c <= '9')) out += c;
    return out;
}

bool is_title(std::string_view word) {
    constexpr std::size_t longest = 16;
    if (word.size() > longest) return false;
    auto plain = bare_word(word);
    if (plain.empty()) return false;
    static const Words always = {"mba", "mpa", "mph", "phd",  "dis",  "csc",  "drsc", "llm",    "et",   "msc", "bsc",
                                 "ing", "mgr", "bc",  "judr", "mudr", "phdr", "rndr", "paeddr", "mvdr", "dba"};
    return (word.find('.') != word.npos || always.contains(plain)) && words_of("titles").contains(plain);
}

bool is_initial(std::string_view word) {
    Letters letters{word};
    return letters.capital(0) && ((letters.size() == 2 && letters.low[1] == '.') ||
                                  (letters.size() == 3 && letters.low[2] == '.' && letters.low[1] == 'h'));
}

bool begins_with_capital(std::string_view word) {
    Letters letters{word};
    return letters.size() > 0 && letters.capital(0);
}

bool is_first_name(std::string_view word) { return words_of("first_names").contains(bare_word(word)); }

bool looks_like_surname_of_woman(std::string_view bare) {
    return bare.ends_with("ova") || bare.ends_with("ska") || bare.ends_with("cka");
}

std::vector<std::string> words_apart(std::string_view text) { return text::parted(text, " "); }

std::string from_word(const std::vector<std::string>& words, std::size_t at) {
    return text::joined(std::span{words}.subspan(at), " ");
}

bool only_titles(std::string_view text) {
    auto words = words_apart(text);
    return !words.empty() && std::ranges::all_of(words, [](auto& word) { return is_title(word); });
}

std::string without_brackets(std::string_view text, std::string& inside) {
    if (text.find_first_of("()[]") == text.npos) return squeezed(text);
    std::string out;
    int deep = 0;
    for (auto c : text) {
        if (c == '(' || c == '[') ++deep, inside += inside.empty() ? "" : ", ";
        else if (c == ')' || c == ']') deep = std::max(0, deep - 1);
        else (deep > 0 ? inside : out) += c;
    }
    return squeezed(out);
}

std::string parted_points(std::string_view text) {
    if (text.find('.') == text.npos) return std::string{text};
    Letters letters{text};
    std::string out;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        out += letters.cut(i, i + 1);
        bool inside = letters.low[i] == '.' && i + 1 < letters.size() && name_letter(letters.plain[i + 1]) &&
                      letters.capital(i + 1);
        if (inside && !(i + 2 < letters.size() && letters.low[i + 2] == '.')) out += ' ';
    }
    return out;
}

void add_with_comma(std::string& list, std::string_view more) {
    if (more.empty()) return;
    if (!list.empty()) list += ", ";
    list += more;
}

}
