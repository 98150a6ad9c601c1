// Meetings: how they are planned, moved, cancelled and held, what stands on their agenda, who may know of them.
#include "tests/world/meeting_world.hpp"

#include "tests/world/handed_files.hpp"
#include "workgroups/statutes/statute.hpp"
#include "workgroups/tasks/task_acts.hpp"

#include <fstream>

using namespace workgroups;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

namespace {

struct GroupMeetings : world::MeetingWorld {
    static http::Values typed(std::vector<std::pair<std::string, std::string>> over) {
        std::map<std::string, std::string> all{
            {"den", "10. 12. 2026"}, {"od", "9.00"}, {"do", "11.00"}, {"misto", "Radnice"}, {"online", ""},
            {"nazev", ""},           {"rada", ""},   {"cislo", ""},   {"stav", "planned"}};
        for (auto& [name, text] : over) all[name] = text;
        http::Values values;
        for (auto& [name, text] : all) values.add(name, text);
        return values;
    }
    std::string list() const { return "/skupiny/" + group.slug + "/jednani"; }
    std::vector<std::string> agenda(const Meeting& meeting) {
        auto lease = office.database().read();
        std::vector<std::string> titles;
        for (auto& item : agenda_of(*lease, meeting.id)) titles.push_back(item.title);
        return titles;
    }
    Id<AgendaItem> item_called(const std::string& title) {
        return office.database().read()->one<Id<AgendaItem>>("SELECT id FROM agenda_items WHERE title = $1", title);
    }
    void add_item(const Meeting& meeting, const std::string& title, const std::string& minutes = "") {
        EXPECT_EQ(office.post(office.eva, at(meeting, "/program"), {{"nazev", title}, {"minut", minutes}}).status,
                  http::see_other);
    }
};

}

TEST_F(GroupMeetings, are_planned_by_a_form_that_says_what_is_wrong) {
    auto made = office.post(office.eva, list() + "/nove", typed({}));
    ASSERT_EQ(made.status, http::see_other);
    auto page = said(office.stranger, made.location.substr(0, made.location.find('?')));
    EXPECT_THAT(page, AllOf(HasSubstr("tvrtek 10. 12. 2026"), HasSubstr("Radnice"), HasSubstr("plánované")));
    for (auto& [name, text, sentence] : {std::tuple{"den", "", "Napište den"},
                                         {"den", "32. 1. 2027", ""},
                                         {"od", "devět", "Čas napište"},
                                         {"do", "8.00", "Konec musí být po začátku"},
                                         {"od", "25.00", "Čas napište"},
                                         {"online", "javascript:alert(1)", "https://"},
                                         {"misto", "Radnice\nBcc: x@y.example", "jen jeden řádek"},
                                         {"cislo", "0", "celé číslo"}}) {
        auto answer = office.post(office.eva, list() + "/nove", typed({{name, text}}));
        EXPECT_EQ(answer.status, http::unprocessable) << name << text;
        EXPECT_THAT(world::with_plain_spaces(answer.body), HasSubstr(sentence));
    }
    EXPECT_THAT(world::with_plain_spaces(office.post(office.eva, list() + "/nove", typed({{"od", "25.00"}})).body),
                Not(HasSubstr("Ke konci patří i začátek")))
        << "a start is there, only a wrong one";
    EXPECT_EQ(office.post(office.petr, list() + "/nove", typed({})).status, http::forbidden);
}

