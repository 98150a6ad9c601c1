// The watchdog by itself: which gaps break a statute, why they are as they are, and which days would mend them.
#include "platform/time/holidays.hpp"
#include "platform/time/weekdays.hpp"
#include "workgroups/watchdog/series_rule.hpp"

#include <gmock/gmock.h>

using namespace workgroups;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

Date on(int year, int month, int day) { return *day_of(year, month, day); }

Meeting meeting_on(Date day, const char* state = "planned") {
    Meeting meeting;
    meeting.id = Id<Meeting>::made_at(Instant{} + std::chrono::days{(day - Date{}).count()});
    meeting.day = day, meeting.state = state;
    return meeting;
}

BlockedPeriod period_of(const char* kind, Date first, Date last, const char* reason) {
    BlockedPeriod period;
    period.kind = kind, period.first_day = first, period.last_day = last, period.reason = reason;
    return period;
}

// Document 3: „dle Statutu ŘPS se schází dle potřeby, nejméně však 1x za dva měsíce“.
WatchedPlan steering_group_2016() {
    WatchedPlan plan;
    plan.meetings.push_back(meeting_on(on(2015, 11, 18), "held"));
    for (auto day : typed_days("13.01.\n10.02.\n11.05.\n15.06.\n14.09.\n12.10.\n16.11.", 2016).days)
        plan.meetings.push_back(meeting_on(day));
    Statute statute;
    statute.title = "Statut ŘPS", statute.valid_from = on(2015, 1, 1), statute.months_between = 2;
    plan.versions = {statute};
    plan.today = on(2015, 11, 19);
    return plan;
}

void state_reasons(WatchedPlan& plan) {
    plan.blocked = {period_of("closed", on(2016, 3, 1), on(2016, 4, 30), "Hodnotí se žádosti o dotace."),
                    period_of("on_demand", on(2016, 7, 1), on(2016, 8, 31), "Podle potřeby.")};
}

}

// row 3.33
TEST(Watchdog, asks_for_a_meeting_within_as_many_calendar_months_as_the_statute_says) {
    auto plan = steering_group_2016();
    plan.meetings = {meeting_on(on(2016, 6, 30)), meeting_on(on(2016, 8, 30)), meeting_on(on(2016, 10, 31))};
    auto gaps = gaps_of(plan, on(2016, 11, 1));
    // To the same day of the second month after: 30. 8. is in time, 31. 10. is a day late.
    ASSERT_EQ(gaps.size(), 1u);
    EXPECT_EQ(gaps[0].from, on(2016, 8, 30));
    EXPECT_EQ(gaps[0].latest, on(2016, 10, 30));
}

// row 3.34
TEST(Watchdog, finds_exactly_the_two_gaps_of_91_days_in_the_schedule_of_2016) {
    auto found = check_plan(steering_group_2016(), 2016);
    ASSERT_EQ(found.gaps.size(), 2u);
    EXPECT_EQ(found.gaps[0].from, on(2016, 2, 10));
    EXPECT_EQ(found.gaps[0].to, on(2016, 5, 11));
    EXPECT_EQ(found.gaps[0].days(), 91);
    EXPECT_EQ(found.gaps[1].from, on(2016, 6, 15));
    EXPECT_EQ(found.gaps[1].to, on(2016, 9, 14));
    EXPECT_EQ(found.gaps[1].days(), 91);
    for (auto& gap : found.gaps) EXPECT_EQ(gap.statute, "Statut ŘPS");
}

// row 3.34
TEST(Watchdog, holds_all_other_gaps_of_2016_for_at_most_56_days) {
    auto plan = steering_group_2016();
    std::int64_t longest = 0;
    for (std::size_t n = 1; n < plan.meetings.size(); ++n)
        if (auto days = (plan.meetings[n].day - plan.meetings[n - 1].day).count(); days != 91)
            longest = std::max<std::int64_t>(longest, days);
    EXPECT_EQ(longest, 56);
}

