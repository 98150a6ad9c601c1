// What the words for days promise.
#include "platform/i18n/spoken_dates.hpp"

#include <gtest/gtest.h>

using namespace std::chrono;

namespace {

struct Spoken : testing::Test {
    i18n::Texts cs{"cs", platform::files()}, en{"en", platform::files()};
    Date thursday{2025y / June / 12};
};

}

TEST_F(Spoken, appointments_say_their_weekday) {
    EXPECT_EQ(i18n::with_weekday(cs, thursday), "čtvrtek 12.\u00a06.\u00a02025");
    EXPECT_EQ(i18n::with_weekday(en, thursday + days{3}), "Sunday 15.\u00a06.\u00a02025");
}

TEST_F(Spoken, opening_days_are_joined_where_three_follow_each_other) {
    EXPECT_EQ(i18n::weekday_names(cs, workweek), "po–\u2060pá");
    EXPECT_EQ(i18n::weekday_names(cs, weekend), "so a\u00a0ne");
    EXPECT_EQ(i18n::weekday_names(cs, *parse_weekdays("po, st, pá")), "po, st a\u00a0pá");
    EXPECT_EQ(i18n::weekday_names(cs, *parse_weekdays("po–st, so")), "po–\u2060st a\u00a0so");
    EXPECT_EQ(i18n::weekday_names(cs, whole_week), "denně");
    EXPECT_EQ(i18n::weekday_names(en, workweek), "Mon–\u2060Fri");
    EXPECT_EQ(i18n::weekday_names(cs, {}), "");
}

TEST_F(Spoken, near_days_have_names_and_others_are_counted) {
    auto day = [&](int from_today) { return i18n::relative_day(cs, thursday + days{from_today}, thursday); };
    EXPECT_EQ(day(0), "dnes");
    EXPECT_EQ(day(1), "zítra");
    EXPECT_EQ(day(-1), "včera");
    EXPECT_EQ(day(3), "za 3\u00a0dny");
    EXPECT_EQ(day(5), "za 5\u00a0dní");
    EXPECT_EQ(day(-2), "před 2\u00a0dny");
    EXPECT_EQ(i18n::relative_day(en, thursday - days{5}, thursday), "5 days ago");
}

TEST_F(Spoken, every_holiday_of_a_year_has_its_name_in_both_languages) {
    for (Date day{2025y / January / 1}; day < Date{2026y / January / 1}; day += days{1})
        if (auto holiday = holiday_on(day)) {
            EXPECT_FALSE(i18n::holiday_name(cs, *holiday).starts_with("holiday.")) << to_iso(day);
            EXPECT_FALSE(i18n::holiday_name(en, *holiday).starts_with("holiday.")) << to_iso(day);
        }
    EXPECT_EQ(i18n::holiday_name(cs, Holiday::christmas_day), "1.\u00a0svátek vánoční");
}
