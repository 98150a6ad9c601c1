// What times of day, weekdays and holidays promise.
#include "platform/time/holidays.hpp"
#include "platform/time/time_of_day.hpp"
#include "platform/time/weekdays.hpp"

#include <gtest/gtest.h>

using namespace std::chrono;

// row X.6
TEST(Times, are_read_with_a_comma_a_dot_or_a_colon) {
    for (auto typed : {"7,30", "7.30", "7:30", "07:30", " 7,30 hod.", "7.30 h"})
        EXPECT_EQ(parse_time(typed), TimeOfDay{450}) << typed;
    EXPECT_EQ(parse_time("14:00"), TimeOfDay{840});
    EXPECT_EQ(parse_time("8"), TimeOfDay{480});
    EXPECT_EQ(parse_time("24.00"), TimeOfDay{1440});
    for (auto typed : {"", "24.01", "25", "7,3", "7,60", "7.300", "7 30", "7,30x", "-1", "sedm", "7.", "7,30 hodnot"})
        EXPECT_FALSE(parse_time(typed)) << typed;
}

// row X.6
TEST(Times, from_and_to_are_read_and_written_as_hours_of_a_day) {
    auto hours = parse_time_range("7,30 – 15,30");
    ASSERT_TRUE(hours);
    EXPECT_EQ(hours->minutes(), 8 * 60);
    EXPECT_EQ(to_czech(*hours), "7.30–\u206015.30");
    EXPECT_EQ(parse_time_range(to_czech(*hours)), hours);
    EXPECT_EQ(parse_time_range("7:30-15:30"), hours);
    EXPECT_EQ(parse_time_range("od 7.30 do 15.30 hodin"), hours);
    EXPECT_EQ(parse_time_range("7.30 až 15.30"), hours);
    for (auto typed : {"", "7,30", "7,30 –", "7,30 – 7,30", "7,30 15,30", "7 – 25", "7–8–9"})
        EXPECT_FALSE(parse_time_range(typed)) << typed;
}

TEST(Times, of_a_night_last_past_midnight) {
    EXPECT_EQ(parse_time_range("22.00–6.00")->minutes(), 8 * 60);
    EXPECT_EQ(parse_time_range("0.00–24.00")->minutes(), 24 * 60);
}

TEST(Times, of_a_day_with_a_lunch_break_are_two_ranges) {
    std::vector<TimeRange> expected{{{450}, {690}}, {{720}, {930}}};
    for (auto typed : {"7,30–11,30, 12,00–15,30", "7.30-11.30; 12-15.30", "7.30–11.30 a 12.00–15.30"})
        EXPECT_EQ(parse_time_ranges(typed), expected) << typed;
    for (auto typed : {"", "7.30–11.30,", "7.30–11.30 12–15", "7.30–11.30 a"})
        EXPECT_TRUE(parse_time_ranges(typed).empty()) << typed;
}

TEST(Times, of_every_minute_read_back_what_they_write) {
    for (std::int16_t minute = 0; minute <= 1440; ++minute) {
        ASSERT_EQ(parse_time(to_czech(TimeOfDay{minute})), TimeOfDay{minute});
        ASSERT_EQ(parse_time(to_iso(TimeOfDay{minute})), TimeOfDay{minute});
    }
}

// row X.6
TEST(Weekdays, are_read_from_whole_and_shortened_names) {
    for (auto typed :
         {"pondělí až pátek", "po–pá", "Po - Pá", "PO-PÁ", "pondělí – pátek", "po, út, st, čt a pá", "pracovní dny"})
        EXPECT_EQ(parse_weekdays(typed), workweek) << typed;
    EXPECT_EQ(parse_weekdays("út"), Weekdays::from_to(2, 2));
    EXPECT_EQ(parse_weekdays("so–ne"), weekend);
    EXPECT_EQ(parse_weekdays("denně"), whole_week);
    EXPECT_EQ(parse_weekdays("pá–po")->count(), 4);
    for (auto typed : {"", "po–", "pondělek", "po pá", "po,", "až pátek", "popá"})
        EXPECT_FALSE(parse_weekdays(typed)) << typed;
    EXPECT_TRUE(workweek.has(Date{2025y / June / 12}));
    EXPECT_FALSE(workweek.has(Date{2025y / June / 14}));
}

TEST(Easter, falls_where_the_church_computes_it) {
    for (auto day :
         {Date{2000y / April / 23}, Date{2008y / March / 23}, Date{2016y / March / 27}, Date{2024y / March / 31},
          Date{2025y / April / 20}, Date{2026y / April / 5}, Date{2038y / April / 25}, Date{1818y / March / 22}})
        EXPECT_EQ(easter_sunday(year_of(day)), day);
}

TEST(Holidays, are_thirteen_a_year_since_good_friday_is_one) {
    auto in_year = [](int year) {
        int count = 0;
        for (Date day{std::chrono::year{year} / January / 1}; year_of(day) == year; day += days{1})
            count += bool(holiday_on(day));
        return count;
    };
    EXPECT_EQ(in_year(2015), 12);
    EXPECT_EQ(in_year(2016), 13);
    EXPECT_EQ(in_year(2025), 13);
    EXPECT_EQ(holiday_on(2016y / March / 25), Holiday::good_friday);
    EXPECT_FALSE(holiday_on(2015y / April / 3));
    EXPECT_EQ(holiday_on(2025y / April / 21), Holiday::easter_monday);
    EXPECT_EQ(holiday_on(2025y / November / 17), Holiday::freedom_and_democracy);
}

TEST(Working_days, leave_out_weekends_and_holidays) {
    EXPECT_FALSE(is_working_day(2025y / April / 18));
    EXPECT_TRUE(is_working_day(2025y / April / 17));
    EXPECT_EQ(plus_working_days(2025y / April / 17, 1), Date{2025y / April / 22});
    EXPECT_EQ(plus_working_days(2025y / April / 22, -1), Date{2025y / April / 17});
    EXPECT_EQ(working_day_on_or_after(2025y / December / 24), Date{2025y / December / 29});
    EXPECT_EQ(working_days_between(2025y / December / 22, 2026y / January / 1), 5);
    EXPECT_EQ(working_days_between(2025y / April / 22, 2025y / April / 22), 0);
}
