// A table in columns of fixed width, whose cells go on below themselves: a head, and rows parted by blank lines or
// rules or told apart by a column that each row fills once.
#pragma once

#include "platform/reading/plain_columns.hpp"

namespace reading {

class WrappedTable {
public:
    // The head stands in the line `at`.
    WrappedTable(const std::vector<PlainLine>& lines, std::size_t at);

    bool found() const { return !rows_.empty(); }
    std::size_t end() const { return end_; }    // the line behind the table
    const std::vector<std::vector<std::string>>& rows() const { return rows_; }

private:
    using Cells = std::vector<std::string>;

    void read_head(const PlainLine& line);
    bool fits(const PlainLine& line) const;
    Cells cells_of(const PlainLine& line) const;
    void add_line(const PlainLine& line);
    std::size_t column_at(std::size_t character) const;
    std::size_t anchor() const;
    void gather_rows(std::size_t anchor);
    void add_to_cell(std::string& cell, const std::string& more, std::size_t column) const;

    std::vector<std::size_t> starts_{}, widths_{};
    std::vector<Cells> lines_{};
    std::vector<bool> first_{};    // of a block: a blank line or a rule stands before it
    std::vector<Cells> rows_{};
    Cells head_{};
    std::size_t end_ = 0;
};

}
