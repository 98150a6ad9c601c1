// Opening hours as people write them, turned into recurrences.
#pragma once

#include "network/facilities/opening_time.hpp"

namespace network {

// Po–Čt 08:00–16:00; Pá 8,00–12,00: spans of Czech weekdays with times; over midnight when the end is not later than
// the start.  Nothing where a part cannot be read.
std::optional<std::vector<OpeningTime>> parse_opening_hours(std::string_view);

// 1x týdně, 2× týdně: where nobody says on which days.
std::optional<std::int64_t> parse_times_a_week(std::string_view);

}
