// The day of a meeting: its minutes, its number, who is there, what else meets on it, and how it is typed.
#include "tests/world/meeting_world.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

struct MeetingDay : world::MeetingWorld {
    http::Status mark(const Meeting& meeting, const std::string& name, const std::string& status) {
        return office.post(office.eva, at(meeting, "/dochazka"), {{"kdo", to_text(planner(name))}, {"stav", status}})
            .status;
    }
    http::Status set_state(const Meeting& meeting, const std::string& state) {
        return office.post(office.eva, at(meeting, "/stav"), {{"stav", state}}).status;
    }
    bool leads_to_minutes(const User& who, const Meeting& meeting, const char* from = "") {
        return said(who, at(meeting, from)).find("href=\"" + at(meeting, "/zapis") + "\"") != std::string::npos;
    }
};

}

TEST_F(MeetingDay, leads_to_minutes_while_the_meeting_is_running_and_always_once_there_are_some) {
    auto running = meeting_on(today, "convened");
    EXPECT_TRUE(leads_to_minutes(office.eva, running));
    EXPECT_TRUE(leads_to_minutes(office.eva, running, "/dochazka"));
    EXPECT_FALSE(leads_to_minutes(office.petr, running)) << "there is nothing to read yet";
    EXPECT_FALSE(leads_to_minutes(office.eva, meeting_on(soon))) << "not before its day";
    ASSERT_EQ(office.post(office.eva, at(running, "/zapis")).status, http::see_other);
    EXPECT_TRUE(leads_to_minutes(office.petr, running));
    EXPECT_FALSE(leads_to_minutes(office.stranger, running)) << "nothing is published";
    ASSERT_EQ(set_state(running, "held"), http::see_other);
    ASSERT_EQ(set_state(running, "planned"), http::see_other);
    EXPECT_TRUE(leads_to_minutes(office.eva, running));
    EXPECT_THAT(said(office.eva, at(running)), HasSubstr("Zápis je rozepsaný"));
}

TEST_F(MeetingDay, counts_meetings_that_were_held_without_a_number) {
    meeting_on(*day_of(2026, 3, 3), "held"), meeting_on(*day_of(2026, 5, 5), "held");
    auto third = meeting_on(today);
    ASSERT_EQ(set_state(third, "held"), http::see_other);
    EXPECT_EQ(again(third).number, 3);
    in_work([&](const Author& author) {
        auto before = again(third), numbered = before;
        numbered.number = 12;
        change(author, before, numbered);
    });
    auto fourth = meeting_on(today);
    set_state(fourth, "held");
    EXPECT_EQ(again(fourth).number, 13) << "where a number says more, it says so";
}

TEST_F(MeetingDay, tells_no_share_of_members_before_all_are_noted) {
    auto meeting = meeting_on(today);
    for (auto name : {"Jana Nová", "Karel Tichý", "Věra Malá"}) mark(meeting, name, "present");
    EXPECT_THAT(said(office.eva, at(meeting, "/dochazka")),
                AllOf(HasSubstr("Přítomno 3, ještě nezapsáno 1."), HasSubstr("přítomno 3 z 4"), Not(HasSubstr("100"))));
    mark(meeting, "petr", "apologised");
    EXPECT_THAT(said(office.petr, at(meeting)), HasSubstr("Přítomno 3 z 4 (75 %)"));
}

TEST_F(MeetingDay, takes_back_a_mark_that_was_a_slip) {
    auto meeting = meeting_on(today);
    mark(meeting, "Jana Nová", "absent");
    EXPECT_THAT(said(office.eva, at(meeting, "/dochazka")), HasSubstr("value=\"unnoted\""));
    ASSERT_EQ(mark(meeting, "Jana Nová", "unnoted"), http::see_other);
    EXPECT_EQ(mark(meeting, "Jana Nová", "unnoted"), http::see_other) << "a second click";
    EXPECT_THAT(said(office.eva, at(meeting, "/dochazka")),
                AllOf(Not(HasSubstr("value=\"unnoted\"")), Not(HasSubstr("aria-pressed=\"true\""))));
    ASSERT_EQ(mark(meeting, "Jana Nová", "present"), http::see_other);
    EXPECT_THAT(said(office.eva, at(meeting, "/dochazka")), HasSubstr("aria-pressed=\"true\""));
}