// row 3.35
TEST(Watchdog, reports_gaps_with_a_stated_reason_all_the_same) {
    auto plan = steering_group_2016();
    state_reasons(plan);
    auto gaps = check_plan(plan, 2016).gaps;
    ASSERT_EQ(gaps.size(), 2u);
    ASSERT_EQ(gaps[0].excuses.size(), 1u);
    EXPECT_EQ(gaps[0].excuses[0].kind, "closed");
    EXPECT_EQ(gaps[0].excuses[0].reason, "Hodnotí se žádosti o dotace.");
    ASSERT_EQ(gaps[1].excuses.size(), 1u);
    EXPECT_EQ(gaps[1].excuses[0].kind, "on_demand");
}

TEST(Watchdog, takes_months_on_demand_out_of_the_statute_too) {
    auto plan = steering_group_2016();
    plan.versions[0].on_demand_months = "7,8";
    auto gaps = check_plan(plan, 2016).gaps;
    ASSERT_EQ(gaps.size(), 2u);
    EXPECT_THAT(gaps[0].excuses, IsEmpty());
    ASSERT_EQ(gaps[1].excuses.size(), 1u);
    EXPECT_EQ(gaps[1].excuses[0].kind, "by_statute");
    EXPECT_EQ(gaps[1].excuses[0].first, on(2016, 7, 1));
    EXPECT_EQ(gaps[1].excuses[0].last, on(2016, 8, 31));
}

// row 3.34
TEST(Watchdog, proposes_days_after_which_no_gap_is_left) {
    auto plan = steering_group_2016();
    for (auto& gap : check_plan(plan, 2016).gaps) {
        ASSERT_FALSE(gap.replacement.days.empty());
        EXPECT_FALSE(gap.replacement.all_needed);
        for (auto day : gap.replacement.days) {
            EXPECT_EQ(weekday_of(day), 3);
            EXPECT_FALSE(holiday_on(day));
            auto mended = plan;
            mended.meetings.push_back(meeting_on(day));
            std::ranges::sort(mended.meetings, {}, &Meeting::day);
            EXPECT_EQ(check_plan(mended, 2016).gaps.size(), 1u) << to_iso(day);
        }
    }
    // As the group mostly meets: the second Wednesday.
    EXPECT_EQ(check_plan(plan, 2016).gaps[1].replacement.days.front(), on(2016, 8, 10));
}

TEST(Watchdog, proposes_days_within_a_closed_period_only_where_there_are_no_others_and_says_so) {
    auto plan = steering_group_2016();
    state_reasons(plan);
    auto gaps = check_plan(plan, 2016).gaps;
    EXPECT_TRUE(gaps[0].replacement.within_closed);
    EXPECT_FALSE(gaps[1].replacement.within_closed);
    plan.blocked = {period_of("closed", on(2016, 3, 12), on(2016, 3, 31), "Hodnotí se.")};
    auto outside = check_plan(plan, 2016).gaps[0].replacement;
    EXPECT_FALSE(outside.within_closed);
    EXPECT_THAT(outside.days, ElementsAre(on(2016, 4, 6)));
}

TEST(Watchdog, proposes_several_days_where_one_is_not_enough) {
    auto plan = steering_group_2016();
    plan.meetings = {meeting_on(on(2016, 1, 13)), meeting_on(on(2016, 9, 14))};
    auto gap = check_plan(plan, 2016).gaps.front();
    EXPECT_TRUE(gap.replacement.all_needed);
    for (auto day : gap.replacement.days) plan.meetings.push_back(meeting_on(day));
    std::ranges::sort(plan.meetings, {}, &Meeting::day);
    EXPECT_THAT(gaps_of(plan, on(2016, 10, 1)), IsEmpty());
}

TEST(Watchdog, does_not_propose_a_day_on_which_a_meeting_was_called_off) {
    auto plan = steering_group_2016();
    plan.meetings.push_back(meeting_on(on(2016, 8, 10), "cancelled"));
    std::ranges::sort(plan.meetings, {}, &Meeting::day);
    auto days = check_plan(plan, 2016).gaps[1].replacement.days;
    EXPECT_FALSE(days.empty());
    EXPECT_EQ(std::ranges::count(days, on(2016, 8, 10)), 0);
}

