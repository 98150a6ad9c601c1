// How the catalogue says ages, hours and capacities in a few words.
#pragma once

#include "network/facilities/opening_time.hpp"
#include "network/services/age_limits.hpp"
#include "network/services/registered_capacity.hpp"

namespace network {

// „15–65 let“, „od 18 let“, „do 10 let“; empty when there is no limit.  The bands speak where no limit is stated.
std::string ages_label(const AgeLimits&, bool english = false);

// „po–pá 7.30–15.30“, „nonstop“, „po domluvě“; several parted by commas, at most three.
std::string hours_label(const std::vector<OpeningTime>&, bool english = false);
std::string days_label(std::string_view days, bool english = false);

// „20 klientů“ of one form; units are never added up.
std::string capacity_label(const RegisteredCapacity&, const CodeLists&, bool english = false);
}
