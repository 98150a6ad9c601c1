// Attendance: by one tap, from a document, by a code; quorum and how it went over time.
#include "workgroups/meetings/attendance_pages.hpp"

#include "tests/world/meeting_world.hpp"
#include "workgroups/meetings/meeting_list.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

struct MeetingAttendance : world::MeetingWorld {
    http::Status mark(const Meeting& meeting, const std::string& name, const std::string& status) {
        return office.post(office.eva, at(meeting, "/dochazka"), {{"kdo", to_text(planner(name))}, {"stav", status}})
            .status;
    }
    std::vector<Attendance> rows(const Meeting& meeting) {
        auto lease = office.database().read();
        return attendance_of(*lease, meeting.id);
    }
    std::string code_of(const Meeting& meeting) {
        auto shown = office.post(office.eva, at(meeting, "/kod"));
        EXPECT_EQ(shown.status, http::see_other);
        EXPECT_THAT(office.get(office.eva, shown.location).body, HasSubstr("svg class=\"qr\""));
        return "/prezence/" + shown.location.substr(shown.location.rfind('/') + 1);
    }
};

}

TEST_F(MeetingAttendance, is_noted_by_one_tap_and_says_whether_there_is_a_quorum) {
    auto meeting = meeting_on(today);
    EXPECT_EQ(mark(meeting, "Jana Nová", "present"), http::see_other);
    EXPECT_EQ(mark(meeting, "Karel Tichý", "present"), http::see_other);
    EXPECT_THAT(said(office.eva, at(meeting, "/dochazka")),
                AllOf(HasSubstr("bez kvora"), HasSubstr("přítomno 2 z 4, potřeba 3")));
    EXPECT_EQ(mark(meeting, "Karel Tichý", "apologised"), http::see_other) << "a second tap changes it";
    EXPECT_EQ(rows(meeting).size(), 2u);
    http::Values substitute{{"jmeno", "Ota Tichý"}, {"zastupuje", to_text(planner("Karel Tichý"))}};
    EXPECT_EQ(office.post(office.eva, at(meeting, "/dochazka/host"), substitute).status, http::see_other);
    EXPECT_EQ(mark(meeting, "Věra Malá", "present"), http::see_other);
    EXPECT_THAT(said(office.eva, at(meeting, "/dochazka")),
                AllOf(HasSubstr("usnášeníschopné"), HasSubstr("přítomno 3 z 4")));
    EXPECT_EQ(
        office.post(office.petr, at(meeting, "/dochazka"), {{"kdo", to_text(petr_sits)}, {"stav", "present"}}).status,
        http::forbidden);
}

TEST_F(MeetingAttendance, before_the_day_knows_apologies_alone) {
    auto meeting = meeting_on(soon);
    EXPECT_EQ(mark(meeting, "Jana Nová", "present"), http::conflict);
    EXPECT_EQ(mark(meeting, "Jana Nová", "apologised"), http::see_other);
}

// row 3.02
TEST_F(MeetingAttendance, of_nine_present_and_three_apologised_is_three_quarters_of_twelve) {
    auto meeting = meeting_on(*day_of(2026, 11, 3), "held");
    in_work([&](const Author& author) {
        for (int n = 0; n < 12; ++n) {
            Attendance one;
            one.meeting_id = meeting.id, one.name = "Osoba " + std::to_string(n + 1), one.came_by = "document";
            one.status = n < 9 ? "present" : "apologised";
            add(author, one);
        }
    });
    EXPECT_THAT(said(office.petr, at(meeting)), AllOf(HasSubstr("Přítomno 9 z 12 (75 %)"), HasSubstr("Omluveni 3.")));
    EXPECT_THAT(said(office.stranger, at(meeting)), Not(HasSubstr("Osoba")));
}

// row 4.02
TEST_F(MeetingAttendance, may_be_a_sheet_that_is_attached_instead_of_a_list) {
    auto meeting = meeting_on(*day_of(2026, 11, 3), "held");
    EXPECT_EQ(
        office.post(office.eva, at(meeting, "/dochazka/poznamka"), {{"poznamka", "viz prezenční listina"}}).status,
        http::see_other);
    EXPECT_THAT(said(office.petr, at(meeting)), HasSubstr("viz prezenční listina"));
    EXPECT_THAT(said(office.eva, at(meeting)), Not(HasSubstr("Docházka není zapsaná")));
    EXPECT_THAT(said(office.stranger, at(meeting)), Not(HasSubstr("prezenční listina")));
    EXPECT_THAT(said(office.eva, at(meeting, "/dochazka/tisk")), AllOf(HasSubstr("Jana Nová"), HasSubstr("Podpis")));
}

