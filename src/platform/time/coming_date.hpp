// Days that people type without a year, where something is still to come.
#pragma once

#include "platform/time/date.hpp"

// As parse_date; 15. 12. and 15. prosince are the nearest such day from that one on.
std::optional<Date> parse_coming_date(std::string_view typed, Date from);
