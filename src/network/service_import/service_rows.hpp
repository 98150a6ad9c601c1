// A table of services row by row: which service each is about and what it says, or everything that is wrong with it.
#pragma once

#include "network/providers/contact.hpp"
#include "network/service_import/service_ground.hpp"
#include "network/service_import/service_table.hpp"

#include <set>
#include <variant>

namespace network {

// What one row says; what it leaves empty, it says nothing of.
struct ServiceLine {
    std::uint64_t row{};
    std::optional<Id<Service>> service{};    // nothing: we do not know it
    std::string ico{}, provider_name{};
    std::optional<std::string> identifier{}, name{}, type_code{}, summary{}, description{};
    std::optional<std::vector<std::string>> forms{}, groups{};
    std::optional<std::int64_t> capacity{};
    std::optional<std::string> unit_code{};
    std::vector<Contact> contacts{};
    std::optional<std::vector<Coverage>> covered{};
    std::optional<Date> starts_on{}, ends_on{};
    std::optional<std::string> town_code{};
};

struct ServiceRowProblem {
    std::uint64_t row{};
    std::string column{}, value{};    // as the table has them
    std::string problem{};            // service_import.problem.PROBLEM
    std::vector<std::string> values{};
};
using ServiceRowProblems = std::vector<ServiceRowProblem>;

class ServiceRows {
public:
    // The mapping has a field, or nothing, for each column.
    ServiceRows(ServiceTable&, std::vector<std::string> mapping, const ServiceGround&);

    using Row = std::variant<ServiceLine, ServiceRowProblems>;
    std::optional<Row> next();    // nothing behind the last one; throws ServiceTableError
    std::uint64_t read() const { return read_; }
    // A problem of a row that was understood, found by who compared it.
    ServiceRowProblem problem(const ServiceLine&, std::string_view field, const char* problem,
                              std::vector<std::string> values = {}) const;

private:
    std::string cell(std::string_view field) const;
    std::string column(std::string_view field) const;    // its heading
    void wrong(std::string_view field, const char* problem, std::vector<std::string> values = {});

    void take_keys(ServiceLine&);
    void take_match(ServiceLine&);
    void take_texts(ServiceLine&);
    void take_lists(ServiceLine&);
    std::optional<std::vector<std::string>> take_codes(std::string_view field,
                                                       std::string (ServiceGround::*code)(std::string_view) const);
    void take_capacity(ServiceLine&);
    void take_contacts(ServiceLine&);
    void take_places(ServiceLine&);
    void take_days(ServiceLine&);
    void take_new(ServiceLine&);
    void meet(const ServiceLine&);

    ServiceTable& table_;
    std::vector<std::string> mapping_;
    const ServiceGround& ground_;
    const ServiceTableRow* row_ = nullptr;
    ServiceRowProblems problems_;
    std::unordered_map<std::string, std::uint64_t> seen_;
    std::uint64_t read_ = 0;
};

}
