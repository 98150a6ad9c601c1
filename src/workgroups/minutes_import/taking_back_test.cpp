// What came of a document goes back whole, with its history, while nobody has built on it; by whom a group is led too.
#include "tests/world/handed_documents.hpp"
#include "workgroups/events/planning_event.hpp"
#include "workgroups/groups/lineage.hpp"
#include "workgroups/invitations/invitation.hpp"
#include "workgroups/milestones/milestone.hpp"
#include "workgroups/minutes_import/made_before.hpp"
#include "workgroups/minutes_import/taking_over.hpp"
#include "workgroups/statutes/statute.hpp"
#include "workgroups/votes/vote.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr auto minutes_of_seniors = "Zápis z jednání pracovní skupiny Senioři\n"
                                    "Datum: 12. 3. 2026 ve 14:00 hod.\n"
                                    "Místo: radnice Liberec, zasedací místnost\n"
                                    "Přítomni: J. Ostružinová, Vladimír Neznámý\n"
                                    "Program:\n"
                                    "1. Úvod\n"
                                    "2. Analýza potřeb\n"
                                    "\n"
                                    "Ad 1)\n"
                                    "Skupina se schází nejméně jednou za dva měsíce. "
                                    "V červenci a srpnu se skupina nesejde.\n"
                                    "\n"
                                    "Ad 2)\n"
                                    "Analýzu připraví firma Sonda, s. r. o.:\n"
                                    "\n"
                                    "06-07/2026 sběr dat v území\n"
                                    "\n"
                                    "08/2026 zpracování dat\n"
                                    "\n"
                                    "Skupina uvažuje, zda se nerozdělit na dvě skupiny.\n"
                                    "Dne 20. 4. 2026 se v hotelu Slunce koná seminář „Paměť“. Pořádá ho Charita.\n"
                                    "J. Ostružinová pošle dotazník do 30. 4. 2026.\n"
                                    "Z: J. Ostružinová\n"
                                    "\n"
                                    "Zapsala: Johana Ostružinová\n"
                                    "\n"
                                    "Harmonogram jednání pro rok 2026\n"
                                    "14. 5. 2026 v 14:00\n"
                                    "10. 9. 2026 v 14:00\n";

struct TakenBack : testing::Test {
    static constexpr auto seniors = "/skupiny/seniori";

    std::string words(const User& who, const std::string& address) {
        return world::with_plain_spaces(world::whole(office.get(who, address)));
    }
    DocumentImport import() {
        auto lease = office.database().read();
        return *find_document_import(*lease, *Id<DocumentImport>::parse(at.substr(18, 36)));
    }
    void hand_over_and_accept(const User& who) {
        auto handed =
            world::hand_over(office, who, std::string{seniors} + "/dokument", "zapis.txt", minutes_of_seniors);
        ASSERT_EQ(handed.status, http::see_other) << world::with_plain_spaces(world::whole(handed));
        at = handed.location;
        ASSERT_EQ(office.post(who, at + "/udaje", {{"prijmout_vse", "ano"}}).status, http::see_other);
    }
    void take_over_as(const User& who, http::Values with = {}) {
        auto taken = office.post(who, at + "/prevzit", std::move(with));
        ASSERT_EQ(taken.location, at + "?hotovo=prevzato") << world::with_plain_spaces(world::whole(taken));
    }
    // Everything of the group, as somebody who looks for it finds it.
    struct Standing {
        std::int64_t meetings = 0, present = 0, tasks = 0, events = 0, milestones = 0, plans = 0, periods = 0,
                     statutes = 0, thoughts = 0;
        friend bool operator==(const Standing&, const Standing&) = default;
    };
    Standing standing() {
        auto lease = office.database().read();
        auto& db = *lease;
        Standing now;
        auto group = *find_group_by_slug(db, "seniori");
        for (auto& one : meetings_of(db, group.id)) {
            now.meetings += one.stands();
            now.present += std::int64_t(attendance_of(db, one.id).size());
            for (auto& task : tasks_given_at(db, one.id)) now.tasks += task.state != "dropped";
        }
        for (auto& one : events_of(db, group.id)) now.events += !one.cancelled();
        for (auto& plan : milestone_plans(db))
            if (plan.group_id == group.id)
                ++now.plans, now.milestones += std::int64_t(milestones_of(db, plan.id).size());
        now.periods = std::int64_t(blocked_between(db, group.id, *day_of(2026, 7, 1), *day_of(2026, 8, 31)).size());
        now.statutes = rules_on(db, group.id, *day_of(2026, 4, 1)).months_between.has_value();
        now.thoughts = std::int64_t(lineage_of(db, group.id).size());
        return now;
    }
    // As somebody else, an hour later.
    void later(auto act) {
        office.clock().set(world::office_now + std::chrono::hours{1});
        office.database().in_write_transaction([&](db::Session& work) { act(office.as_nobody(work)); });
    }
    void stays_taken(const std::string& why) {
        auto refused = office.post(office.eva, at + "/zpet");
        EXPECT_EQ(refused.status, http::conflict);
        EXPECT_THAT(world::with_plain_spaces(world::whole(refused)),
                    AllOf(HasSubstr("Vzít zpět už to nejde"), HasSubstr(why)));
        EXPECT_EQ(import().state, "taken");
    }

