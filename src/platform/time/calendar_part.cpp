// Reads the pieces of dates and periods.
#include "platform/time/calendar_part.hpp"

#include <array>

using namespace std::chrono;

namespace {

// In the cases that stand beside a number or a year, simplified.
constexpr std::array<std::array<std::string_view, 2>, 12> month_names{{{"leden", "ledna"},
                                                                       {"unor", "unora"},
                                                                       {"brezen", "brezna"},
                                                                       {"duben", "dubna"},
                                                                       {"kveten", "kvetna"},
                                                                       {"cerven", "cervna"},
                                                                       {"cervenec", "cervence"},
                                                                       {"srpen", "srpna"},
                                                                       {"zari", "zari"},
                                                                       {"rijen", "rijna"},
                                                                       {"listopad", "listopadu"},
                                                                       {"prosinec", "prosince"}}};

std::optional<int> month_name(Reader& reader) {
    auto ahead = reader;
    auto word = ahead.word();
    for (std::size_t n = 0; n < month_names.size(); ++n)
        if (word == month_names[n][0] || word == month_names[n][1]) {
            reader = ahead;
            return int(n) + 1;
        }
    return {};
}

// A year of four digits after any spaces; without one nothing is read.
std::optional<int> following_year(Reader& reader) {
    auto ahead = reader;
    ahead.spaces();
    auto year = ahead.number(4, 4);
    if (year) reader = ahead;
    return year;
}

// 2017, 2017-06, 2015-11-18
CalendarPart from_year(Reader& reader, int year) {
    CalendarPart part{year, {}, {}};
    auto ahead = reader;
    if (!ahead.take('-') || !(part.month = ahead.number(2, 2))) return part;
    reader = ahead;
    if (ahead.take('-') && (part.day = ahead.number(2, 2))) reader = ahead;
    return part;
}

// What follows 12. – a month with or without a year, or nothing.
CalendarPart from_day(Reader& reader, int day) {
    CalendarPart part{{}, {}, day};
    auto ahead = reader;
    ahead.spaces();
    bool named = bool(part.month = month_name(ahead));
    if (!named && !(part.month = ahead.number(1, 2))) return part;
    bool dot = !named && ahead.take('.');
    if (!named && !dot && !ahead.at_end() && ahead.next() != ' ' && ahead.next() != '-') return {{}, {}, day};
    if (named || dot) part.year = following_year(ahead);
    reader = ahead;
    return part;
}

CalendarPart from_month(Reader& reader, int month) {
    CalendarPart part{{}, month, {}};
    auto ahead = reader;
    ahead.spaces();
    if (!ahead.take('/')) return part;
    if ((part.year = following_year(ahead))) reader = ahead;
    return part;
}

}

std::optional<CalendarPart> CalendarPart::read(Reader& reader) {
    if (auto month = month_name(reader)) return CalendarPart{following_year(reader), month, {}};
    if (auto year = reader.number(4, 4)) return from_year(reader, *year);
    auto number = reader.number(1, 2);
    if (!number) return {};
    return reader.take('.') ? from_day(reader, *number) : from_month(reader, *number);
}

std::optional<Date> CalendarPart::day_after() const {
    auto first = first_day();
    if (!first) return {};
    return day ? *first + days{1} : plus_months(*first, month ? 1 : 12);
}
