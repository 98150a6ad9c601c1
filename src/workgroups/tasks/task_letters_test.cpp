// Letters that remind of tasks: a week before, on the day, each week after; one a day for each person; answered without
// signing in, turned off by who wants none.
#include "tests/world/planning.hpp"
#include "workgroups/tasks/task_letters.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

namespace {

struct RemindingOfTasks : testing::Test, world::Planning {
    struct LetterRow {
        std::string recipient{}, subject{}, body{};
        static void each_field(auto& row, auto& visit) {
            visit("recipient", row.recipient), visit("subject", row.subject), visit("body", row.body);
        }
    };
    // Only those to one address: the sample's own people are reminded too.
    std::vector<LetterRow> letters(const std::string& to = "nova@most.example") {
        auto lease = office.database().read();
        return lease->all<LetterRow>("SELECT recipient, subject, body FROM letters WHERE kind = 'task_reminder'"
                                     " AND recipient = $1 ORDER BY id",
                                     to);
    }
    void one_round() {
        office.database().in_write_transaction([&](db::Session& work) {
            jobs::enqueue(work, office.clock().now(), {}, office.region, task_letters_job, "{}");
        });
        jobs::Workers workers{office.database(), office.clock()};
        know_task_letters(workers, languages, office.application().configuration().facts);
        ASSERT_TRUE(workers.take_one());
    }
    std::string link() {
        auto body = letters().back().body;
        auto begin = body.find("/ukoly/z-dopisu/");
        return body.substr(begin, body.find('\n', begin) - begin);
    }
    static std::string field(const char* what, const Task& task) { return std::string{what} + "." + to_text(task.id); }

    const i18n::Languages languages{platform::files(), network::files(), workgroups::files()};
    Id<PlanningPerson> jana = seat_named("Jana Nová", "seniori", "nova@most.example");
    Date today = day_in_prague(office.clock().now());
};

}

TEST_F(RemindingOfTasks, go_a_week_before_on_the_day_and_each_week_after_it) {
    give("seniori", "Vydat přehled.", today + std::chrono::days{10}, jana);
    std::vector<int> sent;
    for (int day = 0; day <= 32; ++day) {
        auto before = letters().size();
        one_round();
        if (letters().size() > before) sent.push_back(day - 10);
        days_pass(1);
    }
    EXPECT_EQ(sent, (std::vector<int>{-7, 0, 1, 8, 15, 22}));
}

TEST_F(RemindingOfTasks, put_all_tasks_of_a_person_into_one_letter_a_day) {
    give("seniori", "Vydat přehled.", today, jana);
    give("seniori", "Sehnat sál.", today - std::chrono::days{3}, jana);
    give("seniori", "Za měsíc.", today + std::chrono::days{30}, jana);
    one_round(), one_round();
    ASSERT_EQ(letters().size(), 1u);
    auto body = world::with_plain_spaces(letters().front().body);
    EXPECT_THAT(body, AllOf(HasSubstr("Vydat přehled."), HasSubstr("3 dny po termínu"), Not(HasSubstr("Za měsíc."))));
    EXPECT_THAT(world::with_plain_spaces(letters().front().subject), HasSubstr("2 úkoly"));
}

TEST_F(RemindingOfTasks, lose_no_reminder_on_a_day_when_the_program_stood_still) {
    give("seniori", "Vydat přehled.", today + std::chrono::days{9}, jana);
    days_pass(4);
    one_round();
    EXPECT_EQ(letters().size(), 1u) << "five days before, since nothing went seven days before";
}

