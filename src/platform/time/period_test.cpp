// What periods of plans and projects promise.
#include "platform/time/period.hpp"

#include <gtest/gtest.h>

#include <random>
#include <stdexcept>

using namespace std::chrono;

namespace {

Period period(std::string_view typed) {
    auto read = parse_period(typed);
    EXPECT_TRUE(read) << typed;
    return read.value_or(Period{});
}

}

// row X.6
TEST(Periods, of_months_are_read_as_reports_write_them) {
    EXPECT_EQ(period("09/2017"), Period::of_months(2017, 9, 2017, 9));
    EXPECT_EQ(period("06-07/2017"), Period::of_months(2017, 6, 2017, 7));
    EXPECT_EQ(period("09–10/2017"), Period::of_months(2017, 9, 2017, 10));
    EXPECT_EQ(period("01/2017 - 12/2018"), Period::of_months(2017, 1, 2018, 12));
    EXPECT_EQ(period("září 2017"), Period::of_months(2017, 9, 2017, 9));
    EXPECT_EQ(period("leden až březen 2017"), Period::of_months(2017, 1, 2017, 3));
    EXPECT_EQ(period("2017-06"), Period::of_months(2017, 6, 2017, 6));
}

// row X.7
TEST(Periods, of_plans_are_years_or_ranges_of_dates) {
    EXPECT_EQ(period("2009–2013"), Period::of_years(2009, 2013));
    EXPECT_EQ(period("2011 - 2012"), Period::of_years(2011, 2012));
    EXPECT_EQ(period("2015-2018"), Period::of_years(2015, 2018));
    EXPECT_EQ(period("2017"), Period::of_year(2017));
    EXPECT_EQ(period("1. 5. 2023 – 30. 4. 2026"), Period::of_days(2023y / May / 1, 2026y / April / 30));
    EXPECT_EQ(period("od 1. 5. 2023 do 30. 4. 2026"), Period::of_days(2023y / May / 1, 2026y / April / 30));
    EXPECT_EQ(period("2009–2013").from_precision, Precision::year);
    EXPECT_EQ(period("1. 5. 2023 – 2026").until_precision, Precision::year);
}

// row X.7
TEST(Periods, of_work_plans_lie_inside_the_plan_above_them) {
    EXPECT_TRUE(period("2009–2013").contains(period("2011–2012")));
    EXPECT_TRUE(period("2009–2013").contains(period("2009–2013")));
    EXPECT_FALSE(period("2011–2012").contains(period("2009–2013")));
    EXPECT_FALSE(period("2009–2013").contains(period("2013–2014")));
    EXPECT_TRUE(period("2009–2013").overlaps(period("2013–2014")));
    EXPECT_FALSE(period("2009–2013").overlaps(period("2014")));
    EXPECT_TRUE(period("2017").contains(Date{2017y / December / 31}));
    EXPECT_FALSE(period("2017").contains(Date{2018y / January / 1}));
}

// row X.7
TEST(Periods, are_measured_in_months_and_years) {
    EXPECT_EQ(whole_months(period("1. 5. 2023 – 30. 4. 2026")), 36);
    EXPECT_TRUE(ends_with_a_whole_month(period("1. 5. 2023 – 30. 4. 2026")));
    EXPECT_EQ(whole_months(period("1. 5. 2023 – 29. 4. 2026")), 35);
    EXPECT_FALSE(ends_with_a_whole_month(period("1. 5. 2023 – 29. 4. 2026")));
    EXPECT_EQ(whole_months(period("06-07/2017")), 2);
    EXPECT_EQ(calendar_years(period("2009–2013")), 5);
    EXPECT_EQ(calendar_years(period("01/2017 - 12/2018")), 2);
    EXPECT_EQ(whole_months(period("2015–2018")), 48);
    EXPECT_EQ(period("2024").days(), 366);
}

TEST(Periods, leave_out_at_one_end_what_the_other_says) {
    EXPECT_EQ(period("1.–3. 5. 2023"), Period::of_days(2023y / May / 1, 2023y / May / 3));
    EXPECT_EQ(period("1. 5. – 30. 6. 2023"), Period::of_days(2023y / May / 1, 2023y / June / 30));
    EXPECT_EQ(period("1.5.-30.6.2023"), Period::of_days(2023y / May / 1, 2023y / June / 30));
    EXPECT_EQ(period("12. 6. 2025").days(), 1);
}

TEST(Periods, that_are_not_wholly_read_or_run_backwards_are_refused) {
    for (auto typed :
         {"",         "2013–2009", "12/2017 - 01/2017",  "13/2017", "00/2017",     "30. 4. 2026 – 1. 5. 2023",
          "2009–",    "–2013",     "2009–2013–2015",     "06-07",   "1. 5.",       "6–7. 2017",
          "rok 2017", "09/17",     "31. 4. 2023 – 2024", "1700",    "2017 a 2018", "06 - 1. 7. 2017",
          "2009 až",  "1. – 2017"})
        EXPECT_FALSE(parse_period(typed)) << typed;
    EXPECT_THROW(Period::of_years(2013, 2009), std::invalid_argument);
}

// row X.6
TEST(Periods, are_written_as_people_write_them) {
    EXPECT_EQ(to_czech(period("2009 - 2013")), "2009–\u20602013");
    EXPECT_EQ(to_czech(period("2017")), "2017");
    EXPECT_EQ(to_czech(period("09/2017")), "9/2017");
    EXPECT_EQ(to_czech(period("06-07/2017")), "6–\u20607/2017");
    EXPECT_EQ(to_czech(period("01/2017 - 12/2018")), "1/2017–\u206012/2018");
    EXPECT_EQ(to_czech(period("1.5.2023-30.4.2026")), "1.\u00a05.\u00a02023\u00a0– 30.\u00a04.\u00a02026");
    EXPECT_EQ(to_czech(period("1.5.2023-3.5.2023")), "1.–\u20603.\u00a05.\u00a02023");
    EXPECT_EQ(to_czech(period("1.5.-30.6.2023")), "1.\u00a05.\u00a0– 30.\u00a06.\u00a02023");
    EXPECT_EQ(to_czech(period("12.6.2025")), "12.\u00a06.\u00a02025");
}

TEST(Periods, keep_their_precision_in_a_database) {
    EXPECT_EQ(to_iso(period("2009–2013")), "2009/2013");
    EXPECT_EQ(to_iso(period("06-07/2017")), "2017-06/2017-07");
    EXPECT_EQ(to_iso(period("1. 5. 2023 – 30. 4. 2026")), "2023-05-01/2026-04-30");
    for (auto text :
         {"", "/", "2009", "2009/", "2013/2009", "9/2017", "1.1.2020/2020", "2009/2013/2015", "2009-1/2013"})
        EXPECT_FALSE(parse_iso_period(text)) << text;
}

TEST(Periods, read_back_whatever_they_write) {
    std::mt19937 random{7};
    for (auto n = 0; n < 20'000; ++n) {
        auto year = 1990 + int(random() % 50), month = 1 + int(random() % 12), later = int(random() % 30);
        Date day = Date{1990y / January / 1} + days{random() % 18'000};
        for (auto& period : {Period::of_years(year, year + later % 9), Period::of_days(day, day + days{later * later}),
                             Period::of_months(year, month, year + later / 20, later > 19 ? later - 19 : month)}) {
            ASSERT_EQ(parse_period(to_czech(period)), period) << to_czech(period);
            ASSERT_EQ(parse_iso_period(to_iso(period)), period) << to_iso(period);
        }
    }
}
