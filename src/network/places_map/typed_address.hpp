// An address as people type it, found without asking anybody outside: by our municipalities and the streets of places
// that we know.
#pragma once

#include "network/territory/distance.hpp"
#include "network/territory/territory.hpp"

namespace network {

struct FoundPlace {
    Point at{};
    std::string town{};
    std::string street{};    // empty: distances are measured from the middle of the municipality
};

// „Jablonecká 12, Liberec“, „Liberec 30, 460 01“, „Na Smyšlené 5 Turnov“ or a municipality alone; nothing where no
// municipality of ours is named or has no point.
std::optional<FoundPlace> find_address(db::Session&, const Territory&, std::string_view typed);

// What find_address goes by.
struct AddressParts {
    std::vector<std::string> towns{};      // what may be the municipality, the likeliest first
    std::vector<std::string> streets{};    // for each of these, the street that remains; folded, without number
    std::vector<std::string> numbers{};    // and its number
};
AddressParts parts_of_address(std::string_view typed);

}
