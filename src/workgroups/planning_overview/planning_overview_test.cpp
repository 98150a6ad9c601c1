// The coordinator's overview: what waits for whom, and nothing of groups that are not theirs.
#include "tests/world/planning.hpp"
#include "workgroups/events/planning_event.hpp"
#include "workgroups/minutes/minutes_records.hpp"
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

TEST_F(OverviewOfPlanning, tells_minutes_that_were_begun_from_those_that_nobody_wrote) {
    seat(office.petr, "seniori", "chair");
    auto begun = meeting("seniori", *day_of(2026, 10, 27), "held", "draft");
    auto missing = meeting("seniori", *day_of(2026, 10, 20), "held");
    auto page = overview(office.petr);
    EXPECT_THAT(page, AllOf(HasSubstr("Zápis z jednání 27. 10. 2026 je pořád rozepsaný."),
                            HasSubstr("Zápis z jednání 20. 10. 2026 ještě není.")));
    // Only what nobody began is offered by the button.
    EXPECT_THAT(page, HasSubstr("<li><a href=\"/jednani/" + to_text(missing.id) + "/zapis"));
    EXPECT_THAT(page, Not(HasSubstr("<li><a href=\"/jednani/" + to_text(begun.id) + "/zapis")));
}

TEST_F(OverviewOfPlanning, follows_minutes_from_their_comments_to_the_internet) {
    seat(office.petr, "seniori", "chair"), seat(office.dana, "seniori");
    auto held = meeting("seniori", *day_of(2026, 11, 12), "held", "comments");
    MeetingMinutes minutes;
    auto becomes = [&](auto change_it) {
        write([&](const history::Author& author) {
            auto before = *minutes_of(author.work, held.id);
            minutes = before, change_it(minutes);
            return change(author, before, minutes);
        });
    };
    becomes([](auto& one) { one.comments_until = *day_of(2026, 11, 30); });
    EXPECT_THAT(overview(office.dana), AllOf(HasSubstr("Návrh zápisu z 12. 11. 2026 můžete připomínkovat do 30. 11."),
                                             HasSubstr("Konec připomínek k zápisu z 12. 11. 2026")));
    EXPECT_THAT(overview(office.petr), Not(HasSubstr("můžete připomínkovat")));
    MinutesComment comment;
    comment.minutes_id = minutes.id, comment.author_name = "Dana", comment.body = "Chybí jméno.";
    write([&](const history::Author& author) {
        auto dana = author;
        dana.user = office.dana.id;
        return add(dana, comment);
    });
    EXPECT_THAT(overview(office.dana), Not(HasSubstr("můžete připomínkovat"))) << "they said what they wanted";
    EXPECT_THAT(overview(office.petr), HasSubstr("K zápisu z 12. 11. 2026 je 1 nevypořádaná připomínka."));
    write([&](const history::Author& author) {
        auto settled = *find_minutes_comment(author.work, comment.id);
        auto before = settled;
        settled.state = "accepted";
        return change(author, before, settled);
    });
    days_pass(10);
    EXPECT_THAT(overview(office.petr), HasSubstr("Připomínky k zápisu z 12. 11. 2026 skončily, teď ho ověřte."));
    EXPECT_THAT(overview(office.dana), Not(HasSubstr("ověřte")));
    becomes([](auto& one) { one.phase = "verified"; });
    EXPECT_THAT(overview(office.petr), HasSubstr("Zápis z 12. 11. 2026 je ověřený a čeká na schválení."));
    becomes([](auto& one) { one.phase = "approved"; });
    EXPECT_THAT(overview(office.petr), HasSubstr("Zápis z 12. 11. 2026 je schválený, ale není zveřejněný."));
    becomes([](auto& one) { one.phase = "published"; });
    EXPECT_THAT(overview(office.petr), Not(HasSubstr("Zápis z 12. 11. 2026")));
}

TEST_F(OverviewOfPlanning, shows_tasks_of_the_team_and_closed_ones_and_closes_them_in_their_line) {
    auto petr = seat(office.petr, "seniori");
    auto mine = give("seniori", "Obvolat obce.", day_of(2026, 12, 1), petr);
    give("seniori", "Připravit dotazník.", day_of(2026, 12, 2));
    auto page = overview(office.petr);
    EXPECT_THAT(page, AllOf(HasSubstr("moje (1)"), HasSubstr("tým ("),
                            HasSubstr("/ukoly/" + to_text(mine.id) + "/hotovo"), Not(HasSubstr("dotazník"))));
    EXPECT_THAT(page, Not(HasSubstr("Nový úkol"))) << "members give no tasks";
    auto team = words(office.petr, "/prehled-planovani?ukoly=tym");
    EXPECT_THAT(team, AllOf(HasSubstr("Obvolat obce."), HasSubstr("Připravit dotazník.")));
    auto done = office.post(office.petr, "/ukoly/" + to_text(mine.id) + "/hotovo", {{"zpet", "prehled"}});
    ASSERT_EQ(done.location, "/prehled-planovani?hotovo=uzavren");
    EXPECT_THAT(words(office.petr, done.location), AllOf(HasSubstr("moje (0)"), Not(HasSubstr("Obvolat obce."))));
    EXPECT_THAT(words(office.petr, "/prehled-planovani?ukoly=hotove"), HasSubstr("Obvolat obce."));
    EXPECT_THAT(overview(office.eva), HasSubstr("/skupiny/seniori/ukoly/novy"));
}