// row 3.32
TEST_F(GroupMeetings, of_a_series_have_its_place_that_was_written_once) {
    http::Values series{
        {"nazev", "plán na rok 2016"}, {"misto", "Magistrát, místnost 322"}, {"od", "9.00"}, {"do", "11.00"}};
    ASSERT_EQ(office.post(office.eva, list() + "/rady/nova", series).status, http::see_other);
    auto id = office.database().read()->one<Id<MeetingSeries>>("SELECT id FROM meeting_series");
    auto made = office.post(office.eva, list() + "/nove",
                            typed({{"rada", to_text(id)}, {"misto", ""}, {"od", ""}, {"do", ""}}));
    auto address = made.location.substr(0, made.location.find('?'));
    EXPECT_THAT(said(office.eva, address), AllOf(HasSubstr("Magistrát, místnost 322"), HasSubstr("9.00–")));
    series = {
        {"verze", "1"}, {"nazev", "plán na rok 2016"}, {"misto", "Krajský úřad"}, {"od", "9.00"}, {"do", "11.00"}};
    office.post(office.eva, list() + "/rady/" + to_text(id), series);
    EXPECT_THAT(said(office.eva, address), HasSubstr("Krajský úřad"));
    EXPECT_THAT(said(office.stranger, list()), HasSubstr("Krajský úřad"));
}

// row 3.17
TEST_F(GroupMeetings, that_are_cancelled_stay_as_such_with_their_reason_and_their_agenda_waits) {
    auto meeting = meeting_on(soon);
    add_item(meeting, "Síť služeb");
    EXPECT_EQ(office.post(office.eva, at(meeting, "/zruseni"), {{"duvod", ""}}).status, http::unprocessable);
    EXPECT_EQ(office.post(office.eva, at(meeting, "/zruseni"), {{"duvod", "nemoc předsedkyně"}}).status,
              http::see_other);
    EXPECT_EQ(again(meeting).state, "cancelled");
    EXPECT_THAT(said(office.petr, list()), AllOf(HasSubstr("zrušené"), HasSubstr("nemoc předsedkyně")));
    EXPECT_THAT(said(office.stranger, list()), AllOf(HasSubstr("zrušené"), Not(HasSubstr("nemoc"))));
    EXPECT_THAT(said(office.stranger, at(meeting)), AllOf(HasSubstr("zrušené"), Not(HasSubstr("nemoc"))));
    EXPECT_THAT(said(office.eva, list() + "/podnety"), HasSubstr("Síť služeb"));
    EXPECT_EQ(office.post(office.eva, at(meeting, "/zruseni"), {{"duvod", "x"}}).status, http::conflict);
}

TEST_F(GroupMeetings, that_are_moved_point_to_the_new_one_which_takes_the_agenda) {
    auto meeting = meeting_on(soon);
    add_item(meeting, "Síť služeb");
    http::Values to{{"duvod", "kolize"}, {"den", "17. 12. 2026"}, {"od", "10.00"},
                    {"do", ""},          {"misto", ""},           {"online", ""}};
    auto moved = office.post(office.eva, at(meeting, "/presun"), to);
    ASSERT_EQ(moved.status, http::see_other);
    auto old = again(meeting);
    EXPECT_EQ(old.state, "moved");
    ASSERT_TRUE(old.moved_to_id);
    EXPECT_THAT(said(office.stranger, at(meeting)), HasSubstr("17. 12. 2026"));
    EXPECT_THAT(said(office.eva, "/jednani/" + to_text(*old.moved_to_id)),
                AllOf(HasSubstr("Síť služeb"), HasSubstr("10. 12. 2026")));
    EXPECT_TRUE(agenda(meeting).empty());
}

// row 4.01
TEST_F(GroupMeetings, are_counted_in_each_group_and_the_first_is_called_so) {
    auto first = meeting_on(*day_of(2026, 11, 3)), second = meeting_on(*day_of(2026, 11, 20));
    for (auto& one : {first, second})
        EXPECT_EQ(office.post(office.eva, at(one, "/stav"), {{"stav", "held"}}).status, http::see_other);
    EXPECT_THAT(said(office.stranger, at(first)), HasSubstr("první setkání"));
    EXPECT_THAT(said(office.stranger, at(second)), HasSubstr("2. setkání"));
    EXPECT_EQ(office.post(office.eva, at(meeting_on(soon), "/stav"), {{"stav", "held"}}).status, http::conflict)
        << "nobody has met before the day";
}