TEST(Watchdog, goes_on_to_the_end_of_a_gap_of_many_years) {
    auto plan = steering_group_2016();
    plan.meetings = {meeting_on(on(2016, 1, 13)), meeting_on(on(2024, 4, 10))};
    auto gap = gaps_of(plan, on(2024, 5, 1)).front();
    for (auto day : gap.replacement.days) plan.meetings.push_back(meeting_on(day));
    std::ranges::sort(plan.meetings, {}, &Meeting::day);
    EXPECT_THAT(gaps_of(plan, on(2024, 5, 1)), IsEmpty());
}

TEST(Watchdog, takes_no_reason_from_a_period_that_leaves_more_than_a_month_to_meet_in) {
    auto plan = steering_group_2016();
    plan.meetings = {meeting_on(on(2016, 12, 21)), meeting_on(on(2017, 3, 1))};
    plan.blocked = {period_of("closed", on(2016, 12, 23), on(2017, 1, 1), "Vánoční svátky")};
    EXPECT_THAT(gaps_of(plan, on(2017, 4, 1)).front().excuses, IsEmpty());
    plan.blocked.push_back(period_of("closed", on(2017, 1, 23), on(2017, 2, 10), "Hodnotí se žádosti o dotace."));
    EXPECT_EQ(gaps_of(plan, on(2017, 4, 1)).front().excuses.size(), 1u);
}

TEST(Watchdog, goes_around_holidays) {
    auto plan = steering_group_2016();
    // 28. 9. 2016 is the Day of Czech Statehood, a Wednesday; only it and days around it would do.
    plan.meetings = {meeting_on(on(2016, 7, 27)), meeting_on(on(2016, 11, 27))};
    auto gaps = check_plan(plan, 2016).gaps;
    for (auto day : gaps.front().replacement.days) EXPECT_TRUE(is_working_day(day));
    plan.meetings = {meeting_on(on(2016, 9, 28))};
    auto found = meeting_findings(plan, 2016);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].kind, "holiday");
}

TEST(Watchdog, counts_neither_cancelled_meetings_nor_slots_on_demand) {
    auto plan = steering_group_2016();
    plan.meetings.push_back(meeting_on(on(2016, 4, 6), "cancelled"));
    plan.meetings.push_back(meeting_on(on(2016, 7, 13), "on_demand"));
    std::ranges::sort(plan.meetings, {}, &Meeting::day);
    auto gaps = check_plan(plan, 2016).gaps;
    ASSERT_EQ(gaps.size(), 2u);
    EXPECT_THAT(gaps[0].on_demand, IsEmpty());
    EXPECT_THAT(gaps[1].on_demand, ElementsAre(on(2016, 7, 13)));
}

TEST(Watchdog, says_when_the_next_meeting_is_due_after_the_last_one) {
    auto plan = steering_group_2016();
    plan.meetings.pop_back(), plan.meetings.pop_back();    // the last one is on 14. 9.
    auto gaps = check_plan(plan, 2016).gaps;
    ASSERT_EQ(gaps.size(), 3u);
    EXPECT_FALSE(gaps[2].to);
    EXPECT_EQ(gaps[2].latest, on(2016, 11, 14));
    plan.today = on(2016, 12, 1);
    auto last = gaps_of(plan, on(2017, 1, 1)).back();
    for (auto day : last.replacement.days) EXPECT_GT(day, plan.today);
}

TEST(Watchdog, goes_by_the_version_in_force_on_the_day_of_the_meeting) {
    auto plan = steering_group_2016();
    plan.versions[0].valid_to = on(2016, 6, 1);
    Statute newer;
    newer.title = "Statut 2016", newer.valid_from = on(2016, 6, 1), newer.months_between = 3;
    plan.versions.insert(plan.versions.begin(), newer);
    auto gaps = check_plan(plan, 2016).gaps;
    ASSERT_EQ(gaps.size(), 1u);
    EXPECT_EQ(gaps[0].from, on(2016, 2, 10));
    plan.versions.clear();
    EXPECT_THAT(check_plan(plan, 2016).gaps, IsEmpty());
}

