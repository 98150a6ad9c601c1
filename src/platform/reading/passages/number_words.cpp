// Looks words up in data/number_words.csv; tens and ones stand apart or together.
#include "platform/reading/passages/number_words.hpp"

#include "platform/reading/passages/pattern_rows.hpp"

#include <charconv>
#include <map>

namespace passages {

namespace {

using NumberWords = std::map<std::string_view, int>;

NumberWords number_words_of(std::string_view wanted) {
    NumberWords words;
    for (auto& [word, value, kind, rest] : pattern_rows("number_words")) {
        if (kind != wanted) continue;
        int number = 0;
        std::from_chars(value.data(), value.data() + value.size(), number);
        words.emplace(word, number);
    }
    return words;
}

std::optional<int> in_words_at(const Tokens& tokens, std::size_t at) {
    static const auto words = number_words_of("count");
    if (at >= tokens.size() || tokens[at].kind != TokenKind::word) return {};
    auto found = words.find(tokens[at].folded);
    if (found == words.end()) return {};
    return found->second;
}

}

std::optional<NumberFound> number_at(const Tokens& tokens, std::size_t at) {
    if (at >= tokens.size()) return {};
    if (auto digits = small_number(tokens[at])) return NumberFound{*digits, at + 1};
    auto value = in_words_at(tokens, at);
    if (!value) return {};
    NumberFound found{*value, at + 1, true};
    bool hundred = found.value == 100, ten = found.value % 10 == 0 && found.value >= 20;
    if (!hundred && !ten) return found;
    auto more = in_words_at(tokens, at + 1);
    if (more && *more < (hundred ? 100 : 10)) found.value += *more, ++found.last;
    return found;
}

std::optional<NumberFound> ordinal_at(const Tokens& tokens, std::size_t at) {
    static const auto words = number_words_of("ordinal");
    if (at >= tokens.size() || tokens[at].kind != TokenKind::word) return {};
    auto found = words.find(tokens[at].folded);
    if (found == words.end()) return {};
    return NumberFound{found->second, at + 1, true};
}

}