TEST_F(GroupMeetings, that_were_held_keep_the_list_of_tasks_that_came_back_to_them) {
    Task open, late;
    open.group_id = late.group_id = group.id;
    open.body = "Sebrat čísla.", late.body = "Zadáno až potom.";
    auto first = meeting_on(*day_of(2026, 10, 1), "held"), second = meeting_on(*day_of(2026, 11, 20));
    open.meeting_id = late.meeting_id = first.id;
    in_work([&](const Author& author) { add_task(author, open); });
    ASSERT_EQ(office.post(office.eva, at(second, "/stav"), {{"stav", "held"}}).status, http::see_other);
    in_work([&](const Author& author) {
        add_task(author, late);
        finish_task(author, *find_task(author.work, open.id), today, {});
    });
    EXPECT_THAT(said(office.eva, at(second, "/kontrola-ukolu")),
                AllOf(HasSubstr("Sebrat čísla."), Not(HasSubstr("Zadáno až potom."))));
}

TEST_F(GroupMeetings, lead_from_an_item_to_a_task_that_remembers_it) {
    auto meeting = meeting_on(today);
    add_item(meeting, "Síť služeb");
    auto item = to_text(item_called("Síť služeb"));
    auto form = "/skupiny/" + group.slug + "/ukoly/novy?jednani=" + to_text(meeting.id) + "&amp;bod=" + item;
    EXPECT_THAT(office.get(office.eva, at(meeting)).body, HasSubstr(form));
    EXPECT_THAT(office.get(office.petr, at(meeting)).body, Not(HasSubstr(form))) << "only who may give tasks";
    EXPECT_THAT(office.get(office.eva, at(meeting_on(soon))).body, Not(HasSubstr("ukoly/novy"))) << "not before it";
}

TEST_F(GroupMeetings, on_demand_are_planned_once_they_are_needed) {
    auto meeting = meeting_on(soon, "on_demand");
    EXPECT_EQ(office.post(office.eva, at(meeting, "/stav"), {{"stav", "planned"}}).status, http::see_other);
    EXPECT_EQ(again(meeting).state, "planned");
}

TEST_F(GroupMeetings, have_an_agenda_in_its_order_with_times_counted_from_the_start) {
    auto meeting = meeting_on(soon);
    add_item(meeting, "Kontrola úkolů", "15"), add_item(meeting, "Síť služeb", "30"), add_item(meeting, "Různé");
    auto step = [&](const char* title, const char* what) {
        return office
            .post(office.eva, at(meeting, "/program/") + to_text(item_called(title)) + "/kroky", {{"krok", what}})
            .status;
    };
    EXPECT_EQ(step("Síť služeb", "nahoru"), http::see_other);
    EXPECT_THAT(agenda(meeting), ElementsAre("Síť služeb", "Kontrola úkolů", "Různé"));
    EXPECT_EQ(step("Síť služeb", "nahoru"), http::see_other) << "at the top nothing happens";
    EXPECT_EQ(step("Různé", "nahoru"), http::see_other);
    EXPECT_THAT(agenda(meeting), ElementsAre("Síť služeb", "Různé", "Kontrola úkolů"));
    EXPECT_THAT(said(office.stranger, at(meeting)),
                AllOf(HasSubstr("od 9.00"), HasSubstr("od 9.30"), Not(HasSubstr("od 9.45"))));
    EXPECT_EQ(step("Různé", "odlozit"), http::see_other);
    EXPECT_THAT(agenda(meeting), ElementsAre("Síť služeb", "Kontrola úkolů"));
    EXPECT_EQ(office.post(office.eva, at(meeting, "/program/prevzit"), {{"bod", to_text(item_called("Různé"))}}).status,
              http::see_other);
    EXPECT_THAT(agenda(meeting), ElementsAre("Síť služeb", "Kontrola úkolů", "Různé"));
    EXPECT_EQ(office.post(office.eva, at(meeting, "/program"), {{"nazev", "Bod\nBcc: x"}}).status, http::unprocessable);
}

