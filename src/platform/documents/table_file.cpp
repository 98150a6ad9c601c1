// CSV, and what all three formats share.
#include "platform/documents/table_file.hpp"

#include "platform/base/csv.hpp"
#include "platform/base/utf8.hpp"

#include <charconv>
#include <cmath>

namespace documents {

namespace {

constexpr std::size_t piece_bytes = 32 * 1024;
constexpr int rows_of_piece = 256;    // some milliseconds: others wait for the same thread

std::string number_text(double value) {
    if (!std::isfinite(value)) return {};
    char digits[32];
    auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    return {digits, end};
}

struct AsText {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(double number) const { return number_text(number); }
    std::string operator()(Date day) const { return to_iso(day); }
    std::string operator()(Instant moment) const { return to_iso(moment); }
};

class CsvWriter : public TableWriter {
public:
    explicit CsvWriter(const Table& table) : table_{table} {}

    void begin() override {
        std::vector<std::string> names;
        for (auto& column : table_.columns) names.push_back(column.name);
        csv::write_row(out_, names);
    }
    void add(const Row& row) override {
        cells_.resize(row.size());
        for (std::size_t n = 0; n < row.size(); ++n) cells_[n] = std::visit(AsText{}, row[n]);
        csv::write_row(out_, cells_);
    }
    void end() override {}
    std::string take() override { return std::exchange(out_, {}); }
    std::size_t waiting() const override { return out_.size(); }

private:
    const Table& table_;
    std::string out_;
    std::vector<std::string> cells_;
};

// What a piece is made of, alive as long as pieces are asked for.
struct Writing {
    Table table;
    std::unique_ptr<TableWriter> writer;
    Row row{};
    bool begun = false, ended = false;

    Writing(Table whole, TableFormat format) : table{std::move(whole)} {
        switch (format) {
        case TableFormat::csv: writer = std::make_unique<CsvWriter>(table); break;
        case TableFormat::xlsx: writer = xlsx_writer(table); break;
        case TableFormat::ods: writer = ods_writer(table); break;
        }
    }

    std::optional<std::string> next() {
        if (ended) return {};
        // The first piece is the head alone, so that it leaves before any row was looked for.
        if (!std::exchange(begun, true)) return writer->begin(), writer->take();
        for (int n = 0; n < rows_of_piece && writer->waiting() < piece_bytes; ++n) {
            row.clear();
            if (!table.next(row)) {
                writer->end();
                ended = true;
                break;
            }
            row.resize(table.columns.size());
            writer->add(row);
        }
        return writer->take();
    }
};

}

Pieces pieces(Table table, TableFormat format) {
    auto writing = std::make_shared<Writing>(std::move(table), format);    // shared, since a function must be copied
    return [writing] { return writing->next(); };
}

std::optional<TableFormat> table_format(std::string_view path) {
    if (path.ends_with(".csv")) return TableFormat::csv;
    if (path.ends_with(".xlsx")) return TableFormat::xlsx;
    if (path.ends_with(".ods")) return TableFormat::ods;
    return {};
}

http::Response table_answer(const http::Request& request, Table table, const std::string& name) {
    auto format = table_format(request.path);
    if (!format) throw NotFound{};
    constexpr std::pair<const char*, const char*> kinds[] = {
        {".csv", "text/csv; charset=utf-8"},
        {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
        {".ods", "application/vnd.oasis.opendocument.spreadsheet"}};
    auto [ending, type] = kinds[int(*format)];
    http::Response response{http::ok, {}, type};
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + name + ending + "\"");
    response.pieces = pieces(std::move(table), *format);
    return response;
}

std::string xml_text(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 16);
    while (!text.empty()) {
        auto good = std::min(utf8::first_fault(text), text.size());
        for (std::size_t n = 0; n < good; ++n) {
            auto byte = static_cast<unsigned char>(text[n]);
            if (byte == '&') out += "&amp;";
            else if (byte == '<') out += "&lt;";
            else if (byte == '>') out += "&gt;";
            else if (byte == '"') out += "&quot;";
            else if (byte < 0x20 && byte != '\t' && byte != '\n') continue;    // CR too: line ends are LF
            else if (byte == 0xEF && text.substr(n, 2) == "\xEF\xBF" &&
                     (text[n + 2] == '\xBE' || text[n + 2] == '\xBF'))
                n += 2;    // U+FFFE, U+FFFF
            else out += text[n];
        }
        text.remove_prefix(good);
        if (!text.empty()) text.remove_prefix(1);
    }
    return out;
}

}
