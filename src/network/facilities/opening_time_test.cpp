// Opening times: read as people write them, added up without counting an hour twice.
#include "network/facilities/opening_hours_text.hpp"
#include "tests/world/region.hpp"

#include <gmock/gmock.h>

using namespace network;

// row 0.14
TEST(OpeningTimes, of_both_services_are_eight_hours_a_day_and_forty_a_week) {
    auto& db = world::region();
    for (auto slug : {"fokus-semily-std", "fokus-semily-sr"}) {
        auto times = opening_times_of(db, find_service_by_slug(db, slug)->id);
        for (auto day : {"MO", "TU", "WE", "TH", "FR"}) EXPECT_EQ(open_minutes(times, day), 8 * 60) << day;
        EXPECT_EQ(open_minutes(times, "SA") + open_minutes(times, "SU"), 0);
        EXPECT_EQ(open_minutes_a_week(times), 40 * 60);
        EXPECT_EQ(times.front().note, "pondělí až pátek 7,30 – 15,30 hodin");
    }
}

// row 0.14
TEST(OpeningTimes, take_a_comma_between_hours_and_minutes) {
    for (auto text : {"7,30", "7.30", "07:30", "7:30"}) EXPECT_EQ(parse_time_of_day(text), 7 * 60 + 30) << text;
    EXPECT_EQ(parse_time_of_day("7"), 7 * 60);
    EXPECT_EQ(parse_time_of_day("24:00"), 24 * 60);
    for (auto text : {"", "24:01", "25", "7,3", "7,300", "7:60", "-1", "a", "7,", ",30"})
        EXPECT_FALSE(parse_time_of_day(text)) << text;
    EXPECT_EQ(to_czech_time(7 * 60 + 5), "7.05");
}

TEST(OpeningTimes, are_read_from_spans_of_days) {
    auto times = parse_opening_hours("Po–Čt 08:00–16:00; Pá 8,00-12,00").value();
    EXPECT_EQ(times.front().days, "MO,TU,WE,TH");
    EXPECT_EQ(open_minutes_a_week(times), (4 * 8 + 4) * 60);
}

TEST(OpeningTimes, go_over_midnight_into_the_next_day) {
    auto night = parse_opening_hours("Po–Ne 19:00–07:00").value();
    EXPECT_EQ(open_minutes_a_week(night), 7 * 12 * 60);
    auto friday = parse_opening_hours("Pá 22:00–02:00").value();
    EXPECT_EQ(open_minutes(friday, "FR"), 120);
    EXPECT_EQ(open_minutes(friday, "SA"), 120);
}

TEST(OpeningTimes, that_cannot_be_read_are_not_guessed) {
    for (auto text : {"Po", "Xy 08:00–16:00", "Pá–Po 08:00–16:00", "Po 8–8", "Po 24:00–07:00", "Po 08:00–16:0"})
        EXPECT_FALSE(parse_opening_hours(text)) << text;
    EXPECT_TRUE(parse_opening_hours("")->empty());
}

TEST(OpeningTimes, may_be_known_by_their_number_only) {
    EXPECT_EQ(parse_times_a_week("1x týdně"), 1);
    EXPECT_EQ(parse_times_a_week("2 × týdně"), 2);
    for (auto text : {"", "1x měsíčně", "x týdně", "9x týdně"}) EXPECT_FALSE(parse_times_a_week(text)) << text;
}

TEST(OpeningTimes, at_two_places_at_once_count_once) {
    auto times = parse_opening_hours("Po 08:00–12:00; Po 10:00–14:00; Po 13:00–13:30").value();
    EXPECT_EQ(open_minutes(times, "MO"), 6 * 60);
}

TEST(OpeningTimes, day_and_night_are_a_whole_week) {
    OpeningTime always;
    always.nonstop = true;
    EXPECT_EQ(open_minutes_a_week({always}), 7 * 24 * 60);
}

TEST(OpeningTimes, are_told_from_monday_on) {
    auto times = parse_opening_hours("So 08:00–12:00; Pá 09:00–15:00; Po–Čt 13:00–18:00; Po–Čt 09:00–12:00").value();
    OpeningTime always, asked;
    always.nonstop = true, asked.by_appointment = true;
    times.insert(times.begin(), asked), times.push_back(always);
    sort_by_week(times);
    std::vector<std::string> told;
    for (auto& time : times) told.push_back(time.days + (time.opens_at ? " " + to_czech_time(*time.opens_at) : ""));
    EXPECT_EQ(told, (std::vector<std::string>{"", "MO,TU,WE,TH 9.00", "MO,TU,WE,TH 13.00", "FR 9.00", "SA 8.00", ""}));
    EXPECT_TRUE(times.front().nonstop && times.back().by_appointment);
}
