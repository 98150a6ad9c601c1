// Computes Easter and the list of holidays as it stood in each year.
#include "platform/time/holidays.hpp"

using namespace std::chrono;

namespace {

struct Fixed {
    int month, day;
    Holiday holiday;
    int since;    // the year from which it is a day off
};

// Law 245/2000 Sb., §§ 1 and 2, in force since 9. 8. 2000; § 3: they are days off.
// NB: of the time before, only what stayed is here (93/1951 Sb.), since no record that we count days for is older.
constexpr Fixed fixed[] = {{1, 1, Holiday::restoration_of_the_state, 0},
                           {5, 1, Holiday::labour_day, 0},
                           {5, 8, Holiday::victory_day, 1992},
                           {7, 5, Holiday::cyril_and_methodius, 1990},
                           {7, 6, Holiday::jan_hus, 1990},
                           {9, 28, Holiday::czech_statehood, 2000},
                           {10, 28, Holiday::czechoslovak_state, 1988},
                           {11, 17, Holiday::freedom_and_democracy, 2000},
                           {12, 24, Holiday::christmas_eve, 1990},
                           {12, 25, Holiday::christmas_day, 0},
                           {12, 26, Holiday::second_christmas_day, 0}};

constexpr int good_friday_since = 2016;    // 359/2015 Sb.

}

// The Gregorian computation of Easter, known as the anonymous or Meeus/Jones/Butcher one.
Date easter_sunday(int year) {
    int a = year % 19, b = year / 100, c = year % 100;
    int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int day = h + l - 7 * m + 114;
    return std::chrono::year{year} / (day / 31) / (day % 31 + 1);
}

std::optional<Holiday> holiday_on(Date date) {
    year_month_day day{date};
    int year = int(day.year()), month = int(unsigned(day.month())), number = int(unsigned(day.day()));
    for (auto& each : fixed)
        if (each.month == month && each.day == number && year >= each.since) return each.holiday;
    if (month != 3 && month != 4) return {};
    auto from_easter = date - easter_sunday(year);
    if (from_easter == days{1}) return Holiday::easter_monday;
    if (from_easter == days{-2} && year >= good_friday_since) return Holiday::good_friday;
    return {};
}

bool is_working_day(Date day) { return weekday{day}.iso_encoding() < 6 && !holiday_on(day); }

Date working_day_on_or_after(Date day) {
    while (!is_working_day(day)) day += days{1};
    return day;
}

Date plus_working_days(Date day, int count) {
    auto step = days{count < 0 ? -1 : 1};
    for (int left = count < 0 ? -count : count; left > 0;)
        if (day += step; is_working_day(day)) --left;
    return day;
}

int working_days_between(Date from, Date until) {
    int count = 0;
    for (; from < until; from += days{1}) count += is_working_day(from);
    return count;
}