// row 3.08
TEST_F(GroupMeetings, take_proposals_that_members_made_for_next_time) {
    auto backlog = list() + "/podnety";
    EXPECT_EQ(office.post(office.petr, backlog, {{"nazev", "Představení 2 nových služeb"}}).status, http::see_other);
    EXPECT_THAT(said(office.petr, backlog),
                AllOf(HasSubstr("Představení 2 nových služeb"), HasSubstr("navrhuje petr")));
    EXPECT_EQ(office.get(office.dana, backlog).status, http::forbidden) << "she does not sit here";
    auto id = to_text(item_called("Představení 2 nových služeb"));
    EXPECT_EQ(office.post(office.petr, backlog + "/" + id, {{"krok", "prijmout"}}).status, http::forbidden);
    EXPECT_EQ(office.post(office.eva, backlog + "/" + id, {{"krok", "odmitnout"}}).status, http::unprocessable);
    EXPECT_EQ(office.post(office.eva, backlog + "/" + id, {{"krok", "prijmout"}}).status, http::see_other);
    auto meeting = meeting_on(soon);
    EXPECT_EQ(office.post(office.eva, at(meeting, "/program/prevzit"), {{"bod", id}}).status, http::see_other);
    EXPECT_THAT(agenda(meeting), ElementsAre("Představení 2 nových služeb"));
    EXPECT_EQ(office.post(office.eva, backlog + "/" + id, {{"krok", "odmitnout"}, {"duvod", "x"}}).status,
              http::not_found)
        << "it waits no more";
}

TEST_F(GroupMeetings, tell_strangers_day_place_and_titles_and_nothing_of_people) {
    auto meeting = meeting_on(soon);
    office.post(office.eva, at(meeting, "/program"),
                {{"nazev", "Síť služeb"}, {"uvadi", "Věra Malá"}, {"poznamka", "pozvat Karla Tichého"}});
    for (auto type : {"text/html", "application/json"}) {
        auto page = office.get(office.stranger, at(meeting), type).body;
        EXPECT_THAT(page, AllOf(HasSubstr("Síť služeb"), Not(HasSubstr("Malá")), Not(HasSubstr("Tich"))));
    }
    EXPECT_THAT(said(office.petr, at(meeting)), AllOf(HasSubstr("Věra Malá"), HasSubstr("Karla Tichého")));
    in_work([&](const Author& author) {
        auto before = *find_group(author.work, group.id);
        auto hidden = before;
        hidden.published = false;
        change(author, before, hidden);
    });
    EXPECT_EQ(office.get(office.stranger, at(meeting)).status, http::not_found);
    EXPECT_EQ(office.get(office.dana, list()).status, http::not_found);
    EXPECT_EQ(office.get(office.petr, at(meeting)).status, http::ok);
}