TEST(Watchdog, tells_of_meetings_on_wrong_days_of_late_invitations_and_late_minutes) {
    auto plan = steering_group_2016();
    plan.versions[0].notice_days = 7, plan.versions[0].minutes_days = 14;
    state_reasons(plan);
    plan.today = on(2016, 3, 20);
    auto late = meeting_on(on(2016, 1, 13), "held");
    late.convened_at = *parse_instant("2016-01-10T08:00:00Z");
    auto without = meeting_on(on(2016, 2, 10), "held");
    plan.minutes[late.id] = on(2016, 1, 30);
    plan.meetings = {late,
                     without,
                     meeting_on(on(2016, 3, 23)),
                     meeting_on(on(2016, 5, 14)),
                     meeting_on(on(2016, 7, 13), "on_demand"),
                     meeting_on(on(2016, 8, 10))};
    std::vector<std::string> kinds;
    for (auto& one : meeting_findings(plan, 2016)) kinds.push_back(one.kind);
    EXPECT_THAT(kinds, ElementsAre("late_invitation", "late_minutes", "minutes_due", "closed", "invitation_due",
                                   "weekend", "on_demand"));
}

// row 3.38
TEST(SeriesRules, give_days_without_a_year_the_year_of_the_plan) {
    auto typed = typed_days("13.01., 10.02.; 11. května\nstředa 15. 6. ve 14:00\n2016-09-14", 2016);
    EXPECT_THAT(typed.unread, IsEmpty());
    EXPECT_THAT(typed.days,
                ElementsAre(on(2016, 1, 13), on(2016, 2, 10), on(2016, 5, 11), on(2016, 6, 15), on(2016, 9, 14)));
    EXPECT_THAT(typed_days("13.01., podle dohody, 31. 2.", 2016).unread, ElementsAre("podle dohody", "31. 2."));
}

TEST(SeriesRules, know_the_second_wednesday_of_a_month_and_the_last_one) {
    SeriesRule rule;
    rule.first = on(2016, 1, 1), rule.last = on(2016, 12, 31), rule.left_out = {7, 8};
    auto days = days_by_rule(rule);
    ASSERT_EQ(days.size(), 10u);
    EXPECT_EQ(days[0], on(2016, 1, 13));
    EXPECT_EQ(days[4], on(2016, 5, 11));
    rule.place = 5;
    EXPECT_EQ(days_by_rule(rule)[1], on(2016, 2, 24));
}

TEST(SeriesRules, count_weeks_from_a_day) {
    SeriesRule rule;
    rule.weekly = true, rule.every_weeks = 4, rule.first = on(2016, 1, 13), rule.last = on(2016, 12, 31);
    auto days = days_by_rule(rule);
    EXPECT_EQ(days.size(), 13u);
    EXPECT_EQ(days[1], on(2016, 2, 10));
}

TEST(SeriesRules, go_around_holidays_and_closed_periods_but_keep_what_somebody_typed) {
    auto plan = steering_group_2016();
    plan.meetings.clear();
    state_reasons(plan);
    std::vector<Date> days{on(2016, 3, 9), on(2016, 7, 13), on(2016, 9, 28)};
    auto by_rule = prepared_days(plan, days, true, {});
    EXPECT_TRUE(by_rule[0].dropped);
    EXPECT_TRUE(by_rule[1].on_demand);
    EXPECT_EQ(by_rule[2].day, on(2016, 10, 5));
    auto typed = prepared_days(plan, days, false, {});
    EXPECT_FALSE(typed[0].dropped);
    EXPECT_EQ(typed[2].day, on(2016, 9, 28));
    EXPECT_EQ(typed[2].note, "holiday");
}
