// What the first row and the first column of a table say, and which cells are values of which label.
#include "platform/reading/passages/passages_taken.hpp"

#include <algorithm>

namespace passages {

namespace {

// "vek_od" of an export: its words.
std::string with_blanks(std::string_view cell) {
    std::string words{cell};
    std::ranges::replace(words, '_', ' ');
    return words;
}

// "a) identifikátor" of a row: the words alone.
Tokens without_mark(const Tokens& tokens) {
    if (tokens.size() < 3 || tokens[1].spaced) return tokens;
    auto& mark = tokens[0];
    bool counted = mark.kind == TokenKind::number || mark.folded.find_first_not_of("ivx") == std::string::npos ||
                   (mark.folded.size() == 1 && mark.folded != "c");
    bool marked = (tokens[1].folded == ")" && mark.folded.size() <= 4) ||
                  ((tokens[1].folded == "." || tokens[1].folded == "/") && counted);
    return marked ? Tokens(tokens.begin() + 2, tokens.end()) : tokens;
}

bool is_blank(std::string_view cell) { return trimmed(cell).empty(); }

// "Celkem | 12 | 4": nobody's figures.
bool is_sum(const std::vector<std::string>& cells) {
    constexpr std::string_view sum = "celkem|soucet|uhrnem";
    return std::ranges::any_of(cells, [&](auto& cell) { return has(tokens_of(cell), sum); }) &&
           (is_blank(cells[0]) || match_at(tokens_of(cells[0]), 0, sum));
}

void go_on_with(Passage& passage, std::string_view cell, std::size_t n) {
    passage.text += '\n', passage.text += cell, passage.at.last = n;
}

}

void PassagesOfTables::take(std::size_t n) {
    auto& cells = line(n).cells;
    taken_.open = false;
    bool begins = line(n).table != table_.number;
    if (begins) begin(n);
    if (cells.empty()) return;
    if (table_.pairs) return pairs(n);
    if (begins && names_columns(cells)) return;
    if (!table_.columns.empty() && cells.size() > 1) return columns(n);
    if (begins && names_things(n)) {
        table_.thing_cells = cells.size();
        return values(n, 0);
    }
    row_below(n);
}

void PassagesOfTables::begin(std::size_t n) {
    table_ = {.number = line(n).table};
    std::size_t both = 0, rows = 0, labelled = 0;
    std::vector<int> fields;
    each_row(n, [&](auto& cells) {
        ++rows;
        int field = cells.empty() ? 0 : field_of_cell(cells[0]);
        labelled += field != 0;
        if (field && std::ranges::count(fields, field) == 0) fields.push_back(field);
        both += field && cells.size() >= 4 && field_of_cell(cells[2]) && !cells[1].empty();
    });
    table_.pairs = both >= 2 && both * 4 >= rows;
    table_.labelled = fields.size() >= 2;
    table_.labels_below = fields.size() >= 4 && labelled * 2 >= rows;
}

// A heading row: most cells are labels that we know, and different ones.
bool PassagesOfTables::names_columns(const Cells& cells) {
    if (cells.size() < 2 || table_.labels_below) return false;    // its columns are things
    std::vector<int> fields;
    std::size_t known = 0;
    for (auto& cell : cells) {
        auto tokens = tokens_of(with_blanks(cell));
        auto named = tokens.size() <= label_words_max ? named_in(tokens, taken_.labels, 2) : Named{};
        bool whole = named.words == tokens.size() || (cells.size() > 2 && named.words * 2 >= tokens.size());
        int field = whole || cells.size() > 2 ? named.field : 0;
        if (whole && named.field && std::ranges::count(fields, field) == 0) ++known;
        fields.push_back(field);
    }
    if (known < 2 || known * 2 < cells.size()) return false;
    table_.columns = fields, table_.column_names = cells;
    return true;
}

// The first row names what the columns are about, when labels stand at the left of the rows below it.
bool PassagesOfTables::names_things(std::size_t n) const {
    auto& cells = line(n).cells;
    if (cells.size() < 2 || field_of_cell(cells[0])) return false;
    if (cells.size() == 2 && words_in(tokens_of(cells[0])) == 1) return false;    // a pair like those below
    std::size_t labelled = 0, rows = 0;
    each_row(n + 1, [&](auto& below) { ++rows, labelled += below.size() > 1 && field_of_cell(below[0]); });
    return labelled >= 2 && labelled * 2 >= rows;
}

// Numbers and sums make a row of figures, not a label.
int PassagesOfTables::field_of_cell(std::string_view cell) const {
    auto tokens = without_mark(tokens_of(cell));
    if (words_in(tokens) > label_words_max || has(tokens, "# #") || has(tokens, "celkem")) return 0;
    return named_in(tokens, taken_.labels, 1).field;
}

// No text below goes on with a cell.
Passage& PassagesOfTables::add(std::size_t n, int field, std::string_view cell) {
    auto& passage = taken_.add(n, line(n), field, cell);
    taken_.open = false;
    return passage;
}

// Label in the first cell; further cells are values of one thing, or of several things side by side.
void PassagesOfTables::row_below(std::size_t n) {
    auto& cells = line(n).cells;
    bool without_label = tokens_of(cells[0]).empty();
    if (without_label && table_.row_field) return go_on(n);
    int field = field_of_cell(cells[0]);
    table_.row_field = cells.size() > 1 ? field : 0;
    if (cells.size() == 1) only_cell(n, field);
    else if (field || (cells.size() > 2 && table_.thing_cells > 0 && !without_label)) values(n, field);
    else without_known_label(n);
}

void PassagesOfTables::only_cell(std::size_t n, int field) {
    auto& cell = line(n).cells[0];
    auto tokens = tokens_of(cell);
    if (field && named_in(tokens, taken_.labels, 1).words == words_in(tokens)) taken_.begin_section(field);
    if (cell.find(" =") != std::string::npos) {
        end_equations();
        equations_ = taken_.base;
    }
    text_.take(n, line(n));
}

// "| věk do =": what one line of an info box is about, the next one and the text below are not.
void PassagesOfTables::end_equations() {
    if (equations_) taken_.begin_section(*equations_);
    equations_.reset();
}

// A row of figures, or a label that nobody told us of beside those that we know.
void PassagesOfTables::without_known_label(std::size_t n) {
    auto& cells = line(n).cells;
    bool other = table_.labelled && cells.size() == 2 && !tokens_of(cells[0]).empty();
    auto& passage = add(n, other ? 0 : taken_.section, line(n).text);
    passage.cells = cells, passage.label = cells[0];
}

// A single value below several things holds for each of them.
void PassagesOfTables::values(std::size_t n, int field) {
    auto& cells = line(n).cells;
    bool alone =
        field && cells.size() > 1 && !is_blank(cells[1]) && std::all_of(cells.begin() + 2, cells.end(), is_blank);
    bool for_all = table_.thing_cells > 2 && alone && !has(tokens_of(cells[0]), "cena|kc|poznamk*");
    auto value = [&](std::size_t column, const std::string& cell) {
        auto& passage = add(n, field, cell);
        passage.label = cells[0], passage.column = column - 1;
    };
    for (std::size_t column = 2; for_all && column < table_.thing_cells; ++column) value(column, cells[1]);
    for (std::size_t column = 1; column < cells.size(); ++column)
        if (!is_blank(cells[column])) value(column, cells[column]);
}

// A row without a label: more of the one above it.
void PassagesOfTables::go_on(std::size_t n) {
    auto& cells = line(n).cells;
    // "obce Lhota, Vísky" / "a Hrádek" below it: one value in two rows.
    bool one_value =
        cells.size() == 2 && !taken_.all.empty() && taken_.all.back().table == table_.number && begins_small(cells[1]);
    if (one_value) go_on_with(taken_.all.back(), cells[1], n);
    else if (table_.thing_cells > 0) go_on_in_columns(n);
    else values(n, table_.row_field);
}

// The same where several things stand side by side: "senioři, osoby" / "s demencí".
void PassagesOfTables::go_on_in_columns(std::size_t n) {
    auto& cells = line(n).cells;
    auto above = taken_.all.size();
    for (std::size_t column = 1; column < cells.size(); ++column) {
        auto cell = trimmed(cells[column]);
        if (cell.empty()) continue;
        auto open = open_in_column(above, column);
        if (open && (begins_small(cell) || open->text.ends_with(','))) go_on_with(*open, cell, n);
        else add(n, table_.row_field, cell).column = column - 1;
    }
}

// Among the first so many passages the last one of this column, under the label that goes on.
Passage* PassagesOfTables::open_in_column(std::size_t passages, std::size_t column) {
    for (; passages > 0; --passages) {
        auto& one = taken_.all[passages - 1];
        if (one.table != table_.number || one.field != table_.row_field) return nullptr;
        if (one.column + 1 == column) return &one;
    }
    return nullptr;
}

void PassagesOfTables::columns(std::size_t n) {
    auto& cells = line(n).cells;
    if (is_sum(cells)) {
        taken_.add(n, line(n), 0, line(n).text).cells = cells;
        return;
    }
    for (std::size_t column = 0; column < cells.size(); ++column) {
        if (is_blank(cells[column])) continue;
        bool named = column < table_.columns.size();
        auto& passage = add(n, named ? table_.columns[column] : 0, cells[column]);
        passage.cells = cells, passage.column_name = named ? with_blanks(table_.column_names[column]) : "";
    }
}

// Two forms side by side: label and value, label and value; a row without a label goes on with the one above.
void PassagesOfTables::pairs(std::size_t n) {
    auto& cells = line(n).cells;
    auto& open = table_.pair_fields;
    open.resize(std::max(open.size(), (cells.size() + 1) / 2), std::nullopt);
    for (std::size_t left = 0; left + 1 < cells.size(); left += 2) {
        auto value = trimmed(cells[left + 1]);
        auto& above = open[left / 2];
        if (!is_blank(cells[left])) {
            above = taken_.all.size();
            add(n, field_of_cell(cells[left]), value).label = cells[left];
        } else if (above && !value.empty()) go_on_with(taken_.all[*above], value, n);
    }
}

}
