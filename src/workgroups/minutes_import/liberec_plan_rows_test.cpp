// The rows of document 3 that stand in a calendar: events, meetings of groups, the plan of the next year and its gaps.
#include "tests/world/taken_documents.hpp"
#include "workgroups/minutes_import/imported_schedule.hpp"
#include "workgroups/statutes/statute.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using world::calendar_day;
using world::rps;

// row 3.09
TEST(CalendarOfLiberec, announce_a_seminar_of_two_days_with_two_organisers) {
    auto& seminar = rps().event(calendar_day(2015, 11, 26), "AT seminář");
    EXPECT_EQ(seminar.last_day, calendar_day(2015, 11, 27));
    EXPECT_EQ(seminar.kind, "seminar");
    EXPECT_EQ(seminar.place, "hotel Orion");
    EXPECT_THAT(
        seminar.organised_by(),
        ElementsAre(HasSubstr("Advaita"), "protidrogová koordinátorka Libereckého kraje Ing. Jarmila Sedmikrásková"));
    EXPECT_THAT(seminar.source_text.value_or(""), HasSubstr("Práce pro lidi se závislostí"));
}

// row 3.10
TEST(CalendarOfLiberec, announce_the_third_meeting_of_providers) {
    auto& meeting = rps().event(calendar_day(2016, 3, 9), "Setkání poskytovatelů");
    EXPECT_EQ(meeting.edition, 3);
    EXPECT_THAT(meeting.place.value_or(""), HasSubstr("Maják"));
    EXPECT_THAT(
        world::with_plain_spaces(world::whole(rps().office.get(rps().office.stranger, "/akce/" + meeting.slug))),
        HasSubstr("3. ročník"));
}

// row 3.13
TEST(CalendarOfLiberec, plan_the_meeting_of_the_seniors_with_who_presents_there) {
    auto group = rps().group_of_report("Senioři");
    auto lease = rps().office.database().read();
    std::optional<Meeting> planned;
    for (auto all = meetings_of(*lease, group.id); auto& one : all)
        if (one.day == calendar_day(2015, 11, 25)) planned = one;
    ASSERT_TRUE(planned);
    EXPECT_EQ(planned->state, "planned");
    auto items = agenda_of(*lease, planned->id);
    ASSERT_EQ(items.size(), 1u);
    EXPECT_EQ(items.front().state, "proposed");
    EXPECT_THAT(items.front().note.value_or(items.front().title),
                AllOf(HasSubstr("Anděl Strážný"), HasSubstr("D.R.A.K")));
    EXPECT_THAT(rps().report("Senioři").body, HasSubstr("hospic"));
}

// row 3.17
TEST(CalendarOfLiberec, keep_a_cancelled_meeting_as_a_state) {
    auto lease = rps().office.database().read();
    auto cancelled = lease->all<Meeting>("SELECT * FROM meetings WHERE day = $1", calendar_day(2015, 12, 14));
    ASSERT_EQ(cancelled.size(), 1u);
    EXPECT_EQ(cancelled.front().state, "cancelled");
    EXPECT_NE(cancelled.front().group_id, rps().group.id) << "it is a meeting of the group that reported it";
    EXPECT_THAT(cancelled.front().state_reason.value_or(""), HasSubstr("3-zapis-rps.txt"));
}

// row 3.19
TEST(CalendarOfLiberec, tell_of_the_round_table_of_the_region) {
    auto& table = rps().event(calendar_day(2015, 11, 11), "Kulatý stůl „Poptávka po službách");
    EXPECT_EQ(table.kind, "round_table");
    EXPECT_EQ(table.state, "held") << "the minutes tell of it as past";
}

