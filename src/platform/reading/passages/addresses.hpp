// Addresses and names of municipalities and regions in a text.
#pragma once

#include "platform/reading/passages/tokens.hpp"

#include <string>
#include <vector>

namespace passages {

struct AddressFound {
    std::string
        text{};    // "Dům svaté Zdislavy, Na Hrázi 77, Jasenice": without the post code and what follows the town
    std::string town{};
    Span tokens{};
};

// A street or a part of a town with its number.  `house_names`: a name before the street belongs to it.
std::vector<AddressFound> addresses_in(std::string_view text, const Tokens&, bool house_names);

// Names with capitals that municipalities could have, without obec, město, okres, ORP; regions as "Plzeňský kraj".
// `among_names`: the text is a list of names, so that its first word is one too.
std::vector<std::string> territory_in(std::string_view text, const Tokens&, bool among_names);

// "Královéhradeckého kraje", "kraji Vysočina": one of the fourteen regions, in the nominative.
struct RegionFound {
    std::string name{};
    Span tokens{};
};
std::optional<RegionFound> region_at(const Tokens&, std::size_t at);

// One of the larger towns, in whatever case.
bool is_town(std::string_view name);

// The nominative of a name from "v Jasenici", by the names that stand elsewhere in the document, else by the ending.
std::string in_nominative(std::string_view inflected, const std::vector<std::string>& known);

}
