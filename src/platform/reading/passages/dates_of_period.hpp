// The beginning and the end of something in a text: "od května 2023 do dubna 2026", "05/2023–04/2026".
#pragma once

#include "platform/reading/passages/tokens.hpp"
#include "platform/time/date.hpp"

#include <vector>

namespace passages {

struct DayOrMonth {
    Date first{}, last{};    // one day, or the days of one month
    Span tokens{};
};

// Days and months with their year, in the order of the text; "1. 5. – 31. 12. 2023" are two days of one year.
std::vector<DayOrMonth> days_and_months_in(const Tokens&);

struct PeriodFound {
    DayOrMonth from{}, to{};
};

// Two of them with a dash, „až“ or „do“ between.
std::optional<PeriodFound> period_in(const Tokens&);

}
