#include "platform/reading/prose.hpp"

#include "platform/reading/pattern.hpp"
#include "platform/reading/word_lists.hpp"

#include <algorithm>

namespace reading {

namespace {

std::size_t letters_in(const std::string& text) {
    return std::size_t(std::ranges::count_if(text, [](unsigned char c) { return (c & 0xC0) != 0x80; }));
}

const Pattern& label_line() {
    static const Pattern label{
        "^\\s*(?:ukol[a-z]*(?:\\s*c\\.?)?\\s*[\\d./]*|[a-z]\\w*(?:[ /.,-]+[a-z]\\w*\\.?){0,4}\\s*(?:\\([^)]*\\))?|z|t|o)\\s*:"};
    return label;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

// The word that ends before a point.
std::string word_before(const Letters& text, std::size_t point) {
    auto from = point;
    while (from > 0 && (is_small(text.low[from - 1]) || is_digit(text.low[from - 1]))) --from;
    return text.low.substr(from, point - from);
}

// „zajistí do 15. 3. Eva Malá.“: names alone make no sentence.
bool names_end(const Letters& text, std::size_t from) {
    static const Pattern names{
        "^(?:(?:Ing|Mgr|Bc|Dr|MUDr|PhDr|JUDr|p|[A-Z])\\. ?){0,2}[A-Z][a-z]+(?: (?:a |s )?[A-Z][a-z]+){0,3}\\s*(?:[.;)]|$)"};
    return names.stands_in(text.plain.substr(from, 60));
}

bool ends_sentence(const Letters& text, std::size_t point) {
    auto next = text.low.find_first_not_of(" \"", point + 1);
    if (next == std::string::npos) return true;
    if (text.low[point + 1] != ' ' && text.low[point + 1] != '"') return false;
    if (text.low[point] != '.') return true;
    if (is_small(text.plain[next]) || text.low[next] == ',' || text.low[next] == '-' || text.low[next] == ')')
        return false;
    auto word = word_before(text, point);
    if (word.empty()) return true;
    if (is_digit(word.front())) {    // „v 9. třídě“, but „do 18. 10. Tereza …“
        static const Pattern whole_date{"\\d{1,2}[.:,]\\s?\\d{1,2}$"};
        auto before = text.low.substr(point > 8 ? point - 8 : 0, std::min<std::size_t>(point, 8));
        if (text.low[next] == '(') return false;    // „12. 12. (poslední letos)“
        if (is_digit(text.low[next])) return word.size() == 4;
        if (names_end(text, next)) return false;
        return word.size() > 2 || whole_date.stands_in(before) || std::stoi(word) > 31;
    }
    if (words_of("abbreviations").contains(word)) return false;
    if (word.size() == 1) return false;
    bool roman_month = is_digit(text.low[next]) && word.find_first_not_of("ivx") == word.npos;    // „16. XI. 2024“
    if (roman_month) return false;
    return true;
}

}

std::size_t usual_width(const std::vector<Line>& lines) {
    std::vector<std::size_t> widths;
    for (auto& line : lines)
        if (line.kind == LineKind::text && !line.empty())
            widths.push_back(letters_in(line.text) + std::size_t(line.indent));
    if (widths.size() < 4) return 80;
    std::ranges::sort(widths);
    return std::clamp<std::size_t>(widths[widths.size() * 9 / 10], 50, 140);
}

bool goes_on(const Line& before, const Line& next, std::size_t wide) {
    if (before.empty() || next.empty() || next.kind != LineKind::text ||
        (before.kind != LineKind::text && before.kind != LineKind::item))
        return false;
    Letters last{before.text}, begin{next.text};
    static const Pattern point_heading{"^(?:ad|k bodu|bod)\\s*\\.?\\s*\\d"};
    if (label_line().stands_in(begin.low.substr(0, 60)) || point_heading.stands_in(begin.low)) return false;
    auto end = last.low.back();
    bool small = is_small(begin.plain[0]);
    auto width = last.size() + std::size_t(before.indent);
    if (end == ':' && !small) return false;
    if (before.kind == LineKind::item && next.indent > before.indent && (small || width * 10 >= wide * 6)) return true;
    if (small && end != '.' && end != ';') return true;
    if (end == ',') return width * 10 >= wide * 4;
    if (width * 10 >= wide * 8) return true;
    return width * 10 >= wide * 7 && end != '.' && end != ';';
}

std::vector<std::pair<std::size_t, std::size_t>> sentence_bounds(const Letters& text) {
    std::vector<std::pair<std::size_t, std::size_t>> bounds;
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto c = text.low[at];
        bool end = (c == '.' || c == '!' || c == '?' || c == ';') && at + 1 < text.size() &&
                   (c == ';' ? false : ends_sentence(text, at));
        if (!end && at + 1 < text.size()) continue;
        auto to = at + 1;
        while (to < text.size() && text.low[to] == '"' && to + 1 < text.size() && text.low[to + 1] == ' ') ++to;
        while (from < to && text.low[from] == ' ') ++from;
        if (from < to) bounds.emplace_back(from, to);
        from = to;
        at = to - 1;
    }
    return bounds;
}

std::vector<Sentence> sentences_of(const std::vector<Line>& lines) {
    std::vector<Sentence> sentences;
    auto wide = usual_width(lines);
    std::size_t paragraph = 0;
    for (std::size_t at = 0; at < lines.size(); ++paragraph) {
        auto& line = lines[at];
        if (line.empty()) {
            ++at;
            continue;
        }
        if (line.kind == LineKind::row || line.kind == LineKind::heading) {
            sentences.push_back({.letters = Letters{line.text},
                                 .place = {at, at},
                                 .paragraph = paragraph,
                                 .row = line.kind == LineKind::row});
            ++at;
            continue;
        }
        std::string text = line.text;
        std::vector<std::size_t> starts = {0};
        auto end = at + 1;
        for (; end < lines.size() && goes_on(lines[end - 1], lines[end], wide); ++end) {
            text += ' ';
            starts.push_back(text.size());
            text += lines[end].text;
        }
        Letters whole{text};
        auto line_of = [&](std::size_t letter) {
            auto byte = whole.at[letter];
            return at + std::size_t(std::ranges::upper_bound(starts, byte) - starts.begin()) - 1;
        };
        bool first = true;
        for (auto [from, to] : sentence_bounds(whole)) {
            sentences.push_back({.letters = Letters{whole.cut(from, to)},
                                 .place = {line_of(from), line_of(to - 1)},
                                 .paragraph = paragraph,
                                 .item = first && line.kind == LineKind::item,
                                 .marker = first ? line.marker : ""});
            first = false;
        }
        at = end;
    }
    return sentences;
}

}