TEST_F(RemindingOfTasks, are_answered_from_the_letter_by_who_has_no_account) {
    auto done = give("seniori", "Vydat přehled.", today, jana), noted = give("seniori", "Sehnat sál.", today, jana);
    one_round();
    auto address = link();
    for (int scan = 0; scan < 3; ++scan) {
        auto page = office.get(office.stranger, address);
        EXPECT_EQ(page.status, http::ok);
        EXPECT_EQ(page.header("Cache-Control"), "no-store");
    }
    EXPECT_EQ(now(done).state, "open") << "a scanner of mail changes nothing";
    EXPECT_EQ(office.post(office.stranger, address).status, http::unprocessable) << "nothing was said";
    auto answer = office.post(office.stranger, address,
                              {{field("hotovo", done), "ano"}, {field("zprava", noted), "Sál je obsazený."}});
    ASSERT_EQ(answer.status, http::see_other);
    EXPECT_EQ(office.get(office.stranger, answer.location).status, http::ok);
    EXPECT_EQ(now(done).state, "done");
    EXPECT_EQ(now(noted).state, "open");
    EXPECT_THAT(words(office.eva, "/ukoly/" + to_text(noted.id)),
                AllOf(HasSubstr("Sál je obsazený."), HasSubstr("Jana Nová")));
    EXPECT_THAT(words(office.eva, "/ukoly/" + to_text(done.id)), HasSubstr("odkaz z dopisu, Jana Nová"));
    EXPECT_EQ(office.get(office.stranger, address).status, http::gone) << "a second answer";
    EXPECT_EQ(office.post(office.stranger, address, {{field("hotovo", noted), "ano"}}).status, http::gone);
    EXPECT_THAT(office.audit(), Contains("workgroups.task_letter_answered done"));
}

TEST_F(RemindingOfTasks, whose_link_is_one_persons_close_nobody_elses_tasks) {
    give("seniori", "Vydat přehled.", today, jana);
    auto other = give("seniori", "Cizí úkol.", today, seat_named("Karel Tichý", "seniori"));
    one_round();
    auto page = office.get(office.stranger, link());
    EXPECT_THAT(page.body, Not(HasSubstr("Cizí úkol.")));
    office.post(office.stranger, link(), {{field("hotovo", other), "ano"}, {"dopisy", "ne"}});
    EXPECT_EQ(now(other).state, "open");
}

TEST_F(RemindingOfTasks, follow_one_another_and_only_the_newest_link_holds) {
    give("seniori", "Vydat přehled.", today - std::chrono::days{1}, jana);
    one_round();
    auto first = link();
    days_pass(7);
    one_round();
    EXPECT_EQ(office.get(office.stranger, first).status, http::gone);
    EXPECT_EQ(office.get(office.stranger, link()).status, http::ok);
    days_pass(31);
    EXPECT_EQ(office.get(office.stranger, link()).status, http::gone);
    EXPECT_EQ(office.get(office.stranger, "/ukoly/z-dopisu/padelek").status, http::gone);
}

TEST_F(RemindingOfTasks, are_turned_off_in_the_letter_and_at_the_notices) {
    give("seniori", "Vydat přehled.", today - std::chrono::days{1}, jana);
    give("seniori", "Petrův úkol.", today, seat(office.petr, "seniori"));
    one_round();
    EXPECT_EQ(letters("petr@opora.example").size(), 1u);
    EXPECT_EQ(office.post(office.stranger, link(), {{"dopisy", "ne"}}).location, "/ukoly/z-dopisu/hotovo?dopisy=ne");
    EXPECT_THAT(office.get(office.petr, "/oznameni/nastaveni").body, HasSubstr("task_due"));
    EXPECT_EQ(office.post(office.petr, "/oznameni/nastaveni", {{"task_due", "never"}}).status, http::see_other);
    days_pass(7);
    one_round();
    EXPECT_EQ(letters().size(), 1u);
    EXPECT_EQ(letters("petr@opora.example").size(), 1u);
}

TEST_F(RemindingOfTasks, go_to_nobody_without_an_address_nor_for_a_closed_task) {
    give("seniori", "Bez adresy.", today, seat_named("Karel Tichý", "seniori"));
    auto task = give("seniori", "Hotový.", today, jana);
    write([&](const history::Author& author) { return finish_task(author, task, today, {}); });
    one_round();
    EXPECT_TRUE(letters().empty());
}
