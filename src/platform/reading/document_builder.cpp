#include "platform/reading/document_builder.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/reading_error.hpp"

#include <algorithm>
#include <utility>

namespace reading {

namespace {

std::string squeezed_cell(std::string_view cell) {
    std::vector<std::string> paragraphs;
    for (auto& part : text::parted(cell, "\n"))
        if (auto clean = squeezed(part); !clean.empty()) paragraphs.push_back(std::move(clean));
    return text::joined(paragraphs, "\n");
}

std::string roman(int number) {
    static constexpr std::pair<int, const char*> parts[] = {{100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"},
                                                            {9, "ix"},  {5, "v"},   {4, "iv"}, {1, "i"}};
    std::string text;
    for (auto& [value, letters] : parts)
        for (; number >= value; number -= value) text += letters;
    return text;
}

// Words that follow "1." in a day or a year's edition, not in a list.
bool month_follows(std::string_view rest) {
    static constexpr std::string_view months[] = {
        "led",  "únor", "unor", "břez",   "brez",   "dub",    "květ",   "kvet",  "červ", "cerv",   "srp", "září",
        "zari", "říj",  "rij",  "listop", "prosin", "ročník", "rocnik", "zased", "patr", "podlaž", "etáž"};
    return std::ranges::any_of(months, [&](auto month) { return rest.starts_with(month); });
}

}

namespace {

// „26.–27. června“, „12. do 15. června“, „6. a 7. května“ begin with days.
bool days_follow(std::string_view rest) {
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    for (std::string_view sign : {"-", "–", "do ", "až ", "a "})
        if (rest.starts_with(sign)) {
            rest.remove_prefix(sign.size());
            while (rest.starts_with(' ')) rest.remove_prefix(1);
            return !rest.empty() && rest[0] >= '0' && rest[0] <= '9' && rest.find('.') < 3;
        }
    return false;
}

}

Marker marker_at(std::string_view text) {
    static const auto signs =
        text::parted("• · ● ▪ ○ → ► ⇒ ■ \xEF\x82\xB7 \xEF\x82\xA7 – — - * ☐ ☑ ➢ ✓ ➜ ➔ ⇨ ◆ ◦ ‣ ▸ □", " ");
    for (std::string_view sign : signs) {
        if (!text.starts_with(sign)) continue;
        auto rest = text.find_first_not_of(" \t", sign.size());
        auto wide = sign != "-" && sign != "–" && sign != "—" && sign != "*";
        if (rest == text.npos) return text.size() == sign.size() ? Marker{} : Marker{text.size(), std::string{sign}};
        if (rest == sign.size() && !wide) return {};
        if (sign == "□") return {rest, "☐"};
        return {rest, sign == "→" || sign == "☐" || sign == "☑" ? std::string{sign} : "•"};
    }
    // "[ ]" and "[x]" as people type boxes to be ticked
    if (text.size() > 4 && text[0] == '[' && text[2] == ']' && text[3] == ' ')
        return text[1] == 'x' || text[1] == 'X'   ? Marker{4, "☑"}
               : text[1] == ' ' || text[1] == '>' ? Marker{4, "☐"}
                                                  : Marker{};
    std::size_t end = 0;
    if (!text.empty() && text[0] == '(') ++end;
    auto from = end;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    bool digits = end > from;
    if (end - from > 2) return {};
    while (digits && end + 1 < text.size() && text[end] == '.' && text[end + 1] >= '0' &&
           text[end + 1] <= '9') {    // 3.1, 3.1.2
        auto more = end + 1;
        while (more < text.size() && text[more] >= '0' && text[more] <= '9') ++more;
        if (more - end > 3) return {};
        end = more;
    }
    bool several = digits && text.substr(from, end - from).find('.') != text.npos;
    if (!digits) {
        if (end < text.size() && ((text[end] >= 'a' && text[end] <= 'z') || (text[end] >= 'A' && text[end] <= 'Z')))
            ++end;
        static constexpr std::string_view romans[] = {"II", "III", "IV", "VI", "VII", "VIII", "IX", "ii", "iii", "iv"};
        for (auto roman : romans)
            if (text.substr(from).starts_with(roman) && text.size() > from + roman.size() &&
                (text[from + roman.size()] == '.' || text[from + roman.size()] == ')'))
                end = from + roman.size();
        if (end == from) return {};
    }
    if (end >= text.size()) return {};
    auto closing = text[end];
    if (digits && closing == '.' && days_follow(text.substr(end + 1))) return {};
    auto roman_point = closing == '.' && !digits && (end - from > 1 || text[from] == 'I' || text[from] == 'V');
    if (closing == '/'   ? !digits || several
        : closing == '.' ? !digits && !roman_point
                         : closing != ')' && !(several && closing == ' '))
        return {};
    auto last = closing == ' ' ? end : end + 1;
    if (closing == '.' && last < text.size() && text[last] == ')') ++last;    // "3.)"
    auto rest = text.find_first_not_of(" \t", last);
    if (rest == text.npos) return {};
    if (rest == last && (closing == '/' || closing == '.' || !digits) && closing != ')') {
        // "1.Úvod" is one, "3/23" and "v.r." are none
        auto letter = static_cast<unsigned char>(text[rest]);
        if (!digits || closing != '.' || !(letter >= 0x80 || (letter >= 'A' && letter <= 'Z'))) return {};
    }
    if (closing == '.' || closing == ' ')
        if ((text[rest] >= '0' && text[rest] <= '9' && (closing == '.' || several)) ||
            (digits && month_follows(text.substr(rest))))
            return {};
    return {rest, std::string{text.substr(0, last)}};
}

void DocumentBuilder::tabbed(std::string_view line, bool each_counts) {
    if (line.find('\t') == line.npos) return text(line);
    std::vector<std::string> cells;
    for (std::size_t from = 0; from <= line.size();) {
        auto to = std::min(line.find('\t', from), line.size());
        auto cell = squeezed(line.substr(from, to - from));
        if (each_counts || !cell.empty() || (cells.empty() && from == 0)) cells.push_back(std::move(cell));
        from = to + 1;
    }
    while (!cells.empty() && cells.back().empty()) cells.pop_back();
    auto filled = std::ranges::count_if(cells, [](auto& cell) { return !cell.empty(); });
    auto first = std::ranges::find_if(cells, [](auto& cell) { return !cell.empty(); });
    if (filled == 0) return;
    auto whole = squeezed(line);
    auto marker = marker_at(whole);
    bool labelled = filled > 1 && first->ends_with(':') && (filled == 2 || !each_counts);
    if (filled == 2 && marker.length > 0 && marker.text.size() <= 4 && squeezed(*first) == marker.text)
        return item(whole.substr(marker.length), marker.text, 1);
    if (labelled) return text(whole);
    auto& lines = document_.lines;
    bool below_row =
        !lines.empty() && lines.back().table != 0 && lines.back().table == tab_table_ && lines.back().cells.size() > 1;
    if (filled == 1 && !below_row) return text(whole);
    if (lines.empty() || lines.back().table == 0 || lines.back().table != tab_table_) tab_table_ = new_table();
    row(std::move(cells), tab_table_);
}

std::string numeral(int number, std::string_view kind) {
    if (number < 1 || number > 399) return std::to_string(number);
    bool upper = kind.starts_with("upper");
    std::string text;
    if (kind.ends_with("Letter")) text = std::string(std::size_t((number - 1) / 26 + 1), char('a' + (number - 1) % 26));
    else if (kind.ends_with("Roman")) text = roman(number);
    else return std::to_string(number);
    if (upper)
        for (auto& c : text) c = char(c - 'a' + 'A');
    return text;
}

void DocumentBuilder::line(Line line) {
    if (line.kind != LineKind::row) line.text = squeezed(line.text);
    if (line.text.empty() && line.kind != LineKind::row) return paragraph_end();
    bytes_ += line.text.size();
    if (bytes_ > text_bytes_most || document_.lines.size() >= lines_most) throw ReadingError{Fault::too_large};
    line.page = page_;
    document_.lines.push_back(std::move(line));
}

void DocumentBuilder::text(std::string_view text) { line({.text = std::string{text}}); }

void DocumentBuilder::heading(std::string_view text, int level) {
    line({.text = std::string{text}, .kind = LineKind::heading, .level = std::clamp(level, 1, 9)});
}

void DocumentBuilder::item(std::string_view text, std::string marker, int level) {
    line({.text = std::string{text},
          .kind = LineKind::item,
          .level = std::clamp(level, 1, 9),
          .marker = std::move(marker)});
}

void DocumentBuilder::row(std::vector<std::string> cells, int table) {
    std::string whole;
    bool filled = false;
    for (auto& cell : cells) {
        cell = squeezed_cell(cell);
        filled = filled || !cell.empty();
        if (&cell != &cells.front()) whole += " | ";
        whole += cell;
    }
    if (!filled) return;
    std::ranges::replace(whole, '\n', ' ');
    line({.text = std::move(whole), .kind = LineKind::row, .cells = std::move(cells), .table = table});
}

void DocumentBuilder::paragraph_end() {
    auto& lines = document_.lines;
    if (lines.empty() || lines.back().empty()) return;
    if (lines.size() >= lines_most) throw ReadingError{Fault::too_large};
    lines.push_back({.page = page_});
}

TextDocument DocumentBuilder::take() {
    auto& lines = document_.lines;
    while (!lines.empty() && lines.back().empty()) lines.pop_back();
    if (lines.empty()) throw ReadingError{Fault::empty};
    return std::move(document_);
}

std::string TextDocument::text() const {
    std::string whole;
    for (auto& line : lines) whole += line.text, whole += '\n';
    return whole;
}

}
