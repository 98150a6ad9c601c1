// The coordinator's overview: what waits for whom, and nothing of groups that are not theirs.
#include "tests/world/planning.hpp"
#include "workgroups/minutes/minutes_record.hpp"
#include "workgroups/statutes/statute.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

struct OverviewOfPlanning : testing::Test, world::Planning {
    std::string overview(const User& who) { return words(who, "/prehled-planovani"); }
};

}

TEST_F(OverviewOfPlanning, counts_late_tasks_minutes_replies_and_proposals_of_the_groups_one_leads) {
    give("seniori", "Po termínu.", day_of(2026, 11, 1), seat(office.petr, "seniori", "chair"));
    meeting("seniori", *day_of(2026, 10, 27), "held");
    auto next = meeting("seniori", *day_of(2026, 12, 3));
    write([&](const history::Author& author) {
        AgendaItem item;
        item.group_id = next.group_id, item.title = "Návrh", item.state = "proposed";
        return add(author, item);
    });
    auto page = overview(office.petr);
    EXPECT_THAT(page, AllOf(HasSubstr("1 váš úkol je po termínu."), HasSubstr("1 úkol skupiny je po termínu."),
                            HasSubstr("Zápis z jednání 27. 10. 2026 ještě není."),
                            HasSubstr("1 návrh do programu čeká"), HasSubstr("Na pozvánku na 3. 12. 2026")));
    EXPECT_THAT(page, Not(HasSubstr("Jilemnicku")));
}

TEST_F(OverviewOfPlanning, of_a_member_shows_meetings_and_own_tasks_but_not_what_leaders_must_do) {
    give("seniori", "Cizí po termínu.", day_of(2026, 11, 1));
    meeting("seniori", *day_of(2026, 12, 3));
    seat(office.petr, "seniori");
    auto page = overview(office.petr);
    EXPECT_THAT(page, AllOf(HasSubstr("Nic. Všechno je v termínu."), HasSubstr("Senioři"), HasSubstr("3. 12.")));
}

TEST_F(OverviewOfPlanning, of_a_coordinator_is_about_the_districts_of_the_grant) {
    auto page = overview(office.klara);
    EXPECT_THAT(page, AllOf(HasSubstr("Jilemnicku"), Not(HasSubstr("Duševní zdraví"))));
    EXPECT_THAT(overview(office.eva), AllOf(HasSubstr("Jilemnicku"), HasSubstr("Duševní zdraví")));
}

TEST_F(OverviewOfPlanning, of_somebody_in_no_group_says_how_to_begin) {
    EXPECT_THAT(overview(office.petr), HasSubstr("Zatím nejste v žádné skupině."));
    EXPECT_EQ(office.get(office.stranger, "/prehled-planovani").status, http::see_other);
}

TEST_F(OverviewOfPlanning, tells_of_tasks_that_a_held_meeting_left_unchecked) {
    auto held = meeting("seniori", *day_of(2026, 11, 20), "held", "draft");
    auto earlier = meeting("seniori", *day_of(2026, 9, 20), "held", "published");
    give("seniori", "Zapomenutý.", {}, {}, earlier.id);
    write([&](const history::Author& author) { return keep_checked_tasks(author, held), true; });
    auto needs = office.get(office.eva, "/prehled-planovani", "application/json").body;
    EXPECT_THAT(needs, AllOf(HasSubstr("zbývá zkontrolovat"), HasSubstr("/jednani/" + to_text(held.id))));
}

TEST_F(OverviewOfPlanning, warns_of_what_the_watchdog_found_and_can_still_be_mended) {
    seat(office.petr, "seniori", "chair");
    write([&](const history::Author& author) {
        Statute rules;
        rules.group_id = group("seniori").id, rules.kind = "statute", rules.title = "Statut";
        rules.valid_from = *day_of(2026, 1, 1), rules.months_between = 2, rules.notice_days = 14;
        return add(author, rules);
    });
    meeting("seniori", *day_of(2026, 6, 2), "held", "published");
    meeting("seniori", *day_of(2026, 11, 3), "held", "published");
    auto next = meeting("seniori", *day_of(2026, 12, 4), "planned");
    meeting("seniori", *day_of(2027, 5, 1), "planned");
    auto needs = words(office.petr, "/prehled-planovani");
    EXPECT_THAT(needs, AllOf(HasSubstr("Od jednání 4. 12. 2026 do dalšího 1. 5. 2027 je 148 dní"),
                             HasSubstr("Pozvánka na 4. 12. 2026 měla odejít do 20. 11. 2026."),
                             HasSubstr("/jednani/" + to_text(next.id) + "/svolat"), HasSubstr("je svátek")));
    EXPECT_THAT(needs, Not(HasSubstr("Od jednání 2. 6. 2026"))) << "what has passed cannot be mended";
    seat(office.dana, "seniori");
    EXPECT_THAT(words(office.dana, "/prehled-planovani"), Not(HasSubstr("Od jednání"))) << "members do not plan";
}

TEST_F(OverviewOfPlanning, of_the_demonstration_region_is_no_list_of_minutes_that_nobody_wrote) {
    auto needs = words(office.eva, "/prehled-planovani");
    auto late = 0;
    for (auto at = needs.find("Zápis z jednání"); at != needs.npos; at = needs.find("Zápis z jednání", at + 1)) ++late;
    EXPECT_LE(late, 2);
}
