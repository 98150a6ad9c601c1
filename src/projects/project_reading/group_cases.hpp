// Groups of people in prose, in any case: "ohroženým dětem", "se seniory", "sociálních pracovníků".
#pragma once

#include "platform/reading/passages/tokens.hpp"

#include <string>
#include <vector>

namespace projects {

// The noun that a group begins with, behind its adjectives: the token, whether we know it, its nominative.
struct PeopleNoun {
    std::size_t at = 0;
    std::string nominative{};
    bool changed = false;    // it stood in another case
};

// Within a few words from here; adjectives and „jejich“ may stand before it, adjectives may be it („pečujícím“).
std::optional<PeopleNoun> people_noun_at(std::string_view text, const passages::Tokens&, std::size_t at);

// "pěstounským rodinám v kraji" → "pěstounské rodiny v kraji"; what is no group of people stays.
// `plain`: the document is written without accents.
std::string people_in_nominative(std::string_view phrase, bool plain);

// The groups of a list in a sentence from a token on; „a“ parts those that stand on their own.
std::vector<std::string> people_listed(std::string_view text, const passages::Tokens&, std::size_t from, bool plain);

}
