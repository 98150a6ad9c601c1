// All services of the region with their four capacities, what they say of places and plans, and how old that is.
#pragma once

#include "network/editing/edit_pages.hpp"
#include "platform/html/table.hpp"

namespace network {

// What the list is narrowed to, as it stands in the address.
struct CapacityFilter {
    std::string orp{};
    std::string type{};
    std::string state{};
    std::string confirmed{};         // neovereno, nehlasi, neodpovedeli
    std::string order = "sluzba";    // sluzba, poskytovatel, volna, stari
    std::int64_t page = 1;

    static CapacityFilter read(const http::Request&);
    std::string address(const char* path) const;    // without the page
};

// One form of a service in one unit.
struct CapacityRow {
    Id<Service> service_id{};
    std::string slug{}, name{}, provider{}, type_code{};
    db::Bytes name_sort{}, provider_sort{};
    std::string form_code{}, unit_code{};
    std::optional<std::int64_t> registered{}, network{}, funded{}, free{};
    std::optional<Date> as_of{};    // of the free places, else of what is said of getting in
    std::optional<Reported> reported{};
    std::vector<std::string> states{};    // kinds of capacity states, and the state of places
    std::optional<Date> asked_on{};       // an unanswered letter went out

    static void each_field(auto& row, auto& visit) {
        visit("service", row.slug), visit("name", row.name), visit("provider", row.provider);
        visit("type_code", row.type_code), visit("form_code", row.form_code), visit("unit_code", row.unit_code);
        visit("registered", row.registered), visit("network", row.network), visit("funded", row.funded);
        visit("free", row.free), visit("as_of", row.as_of), visit("states", row.states);
        visit("asked_on", row.asked_on);
    }
};

struct CapacityListPage {
    CapacityFilter filter;
    const CodeLists& lists;
    const Territory& territory;
    Date today;
    std::vector<CapacityRow> rows{};    // of this page
    std::int64_t found = 0, services = 0, pages = 1;
    bool imports = false;    // tables may be brought in

    html::Select districts(html::Out&) const;
    html::Select types(html::Out&) const;
    html::Select states(html::Out&) const;
    html::Select confirmed(html::Out&) const;
    html::Select orders(html::Out&) const;
    html::Table table(html::Out&) const;
    html::Pager pager() const;
    std::string csv_at() const { return filter.address("/sprava/kapacity.csv"); }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("found", page.found), visit("page", page.filter.page), visit("pages", page.pages);
        visit("rows", page.rows);
    }
    void write(html::Out&) const;
};

// Every row that the filter finds, in its order.
std::vector<CapacityRow> capacity_rows(db::Session&, const User&, const CapacityFilter&, Date today);
// The same among these services alone, or all where nothing is given.
std::vector<CapacityRow> capacity_rows(db::Session&, const std::optional<std::set<Id<Service>>>& among,
                                       const CapacityFilter&, Date today);

http::Response list_capacities(const http::Request&, Permit<may::ListCapacities>);
http::Response export_capacities(const http::Request&, Permit<may::ListCapacities>);

}