// row 4.03
TEST_F(MeetingAttendance, whose_name_could_be_two_people_stays_a_question_until_somebody_answers_it) {
    auto meeting = meeting_on(today);
    Attendance row;
    row.meeting_id = meeting.id, row.name = "J. Nová", row.came_by = "document", row.status = "present";
    row.open_question = "Může to být Jana Nová i Jitka Nová.";
    in_work([&](const Author& author) { add(author, row); });
    auto sheet = said(office.eva, at(meeting, "/dochazka"));
    EXPECT_THAT(sheet, AllOf(HasSubstr("otázka"), HasSubstr("Může to být Jana Nová i Jitka Nová.")));
    auto settle = at(meeting, "/dochazka/") + to_text(row.id);
    EXPECT_EQ(office.post(office.eva, settle, {{"krok", "clen"}, {"kdo", to_text(planner("Jana Nová"))}}).status,
              http::see_other);
    auto settled = rows(meeting);
    ASSERT_EQ(settled.size(), 1u);
    EXPECT_EQ(settled[0].planner_id, planner("Jana Nová"));
    EXPECT_FALSE(settled[0].open_question);
}

TEST_F(MeetingAttendance, by_the_code_takes_a_name_and_tells_a_stranger_nobodys) {
    auto meeting = meeting_on(today);
    auto code = code_of(meeting);
    auto page = said(office.stranger, code);
    EXPECT_THAT(page, AllOf(HasSubstr("Jana Nová"), Not(HasSubstr("Karel Tichý")), Not(HasSubstr("Věra Malá"))))
        << "the group shows its leaders alone";
    auto known = office.post(office.stranger, code, {{"jmeno", "karel tichy"}});
    auto unknown = office.post(office.stranger, code, {{"jmeno", "nikdo takovy"}});
    EXPECT_EQ(known.status, http::ok);
    auto without = [](std::string body, const std::string& name) {
        for (auto at = body.find(name); at != body.npos; at = body.find(name)) body.erase(at, name.size());
        return body;
    };
    EXPECT_EQ(without(known.body, "karel tichy"), without(unknown.body, "nikdo takovy"))
        << "the answer does not say who sits here";
    office.post(office.stranger, code, {{"jmeno", "Nikdo Takový"}});
    auto all = rows(meeting);
    ASSERT_EQ(all.size(), 2u) << "a second click is no second guest";
    for (auto& one : all) EXPECT_EQ(one.came_by, "code");
    EXPECT_EQ(office.post(office.stranger, code, {{"jmeno", ""}}).status, http::unprocessable);
    EXPECT_EQ(office.post(office.stranger, code, {{"jmeno", "a\nb c"}}).status, http::unprocessable);
}

TEST_F(MeetingAttendance, by_the_code_needs_one_button_of_who_is_signed_in_and_the_code_runs_out) {
    auto meeting = meeting_on(today);
    auto code = code_of(meeting);
    EXPECT_THAT(said(office.petr, code), HasSubstr("Jsem tu: petr"));
    EXPECT_EQ(office.post(office.petr, code, {{"jak", "ucet"}}).status, http::ok);
    EXPECT_EQ(rows(meeting).front().planner_id, petr_sits);
    EXPECT_EQ(office.post(office.dana, code, {{"jak", "ucet"}}).status, http::forbidden);
    auto newer = code_of(meeting);
    EXPECT_EQ(office.get(office.stranger, code).status, http::gone) << "a new code ends the old one";
    later(office.clock().now() + std::chrono::minutes{61});
    EXPECT_EQ(office.post(office.stranger, newer, {{"jmeno", "Pozdní Host"}}).status, http::gone);
    EXPECT_EQ(office.post(office.eva, at(meeting_on(soon), "/kod")).status, http::conflict) << "only on the day";
    EXPECT_EQ(office.post(office.petr, at(meeting, "/kod")).status, http::forbidden);
}

TEST_F(MeetingAttendance, over_time_is_a_picture_and_a_table_for_those_who_sit_in_the_group) {
    auto address = "/skupiny/" + group.slug + "/jednani/ucast";
    EXPECT_THAT(said(office.petr, address), HasSubstr("Zatím není z čeho počítat"));
    for (auto day : {*day_of(2026, 3, 3), *day_of(2026, 11, 3)}) {
        auto meeting = meeting_on(day, "held");
        mark(meeting, "Jana Nová", "present"), mark(meeting, "Karel Tichý", "absent");
    }
    EXPECT_THAT(said(office.petr, address),
                AllOf(HasSubstr("v průměru 50 %"), HasSubstr("steps-chart"), HasSubstr("3. 3. 2026")));
    EXPECT_THAT(said(office.petr, address + ".csv"), HasSubstr("50"));
    EXPECT_EQ(office.get(office.dana, address).status, http::forbidden);
}
