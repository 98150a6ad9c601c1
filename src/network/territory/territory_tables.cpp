// Reads tables of municipalities and refuses what cannot be true, naming the row.
#include "network/territory/territory_tables.hpp"

#include "platform/base/csv.hpp"

#include <algorithm>
#include <charconv>

namespace network {

namespace {

// One row with its columns by name.
class Cells {
public:
    Cells(const csv::Reader& table, const csv::Row& row) : table_{table}, row_{row} {}

    std::string text(const char* column) const { return std::string{row_[table_.column(column)]}; }

    std::string name(const char* column) const {
        auto cell = text(column);
        if (cell.empty()) fail(TerritoryFault::name_missing);
        return cell;
    }

    std::string digits(const char* column, std::size_t count) const {
        auto cell = text(column);
        auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
        if (cell.size() != count || !std::ranges::all_of(cell, is_digit)) fail(TerritoryFault::code_wrong, {cell});
        return cell;
    }

    std::string region(const char* column) const {
        auto cell = text(column);
        if (cell.size() != 5 || !cell.starts_with("CZ")) fail(TerritoryFault::code_wrong, {cell});
        return cell;
    }

    template <class Number>
    Number number(const char* column, Number least, Number most) const {
        auto cell = text(column);
        Number value{};
        auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
        if (error != std::errc{} || end != cell.data() + cell.size() || !(least <= value && value <= most))
            fail(TerritoryFault::number_wrong, {column, cell});
        return value;
    }

    [[noreturn]] void fail(TerritoryFault fault, std::vector<std::string> values = {}) const {
        throw TerritoryError{fault, row_.number(), std::move(values)};
    }

private:
    const csv::Reader& table_;
    const csv::Row& row_;
};

constexpr std::int64_t people_max = 20'000'000;    // more than in the whole country

// Longitude and latitude are swapped more often than not; both then lie outside.
void put_point(const Cells& cells, MunicipalityRow& row) {
    row.latitude = cells.number<double>("lat", -180, 180), row.longitude = cells.number<double>("lon", -180, 180);
    auto here = row.latitude > 47 && row.latitude < 52 && row.longitude > 11 && row.longitude < 20;
    if (!here) cells.fail(TerritoryFault::point_wrong, {cells.text("lat"), cells.text("lon")});
}

// The balance at the end of a year is the count of 1 January after it.
Date first_of_january(Date day) {
    std::chrono::year_month_day date{day};
    auto last_of_year = date.month() == std::chrono::December && date.day() == std::chrono::day{31};
    return last_of_year ? day + std::chrono::days{1} : day;
}

void refuse_twice(std::set<std::string>& seen, const Cells& cells, const std::string& code) {
    if (!seen.insert(code).second) cells.fail(TerritoryFault::code_twice, {code});
}

}

std::vector<MunicipalityRow> read_municipality_rows(std::istream& in) {
    csv::Options options;
    options.required_columns = {"code",        "name", "orp_code", "orp_name",   "region_code",
                                "region_name", "lat",  "lon",      "population", "population_year"};
    csv::Reader table{in, options};
    std::vector<MunicipalityRow> rows;
    std::set<std::string> seen;
    while (auto line = table.next()) {
        Cells cells{table, *line};
        auto& row = rows.emplace_back();
        row.code = cells.digits("code", 6), row.name = cells.name("name");
        row.orp_code = cells.digits("orp_code", 4), row.orp_name = cells.name("orp_name");
        row.region_code = cells.region("region_code"), row.region_name = cells.name("region_name");
        put_point(cells, row);
        row.population = cells.number<std::int64_t>("population", 0, people_max);
        row.as_of = Date{std::chrono::year{int(cells.number<std::int64_t>("population_year", 1800, 2200))} / 1 / 1};
        refuse_twice(seen, cells, row.code);
    }
    return rows;
}

std::vector<AgeRow> read_age_rows(std::istream& in) {
    csv::Options options;
    options.required_columns = {"code", "population", "age_0_14", "age_15_64", "age_65_plus", "as_of"};
    csv::Reader table{in, options};
    std::vector<AgeRow> rows;
    std::set<std::string> seen;
    while (auto line = table.next()) {
        Cells cells{table, *line};
        auto& row = rows.emplace_back();
        row.row = line->number(), row.code = cells.digits("code", 6);
        row.age_0_14 = cells.number<std::int64_t>("age_0_14", 0, people_max);
        row.age_15_64 = cells.number<std::int64_t>("age_15_64", 0, people_max);
        row.age_65_plus = cells.number<std::int64_t>("age_65_plus", 0, people_max);
        auto population = cells.number<std::int64_t>("population", 0, people_max);
        if (row.age_0_14 + row.age_15_64 + row.age_65_plus != population)
            cells.fail(TerritoryFault::ages_differ, {row.code});
        auto day = parse_date(cells.text("as_of"));
        if (!day) cells.fail(TerritoryFault::date_wrong, {cells.text("as_of")});
        row.as_of = first_of_january(*day);
        refuse_twice(seen, cells, row.code);
    }
    return rows;
}

}
