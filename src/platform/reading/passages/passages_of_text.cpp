// Which lines go on with the one above, which open a section, and where labels inside a line part it.
#include "platform/reading/passages/passages_taken.hpp"

#include <algorithm>

namespace passages {

namespace {

// Narrow texts break their lines earlier: four fifths of what nine lines of ten keep to.
std::size_t wrapped_width(const reading::TextDocument& document) {
    std::vector<std::size_t> widths;
    for (auto& line : document.lines)
        if (line.kind == reading::LineKind::text && line.text.size() > 20) widths.push_back(line.text.size());
    if (widths.size() < 10) return wrapped_bytes_min;
    auto tenth = widths.begin() + std::ptrdiff_t(widths.size() * 9 / 10);
    std::ranges::nth_element(widths, tenth);
    return std::clamp(*tenth * 4 / 5, std::size_t{40}, wrapped_bytes_min);
}

// "Platnost od: 1. 1. 2024", "Terén: po–pá 8–16": not the rest of the line above.
bool has_label_of_its_own(std::string_view text) {
    auto tokens = tokens_of(text);
    if (has_leaders(tokens)) return true;
    for (std::size_t at = 1; at < tokens.size() && at < 5; ++at)
        if (tokens[at].folded == ":") return tokens[at - 1].kind == TokenKind::word;
    return false;
}

// (2) → 2; 0 where it is no number
int number_of(std::string_view marker) {
    int number = 0;
    for (auto sign : marker) {
        if (sign >= '0' && sign <= '9') number = std::min(number * 10 + (sign - '0'), 1000);
        else if (sign != '(' && sign != ')' && sign != '.') return 0;
    }
    return number;
}

bool ends_with_colon(const Tokens& tokens) { return !tokens.empty() && tokens.back().folded == ":"; }

std::string_view printed_part(std::string_view text, const Tokens& tokens, std::size_t first, std::size_t last) {
    return first < last ? text.substr(tokens[first].begin, tokens[last - 1].end - tokens[first].begin) : "";
}

}

PassagesOfText::PassagesOfText(PassagesTaken& taken) : taken_{taken}, wrapped_{wrapped_width(taken.document)} {}

void PassagesOfText::take(std::size_t n, const reading::Line& line) {
    bool item = line.kind == reading::LineKind::item;
    if (item && splits_sentence(n, line)) {
        auto whole = line;
        whole.text = line.marker + ' ' + line.text, whole.kind = reading::LineKind::text, whole.marker.clear();
        return go_on(n, whole, tokens_of(whole.text));
    }
    auto tokens = tokens_of(line.text);
    if (ends_with_colon(tokens) && opens_section(n, line, tokens)) return;
    if (item && opener_ > 0 && number_of(line.marker) == opener_ + 1) taken_.section = taken_.base = 0, opener_ = 0;
    auto label = label_at(tokens, 0, taken_.labels, item);
    if (!label) label = label_behind_mark(tokens, taken_.labels);
    if (!label) label = label_in_capitals(line.text, tokens, taken_.labels);
    if (item && taken_.until_blank && labelled_item_) taken_.back_to_heading();
    labelled_item_ = item && label;
    if (!label && goes_on(n, line)) return go_on(n, line, tokens);
    if (!label && opens_section(n, line, tokens)) return;
    bool fresh = taken_.until_blank && !taken_.answer && !item && n > 0 &&
                 taken_.document.lines[n - 1].text.ends_with('.') && !begins_small(line.text);
    if (fresh) taken_.back_to_heading();
    if (!label && (is_unknown_label(tokens, line) || has_leaders(tokens))) taken_.begin_section(0);
    pieces(n, line, tokens, label);
}

bool PassagesOfText::is_unknown_label(const Tokens& tokens, const reading::Line& line) const {
    return line.kind == reading::LineKind::text && ends_with_colon(tokens) && words_in(tokens) <= label_words_max;
}

// "každý den od" / "18.30 do 7.30": the number that begins the line is no marker.
bool PassagesOfText::splits_sentence(std::size_t n, const reading::Line& line) const {
    if (!taken_.open || taken_.all.empty() || taken_.all.back().at.last + 1 != n || line.marker.empty()) return false;
    bool number = line.marker.find_first_not_of("0123456789.") == std::string::npos;
    auto before = tokens_of(taken_.document.lines[n - 1].text);
    return number && !before.empty() && match_at(before, before.size() - 1, "od|do|az|mezi|-|a|v|ve|dne|na");
}

// The rest of a paragraph or an item that the width of the page broke.
bool PassagesOfText::goes_on(std::size_t n, const reading::Line& line) const {
    if (!taken_.open || taken_.all.empty() || line.kind != reading::LineKind::text || n == 0) return false;
    auto& last = taken_.all.back();
    if (last.text.empty() || last.at.last + 1 != n) return false;
    auto& above = taken_.document.lines[n - 1].text;
    if (begins_small(line.text)) return !above.ends_with('.') || above.size() >= wrapped_bytes_min + 10;
    if (has_label_of_its_own(line.text)) return false;
    bool ended = above.ends_with('.') && !last.label.empty();
    return above.size() >= (ended ? wrapped_ + 15 : wrapped_);
}

// The next line of a paragraph; labels inside it begin passages of their own.
void PassagesOfText::go_on(std::size_t n, const reading::Line& line, const Tokens& tokens) {
    auto label = next_label(tokens, 1, false);
    auto end = label ? tokens[label->first].begin : line.text.size();
    auto& last = taken_.all.back();
    last.text += '\n', last.text += trimmed(std::string_view{line.text}.substr(0, end)), last.at.last = n;
    if (label) pieces(n, line, tokens, label);
}

// "3. Klíčové aktivity" alone in an item; "Příjemce uskuteční tyto klíčové aktivity:" with the label at its end.
bool PassagesOfText::opens_section(std::size_t n, const reading::Line& line, const Tokens& tokens) {
    Named named;
    if (ends_with_colon(tokens) && words_in(tokens) <= 14) named = named_at_end(tokens, taken_.labels);
    else if (line.kind == reading::LineKind::item && words_in(tokens) <= label_words_max) {
        named = named_in(tokens, taken_.labels, 1);
        if (named.words < tokens.size()) named = {};
    }
    if (!named.field) return false;
    taken_.begin_section(named.field), opener_ = number_of(line.marker);
    taken_.add_label(n, line, named.field);
    return true;
}

// Known labels inside the line begin passages of their own.
void PassagesOfText::pieces(std::size_t n, const reading::Line& line, const Tokens& tokens,
                            std::optional<LabelFound> label) {
    for (std::size_t at = 0;;) {
        auto begin = label ? label->text : at;
        auto next = next_label(tokens, label ? begin : at + 1, label.has_value());
        auto value = printed_part(line.text, tokens, begin, next ? next->first : tokens.size());
        if (label) labelled(n, line, printed_part(line.text, tokens, label->first, begin), label->field, value);
        else if (!value.empty()) taken_.add(n, line, taken_.section, value);
        if (!next) return;
        label = next, at = next->first;
    }
}

void PassagesOfText::labelled(std::size_t n, const reading::Line& line, std::string_view label, int field,
                              std::string_view value) {
    taken_.section = field, taken_.until_blank = !value.empty();
    if (value.empty()) {
        taken_.base = field;
        taken_.add_label(n, line, field);
    } else taken_.add(n, line, field, value).label = std::string{trimmed(label)};
}

// The first label from here on; right behind a label another one needs no sign before it.
std::optional<LabelFound> PassagesOfText::next_label(const Tokens& tokens, std::size_t from, bool behind_label) const {
    for (auto at = from; at < tokens.size(); ++at) {
        auto label = label_inside(tokens, at, taken_.labels);
        if (!label && behind_label && at == from) label = label_at(tokens, at, taken_.labels);
        if (label) return label;
    }
    return {};
}

}
