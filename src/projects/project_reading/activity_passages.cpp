// Cards, labels and rows of tables that hold activities become items with their marks.
#include "projects/project_reading/activity_passages.hpp"

#include "projects/project_reading/activity_marks.hpp"

#include <algorithm>

namespace projects {

namespace {

// A printed form: number, name, costs and description of each activity one below another.
void read_cards_of_activities(Passages& all) {
    std::string no;
    bool inside = false;
    for (auto& passage : all) {
        if (passage.heading()) inside = passage.field == activities_field;
        auto label = passages::tokens_of(passage.label);
        bool named =
            passages::match_at(label, 0, "nazev klicove|aktivity") || (inside && passages::match_at(label, 0, "nazev"));
        if (inside && passages::match_at(label, 0, "poradi|cislo|c") && passage.tokens.size() <= 2) {
            no = passage.text, passage.field = other_field;
        } else if (named && !passage.text.empty()) {
            passage.field = activities_field, passage.kind = reading::LineKind::item,
            passage.marker = no.empty() ? "•" : no, passage.label.clear(), no.clear();
            passage.table = 0, passage.cells.clear();
        } else if (inside && passage.table &&
                   passages::match_at(label, 0, "naklad*|popis|vystup*|rozpoc*|termin*|poradi"))
            passage.field = other_field;
    }
}

// "Aktivita A: Nábor", "Klíčová aktivita ~ 01 | Nábor": the mark of an activity is no label.
void give_marks_back(Passages& all) {
    for (auto& passage : all) {
        auto label = passages::tokens_of(passage.label);
        while (!label.empty() && label.back().kind == passages::TokenKind::sign) label.pop_back();
        bool mark = !passage.text.empty() && !passage.heading() && label.size() >= 2 && label.size() <= 5 &&
                    begins_with_activity_word(label) &&
                    (label.back().folded.size() == 1 || label.back().kind == passages::TokenKind::number ||
                     passages::match_at(label, label.size() - 1, "jedna|dva|tri|ctyri|pet"));
        if (!mark) continue;
        std::string words;
        for (auto& token : label)
            if (token.kind != passages::TokenKind::sign || !token.spaced)
                words += (token.spaced && !words.empty() ? " " : "") +
                         passage.label.substr(token.begin, token.end - token.begin);
        passage.text = words + ": " + passage.text, passage.label.clear();
        passage.tokens = passages::tokens_of(passage.text);
        if (passage.table) passage.table = 0, passage.cells.clear(), passage.kind = reading::LineKind::text;
    }
}

// "Klíčová aktivita 1" in a line of its own, its title in the next.
void join_marks_with_titles(Passages& all) {
    Passages joined;
    for (auto& passage : all) {
        auto* above = joined.empty() ? nullptr : &joined.back();
        bool mark = above && begins_with_activity_word(above->tokens) && above->tokens.size() <= 6 &&
                    above->text.find('\n') == std::string::npos && !written_mark(above->text, above->tokens) &&
                    above->text.find_first_of("0123456789") != std::string::npos;
        bool title = mark && !passage.table && passage.label.empty() && !passage.text.empty() &&
                     passage.at.first <= above->at.last + 2 && !begins_with_activity_word(passage.tokens) &&
                     (passage.kind != reading::LineKind::item);
        if (!title) {
            joined.push_back(passage);
            continue;
        }
        auto rest = passage.text.find('\n');
        above->text = std::string{passages::trimmed(above->text, ":.")} + ": " + passage.text.substr(0, rest);
        above->at.last = passage.at.last, above->tokens = passages::tokens_of(above->text);
    }
    all = std::move(joined);
}

// "KA | Název | Termín" below the heading of activities: the names are theirs.
bool names_activity(const Passage& passage, const Passage* heading) {
    if (!passage.table || passage.field != name_field || passage.column_name.empty()) return false;
    bool of_project = passages::has(passages::tokens_of(passage.column_name), "projekt*");
    bool marked = begins_with_activity_word(passages::tokens_of(passage.cells.front()));
    return !of_project && (marked || (heading && heading->field == activities_field));
}

// "KA01" in a cell of its own: 01.
std::string mark_in_cell(std::string_view cell) {
    auto tokens = passages::tokens_of(cell);
    bool counted = tokens.size() <= 3 && begins_with_activity_word(tokens) && !tokens.empty();
    auto figures = counted ? cell.find_first_of("0123456789") : std::string_view::npos;
    return std::string{cell.substr(figures == cell.npos ? 0 : figures)};
}

// A column under the head „aktivita“: each cell an item, with the mark of the cell before it.
void read_columns_of_activities(Passages& all) {
    const Passage* heading = nullptr;
    for (auto& passage : all) {
        if (passage.heading()) heading = &passage;
        if (names_activity(passage, heading)) passage.field = activities_field;
        if (!passage.table || passage.cells.size() < 2 || passage.field != activities_field ||
            passage.column_name.empty())
            continue;
        auto mark = mark_in_cell(passages::trimmed(passage.cells[0]));
        bool marked = mark != passages::trimmed(passage.text) && mark.size() <= 6 && mark_of(mark);
        bool of_column = std::ranges::count(passage.cells, passage.text) > 0 && passage.tokens.size() <= 30;
        if (!of_column || mark == passage.text + "." || mark_of(passage.text)) continue;
        passage.kind = reading::LineKind::item, passage.marker = marked ? mark : "•";
        passage.table = 0, passage.cells.clear();
    }
}

bool has_words(std::string_view cell) {
    auto tokens = passages::tokens_of(cell);
    return !tokens.empty() && tokens.front().kind == passages::TokenKind::word &&
           std::ranges::any_of(tokens, [](auto& token) { return token.folded.size() > 3; });
}

void make_item(Passage& passage, std::string marker, std::string_view title) {
    passage.kind = reading::LineKind::item, passage.marker = std::move(marker), passage.label.clear();
    passage.text = passages::trimmed(title), passage.tokens = passages::tokens_of(passage.text);
    passage.table = 0, passage.cells.clear();
}

// What the head of a table of activities calls their titles.
constexpr std::string_view title_columns =
    "nazev|aktivita|aktivity|klicova|klicove|krok|etapa|faze|cinnost|cinnosti|popis|obsah|modul|opatreni|balicek|ukol";

// Where the titles stand: under a head that names them, behind a column of marks, else in the first column.
struct ActivityTable {
    std::size_t titles = 0;
    bool headed = false, marked = false;
};

std::optional<ActivityTable> table_of_activities(const Passages& all, std::size_t first, std::size_t last) {
    ActivityTable table;
    auto& head = all[first].cells;
    bool marks = std::ranges::any_of(head, [](auto& cell) { return cell.find_first_of("0123456789") != cell.npos; });
    for (std::size_t n = 0; n < head.size() && !table.headed && !marks; ++n)
        if (passages::match_at(passages::tokens_of(head[n]), 0, title_columns)) table = {n, true, false};
    std::size_t marked = 0, whole = 0;
    for (auto n = first + table.headed; n < last; ++n)
        if (auto mark = passages::trimmed(all[n].cells[0]); !mark.empty())
            ++whole, marked += mark.size() <= 6 && mark_of(mark).has_value();
    table.marked = whole > 0 && marked == whole;
    if (table.marked && table.titles == 0) table.titles = 1;
    if (table.headed || table.marked) return table;
    auto words = std::ranges::find_if(head, [](auto& cell) { return has_words(cell); });
    auto opens = passages::tokens_of(head.front());
    bool dated = words != head.begin() && words != head.end() && last > first + 1 && !opens.empty() &&
                 opens.front().kind == passages::TokenKind::number;
    if (!dated) return {};
    table.titles = std::size_t(words - head.begin());    // "1/2023 – 6/2023 | Nábor"
    return table;
}

// A row whose first cell is empty goes on with the title of the row above it.
void read_rows(Passages& all, std::size_t first, std::size_t last, const ActivityTable& table) {
    Passage* above = nullptr;
    if (table.headed) all[first].field = other_field;
    for (auto n = first + table.headed; n < last; ++n) {
        auto cells = all[n].cells;
        if (table.titles >= cells.size() || !has_words(cells[table.titles])) continue;
        auto mark = std::string{passages::trimmed(cells[0])};
        bool goes_on = above && table.titles > 0 && mark.empty();
        if (goes_on) {
            above->text += ' ' + std::string{passages::trimmed(cells[table.titles])};
            above->tokens = passages::tokens_of(above->text), above->at.last = all[n].at.last;
            all[n].field = other_field;
            continue;
        }
        make_item(all[n], table.marked ? mark : "•", cells[table.titles]);
        above = &all[n];
    }
}

// "A1 | Depistáž", "2.1 | Kurzy | leden–březen | Nováková", with a head over them or without.
void read_rows_of_activities(Passages& all) {
    for (std::size_t n = 0; n < all.size();) {
        auto end = n;
        auto in_table = [&](const Passage& passage) {
            return passage.table && passage.table == all[n].table && passage.cells.size() > 1 &&
                   passage.column_name.empty() && passage.field == all[n].field;
        };
        while (end < all.size() && in_table(all[end])) ++end;
        bool ours = all[n].field == activities_field || (all[n].field == no_field && all[n].cells.size() == 2);
        if (auto table =
                end > n && ours && !all[n].cells.front().empty() ? table_of_activities(all, n, end) : std::nullopt;
            table && (all[n].field == activities_field || !table->headed))
            read_rows(all, n, end, *table);
        n = std::max(end, n + 1);
    }
}

// „Konziliární tým“ as a heading below the heading „Co se bude dít“ opens no chapter on the team.
void keep_headings_below(Passages& all) {
    const Passage* opening = nullptr;
    for (std::size_t n = 0; n < all.size(); ++n) {
        auto& passage = all[n];
        if (!passage.heading()) continue;
        bool below = opening && opening->level > 0 && passage.level > opening->level;
        if (!below) {
            opening = passage.field == activities_field ? &passage : nullptr;
            continue;
        }
        if (field_of_whole_label(passage.tokens) == no_field && passage.field != activities_field)
            hand_down(all, n, passage.field, activities_field);
    }
}

}

void read_activity_passages(Passages& all) {
    read_cards_of_activities(all);
    give_marks_back(all);
    join_marks_with_titles(all);
    read_columns_of_activities(all);
    read_rows_of_activities(all);
    keep_headings_below(all);
}

}
