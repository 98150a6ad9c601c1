// Groups of people that something is for: "osoby s mentálním postižením", "rodinám s dětmi".
#pragma once

#include "platform/reading/passages/tokens.hpp"

#include <string>
#include <vector>

namespace passages {

// A word that names of groups begin with, in any case.
bool begins_group(const Tokens&, std::size_t at);
// The same, and more of the name behind it: osoby s, lidé bez, rodiny v.
bool describes_group(const Tokens&, std::size_t at);

// Names in a sentence from a token on, in the nominative.
std::vector<std::string> groups_in_words(std::string_view text, const Tokens&, std::size_t from);

// Names in a list: "senioři; osoby v krizi", "osoby s …, osoby s … a senioři".
std::vector<std::string> groups_in_list(std::string_view text);

}
