// A day, a month or a year as it stands in a typed text, where the rest may be said later: „1.–3. 5. 2023“,
// „06-07/2017“.
#pragma once

#include "platform/base/reader.hpp"
#include "platform/time/date.hpp"

struct CalendarPart {
    std::optional<int> year, month, day;

    // 12. 6. 2025, 12.6., 12., 3. května 2017, 09/2017, 09, září 2017, 2017, 2015-11-18, 2017-06.
    static std::optional<CalendarPart> read(Reader&);

    bool whole() const { return year && (month || !day); }
    std::optional<Date> first_day() const { return day_of(year.value_or(0), month.value_or(1), day.value_or(1)); }
    std::optional<Date> day_after() const;    // the day after its last one
};