    world::Office office{world::Office::With::sample_region};
    std::string at{};
};

}

TEST_F(TakenBack, goes_all_that_came_of_a_document_and_comes_again) {
    auto before = standing();
    hand_over_and_accept(office.eva);
    EXPECT_THAT(words(office.eva, at + "/prevzit"),
                AllOf(HasSubstr("2 milníky"), HasSubstr("1 akce"), HasSubstr("1 období bez jednání"),
                      HasSubstr("nejméně jednou za 2 měsíce"), HasSubstr("1 úvaha o změně skupiny")));
    take_over_as(office.eva, {{"statut", "ano"}});
    auto taken = standing();
    EXPECT_EQ(taken.meetings, before.meetings + 3);
    EXPECT_EQ(taken.present, before.present + 2);
    EXPECT_EQ(taken.tasks, before.tasks + 1);
    EXPECT_EQ(taken.events, before.events + 1);
    EXPECT_EQ(taken.milestones, before.milestones + 2);
    EXPECT_EQ(taken.plans, before.plans + 1);
    EXPECT_EQ(taken.periods, before.periods + 1);
    EXPECT_EQ(taken.statutes, 1);
    EXPECT_EQ(taken.thoughts, before.thoughts + 1);
    auto page = words(office.eva, at);
    EXPECT_THAT(page, AllOf(HasSubstr("Seminář „Paměť“"), HasSubstr("Milníky ze zápisu z 12. 3. 2026"),
                            HasSubstr("1 mezera je delší")));
    EXPECT_THAT(words(office.stranger, "/akce?mesic=2026-04"), HasSubstr("Paměť"));
    EXPECT_THAT(words(office.eva, "/milniky"), HasSubstr("Milníky ze zápisu z 12. 3. 2026"));

    ASSERT_EQ(office.post(office.eva, at + "/zpet").location, at + "?hotovo=zpet");
    EXPECT_EQ(standing(), before);
    EXPECT_THAT(words(office.stranger, "/akce?mesic=2026-04"), Not(HasSubstr("Paměť")));
    EXPECT_THAT(words(office.eva, "/milniky"), Not(HasSubstr("Milníky ze zápisu z 12. 3. 2026")));

    office.clock().set(world::office_now + std::chrono::minutes{5});
    auto meeting = [&] {
        auto lease = office.database().read();
        for (auto all = meetings_of(*lease, find_group_by_slug(*lease, "seniori")->id); auto& one : all)
            if (one.day == *day_of(2026, 3, 12)) return to_text(one.id);
        return std::string{};
    }();
    take_over_as(office.eva, {{"statut", "ano"}, {"jednani", meeting}});
    EXPECT_EQ(standing(), taken) << "the same again";
}

TEST_F(TakenBack, nothing_is_deleted_what_was_stays_in_the_history) {
    auto rows = [&] {
        auto lease = office.database().read();
        return std::vector{lease->one<std::int64_t>("SELECT count(*) FROM attendance"),
                           lease->one<std::int64_t>("SELECT count(*) FROM planning_events"),
                           lease->one<std::int64_t>("SELECT count(*) FROM milestones"),
                           lease->one<std::int64_t>("SELECT count(*) FROM milestone_plans"),
                           lease->one<std::int64_t>("SELECT count(*) FROM blocked_periods"),
                           lease->one<std::int64_t>("SELECT count(*) FROM meetings")};
    };
    hand_over_and_accept(office.eva);
    take_over_as(office.eva);
    auto taken = rows();
    auto meeting = *import().meeting_id;
    ASSERT_EQ(office.post(office.eva, at + "/zpet").status, http::see_other);
    EXPECT_EQ(rows(), taken);
    auto lease = office.database().read();
    auto one = lease->maybe<Attendance>("SELECT * FROM attendance WHERE meeting_id = $1 ORDER BY id LIMIT 1", meeting);
    ASSERT_TRUE(one && one->withdrawn);
    auto changes = history::changes_of(*lease, one->id.uuid);
    ASSERT_EQ(changes.size(), 2u);
    EXPECT_EQ(changes.front().source_kind, "document");
    EXPECT_THAT(words(office.eva, "/jednani/" + to_text(meeting) + "/historie"), HasSubstr("Vzato zpět"));
}

