// What was given at a meeting, in its minutes: tasks, decisions, events; and the facts of the minutes themselves.
#include "tests/world/minutes_world.hpp"
#include "workgroups/events/planning_event.hpp"
#include "workgroups/tasks/task.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

struct MinutesHold : world::MinutesWorld {};

}

// Recorded five days later; on the same day.
// row 3.05
// row 4.28
TEST_F(MinutesHold, tell_who_recorded_them_where_and_when) {
    begin();
    auto facts = [&](const char* day) {
        return http::Values{{"verze", std::to_string(minutes().kept.version)},
                            {"zapsal", "Kamila Jasmínová"},
                            {"kdy", day},
                            {"misto", "Jilemnice"},
                            {"overovatel", ""},
                            {"styl", "ad"}};
    };
    EXPECT_EQ(office.post(office.eva, at("/udaje"), facts("30. 9. 2026")).status, http::unprocessable);
    EXPECT_EQ(office.post(office.eva, at("/udaje"), facts("1. 10. 2026")).location, at("?hotovo=udaje"));
    EXPECT_EQ(office.post(office.eva, at("/udaje"), facts("6. 10. 2026")).location, at("?hotovo=udaje"));
    EXPECT_THAT(page(office.eva, at()),
                AllOf(HasSubstr("Jilemnice, 6. 10. 2026, zapsal(a) Kamila Jasmínová"), HasSubstr("Ad 2)")));
}

// The style belongs to the document; the group's next minutes begin with it.
// row 4.31
TEST_F(MinutesHold, take_the_style_of_the_groups_last_minutes) {
    begin();
    office.database().in_write_transaction([&](db::Session& work) {
        auto author = office.as_nobody(work);
        auto before = *minutes_of(work, meeting.id);
        auto after = before;
        after.label_style = "number", after.programme = "Operační program Zaměstnanost";
        change(author, before, after);
        auto next = begin_minutes(author, made(author, day_of(2026, 10, 5), "held"));
        EXPECT_EQ(next.label_style, "number");
        EXPECT_EQ(next.programme, "Operační program Zaměstnanost");
    });
}

// The printed label stays, beside it the item that is meant.
// row 3.04
TEST_F(MinutesHold, keep_the_labels_of_a_document_and_tell_what_is_wrong_with_them) {
    begin();
    office.database().in_write_transaction([&](db::Session& work) {
        auto author = office.as_nobody(work);
        auto all = parts_of(work, minutes_of(work, meeting.id)->id);
        const char* labels[] = {"Ad. 2)", "Ad 3.)", "Ad. 3)"};
        for (std::size_t n = 0; n < 3; ++n) {
            auto after = all[n];
            after.label = labels[n];
            change(author, all[n], after);
        }
    });
    EXPECT_THAT(page(office.eva, at()), AllOf(HasSubstr("Ad 3.)"), HasSubstr("bod 3 programu: Diskuze"),
                                              HasSubstr("Chybí bod 1"), HasSubstr("Bod 3 je v zápisu 2×")));
    EXPECT_THAT(office.get(office.eva, at(".md")).body, HasSubstr("Ad 3.)"));
}

TEST_F(MinutesHold, hold_tasks_and_decisions_that_were_given_at_an_item) {
    begin();
    auto part = parts()[1];
    auto early = office.post(office.eva, part_at(part, "/ukol"), {{"co", "Sebrat podklady"}, {"do", "1. 1. 2026"}});
    EXPECT_EQ(early.status, http::unprocessable);
    EXPECT_THAT(early.body, HasSubstr("Sebrat podklady"));
    auto task =
        office.post(office.eva, part_at(part, "/ukol"),
                    {{"co", "Sebrat podklady"}, {"kdo", to_text(people.at("Radek Habr"))}, {"do", "9. 12. 2026"}});
    EXPECT_EQ(task.location, at("?hotovo=ukol#cast-" + to_text(part.id)));
    office.post(office.eva, part_at(part, "/usneseni"), {{"co", "Skupina bere zprávu na vědomí."}});
    auto number = decisions_of(*office.database().read(), meeting.id).back().number;
    EXPECT_THAT(page(office.petr, at()), AllOf(HasSubstr("Sebrat podklady"), HasSubstr("Radek Habr"),
                                               HasSubstr("do 9. 12. 2026"), HasSubstr("Usnesení " + number)));
    EXPECT_THAT(office.get(office.eva, at(".md")).body,
                AllOf(HasSubstr("| Sebrat podklady | Radek Habr |"), HasSubstr("**Usnesení " + number + "**")));
    EXPECT_EQ(office.post(office.petr, part_at(part, "/ukol"), {{"co", "x"}}).status, http::forbidden);
}

TEST_F(MinutesHold, hold_events_at_the_part_that_speaks_of_them_and_others_behind) {
    begin();
    write(1, "Skupina zve na Den otevřených dveří.");
    office.database().in_write_transaction([&](db::Session& work) {
        for (auto& [title, published] :
             {std::pair{"Den otevřených dveří", true}, {"Výjezd skupiny", false}, {"Kulatý stůl", true}}) {
            PlanningEvent event;
            event.group_id = group.id, event.meeting_id = meeting.id, event.title = title;
            event.published = published, event.first_day = event.last_day = *day_of(2027, 1, 20);
            add_event(office.as_nobody(work), event);
        }
    });
    auto shown = page(office.petr, at());
    EXPECT_THAT(shown,
                AllOf(HasSubstr("href=\"/akce/den-otevrenych-dveri\""), HasSubstr("href=\"/akce/kulaty-stul\"")));
    EXPECT_LT(shown.find("/akce/den-otevrenych-dveri"), shown.find("/akce/kulaty-stul"));
    EXPECT_THAT(page(office.eva, at(".md")), AllOf(HasSubstr("1. 2027: Kulatý stůl"), HasSubstr("Výjezd skupiny")))
        << "those that no part speaks of";
    publish();
    EXPECT_THAT(office.get(office.stranger, at(".md")).body,
                AllOf(HasSubstr("Kulatý stůl"), Not(HasSubstr("Výjezd skupiny"))));
}

// On screen they stand where files put them.
TEST_F(MinutesHold, what_belongs_to_no_item_in_a_chapter_of_its_own) {
    begin();
    write(2, "Poslední bod.");
    office.database().in_write_transaction([&](db::Session& work) {
        auto author = office.as_nobody(work);
        Task task;
        task.group_id = group.id, task.meeting_id = meeting.id, task.body = "Úkol mimo program.";
        add_task(author, task);
    });
    ASSERT_EQ(office.post(office.eva, at("/casti")).status, http::see_other);
    auto shown = page(office.eva, at());
    EXPECT_LT(shown.find("Bez nadpisu"), shown.find("<h2>Usnesení a úkoly</h2>"));
    EXPECT_LT(shown.find("<h2>Usnesení a úkoly</h2>"), shown.find("Úkol mimo program."));
}

TEST_F(MinutesHold, lead_to_their_meeting) {
    begin();
    EXPECT_THAT(page(office.eva, at()),
                HasSubstr("<a href=\"/jednani/" + to_text(meeting.id) + "\">Jednání 1. 10. 2026"));
}

TEST_F(MinutesHold, tasks_whose_day_has_no_year_for_the_nearest_one) {
    begin();
    auto part = parts()[1];
    ASSERT_EQ(office.post(office.eva, part_at(part, "/ukol"), {{"co", "Sebrat podklady"}, {"do", "15.1."}}).status,
              http::see_other);
    EXPECT_THAT(page(office.eva, at()), HasSubstr("15. 1. 2027"));
}