TEST_F(MeetingDay, counts_the_quorum_of_who_is_there_and_not_of_answers_any_more) {
    auto meeting = meeting_on(today, "convened");
    EXPECT_THAT(said(office.eva, at(meeting)), HasSubstr("Kvorum zatím nevychází"));
    for (auto name : {"Jana Nová", "Karel Tichý", "Věra Malá"}) mark(meeting, name, "present");
    EXPECT_THAT(said(office.eva, at(meeting)),
                AllOf(HasSubstr("Kvorum je: přítomno 3 z 4, potřeba 3."), Not(HasSubstr("Kvorum zatím nevychází"))));
}

TEST_F(MeetingDay, asks_who_a_name_is_only_where_it_may_be_a_member) {
    auto meeting = meeting_on(today);
    auto guest = [&](const char* name) {
        office.post(office.eva, at(meeting, "/dochazka/host"), {{"jmeno", name}});
        return said(office.eva, at(meeting, "/dochazka"));
    };
    EXPECT_THAT(guest("Host Odjinud"), AllOf(HasSubstr("Host Odjinud"), Not(HasSubstr("Kdo to je?"))));
    EXPECT_THAT(guest("V. Malá"), HasSubstr("Kdo to je?")) << "Věra Malá sits here and is not noted yet";
}

TEST_F(MeetingDay, says_that_it_is_too_early_to_confirm_a_meeting_that_has_not_been) {
    auto answer = office.post(office.eva, at(meeting_on(soon), "/stav"), {{"stav", "held"}});
    EXPECT_EQ(answer.status, http::conflict);
    EXPECT_THAT(world::with_plain_spaces(answer.body),
                AllOf(HasSubstr("Jednání ještě nebylo."), Not(HasSubstr("Někdo uložil dřív"))));
}

TEST_F(MeetingDay, warns_its_manager_of_another_meeting_of_the_group) {
    auto morning = meeting_on(soon);
    EXPECT_THAT(said(office.eva, at(morning)), Not(HasSubstr("jiné jednání")));
    auto later_meeting = [&](std::int64_t from) {
        auto meeting = meeting_on(soon, "cancelled");
        in_work([&](const Author& author) {
            auto before = again(meeting), planned = before;
            planned.state = "planned", planned.from_minute = from, planned.to_minute = from + 120;
            change(author, before, planned);
        });
        return meeting;
    };
    auto afternoon = later_meeting(14 * 60);
    EXPECT_THAT(said(office.eva, at(morning)),
                AllOf(HasSubstr("Týž den má skupina i jiné jednání:"), HasSubstr("14.00"), HasSubstr(at(afternoon)),
                      Not(HasSubstr("Ve stejnou dobu"))));
    EXPECT_THAT(said(office.petr, at(morning)), Not(HasSubstr("jiné jednání")));
    later_meeting(10 * 60);
    EXPECT_THAT(said(office.eva, at(morning)), HasSubstr("Ve stejnou dobu má skupina i jiné jednání:"));
}

TEST_F(MeetingDay, shows_who_works_here_the_meeting_in_the_frame_of_its_list) {
    auto meeting = meeting_on(soon);
    EXPECT_THAT(said(office.petr, at(meeting)), HasSubstr("class=\"rail"));
    EXPECT_THAT(said(office.stranger, at(meeting)), Not(HasSubstr("class=\"rail")));
    for (auto page : {"/program", "/dochazka"})
        EXPECT_THAT(said(office.eva, at(meeting, page)),
                    AllOf(HasSubstr("class=\"crumbs\""), HasSubstr("href=\"" + at(meeting) + "\"")));
    auto moved = meeting_on(soon, "moved");
    EXPECT_THAT(said(office.eva, at(moved)), Not(HasSubstr("Stav jednání"))) << "there is nothing to change";
}

