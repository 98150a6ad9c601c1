// Finds the year that was meant.
#include "platform/time/coming_date.hpp"

std::optional<Date> parse_coming_date(std::string_view typed, Date from) {
    if (auto day = parse_date(typed)) return day;
    // 29. 2. may be eight years away.
    for (int year = year_of(from); year <= year_of(from) + 8; ++year)
        if (auto day = parse_date(typed, year); day && *day >= from) return day;
    return {};
}
