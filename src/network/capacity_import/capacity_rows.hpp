// A table of capacities row by row: what each says, or what is wrong with it and in which column.  Memory grows by a
// few bytes a row, so that rows that meet each other are found.
#pragma once

#include "network/code_lists/code_list.hpp"
#include "network/services/service.hpp"
#include "platform/base/csv.hpp"

#include <unordered_map>
#include <variant>

namespace network {

// What one row says.
struct CapacityLine {
    std::uint64_t row{};
    Id<Service> service{};
    std::string kind{};    // registered, network, funded, free
    std::string form_code{};
    std::string unit_code{};
    std::int64_t count{};
    Validity validity{};    // of free places: the day of the report, and since when nobody reports them
    std::optional<std::string> note{};
};

struct CapacityRowProblem {
    std::uint64_t row{};
    std::string column{};     // as the header of the table calls it
    std::string problem{};    // capacity_import.problem.PROBLEM
    std::vector<std::string> values{};
};

// What rows may name: services by register identifier or slug, forms and units by code, its end, or name.
class CapacityNames {
public:
    static CapacityNames read(db::Session&);

    std::optional<Id<Service>> service(const std::string& named) const;
    std::string form(std::string_view named) const;    // empty where it is none
    std::string unit(std::string_view named) const;

private:
    std::unordered_map<std::string, Id<Service>> services_;
    std::unordered_map<std::string, std::string> forms_, units_;    // by folded name
};

class CapacityRows {
public:
    static constexpr std::uint64_t rows_most = 2'000'000;

    // Throws csv::Error where the table itself cannot be read.
    CapacityRows(std::istream&, const CapacityNames&, Date today);

    using Row = std::variant<CapacityLine, CapacityRowProblem>;
    std::optional<Row> next();    // nothing behind the last one
    std::uint64_t read() const { return read_; }

private:
    struct Column {
        std::optional<std::size_t> at{};
        std::string name{};
    };
    struct Taken {
        std::int32_t from, to;
        std::uint32_t row;
    };
    struct Wrong {
        const Column* column;
        const char* problem;
        std::vector<std::string> values{};
    };

    Column column(std::initializer_list<const char*> names, bool needed) const;
    std::string cell(const csv::Row&, const Column&) const;
    std::optional<Wrong> take(const csv::Row&, CapacityLine&);
    std::optional<Wrong> take_days(const csv::Row&, CapacityLine&) const;
    std::optional<Wrong> meets_another(const CapacityLine&);

    csv::Reader table_;
    const CapacityNames& names_;
    Date today_;
    Column service_, kind_, form_, unit_, count_, from_, to_, note_;
    std::unordered_map<std::string, std::vector<Taken>> taken_;    // by service, kind, form and unit
    std::uint64_t read_ = 0;
};

}
