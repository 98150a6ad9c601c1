// Reads CSV byte by byte out of a buffer, and writes it so that no spreadsheet runs a cell.
#include "platform/base/csv.hpp"

#include "platform/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace csv {

namespace {

constexpr std::size_t buffer_bytes = 64 * 1024;
constexpr int end_of_file = -1;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}

Error::Error(Fault fault, std::uint64_t row, std::vector<std::string> values)
    : std::runtime_error{"bad CSV"}, fault{fault}, row{row}, values{std::move(values)} {
    this->values.push_back(std::to_string(row));
    static_cast<std::runtime_error&>(*this) =
        std::runtime_error{std::string{text_key()} + " in row " + std::to_string(row)};
}

std::string_view Error::text_key() const {
    switch (fault) {
    case Fault::empty: return "csv.error.empty";
    case Fault::not_utf8: return "csv.error.not_utf8";
    case Fault::column_missing: return "csv.error.column_missing";
    case Fault::column_repeated: return "csv.error.column_repeated";
    case Fault::cell_count: return "csv.error.cell_count";
    case Fault::quote_open: return "csv.error.quote_open";
    case Fault::quote_stray: return "csv.error.quote_stray";
    case Fault::cell_too_long: return "csv.error.cell_too_long";
    case Fault::too_many_rows: return "csv.error.too_many_rows";
    }
    return "csv.error.empty";
}

std::string& Row::add() {
    if (count_ == cells_.size()) cells_.emplace_back();
    auto& cell = cells_[count_++];
    cell.clear();
    return cell;
}

