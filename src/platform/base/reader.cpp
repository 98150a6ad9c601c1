// Simplifies typed text and walks over it.
#include "platform/base/reader.hpp"

#include "platform/i18n/fold.hpp"

namespace {

constexpr std::size_t longest_typed = 400;    // bytes

constexpr struct {
    std::string_view written, plain;
} replaced[] = {{"\u00a0", " "}, {"\u202f", " "}, {"\u2009", " "}, {"\t", " "},     {"\n", " "},
                {"\r", " "},     {"–", "-"},      {"—", "-"},      {"\u2212", "-"}, {"\u2011", "-"},
                {"\u2010", "-"}, {"\u2060", ""},  {"\ufeff", ""}};

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

}

std::string simplified(std::string_view typed) {
    std::string plain;
    if (typed.size() > longest_typed) return plain;
    while (!typed.empty()) {
        if (typed.front() >= ' ' && typed.front() <= '~') {
            plain += typed.front(), typed.remove_prefix(1);
            continue;
        }
        auto known = [&](auto& r) { return typed.starts_with(r.written); };
        auto found = std::begin(replaced);
        while (found != std::end(replaced) && !known(*found)) ++found;
        if (found == std::end(replaced)) plain += typed.front(), typed.remove_prefix(1);
        else plain += found->plain, typed.remove_prefix(found->written.size());
    }
    auto first = plain.find_first_not_of(' ');
    if (first == plain.npos) return {};
    return i18n::fold(std::string_view{plain}.substr(first, plain.find_last_not_of(' ') + 1 - first));
}

bool Reader::spaces() {
    bool any = next() == ' ';
    while (next() == ' ') rest_.remove_prefix(1);
    return any;
}

bool Reader::take(char c) {
    if (next() != c || rest_.empty()) return false;
    rest_.remove_prefix(1);
    return true;
}

bool Reader::take(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
}

bool Reader::take_word(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    if (rest_.size() > text.size() && is_letter(rest_[text.size()])) return false;
    rest_.remove_prefix(text.size());
    return true;
}

bool Reader::dash() {
    auto before = *this;
    spaces();
    if (take('-')) return spaces(), true;
    *this = before;
    return false;
}

std::string_view Reader::word() {
    std::size_t length = 0;
    while (length < rest_.size() && is_letter(rest_[length])) ++length;
    auto word = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return word;
}

std::string_view Reader::digits() {
    std::size_t length = 0;
    while (length < rest_.size() && is_digit(rest_[length])) ++length;
    auto digits = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return digits;
}

std::optional<int> Reader::number(std::size_t fewest, std::size_t most) {
    auto before = *this;
    auto found = digits();
    if (found.size() < fewest || found.size() > most) {
        *this = before;
        return {};
    }
    int value = 0;
    for (char c : found) value = value * 10 + (c - '0');
    return value;
}