TEST_F(GroupMeetings, have_papers_for_those_who_sit_in_the_group_and_each_reading_is_on_record) {
    auto meeting = meeting_on(soon);
    add_item(meeting, "Síť služeb");
    auto path = std::filesystem::temp_directory_path() / unused_name();
    std::ofstream{path, std::ios::binary} << world::small_pdf();
    http::Request request{.method = "POST",
                          .path = at(meeting, "/program/") + to_text(item_called("Síť služeb")) + "/podklady"};
    request.files.push_back(
        {"soubor", "Návrh sítě.pdf", std::make_shared<const std::filesystem::path>(path), world::small_pdf().size()});
    ASSERT_EQ(office.application().dispatcher().answer(office.eva, std::move(request)).status, http::see_other);
    auto id = to_text(office.database().read()->one<Id<Meeting>>("SELECT id FROM agenda_papers"));
    EXPECT_THAT(said(office.petr, at(meeting)), HasSubstr("Návrh sítě"));
    EXPECT_THAT(said(office.stranger, at(meeting)), Not(HasSubstr("Návrh sítě")));
    auto file = at(meeting, "/podklady/") + id;
    EXPECT_EQ(world::whole(office.get(office.petr, file)), world::small_pdf());
    EXPECT_EQ(office.get(office.dana, file).status, http::forbidden);
    EXPECT_EQ(office.get(office.stranger, file).status, http::see_other);
    EXPECT_THAT(office.audit(), testing::Contains("workgroups.paper_read allowed"));
    EXPECT_EQ(office.post(office.eva, file + "/odebrat").status, http::see_other);
    EXPECT_EQ(office.get(office.petr, file).status, http::not_found);
    EXPECT_EQ(office.post(office.eva, file + "/vratit").status, http::see_other);
    EXPECT_EQ(office.get(office.petr, file).status, http::ok);
    EXPECT_EQ(office.get(office.petr, at(meeting_on(soon), "/podklady/") + id).status, http::not_found);
}

TEST_F(GroupMeetings, say_their_manager_what_is_still_to_do_before_and_after) {
    auto meeting = meeting_on(soon);
    EXPECT_THAT(said(office.eva, at(meeting)),
                AllOf(HasSubstr("Program je prázdný"), HasSubstr("Pozvánka ještě neodešla")));
    EXPECT_THAT(said(office.petr, at(meeting)), Not(HasSubstr("Program je prázdný")));
    auto past = meeting_on(*day_of(2026, 11, 3));
    EXPECT_THAT(said(office.eva, at(past)), AllOf(HasSubstr("Potvrďte, že se jednání konalo"),
                                                  HasSubstr("Docházka není zapsaná"), HasSubstr("Zápis není")));
}

TEST_F(GroupMeetings, remember_who_changed_what_and_one_change_goes_back) {
    auto meeting = meeting_on(soon);
    auto form = typed({{"misto", "Sokolovna"}});
    form.add("verze", "1");
    ASSERT_EQ(office.post(office.eva, at(meeting, "/upravit"), form).status, http::see_other);
    EXPECT_THAT(said(office.eva, at(meeting, "/historie")),
                AllOf(HasSubstr("Sokolovna"), HasSubstr("Jilemnice, radnice")));
    auto change = office.database().read()->one<Id<history::Change>>(
        "SELECT id FROM changes WHERE record_id = $1 AND kind = 'changed'", meeting.id);
    EXPECT_EQ(office.post(office.eva, at(meeting, "/historie/") + to_text(change) + "/zpet").status, http::see_other);
    EXPECT_EQ(again(meeting).place, "Jilemnice, radnice");
    EXPECT_EQ(office.post(office.petr, at(meeting, "/historie/") + to_text(change) + "/zpet").status, http::forbidden);
}

TEST_F(GroupMeetings, are_listed_by_year_the_next_one_first_and_taken_home) {
    meeting_on(*day_of(2025, 3, 4), "held");
    meeting_on(soon);
    auto page = said(office.stranger, list());
    EXPECT_LT(page.find("Příští jednání"), page.find("4. 3. 2025"));
    EXPECT_THAT(said(office.stranger, list() + "?rok=2025"), AllOf(HasSubstr("4. 3. 2025"), HasSubstr("<h2>2025")));
    EXPECT_THAT(said(office.stranger, list() + ".csv"), AllOf(HasSubstr("2025"), HasSubstr("konalo se")));
    EXPECT_THAT(said(office.stranger, list() + "?stav=cancelled"), HasSubstr("neodpovídá žádné jednání"));
    EXPECT_THAT(said(office.petr, list()), HasSubstr("class=\"rail")) << "as other pages of those who work here";
    EXPECT_THAT(page, Not(HasSubstr("class=\"rail")));
}
