// Finds the carried tables and reads their cells.
#include "network/sample/sample_table.hpp"

#include "network/network.hpp"
#include "platform/base/csv.hpp"
#include "platform/base/parts.hpp"

#include <charconv>
#include <sstream>

namespace network {

namespace {

std::runtime_error not_readable(const std::string& column, const std::string& cell) {
    return std::runtime_error{"the demonstration region cannot be read: " + column + " is " + cell};
}

template <class Number>
std::optional<Number> number_from(const std::string& column, const std::optional<std::string>& cell) {
    if (!cell) return {};
    Number number{};
    auto [end, error] = std::from_chars(cell->data(), cell->data() + cell->size(), number);
    if (error != std::errc{} || end != cell->data() + cell->size()) throw not_readable(column, *cell);
    return number;
}

}

std::optional<std::string> SampleRow::text(const std::string& column) const {
    auto found = cells_.find(column);
    if (found == cells_.end()) throw not_readable(column, "no column");
    if (found->second.empty()) return {};
    return found->second;
}

std::string SampleRow::needed(const std::string& column) const {
    auto cell = text(column);
    if (!cell) throw not_readable(column, "empty");
    return *cell;
}

std::optional<std::int64_t> SampleRow::number(const std::string& column) const {
    return number_from<std::int64_t>(column, text(column));
}

std::optional<double> SampleRow::real(const std::string& column) const {
    return number_from<double>(column, text(column));
}

std::optional<Date> SampleRow::date(const std::string& column) const {
    auto cell = text(column);
    if (!cell) return {};
    auto date = parse_date(*cell);
    if (!date) throw not_readable(column, *cell);
    return date;
}

std::optional<Date> SampleRow::day_after(const std::string& column) const {
    auto last = date(column);
    return last ? std::optional{*last + std::chrono::days{1}} : std::nullopt;
}

std::vector<std::string> SampleRow::list(const std::string& column) const {
    return text::parted(text(column).value_or(""), ";");
}

std::vector<SampleRow> sample_table(const std::string& name) {
    auto path = "network/data/liberecky_kraj/" + name + ".csv";
    for (auto& file : files()) {
        if (file.path != path) continue;
        std::istringstream in{std::string{file.bytes}};
        csv::Reader table{in, {}};
        std::vector<SampleRow> rows;
        while (auto row = table.next()) {
            std::map<std::string, std::string> cells;
            for (std::size_t n = 0; n < row->size(); ++n) cells[table.header()[n]] = (*row)[n];
            rows.emplace_back(std::move(cells));
        }
        return rows;
    }
    throw std::runtime_error{"the program carries no table " + path};
}

}
