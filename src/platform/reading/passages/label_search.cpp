// Looks for known labels where labels stand.
#include "platform/reading/passages/label_search.hpp"

#include "platform/search/fold.hpp"

#include <algorithm>

namespace passages {

namespace {

constexpr std::size_t qualifiers_max = 4;

// After the words of a label: a few more, a bracket, then a colon or leaders of dots.
std::optional<std::size_t> end_of_label(const Tokens& tokens, std::size_t at) {
    for (std::size_t n = 0; n <= qualifiers_max + 3 && at + n < tokens.size(); ++n) {
        auto& token = tokens[at + n];
        if (token.folded == ":" || (token.folded == "=" && token.spaced))
            return at + n + 1;    // "| kapacita = 44 lůžek"
        if (token.folded == "." && at + n + 2 < tokens.size() && tokens[at + n + 1].folded == "." &&
            tokens[at + n + 2].folded == ".") {
            auto end = at + n;
            while (end < tokens.size() && (tokens[end].folded == "." || tokens[end].folded == ":")) ++end;
            return end;
        }
        if (auto law = match_at(tokens, at + n, "?c ?. # / # sb ?.")) {
            at = law->last - n - 1;
            continue;
        }
        if (token.folded == "." && n > 0 && !match_at(tokens, at + n - 1, "tis|mil|mes")) return {};
        if (token.kind == TokenKind::number || token.folded == ";" || token.folded == "\"") return {};
    }
    return {};
}

// "Kapacita – 12 lůžek"; in an item also "b) okamžitá kapacita 12 lůžek", "a) identifikátor 1234567".
std::optional<std::size_t> end_without_colon(const Tokens& tokens, Span words, bool item, bool bare) {
    if (words.last >= tokens.size() || words.first > 0) return {};
    auto& next = tokens[words.last];
    if (next.folded == "-" && next.spaced && words.last + 1 < tokens.size()) return words.last + 1;
    bool question = match_at(tokens, words.first, "kde|kdy|kam|komu|kdo|koho|kolik|jak|jaka|co|pro").has_value();
    if (item && (bare || (words.size() >= 2 && !question) || next.kind == TokenKind::number) &&
        next.kind != TokenKind::sign)
        return words.last;
    return {};
}

}

std::optional<LabelFound> label_at(const Tokens& tokens, std::size_t at, std::span<const KnownLabel> labels,
                                   bool item) {
    std::optional<LabelFound> best;
    std::size_t longest = 0;
    for (auto& label : labels) {
        auto words = match_at(tokens, at, label.pattern);
        if (!words || words->size() <= longest) continue;
        auto text = end_of_label(tokens, words->last);
        if (text && !label.in_headings && words->size() == 1 && *text > words->last + 2) text.reset();
        if (!text) text = end_without_colon(tokens, *words, item, label.bare);
        if (!text) continue;
        best = LabelFound{label.field, at, *text, words->last}, longest = words->size();
    }
    return best;
}

Named named_in(const Tokens& tokens, std::span<const KnownLabel> labels, std::size_t starts_max) {
    Named best;
    for (std::size_t at = 0; at < std::min(tokens.size(), starts_max); ++at)
        for (auto& label : labels)
            if (auto words = match_at(tokens, at, label.pattern); words && words->size() > best.words)
                best = {label.field, words->size()};
    return best;
}

Named named_at_end(const Tokens& tokens, std::span<const KnownLabel> labels) {
    Named best;
    auto last = tokens.size() - 1;
    while (last > 0 && match_at(tokens, last - 1, "takto|nasledovne|nasledujici|tyto")) --last;
    for (auto at = last > 6 ? last - 6 : 0; at < last; ++at)
        for (auto& label : labels) {
            auto words = match_at(tokens, at, label.pattern);
            if (words && words->last == last && words->size() > best.words) best = {label.field, words->size()};
        }
    return best;
}

int field_of_heading(const Tokens& tokens, std::span<const KnownLabel> labels) {
    Named best;
    std::size_t words = 0, parts = 1;
    for (std::size_t at = 1; at < tokens.size(); ++at) parts += match_at(tokens, at, ",|a|/|+").has_value();
    if (parts >= 3 && words_in(tokens) <= parts * 2) return 0;    // "Formy, místo a čas": of all of them
    for (std::size_t at = 0; at < std::min(tokens.size(), heading_words_max); ++at) {
        bool begins = words < 2, near = words < 4;
        words += tokens[at].kind == TokenKind::word;
        for (auto& label : labels) {
            auto found = label.in_headings ? match_at(tokens, at, label.pattern) : std::nullopt;
            if (found && found->size() > best.words && (begins || (near && found->size() > 1)))
                best = {label.field, found->size()};
        }
    }
    return best.field;
}

std::size_t words_in(const Tokens& tokens) {
    return std::size_t(std::ranges::count(tokens, TokenKind::word, &Token::kind));
}

bool begins_small(std::string_view text) {
    if (text.empty()) return false;
    auto letter = search::take(text);
    return letter == '(' || (search::is_letter(letter) && search::lower(letter) == letter);
}

}
