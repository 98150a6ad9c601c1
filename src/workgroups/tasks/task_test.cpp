// Tasks: whose they are, who may read, keep and finish them, their history, and how they come back at the next meeting.
#include "tests/world/planning.hpp"
#include "workgroups/tasks/task_letters.hpp"
#include "workgroups/tasks/task_list.hpp"
#include "workgroups/tasks/task_sheet.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr auto steering_group = "komunitni-planovani-socialnich-sluzeb-regionu-liberec-ridici-pracovni-skupina";

struct PlanningTasks : testing::Test, world::Planning {
    static http::Values form(std::vector<std::pair<std::string, std::string>> typed) {
        std::map<std::string, std::string> standing{{"text", "Sepsat osnovu příručky."},
                                                    {"zdroj", ""},
                                                    {"vlastnik", ""},
                                                    {"vlastnik_slovy", ""},
                                                    {"termin", ""},
                                                    {"termin_slovy", ""},
                                                    {"jednani", ""},
                                                    {"rozhodnuti", ""}};
        for (auto& [name, text] : typed) standing[name] = text;
        http::Values values;
        for (auto& [name, text] : standing) values.add(name, text);
        return values;
    }
    std::string given(const User& who, const std::string& slug,
                      std::vector<std::pair<std::string, std::string>> typed) {
        auto answer = office.post(who, "/skupiny/" + slug + "/ukoly/novy", form(std::move(typed)));
        EXPECT_EQ(answer.status, http::see_other) << answer.body.substr(0, 200);
        return answer.location.substr(0, answer.location.find('?'));
    }
    std::string at(const Task& task, const char* rest = "") { return "/ukoly/" + to_text(task.id) + rest; }
    std::string check_at(const Meeting& meeting) { return "/jednani/" + to_text(meeting.id) + "/kontrola-ukolu"; }
    http::Response check(const User& who, const Meeting& meeting, const Task& task, const char* how,
                         const std::string& day = {}, const std::string& note = {}) {
        return office.post(who, check_at(meeting),
                           {{"ukol", to_text(task.id)},
                            {"verze", std::to_string(now(task).kept.version)},
                            {"jak", how},
                            {"termin", day},
                            {"poznamka", note}});
    }
};

}

// row 3.23
TEST_F(PlanningTasks, given_to_an_initial_and_a_surname_belong_to_the_member_of_the_full_name) {
    auto address = given(office.eva, steering_group,
                         {{"text", "Připravit podklad pro kontrolu priorit."},
                          {"vlastnik_slovy", "K. Mařinková"},
                          {"zdroj", "Z: K. Mařinková"},
                          {"termin", "9. 12. 2026"}});
    auto page = words(office.eva, address);
    EXPECT_THAT(page, AllOf(HasSubstr("Kristýna Mařinková"), HasSubstr("(v zápise K. Mařinková)"),
                            HasSubstr("9. 12. 2026"), HasSubstr("Z: K. Mařinková"), HasSubstr("za 15 dní")));
}

TEST_F(PlanningTasks, of_a_name_that_fits_two_people_keep_the_name_as_written) {
    seat_named("Karel Novák", "seniori"), seat_named("Kamila Novák", "seniori");
    auto lease = office.database().read();
    auto members = members_on(*lease, find_group_by_slug(*lease, "seniori")->id, *day_of(2026, 11, 24));
    EXPECT_FALSE(owner_called(members, "K. Novák"));
    EXPECT_TRUE(owner_called(members, "Karel Novák"));
    EXPECT_TRUE(owner_called(members, "Ing. ostruzinova"));
    EXPECT_TRUE(owner_called(members, "J. Ostružinová, DiS."));
    EXPECT_FALSE(owner_called(members, "B. Ostružinová"));
    EXPECT_FALSE(owner_called(members, ""));
}