TEST_F(OverviewOfPlanning, puts_events_among_the_dates_of_their_groups) {
    seat(office.petr, "seniori");
    write([&](const history::Author& author) {
        for (auto [slug, title] : {std::pair{"seniori", "Den seniorů"},
                                   {"komunitni-planovani-socialnich-sluzeb-na-jilemnicku", "Cizí kulatý stůl"}}) {
            PlanningEvent event;
            event.group_id = find_group_by_slug(author.work, slug)->id;
            event.title = title, event.first_day = event.last_day = *day_of(2026, 12, 8);
            event.from_minute = 600, event.place = "Semily";
            add_event(author, event);
        }
        return true;
    });
    EXPECT_THAT(overview(office.petr), AllOf(HasSubstr("Den seniorů"), HasSubstr("10.00"), HasSubstr("8. 12."),
                                             Not(HasSubstr("Cizí kulatý stůl"))));
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

namespace {

struct OpenedLast : testing::Test, world::Planning {
    std::string at(const Meeting& one, const char* page = "") { return "/jednani/" + to_text(one.id) + page; }
    void open(const User& who, const std::string& address) {
        a_minute_passes();
        ASSERT_EQ(office.get(who, address).status, http::ok) << address;
    }
    void a_minute_passes() { office.clock().set(office.clock().now() + std::chrono::minutes{1}); }
    // Addresses in the order in which the panel shows them, one a line.
    std::string panel(const User& who) {
        auto page = words(who, "/prehled-planovani");
        auto from = page.find("id=\"otevrene\"");
        auto panel = page.substr(from, page.find("</section>", from) - from);
        std::string addresses;
        for (auto n = panel.find("href=\""); n != panel.npos; n = panel.find("href=\"", n + 1))
            addresses += panel.substr(n + 6, panel.find('"', n + 6) - n - 6) + "\n";
        return addresses;
    }
    std::int64_t rows() { return office.database().read()->one<std::int64_t>("SELECT count(*) FROM opened_records"); }
};

}

TEST_F(OpenedLast, tells_groups_meetings_and_minutes_of_the_person_alone_the_latest_first) {
    auto held = meeting("seniori", *day_of(2026, 11, 20), "held", "draft");
    open(office.eva, "/skupiny/seniori"), open(office.eva, at(held)), open(office.eva, at(held, "/zapis"));
    EXPECT_EQ(panel(office.eva), at(held, "/zapis") + "\n" + at(held) + "\n/skupiny/seniori\n");
    EXPECT_THAT(words(office.eva, "/prehled-planovani"),
                AllOf(HasSubstr("Zápis z jednání 20. 11. 2026"), HasSubstr("Vidíte to jen vy.")));
    open(office.eva, "/skupiny/seniori"), open(office.eva, "/skupiny/seniori");
    EXPECT_EQ(panel(office.eva), "/skupiny/seniori\n" + at(held, "/zapis") + "\n" + at(held) + "\n");
    EXPECT_EQ(panel(office.klara), "") << "another's";
}

TEST_F(OpenedLast, forgets_what_the_person_may_open_no_more) {
    seat(office.petr, "seniori");
    auto held = meeting("seniori", *day_of(2026, 11, 20), "held", "draft");
    open(office.petr, at(held)), open(office.petr, at(held, "/zapis"));
    ASSERT_EQ(panel(office.petr), at(held, "/zapis") + "\n" + at(held) + "\n");
    auto lose_the_seat = [&](db::Session& work) {
        work.run("UPDATE group_members SET valid_to = $1 WHERE planner_id IN"
                 " (SELECT id FROM planning_people WHERE account_id = $2)",
                 *day_of(2026, 11, 21), office.petr.id);
    };
    office.database().in_write_transaction(lose_the_seat);
    give("seniori", "Jiná skupina ho drží.", {},
         seat(office.petr, "komunitni-planovani-socialnich-sluzeb-na-jilemnicku"));
    EXPECT_EQ(panel(office.petr), at(held) + "\n") << "the draft of minutes is for those who sit there";
}

TEST_F(OpenedLast, leaves_nothing_of_strangers_and_programs_and_goes_after_a_quarter) {
    office.get(office.stranger, "/skupiny/seniori");
    office.get(office.eva, "/skupiny/seniori", "application/json");
    EXPECT_EQ(rows(), 0);
    open(office.eva, "/skupiny/seniori");
    EXPECT_EQ(rows(), 1);
    days_pass(91);
    EXPECT_EQ(panel(office.eva), "");
    open(office.klara, "/skupiny/seniori");
    EXPECT_EQ(rows(), 1) << "only the later one";
}

TEST_F(OpenedLast, is_kept_for_a_few_records_and_shown_for_fewer) {
    for (int day = 1; day <= 25; ++day) open(office.eva, at(meeting("seniori", *day_of(2026, 12, day))));
    EXPECT_EQ(rows(), 20);
    EXPECT_EQ(std::ranges::count(panel(office.eva), '\n'), 6);
}
