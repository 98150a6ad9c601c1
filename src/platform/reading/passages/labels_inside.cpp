// Labels that no colon at the beginning of a line tells: in capitals, behind a mark, inside a sentence.
#include "platform/reading/passages/label_search.hpp"

#include "platform/search/fold.hpp"

namespace passages {

namespace {

bool has_small(std::string_view word) {
    while (!word.empty()) {
        auto letter = search::take(word);
        if (search::is_letter(letter) && search::lower(letter) == letter) return true;
    }
    return false;
}

// Three letters at least, none of them small.
bool in_capitals(std::string_view text, const Tokens& tokens, Span words) {
    auto whole = printed(text, tokens, words);
    std::size_t letters = 0;
    for (std::string_view left = whole; !left.empty();) letters += search::is_letter(search::take(left));
    return letters >= 3 && !has_small(whole);
}

// "; forma ambulantní; provoz po–pá 8–16": a clause that begins with a bare label.
std::optional<LabelFound> clause_at(const Tokens& tokens, std::size_t at, std::span<const KnownLabel> labels) {
    std::optional<LabelFound> best;
    for (auto& label : labels) {
        auto words = label.bare ? match_at(tokens, at, label.pattern) : std::nullopt;
        bool value = words && words->last < tokens.size() && tokens[words->last].folded != ";";
        if (value && (!best || words->last > best->text)) best = LabelFound{label.field, at, words->last};
    }
    return best;
}

}

std::optional<LabelFound> label_in_capitals(std::string_view text, const Tokens& tokens,
                                            std::span<const KnownLabel> labels) {
    if (tokens.size() < 2 || !in_capitals(text, tokens, {0, 1})) return {};
    std::optional<LabelFound> best;
    for (auto& label : labels) {
        auto words = label.in_headings ? match_at(tokens, 0, label.pattern) : std::nullopt;
        if (!words || words->last >= tokens.size() || (best && best->text >= words->last)) continue;
        auto& next = tokens[words->last];
        bool small = next.kind == TokenKind::word && has_small(printed(text, tokens, {words->last, words->last + 1}));
        bool value = (small || next.kind == TokenKind::number) && tokens[0].folded != "orp";
        if (value && in_capitals(text, tokens, *words)) best = LabelFound{label.field, 0, words->last, words->last};
    }
    return best;
}

std::optional<LabelFound> label_behind_mark(const Tokens& tokens, std::span<const KnownLabel> labels) {
    bool mark = match_at(tokens, 1, ". #") && !tokens[1].spaced && !tokens[2].spaced && tokens.size() > 4 &&
                tokens[0].folded.size() <= 2 && tokens[2].folded.size() <= 2 && has_leaders(tokens);
    return mark ? label_at(tokens, 3, labels) : std::nullopt;
}

std::optional<LabelFound> label_inside(const Tokens& tokens, std::size_t at, std::span<const KnownLabel> labels) {
    auto& before = tokens[at - 1];
    if (before.kind != TokenKind::sign) return {};
    auto label = label_at(tokens, at, labels);
    if (!label && before.folded == ";") return clause_at(tokens, at, labels);
    bool far = label && label->text > label->named + (before.folded == "," ? 1 : 3);
    return far ? std::nullopt : label;
}

bool has_leaders(const Tokens& tokens) {
    auto leaders = find(tokens, ". . .");
    return leaders && leaders->first > 0 && leaders->first < 8 && leaders->last < tokens.size();
}

}