namespace {

struct PagesOfMeeting : world::MeetingWorld {
    static http::Values when(const std::string& day, std::vector<std::pair<std::string, std::string>> more) {
        http::Values values{{"den", day}, {"od", "9.00"}, {"do", ""}, {"misto", ""}, {"online", ""}};
        for (auto& [name, text] : more) values.add(name, text);
        return values;
    }
    // The address of a meeting that a form made or changed; empty where it was refused.
    std::string made(const std::string& form, const http::Values& typed) {
        auto answer = office.post(office.eva, form, typed);
        return answer.status == http::see_other ? answer.location : "";
    }
    std::string list() const { return "/skupiny/" + group.slug + "/jednani"; }
    http::Values of_new(const std::string& day) {
        return when(day, {{"nazev", ""}, {"rada", ""}, {"cislo", ""}, {"stav", "planned"}});
    }
    http::Values of_edit(const std::string& day) {
        return when(day, {{"nazev", ""}, {"rada", ""}, {"cislo", ""}, {"verze", "1"}});
    }
};

}

TEST_F(PagesOfMeeting, lead_over_the_group_and_the_meeting_to_where_one_is) {
    auto meeting = meeting_on(soon);
    auto group_at = "href=\"/skupiny/" + group.slug + "\"";
    for (auto page : {"/svolat", "/presun", "/zruseni", "/upravit", "/program", "/kontrola-ukolu", "/dochazka",
                      "/historie", "/hlasovani/nove"}) {
        auto whole = said(office.eva, at(meeting, page));
        auto from = whole.find("class=\"crumbs\"");
        ASSERT_NE(from, whole.npos) << page;
        auto way = whole.substr(from, whole.find("</nav>", from) - from);
        EXPECT_THAT(way, AllOf(HasSubstr(group_at), HasSubstr("href=\"" + list() + "\""),
                               HasSubstr("href=\"" + at(meeting) + "\""), HasSubstr("aria-current=\"page\"")))
            << page;
    }
    auto refused = office.post(office.eva, at(meeting, "/zruseni"), {{"duvod", ""}});
    ASSERT_EQ(refused.status, http::unprocessable);
    EXPECT_THAT(refused.body, HasSubstr("class=\"crumbs\""));
}

TEST_F(PagesOfMeeting, take_a_day_without_a_year_as_the_nearest_to_come_and_say_which) {
    for (auto [typed, understood] :
         {std::pair{"25. 11.", "25. 11. 2026"}, {"24.11.", "24. 11. 2026"}, {"18. listopadu", "18. 11. 2027"}}) {
        auto meeting = made(list() + "/nove", of_new(typed));
        ASSERT_NE(meeting, "") << typed;
        EXPECT_THAT(said(office.eva, meeting), HasSubstr(std::string{"Jednání je naplánované na "} + understood));
    }
    auto refused = office.post(office.eva, list() + "/nove",
                               when("18. 11.", {{"nazev", ""}, {"rada", ""}, {"cislo", "0"}, {"stav", "planned"}}));
    ASSERT_EQ(refused.status, http::unprocessable);
    EXPECT_THAT(refused.body, HasSubstr("value=\"18. 11. 2027\"")) << "the form says what was understood";
}

TEST_F(PagesOfMeeting, take_a_day_without_a_year_of_what_is_noted_as_of_that_year) {
    auto next_year = meeting_on(*day_of(2027, 3, 4));
    ASSERT_NE(made(at(next_year, "/upravit"), of_edit("18. 11.")), "");
    EXPECT_EQ(again(next_year).day, *day_of(2027, 11, 18));
    auto over = meeting_on(*day_of(2025, 3, 4), "held");
    ASSERT_NE(made(at(over, "/upravit"), of_edit("5. 3.")), "");
    EXPECT_EQ(again(over).day, *day_of(2025, 3, 5));
    auto december = meeting_on(soon);
    auto moved = made(at(december, "/presun"), when("12. 1.", {{"duvod", "kolize"}}));
    ASSERT_NE(moved, "");
    EXPECT_THAT(said(office.eva, moved), HasSubstr("přesunuté na 12. 1. 2027")) << "not into the past";
}
