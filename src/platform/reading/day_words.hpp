// Days of the month and years in words: „osmadvacátého“, „dva tisíce dvacet tři“; in plain small letters.
#pragma once

#include <string>
#include <string_view>

namespace reading {

std::string worded_days();                // alternatives for a pattern
std::string worded_years();               // what follows „dva tisíce“
int day_worded(std::string_view low);     // „dvacateho osmeho“ is 28
int year_worded(std::string_view low);    // „dvacet tri“ is 23

}
