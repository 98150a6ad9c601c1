// A table for people to take home: pulled row by row and written as CSV, XLSX or ODS while it leaves, so that the first
// byte waits for no row and memory does not grow with them.
#pragma once

#include "platform/http/routes.hpp"

#include <variant>

namespace documents {

enum class Kind { text, number, date, moment, link };

struct Column {
    std::string name;     // for programs, in CSV: registrovana_kapacita
    std::string title;    // for people: Registrovaná kapacita
    Kind kind = Kind::text;
    int letters = 16;    // how wide, in letters
};

// Nothing, text (a link is its address), whole and other numbers, a day, a moment.
using Cell = std::variant<std::monostate, std::string, std::int64_t, double, Date, Instant>;
using Row = std::vector<Cell>;

// Nothing instead of an empty text or a missing value.
template <class Value>
Cell cell(const std::optional<Value>& value) {
    return value ? Cell{*value} : Cell{};
}
inline Cell cell(std::string text) { return text.empty() ? Cell{} : Cell{std::move(text)}; }

struct Table {
    std::string title;       // of the sheet and the document
    std::string language;    // cs, en
    Instant made_at;
    std::vector<Column> columns;
    std::function<bool(Row&)> next;    // fills the row, which comes empty; false: there is none any more
};

enum class TableFormat { csv, xlsx, ods };

using Pieces = std::function<std::optional<std::string>()>;

// What the next piece is, each time it is called.  Throws std::length_error where no sheet holds so many rows.
Pieces pieces(Table, TableFormat);

// By the ending of the address that was asked for; the name is that of the file, without an ending.
http::Response table_answer(const http::Request&, Table, const std::string& name);

// The ending of the last piece of an address and what it asks for; nothing for any other ending.
std::optional<TableFormat> table_format(std::string_view path);

// The files of one list: PATH.csv, PATH.xlsx and PATH.ods, all by a handler that gives a table_answer().
template <class May>
void table_routes(http::Routes& at, const std::string& path, http::Handler<May> handler) {
    for (auto ending : {".csv", ".xlsx", ".ods"}) at.get<May>((path + ending).c_str(), handler);
}

// The menu „Stáhnout“ of a list.  The address of the list is written without an ending, its filters follow the ?.
struct Downloads {
    std::string path;         // /sluzby
    std::string filters{};    // orp=5104&druh=70
    bool printed{};           // as PDF too
    std::string offline{};    // address of a file that searches by itself, if there is one

    std::string address(std::string_view ending) const {
        return path + std::string{ending} + (filters.empty() ? "" : "?" + filters);
    }
    void write(html::Out&) const;
};

// --- for the writers
// --------------------------------------------------------------------------------------------------

// Writes what stands before, between and behind the rows, and gives away what is ready.
class TableWriter {
public:
    virtual ~TableWriter() = default;
    virtual void begin() = 0;
    virtual void add(const Row&) = 0;
    virtual void end() = 0;
    virtual std::string take() = 0;
    virtual std::size_t waiting() const = 0;    // bytes that take() would give
};

std::unique_ptr<TableWriter> xlsx_writer(Table&);
std::unique_ptr<TableWriter> ods_writer(Table&);

// Text within XML: escaped, without what XML 1.0 forbids (control characters, U+FFFE, bytes that are no UTF-8).
std::string xml_text(std::string_view);

// A row as a sheet may be long, the heading included.
inline constexpr std::int64_t rows_of_sheet = 1'048'576;

}
