// Series of meetings: their order, and taking one back that was a slip.
#include "tests/world/meeting_world.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

struct SeriesOfMeetings : world::MeetingWorld {
    std::string list() const { return "/skupiny/" + group.slug + "/jednani"; }
    MeetingSeries series_on(const std::string& name, std::vector<Date> days) {
        MeetingSeries series;
        series.group_id = group.id, series.name = name;
        in_work([&](const Author& author) {
            add(author, series);
            for (auto day : days) {
                Meeting meeting;
                meeting.group_id = group.id, meeting.series_id = series.id, meeting.day = day;
                add(author, meeting);
            }
        });
        return series;
    }
    std::vector<Meeting> meetings_in(const MeetingSeries& series) {
        return office.database().read()->all<Meeting>("SELECT * FROM meetings WHERE series_id = $1 ORDER BY day",
                                                      series.id);
    }
    std::string back(const MeetingSeries& series) { return list() + "/rady/" + to_text(series.id) + "/zpet"; }
};

}

TEST_F(SeriesOfMeetings, stand_by_their_last_day_the_latest_first) {
    series_on("plán 2026", {*day_of(2026, 3, 3)}), series_on("plán 2028", {*day_of(2028, 3, 3)});
    series_on("plán 2027", {*day_of(2027, 3, 3)});
    auto page = said(office.eva, list());
    EXPECT_LT(page.find("plán 2028"), page.find("plán 2027"));
    EXPECT_LT(page.find("plán 2027"), page.find("plán 2026"));
}

TEST_F(SeriesOfMeetings, that_nobody_touched_are_taken_back_as_a_whole) {
    auto slip = series_on("omylem", {*day_of(2027, 2, 3), *day_of(2027, 3, 3)});
    EXPECT_THAT(said(office.eva, list()), HasSubstr(back(slip)));
    EXPECT_EQ(office.post(office.petr, back(slip)).status, http::forbidden);
    ASSERT_EQ(office.post(office.eva, back(slip)).status, http::see_other);
    for (auto& one : meetings_in(slip)) EXPECT_EQ(one.state, "cancelled");
    EXPECT_THAT(said(office.eva, list()), AllOf(Not(HasSubstr(back(slip))), HasSubstr("Řada byla vzata zpět.")));
    EXPECT_EQ(office.post(office.eva, back(slip)).status, http::conflict) << "a second click";
}

TEST_F(SeriesOfMeetings, on_which_something_stands_stay) {
    auto with_agenda = series_on("s programem", {*day_of(2027, 2, 3)}),
         past = series_on("minulá", {today - std::chrono::days{30}});
    office.post(office.eva, at(meetings_in(with_agenda)[0], "/program"), {{"nazev", "Síť služeb"}});
    auto edited = series_on("upravená", {*day_of(2027, 5, 5)});
    in_work([&](const Author& author) {
        auto before = meetings_in(edited)[0], after = before;
        after.place = "Sokolovna";
        change(author, before, after);
    });
    for (auto& one : {with_agenda, past, edited}) {
        EXPECT_THAT(said(office.eva, list()), Not(HasSubstr(back(one))));
        EXPECT_EQ(office.post(office.eva, back(one)).status, http::conflict);
    }
}
