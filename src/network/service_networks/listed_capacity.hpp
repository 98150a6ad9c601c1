// How much of a service stands in a network: a number of one unit, of one form where it matters.  Never added up over
// units.
#pragma once

#include "network/code_lists/code_list.hpp"
#include "platform/base/number.hpp"

namespace network {

struct ListedCapacity {
    std::string form_code{};    // code list forms; empty: of all forms together
    std::string unit_code{};    // code lists capacity_units and network_units
    Decimal amount{};

    friend bool operator==(const ListedCapacity&, const ListedCapacity&) = default;
};

// FormaSocialniSluzby/amb:TypKapacitySocialniSluzby/klient=12;uvazek=2,5, as records keep them.
std::vector<ListedCapacity> parse_capacities(std::string_view tokens);
std::string tokens_of(const std::vector<ListedCapacity>&);

// „ambulantní: 12 klientů“, „2,5 úvazku“, as people write them.
std::string line_of(const ListedCapacity&, const CodeLists&, std::string_view language = "cs");
std::optional<ListedCapacity> read_capacity_line(std::string_view, const CodeLists&);
std::string unit_words(const CodeLists&, const std::string& unit_code, const Decimal& amount,
                       std::string_view language = "cs");
std::string unit_name(const CodeLists&, const std::string& unit_code, std::string_view language = "cs");

// Lines of a record, for a form and for a page.
std::vector<std::string> capacity_lines(std::string_view tokens, const CodeLists&, std::string_view language = "cs");
// What the lines of a form say as tokens.  A line that cannot be understood, or a form and unit said twice, comes back
// as wrong.
struct CapacitiesRead {
    std::string tokens{};
    std::vector<std::string> wrong{};
};
CapacitiesRead read_capacities(std::string_view text, const CodeLists&);

}