TEST_F(PlanningTasks, may_have_words_instead_of_a_day_and_no_meeting) {
    auto address = given(office.eva, "seniori", {{"text", "Sledovat výzvy."}, {"termin_slovy", "průběžně"}});
    EXPECT_THAT(words(office.eva, address), AllOf(HasSubstr("průběžně"), HasSubstr("bez jednání")));
    auto wrong = office.post(office.eva, "/skupiny/seniori/ukoly/novy", form({{"text", ""}, {"termin", "brzy"}}));
    EXPECT_EQ(wrong.status, http::unprocessable);
    EXPECT_THAT(world::with_plain_spaces(wrong.body), AllOf(HasSubstr("Napište, co se má udělat."), HasSubstr("brzy")));
}

TEST_F(PlanningTasks, are_read_by_those_who_sit_in_the_group_and_by_nobody_else) {
    auto task = give("seniori", "Vydat přehled služeb.");
    for (auto& who : {office.petr, office.klara, office.adam})
        EXPECT_EQ(office.get(who, at(task)).status, http::not_found);
    EXPECT_EQ(office.get(office.stranger, at(task)).status, http::see_other) << "sent to sign in";
    EXPECT_EQ(office.get(office.petr, "/skupiny/seniori/ukoly").status, http::forbidden);
    seat(office.petr, "seniori");
    EXPECT_EQ(office.get(office.petr, at(task)).status, http::ok);
    EXPECT_EQ(office.get(office.petr, "/skupiny/seniori/ukoly").status, http::ok);
    for (auto rest : {"/upravit", "/hotovo", "/zrusit", "/otevrit", "/poznamka"})
        EXPECT_EQ(office.post(office.petr, at(task, rest)).status, http::forbidden) << rest;
    EXPECT_EQ(office.get(office.eva, at(task)).status, http::ok);
}

TEST_F(PlanningTasks, are_finished_by_their_owner_who_may_change_nothing_else) {
    auto task = give("seniori", "Sebrat údaje.", day_of(2026, 11, 20), seat(office.petr, "seniori"));
    EXPECT_THAT(words(office.petr, "/ukoly"), AllOf(HasSubstr("Sebrat údaje."), HasSubstr("4 dny po termínu")));
    EXPECT_EQ(office.post(office.petr, at(task, "/upravit")).status, http::forbidden);
    EXPECT_EQ(office.post(office.petr, at(task, "/poznamka"), {{"zprava", ""}}).status, http::unprocessable);
    EXPECT_EQ(office.post(office.petr, at(task, "/poznamka"), {{"zprava", "Chybí dvě organizace."}}).status,
              http::see_other);
    auto future = office.post(office.petr, at(task, "/hotovo"), {{"den", "1. 1. 2027"}, {"poznamka", "hned"}});
    EXPECT_EQ(future.status, http::unprocessable);
    EXPECT_THAT(world::with_plain_spaces(future.body), AllOf(HasSubstr("Den ještě nebyl"), HasSubstr("hned")));
    EXPECT_EQ(office.post(office.petr, at(task, "/hotovo"), {{"zpet", "moje"}}).location, "/ukoly?hotovo=uzavren");
    EXPECT_EQ(now(task).state, "done");
    EXPECT_EQ(now(task).closed_on, day_of(2026, 11, 24));
    // A second click changes nothing.
    auto version = now(task).kept.version;
    EXPECT_EQ(office.post(office.petr, at(task, "/hotovo")).status, http::see_other);
    EXPECT_EQ(now(task).kept.version, version);
    EXPECT_THAT(words(office.petr, at(task)), HasSubstr("Chybí dvě organizace."));
    EXPECT_THAT(office.audit(), Contains("workgroups.task_done done"));
}

TEST_F(PlanningTasks, of_who_sits_in_the_group_no_more_are_still_their_own) {
    auto task = give("seniori", "Předat spisy.", {}, seat(office.petr, "seniori"));
    write([&](const history::Author& author) {
        for (auto& one : members_of(author.work, task.group_id))
            if (one.account_id == office.petr.id) end_mandate(author, one.member, *day_of(2026, 11, 1), {});
        return true;
    });
    EXPECT_EQ(office.get(office.petr, at(task)).status, http::ok);
    EXPECT_EQ(office.get(office.petr, "/skupiny/seniori/ukoly").status, http::forbidden);
}

