// Numbers and lists in rows and columns.  The first cell of a row is its header.
#pragma once

#include "platform/html/parts.hpp"

namespace html {

struct Column {
    std::string label;
    bool number{};    // aligned to the right
};

struct Cell {
    std::string text;
    std::string href{};
    std::optional<Tag> tag{};    // instead of the text
    void write(Out&) const;
};

using Row = std::vector<Cell>;

struct Table {
    std::string caption;    // a text; also names the region that scrolls
    std::vector<Column> columns;
    std::vector<Row> rows;
    Row total{};                // the last row, if any
    bool folds{};               // on narrow screens each row becomes a block
    bool caption_is_above{};    // a heading says the same, so only screen readers need the caption

    bool is_number(std::size_t column) const { return column < columns.size() && columns[column].number; }
    void write(Out&) const;
};

}
