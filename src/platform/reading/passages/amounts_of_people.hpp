// How many a service takes in: "12 klientů současně", "okamžitá kapacita – počet klientů: 6", "46 lůžek".
#pragma once

#include "platform/reading/passages/tokens.hpp"

#include <vector>

namespace passages {

enum class Pace { none, at_once, a_day };    // says the text nothing, současně, denně

// What the words around a number say of it: okamžitá kapacita, najednou; denní kapacita.
Pace pace_in(const Tokens&);

// Written as "6 klientů současně", in the grammatical number that belongs to the number.  Averages are left out.
// `around` is what a label says of all numbers below it.
std::vector<std::string> capacities_in(const Tokens&, Pace around);

// The sentence counts what can be taken in, not what was.
bool speaks_of_capacity(const Tokens&);

}