TEST_F(TakenBack, refused_where_somebody_votes_and_says_so) {
    hand_over_and_accept(office.eva);
    take_over_as(office.eva);
    later([&](const Author& author) {
        Vote vote;
        vote.meeting_id = *import().meeting_id, vote.question = "Schvaluje se analýza?";
        open_vote(author, vote);
    });
    stays_taken("hlasování: 1");
}

TEST_F(TakenBack, refused_where_somebody_was_invited_and_replied) {
    hand_over_and_accept(office.eva);
    take_over_as(office.eva);
    later([&](const Author& author) {
        for (auto all = meetings_of(author.work, find_group_by_slug(author.work, "seniori")->id); auto& one : all) {
            if (one.day != *day_of(2026, 5, 14)) continue;
            MeetingInvitation invitation;
            invitation.meeting_id = one.id, invitation.sent_at = author.now, invitation.reply = "comes";
            invitation.replied_at = author.now, invitation.replied_by = "link";
            invitation.planner_id = members_of(author.work, one.group_id).front().member.planner_id;
            add(author, invitation);
        }
    });
    stays_taken("odpovědi na pozvánky: 1");
}

TEST_F(TakenBack, refused_where_an_event_or_a_milestone_was_changed) {
    hand_over_and_accept(office.eva);
    take_over_as(office.eva);
    later([&](const Author& author) {
        for (auto all = events_of(author.work, find_group_by_slug(author.work, "seniori")->id); auto& one : all)
            if (one.title.find("Paměť") != std::string::npos) {
                auto after = one;
                after.place = "divadlo";
                change(author, one, after);
                auto next = next_edition(one);
                next.first_day = next.last_day = *day_of(2027, 4, 20);
                add_event(author, next);
            }
        for (auto& plan : milestone_plans(author.work))
            for (auto all = milestones_of(author.work, plan.id); auto& one : all)
                if (made_before(author.work, import(), one.id.uuid) && one.title == "zpracování dat") {
                    auto after = one;
                    after.state = "done";
                    change(author, one, after);
                }
    });
    stays_taken("změněné akce: 1");
    stays_taken("nové akce: 1");
    stays_taken("změněné milníky: 1");
}

TEST_F(TakenBack, is_work_of_the_groups_own_leader_too_who_holds_no_role) {
    office.database().in_write_transaction([&](db::Session& work) {
        auto author = office.as_nobody(work);
        auto planner = planner_of_account(work, office.petr.id);
        PlanningPerson person;
        person.name = "Petr", person.account_id = office.petr.id;
        GroupMember chair;
        chair.group_id = find_group_by_slug(work, "seniori")->id, chair.role = "deputy", chair.side = "provider";
        chair.planner_id = planner ? planner->id : add(author, person), chair.valid_from = *day_of(2026, 1, 1);
        add(author, chair);
    });
    EXPECT_THAT(words(office.petr, seniors), HasSubstr("/skupiny/seniori/dokument"));
    hand_over_and_accept(office.petr);
    EXPECT_THAT(words(office.petr, "/dokumenty-zapisu"), HasSubstr("zapis.txt"));
    EXPECT_THAT(words(office.klara, "/dokumenty-zapisu"), Not(HasSubstr("zapis.txt")));
    auto thoughts = standing().thoughts;
    take_over_as(office.petr);
    EXPECT_EQ(standing().thoughts, thoughts) << "to split a group is said by those who keep it";
    EXPECT_EQ(office.post(office.petr, at + "/zpet").status, http::see_other);
    EXPECT_EQ(office.get(office.petr, "/skupiny/deti-a-mladez/dokument").status, http::forbidden)
        << "of another group it is not";
}
