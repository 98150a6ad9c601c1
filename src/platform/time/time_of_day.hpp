// A time on the clock of the wall, in whole minutes, and the hours from one to another.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct TimeOfDay {
    std::int16_t minutes{};    // since midnight, 0 to 1440; 24.00 is where a day ends

    friend auto operator<=>(const TimeOfDay&, const TimeOfDay&) = default;
};

struct TimeRange {
    TimeOfDay from, to;    // when to is before from, it lasts past midnight

    int minutes() const { return to > from ? to.minutes - from.minutes : to.minutes + 1440 - from.minutes; }
    friend bool operator==(const TimeRange&, const TimeRange&) = default;
};

std::optional<TimeOfDay> parse_time(std::string_view);          // 7,30  7.30  7:30  14:00  7  7.30 hod.
std::optional<TimeRange> parse_time_range(std::string_view);    // 7,30 – 15,30  od 8 do 16 hodin
std::vector<TimeRange> parse_time_ranges(std::string_view);     // 8–11.30, 12–15.30; empty when not wholly read

std::string to_czech(TimeOfDay);    // 7.30
std::string to_czech(TimeRange);    // 7.30–15.30, no line ends inside
std::string to_iso(TimeOfDay);      // 07:30