// row 3.31
TEST(CalendarOfLiberec, put_five_events_into_the_public_calendar) {
    EXPECT_EQ(rps().event(calendar_day(2015, 11, 19), "Noc venku").edition, 2);
    EXPECT_EQ(rps().event(calendar_day(2015, 11, 21), "Kašparovo taškaření").edition, 2);
    EXPECT_EQ(rps().event(calendar_day(2015, 11, 21), "potravinová sbírka").kind, "collection");
    EXPECT_EQ(rps().event(calendar_day(2015, 11, 30), "Den otevřených dveří").kind, "open_day");
    EXPECT_EQ(rps().event(calendar_day(2015, 12, 11), "Vile Vitae").kind, "open_day");
    EXPECT_EQ(rps().events.size(), 8u) << "with the seminar, the round table and the meeting of providers";
    auto calendar = world::with_plain_spaces(
        world::whole(rps().office.get(rps().office.stranger, "/akce?pohled=mesic&mesic=2015-11")));
    EXPECT_THAT(calendar, AllOf(HasSubstr("Noc venku"), HasSubstr("AT seminář")));
    EXPECT_THAT(rps().preview, HasSubstr("8 akcí"));
}

// row 3.32
// row 3.38
TEST(CalendarOfLiberec, plan_the_next_year_with_one_place_for_all) {
    std::vector<std::string> days;
    auto lease = rps().office.database().read();
    for (auto& meeting : rps().meetings) {
        if (meeting.state != "planned") continue;
        days.push_back(to_iso(meeting.day));
        EXPECT_FALSE(meeting.place) << "the place stands with the series";
        auto placed = at_its_place(*lease, meeting);
        EXPECT_EQ(placed.place, "budova „Uran“, 2. patro, místnost č. 17");
        EXPECT_EQ(placed.from_minute, 14 * 60);
    }
    EXPECT_THAT(days, ElementsAre("2016-01-13", "2016-02-10", "2016-05-11", "2016-06-15", "2016-09-14", "2016-10-12",
                                  "2016-11-16"));
}

// row 3.33
// row 3.34
// row 3.35
TEST(CalendarOfLiberec, are_watched_over_two_gaps_of_91_days_the_first_with_its_excuse) {
    auto rules = rps().of("rule");
    ASSERT_EQ(rules.size(), 1u);
    EXPECT_EQ(rules.front().number, 2);
    EXPECT_THAT(rules.front().body, HasSubstr("1x za dva měsíce"));
    auto lease = rps().office.database().read();
    i18n::Texts texts{"cs", platform::files(), network::files(), workgroups::files()};
    auto found = schedule_findings(*lease, rps().group, rps().import, rps().facts, calendar_day(2026, 11, 24), texts);
    ASSERT_TRUE(found);
    ASSERT_EQ(found->gaps.size(), 2u);
    auto& first = found->gaps[0].gap;
    auto& second = found->gaps[1].gap;
    EXPECT_EQ(first.from, calendar_day(2016, 2, 10));
    EXPECT_EQ(first.to, calendar_day(2016, 5, 11));
    EXPECT_EQ(first.days(), 91);
    ASSERT_EQ(first.excuses.size(), 1u);
    EXPECT_EQ(first.excuses[0].kind, "closed");
    EXPECT_EQ(first.excuses[0].first, calendar_day(2016, 3, 1));
    EXPECT_EQ(first.excuses[0].last, calendar_day(2016, 4, 30));
    EXPECT_THAT(first.excuses[0].reason, HasSubstr("hodnotí žádosti o dotační program"));
    EXPECT_EQ(second.from, calendar_day(2016, 6, 15));
    EXPECT_EQ(second.to, calendar_day(2016, 9, 14));
    EXPECT_EQ(second.days(), 91);
    ASSERT_EQ(second.excuses.size(), 1u);
    EXPECT_EQ(second.excuses[0].kind, "on_demand") << "July and August only when needed";
    EXPECT_THAT(rps().page(), AllOf(HasSubstr("Co na plán říká hlídač"), HasSubstr("91 dní"),
                                    HasSubstr("hodnotí žádosti o dotační program")));
    auto blocked = blocked_between(*lease, rps().group.id, calendar_day(2016, 1, 1), calendar_day(2016, 12, 31));
    EXPECT_EQ(blocked.size(), 2u);
}