TEST_F(PlanningTasks, are_dropped_with_a_reason_opened_again_and_taken_back) {
    auto task = give("seniori", "Oslovit obce.", day_of(2026, 12, 1));
    EXPECT_EQ(office.post(office.eva, at(task, "/zrusit"), {{"duvod", ""}}).status, http::unprocessable);
    office.clock().set(office.clock().now() + std::chrono::seconds{1});
    EXPECT_EQ(office.post(office.eva, at(task, "/zrusit"), {{"duvod", "obce už plánují"}}).status, http::see_other);
    EXPECT_THAT(words(office.eva, at(task)), AllOf(HasSubstr("zrušeno 24. 11. 2026"), HasSubstr("obce už plánují")));
    std::string dropping;
    {
        auto lease = office.database().read();
        dropping = to_text(history::changes_of(*lease, task.id.uuid).front().id);
    }
    office.clock().set(office.clock().now() + std::chrono::seconds{1});
    EXPECT_EQ(office.post(office.eva, at(task, "/otevrit")).status, http::see_other);
    EXPECT_EQ(now(task).state, "open");
    EXPECT_FALSE(now(task).closing_note);
    auto late = office.post(office.eva, at(task, "/historie/") + dropping + "/zpet");
    EXPECT_EQ(late.status, http::conflict) << "what was opened since is dropped no more";
    std::string opening;
    {
        auto lease = office.database().read();
        opening = to_text(history::changes_of(*lease, task.id.uuid).front().id);
    }
    EXPECT_EQ(office.post(office.eva, at(task, "/historie/") + opening + "/zpet").status, http::see_other);
    EXPECT_EQ(now(task).state, "dropped");
}

TEST_F(PlanningTasks, of_a_group_are_narrowed_and_go_out_as_tables) {
    auto owner = seat_named("Jana Nová", "seniori");
    give("seniori", "Vydat leták o rané péči.", day_of(2026, 11, 1), owner);
    give("seniori", "Sehnat sál.", day_of(2027, 1, 1));
    auto list = std::string{"/skupiny/seniori/ukoly"};
    EXPECT_THAT(words(office.eva, list + "?stav=po-terminu"), AllOf(HasSubstr("leták"), Not(HasSubstr("Sehnat sál"))));
    EXPECT_THAT(words(office.eva, list + "?q=letak o rane"), AllOf(HasSubstr("leták"), Not(HasSubstr("Sehnat sál"))));
    EXPECT_THAT(words(office.eva, list + "?vlastnik=" + to_text(owner)), Not(HasSubstr("Sehnat sál")));
    EXPECT_THAT(words(office.eva, list + "?q=nesmysl"), HasSubstr("Výběru neodpovídá žádný úkol."));
    EXPECT_THAT(words(office.eva, list + ".csv?stav=po-terminu"),
                AllOf(HasSubstr("Jana Nová"), HasSubstr("2026-11-01")));
    for (auto ending : {".xlsx", ".ods"}) EXPECT_EQ(office.get(office.eva, list + ending).status, http::ok);
    EXPECT_EQ(office.get(office.petr, list + ".csv").status, http::forbidden);
}

TEST_F(PlanningTasks, are_ordered_by_day_due_with_closed_ones_behind) {
    auto owner = seat(office.petr, "seniori");
    auto done = give("seniori", "d", day_of(2026, 1, 1), owner);
    give("seniori", "bez dne", {}, owner), give("seniori", "pozdější", day_of(2027, 3, 1), owner);
    give("seniori", "dřívější", day_of(2026, 11, 2), owner);
    write([&](const history::Author& author) { return finish_task(author, done, *day_of(2026, 11, 3), {}); });
    auto lease = office.database().read();
    std::vector<std::string> order;
    for (auto& one : tasks_of_owner(*lease, owner)) order.push_back(one.task.body);
    EXPECT_EQ(order, (std::vector<std::string>{"dřívější", "pozdější", "bez dne", "d"}));
}

// --- the check at the next meeting -----------------------------------------------------------------------------------

