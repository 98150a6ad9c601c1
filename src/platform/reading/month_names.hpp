// Months and days of the week by their names, in any case; in plain small letters.
#pragma once

#include <string>
#include <string_view>

namespace reading {

std::string month_words();                  // alternatives for a pattern
std::string roman_months();                 // „18. X. 2024“, „30. XI.“; in capitals only, so that „5. v Praze“ is none
int weekday_named(std::string_view low);    // by its first two letters, Monday is 1; nought where it is none

}
