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

// "Aktivita A: Nábor": the mark of an activity is no label.
void give_marks_back(Passages& all) {
    for (auto& passage : all) {
        auto label = passages::tokens_of(passage.label);
        bool mark = !passage.text.empty() && !passage.heading() && label.size() >= 3 && label.size() <= 5 &&
                    begins_with_activity_word(label) && label.back().folded == ":" &&
                    label[label.size() - 2].folded.size() == 1;
        if (!mark) continue;
        passage.text = passage.label + ' ' + passage.text, passage.label.clear();
        passage.tokens = passages::tokens_of(passage.text);
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

// "A1 | Depistáž", "2.1 | Kurzy": columns that only a mark made are an item.
void read_marked_rows(Passages& all) {
    for (auto& passage : all) {
        if (!passage.table || passage.cells.size() != 2 || passage.cells[0].size() > 6 || passage.cells[1].empty())
            continue;
        auto mark = mark_of(passages::trimmed(passage.cells[0]));
        bool words =
            !passage.tokens.empty() && passages::tokens_of(passage.cells[1]).front().kind == passages::TokenKind::word;
        if (!mark || !words || (passage.field != activities_field && passage.field != no_field)) continue;
        passage.kind = reading::LineKind::item, passage.marker = passages::trimmed(passage.cells[0]),
        passage.label.clear();
        passage.text = passage.cells[1], passage.tokens = passages::tokens_of(passage.text);
        passage.table = 0, passage.cells.clear();
    }
}

// A column under the head „aktivita“: each cell an item, with the mark of the cell before it.
void read_columns_of_activities(Passages& all) {
    for (auto& passage : all) {
        if (!passage.table || passage.cells.size() < 2 || passage.field != activities_field ||
            passage.column_name.empty())
            continue;
        auto mark = passages::trimmed(passage.cells[0]);
        bool marked = mark != passages::trimmed(passage.text) && mark.size() <= 6 && mark_of(mark);
        bool of_column = std::ranges::count(passage.cells, passage.text) > 0 && passage.tokens.size() <= 30;
        if (!of_column || mark == passage.text + "." || mark_of(passage.text)) continue;
        passage.kind = reading::LineKind::item, passage.marker = marked ? std::string{mark} : "•";
        passage.table = 0, passage.cells.clear();
    }
}

}

void read_activity_passages(Passages& all) {
    read_cards_of_activities(all);
    give_marks_back(all);
    join_marks_with_titles(all);
    read_columns_of_activities(all);
    read_marked_rows(all);
}

}
