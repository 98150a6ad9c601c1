// The day of a meeting among the days that the beginning of its minutes names.
#pragma once

#include "workgroups/minutes_reading/minutes_readers.hpp"

namespace workgroups {

// With what is said beside it: „středa 17. ledna 2024, 13.00–15.10, zasedací místnost“.
struct MeetingDay {
    reading::DateInText date{};
    std::size_t line = 0, last_line = 0;
    std::string text{};
};

std::optional<MeetingDay> meeting_day(const MinutesSource&);

}