TEST_F(PlanningTasks, that_are_not_done_return_at_the_next_meeting_and_tell_their_way) {
    auto first = meeting("seniori", *day_of(2026, 10, 20), "held");
    auto second = meeting("seniori", *day_of(2026, 11, 24)), third = meeting("seniori", *day_of(2027, 1, 19));
    auto task = give("seniori", "Vydat přehled pro pečující.", day_of(2026, 11, 10), {}, first.id);
    EXPECT_THAT(words(office.eva, check_at(second)), HasSubstr("Vydat přehled pro pečující."));
    EXPECT_EQ(check(office.eva, second, task, "goes_on", "15. 1. 2027", "tiskárna nestíhá").status, http::see_other);
    EXPECT_EQ(now(task).due_on, day_of(2027, 1, 15));
    EXPECT_THAT(words(office.eva, check_at(third)), HasSubstr("Vydat přehled pro pečující."));
    EXPECT_EQ(check(office.eva, third, task, "done").status, http::see_other);
    EXPECT_EQ(now(task).state, "done");
    EXPECT_EQ(now(task).closed_on, third.day);
    auto page = words(office.eva, at(task));
    EXPECT_THAT(page, AllOf(HasSubstr("trvá, nový termín 15. 1. 2027"), HasSubstr("tiskárna nestíhá")));
    EXPECT_LT(page.find("trvá, nový termín"), page.find("splněno"));
}

TEST_F(PlanningTasks, are_dropped_at_a_meeting_only_with_a_reason_and_an_answer_may_be_mended) {
    auto now_on = meeting("seniori", *day_of(2026, 11, 24));
    auto task = give("seniori", "Najít prostory.", day_of(2026, 11, 10));
    auto wrong = check(office.eva, now_on, task, "dropped", "", "");
    EXPECT_EQ(wrong.status, http::unprocessable);
    EXPECT_EQ(check(office.eva, now_on, task, "goes_on", "nikdy", "").status, http::unprocessable);
    EXPECT_EQ(check(office.eva, now_on, task, "goes_on", "1. 1. 2026", "").status, http::unprocessable);
    EXPECT_EQ(check(office.eva, now_on, task, "spanek").status, http::unprocessable);
    EXPECT_EQ(check(office.eva, now_on, task, "done").status, http::see_other);
    EXPECT_EQ(check(office.eva, now_on, task, "goes_on").status, http::see_other);
    EXPECT_EQ(now(task).state, "open");
    EXPECT_EQ(now(task).due_on, day_of(2026, 11, 10)) << "without a new day the old one stays";
    auto lease = office.database().read();
    EXPECT_EQ(checks_of(*lease, task.id).size(), 1u);
}

TEST_F(PlanningTasks, that_somebody_changed_meanwhile_are_not_answered_for) {
    auto now_on = meeting("seniori", *day_of(2026, 11, 24));
    auto task = give("seniori", "Najít prostory.");
    write([&](const history::Author& author) { return finish_task(author, task, *day_of(2026, 11, 23), {}); });
    write([&](const history::Author& author) { return reopen_task(author, now(task)); });
    auto answer = office.post(office.eva, check_at(now_on),
                              {{"ukol", to_text(task.id)}, {"verze", "1"}, {"jak", "done"}, {"poznamka", "psáno"}});
    EXPECT_EQ(answer.status, http::conflict);
    EXPECT_THAT(world::with_plain_spaces(answer.body), AllOf(HasSubstr("mezitím"), HasSubstr("psáno")));
}

TEST_F(PlanningTasks, checked_at_a_held_meeting_stay_as_the_meeting_saw_them) {
    auto held = meeting("seniori", *day_of(2026, 11, 20), "held");
    auto before = meeting("seniori", *day_of(2026, 9, 1), "held");
    auto task = give("seniori", "Starší úkol.", day_of(2026, 10, 1), {}, before.id);
    EXPECT_EQ(check(office.eva, held, task, "goes_on").status, http::see_other);
    give("seniori", "Úkol zadaný až potom.", {}, {}, before.id);
    write([&](const history::Author& author) { return finish_task(author, now(task), *day_of(2026, 11, 24), {}); });
    auto page = words(office.eva, check_at(held));
    EXPECT_THAT(page, AllOf(HasSubstr("Starší úkol."), HasSubstr("trvá"), Not(HasSubstr("až potom"))));
}

