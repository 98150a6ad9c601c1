// Reads and writes tables as CSV (RFC 4180): what offices hand over, and what they take home.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <istream>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace csv {

enum class Fault {
    empty,              // not even a header
    not_utf8,           // most often Windows-1250 out of an old spreadsheet
    column_missing,     // value 1: the column that was asked for
    column_repeated,    // value 1: the name that stands twice in the header
    cell_count,         // value 1: cells found, value 2: cells in the header
    quote_open,         // a quoted cell never ends
    quote_stray,        // a quote within a plain cell, or text after a closing quote
    cell_too_long,      // value 1: the limit in bytes
    too_many_rows,      // value 1: the limit
};

// What is wrong with the table and in which row; the header is row 1, rows are counted as a spreadsheet shows them.
class Error : public std::runtime_error {
public:
    Error(Fault fault, std::uint64_t row, std::vector<std::string> values = {});

    Fault fault;
    std::uint64_t row;
    std::vector<std::string> values;    // for the text; the row follows as the last one
    std::string_view text_key() const;
};

struct Options {
    std::optional<char> separator;    // otherwise found in the header: , ; or tab
    std::vector<std::string> required_columns;
    std::size_t cell_bytes_max = 1 << 20;
    std::uint64_t rows_max = 10'000'000;
};

// One row; cells live until the next one is read.
class Row {
public:
    std::uint64_t number() const { return number_; }
    std::size_t size() const { return count_; }
    std::string_view operator[](std::size_t column) const { return cells_[column]; }

private:
    friend class Reader;
    std::string& add();

    std::vector<std::string> cells_;    // kept between rows, so that their memory is too
    std::size_t count_ = 0;
    std::uint64_t number_ = 0;
};

// Reads as a stream: memory does not grow with the table.
class Reader {
public:
    explicit Reader(std::istream& in, Options options = {});

    const std::vector<std::string>& header() const { return header_; }
    char separator() const { return separator_; }
    std::optional<std::size_t> find_column(std::string_view name) const;
    std::size_t column(std::string_view name) const;    // throws Error column_missing

    // The next row, nullptr behind the last one.  Empty lines are passed over.
    const Row* next();

private:
    bool read_row(Row&);
    void read_quoted(std::string& cell);
    void end_of_line(int first);
    void append(std::string& cell, int byte) const;
    void check_header();
    int get();
    int peek();
    [[noreturn]] void fail(Fault, std::vector<std::string> values = {}) const;

    std::istream& in_;
    Options options_;
    std::string buffer_;
    std::size_t at_ = 0;
    char separator_ = ',';
    std::vector<std::string> header_;
    Row row_;
    std::uint64_t line_ = 1;
    std::uint64_t rows_ = 0;
};

// Appends one row with CRLF at its end.  A cell that a spreadsheet would run as a formula (= + - @ tab at its
// beginning, or behind what another program takes for a separator) gets an apostrophe there; a number with a sign
// stays a number.
void write_row(std::string& out, std::span<const std::string> cells, char separator = ',');
void write_row(std::string& out, std::initializer_list<std::string_view> cells, char separator = ',');

}