namespace {

// The separator that stands most often in the first line, outside quotes; a table of one column has none.
char separator_in(std::string_view text) {
    static constexpr std::string_view candidates = ",;\t";
    std::array<std::size_t, candidates.size()> counts{};
    bool quoted = false;
    for (char c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\n' || c == '\r') break;
        if (auto which = candidates.find(c); which != candidates.npos) ++counts[which];
    }
    return candidates[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

}

Reader::Reader(std::istream& in, Options options) : in_{in}, options_{std::move(options)} {
    peek();
    if (std::string_view{buffer_}.starts_with(byte_order_mark)) at_ = byte_order_mark.size();
    separator_ = options_.separator.value_or(separator_in(std::string_view{buffer_}.substr(at_)));
    if (!read_row(row_)) fail(Fault::empty);
    check_header();
}

void Reader::check_header() {
    for (std::size_t n = 0; n < row_.size(); ++n) header_.emplace_back(row_[n]);
    for (auto name = header_.begin(); name != header_.end(); ++name)
        if (!name->empty() && std::find(header_.begin(), name, *name) != name) fail(Fault::column_repeated, {*name});
    for (auto& name : options_.required_columns) column(name);
}

std::optional<std::size_t> Reader::find_column(std::string_view name) const {
    auto found = std::ranges::find(header_, name);
    if (found == header_.end()) return {};
    return static_cast<std::size_t>(found - header_.begin());
}

std::size_t Reader::column(std::string_view name) const {
    auto found = find_column(name);
    if (!found) throw Error{Fault::column_missing, 1, {std::string{name}}};
    return *found;
}

const Row* Reader::next() {
    if (!read_row(row_)) return nullptr;
    if (row_.size() != header_.size())
        fail(Fault::cell_count, {std::to_string(row_.size()), std::to_string(header_.size())});
    if (++rows_ > options_.rows_max) fail(Fault::too_many_rows, {std::to_string(options_.rows_max)});
    return &row_;
}

int Reader::peek() {
    if (at_ == buffer_.size()) {
        buffer_.resize(buffer_bytes);
        in_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
        buffer_.resize(static_cast<std::size_t>(in_.gcount()));
        at_ = 0;
    }
    return buffer_.empty() ? end_of_file : static_cast<unsigned char>(buffer_[at_]);
}

int Reader::get() {
    int byte = peek();
    if (byte != end_of_file) ++at_;
    return byte;
}

bool Reader::read_row(Row& row) {
    while (peek() == '\n' || peek() == '\r') end_of_line(get());
    row.count_ = 0;
    row.number_ = line_;
    if (peek() == end_of_file) return false;
    for (auto* cell = &row.add();;) {
        int byte = get();
        if (byte == '"' && cell->empty()) read_quoted(*cell), byte = get();
        else
            while (byte != end_of_file && byte != separator_ && byte != '\n' && byte != '\r') {
                if (byte == '"') fail(Fault::quote_stray);
                append(*cell, byte);
                byte = get();
            }
        if (utf8::first_fault(*cell) != std::string::npos) fail(Fault::not_utf8);
        if (byte == separator_) cell = &row.add();
        else if (byte == end_of_file) return true;
        else if (byte == '\n' || byte == '\r') return end_of_line(byte), true;
        else fail(Fault::quote_stray);
    }
}

// Behind the opening quote; a quote inside is written twice.  Line ends inside stay as they are.
void Reader::read_quoted(std::string& cell) {
    for (;;) {
        int byte = get();
        if (byte == end_of_file) fail(Fault::quote_open);
        if (byte == '"') {
            if (peek() != '"') return;
            get();
        }
        if (byte == '\n') ++line_;
        append(cell, byte);
    }
}

// CRLF, LF, or the lone CR of old machines.
void Reader::end_of_line(int first) {
    if (first == '\r' && peek() == '\n') get();
    ++line_;
}

void Reader::append(std::string& cell, int byte) const {
    if (cell.size() == options_.cell_bytes_max) fail(Fault::cell_too_long, {std::to_string(options_.cell_bytes_max)});
    cell += static_cast<char>(byte);
}

void Reader::fail(Fault fault, std::vector<std::string> values) const {
    throw Error{fault, row_.number_ ? row_.number_ : 1, std::move(values)};
}

namespace {

bool is_number(std::string_view cell) {
    if (cell.starts_with('-') || cell.starts_with('+')) cell.remove_prefix(1);
    auto mark = cell.find_first_of(".,");
    auto digits = [](std::string_view part) {
        return !part.empty() && part.find_first_not_of("0123456789") == part.npos;
    };
    return digits(cell.substr(0, mark)) && (mark == cell.npos || digits(cell.substr(mark + 1)));
}

// The letters that begin a formula, those of wide scripts too, which some spreadsheets take for the same.
bool begins_formula(std::string_view cell) {
    static constexpr std::string_view beginnings[] = {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};
    return std::ranges::any_of(beginnings, [&](auto beginning) { return cell.starts_with(beginning); });
}

// Behind these another program, which takes another letter for the separator, may see a cell begin.
constexpr std::string_view possible_ends = ",;\t\n\r";

bool would_run(std::string_view cell) {
    cell.remove_prefix(std::min(cell.find_first_not_of('"'), cell.size()));
    return begins_formula(cell) && !is_number(cell.substr(0, cell.find_first_of(",;\t\n\r\"")));
}

// An apostrophe before every piece of the cell that would run.
std::optional<std::string> defused(std::string_view cell) {
    std::string safe;
    bool found = false;
    for (std::size_t at = 0;;) {
        auto rest = cell.substr(at);
        if (would_run(rest)) safe += '\'', found = true;
        auto end = cell.find_first_of(possible_ends, at);
        if (end == cell.npos) break;
        safe += cell.substr(at, end + 1 - at);
        at = end + 1;
    }
    if (!found) return {};
    auto last = cell.find_last_of(possible_ends);
    return safe += cell.substr(last == cell.npos ? 0 : last + 1);
}

void write_cell(std::string& out, std::string_view cell, char separator) {
    auto safe = defused(cell);
    if (!safe && cell.find_first_of("\"\r\n") == cell.npos && cell.find(separator) == cell.npos) {
        out += cell;
        return;
    }
    out += '"';
    for (char c : safe ? std::string_view{*safe} : cell) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

void write_cells(std::string& out, auto& cells, char separator) {
    bool first = true;
    for (std::string_view cell : cells) {
        if (!first) out += separator;
        first = false;
        write_cell(out, cell, separator);
    }
    out += "\r\n";
}

}

void write_row(std::string& out, std::span<const std::string> cells, char separator) {
    write_cells(out, cells, separator);
}

void write_row(std::string& out, std::initializer_list<std::string_view> cells, char separator) {
    write_cells(out, cells, separator);
}

}