TEST_F(PlanningTasks, remember_the_item_of_the_agenda_where_they_were_given) {
    auto held = meeting("seniori", *day_of(2026, 11, 20), "held"), other = meeting("seniori", *day_of(2026, 11, 21));
    auto item = write([&](const history::Author& author) {
        AgendaItem one;
        one.group_id = held.group_id, one.meeting_id = held.id, one.title = "Odlehčení o víkendech";
        return to_text(add(author, one));
    });
    auto new_task = "/skupiny/seniori/ukoly/novy?jednani=" + to_text(held.id) + "&bod=" + item;
    EXPECT_THAT(words(office.eva, new_task), HasSubstr("1. Odlehčení o víkendech"));
    auto task = given(office.eva, "seniori", {{"text", "Zjistit ceny."}, {"jednani", to_text(held.id)}, {"bod", item}});
    EXPECT_THAT(words(office.eva, task), HasSubstr("Odlehčení o víkendech"));
    auto moved = form({{"text", "Zjistit ceny."}, {"jednani", to_text(other.id)}, {"bod", item}, {"verze", "1"}});
    EXPECT_EQ(office.post(office.eva, task + "/upravit", moved).status, http::see_other);
    EXPECT_THAT(words(office.eva, task), Not(HasSubstr("Odlehčení o víkendech"))) << "an item of one meeting alone";
    auto elsewhere = form({{"text", "Zjistit ceny."}, {"jednani", to_text(other.id)}, {"bod", item}});
    EXPECT_EQ(office.post(office.eva, "/skupiny/seniori/ukoly/novy", elsewhere).status, http::see_other);
    auto wrong = form({{"text", "x"}, {"jednani", to_text(held.id)}, {"bod", "nesmysl"}});
    EXPECT_EQ(office.post(office.eva, "/skupiny/seniori/ukoly/novy", wrong).status, http::unprocessable);
}

TEST_F(PlanningTasks, are_checked_by_who_keeps_the_meeting_and_seen_by_its_members) {
    auto now_on = meeting("seniori", *day_of(2026, 11, 24));
    auto task = give("seniori", "Najít prostory.");
    EXPECT_EQ(office.get(office.petr, check_at(now_on)).status, http::forbidden);
    EXPECT_EQ(check(office.petr, now_on, task, "done").status, http::forbidden);
    seat(office.petr, "seniori");
    auto seen = office.get(office.petr, check_at(now_on));
    EXPECT_THAT(seen.body, AllOf(HasSubstr("Najít prostory."), Not(HasSubstr("name=\"jak\""))));
    EXPECT_EQ(check(office.petr, now_on, task, "done").status, http::forbidden);
    seat(office.klara, "seniori", "secretary");
    EXPECT_EQ(check(office.klara, now_on, task, "done").status, http::see_other);
}

TEST_F(PlanningTasks, typed_without_a_year_are_due_on_the_nearest_such_day) {
    auto soon = given(office.eva, "seniori", {{"termin", "15.12."}}),
         later = given(office.eva, "seniori", {{"termin", "15. ledna"}});
    EXPECT_THAT(words(office.eva, soon), HasSubstr("15. 12. 2026"));
    EXPECT_THAT(words(office.eva, later), HasSubstr("15. 1. 2027"));
}

TEST_F(PlanningTasks, are_a_few_sentences_and_no_more) {
    auto long_one = office.post(office.eva, "/skupiny/seniori/ukoly/novy", form({{"text", std::string(9'000, 'x')}}));
    EXPECT_EQ(long_one.status, http::unprocessable);
    EXPECT_THAT(world::with_plain_spaces(long_one.body), HasSubstr("příliš dlouh"));
    EXPECT_EQ(office.post(office.eva, "/skupiny/seniori/ukoly/novy", form({{"text", std::string(3'000, 'x')}})).status,
              http::see_other);
}
