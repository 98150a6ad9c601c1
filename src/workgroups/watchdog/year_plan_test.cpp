// The plan of a year as its keepers make it: a list or a rule, the picture, what the watchdog says, and mending it.
#include "tests/world/office.hpp"
#include "workgroups/meetings/meeting.hpp"
#include "workgroups/statutes/statute.hpp"
#include "workgroups/watchdog/plan_check.hpp"
#include "workgroups/watchdog/watch_list.hpp"
#include "workgroups/workgroups.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr auto steers = "/skupiny/komunitni-planovani-socialnich-sluzeb-regionu-liberec-ridici-pracovni-skupina";

struct YearPlans : testing::Test {
    std::string words(const User& who, const std::string& address) {
        return world::with_plain_spaces(world::whole(office.get(who, address)));
    }
    std::vector<Meeting> meetings(int year) {
        auto lease = office.database().read();
        auto group = find_group_by_slug(*lease, std::string{steers}.substr(9));
        auto all = meetings_of(*lease, group->id);
        std::erase_if(all, [&](auto& one) { return year_of(one.day) != year; });
        return all;
    }
    static http::Values series(std::vector<std::pair<std::string, std::string>> typed) {
        std::map<std::string, std::string> standing{{"nazev", "Plán na rok 2016"},
                                                    {"misto", "Radnice, č. 104"},
                                                    {"od", "14:00"},
                                                    {"do", "16:00"},
                                                    {"zpusob", "seznam"},
                                                    {"kolikaty", "2"},
                                                    {"den", "3"},
                                                    {"kazdych", "4"},
                                                    {"prvni", ""},
                                                    {"seznam", ""},
                                                    {"vynechat", ""},
                                                    {"podle_potreby", ""}};
        for (auto& [name, text] : typed) standing[name] = text;
        http::Values values;
        for (auto& [name, text] : standing) values.add(name, text);
        return values;
    }
    void plan_2016() {
        auto saved = office.post(
            office.eva, std::string{steers} + "/plan/2016/rada",
            series({{"seznam", "13.01.\n10.02.\n11.05.\n15.06.\n14.09.\n12.10.\n16.11."}, {"krok", "ulozit"}}));
        ASSERT_EQ(saved.location, std::string{steers} + "/plan/2016?hotovo=rada");
    }

    world::Office office{world::Office::With::sample_region};
};

}

// row 3.32
// row 3.38
TEST_F(YearPlans, hold_seven_wednesdays_of_2016_with_a_place_that_is_written_once) {
    auto preview = office.post(office.eva, std::string{steers} + "/plan/2016/rada",
                               series({{"seznam", "13.01., 10.02., 11.05., 15.06., 14.09., 12.10., 16.11."}}));
    EXPECT_EQ(preview.status, http::ok);
    EXPECT_THAT(world::with_plain_spaces(preview.body),
                AllOf(HasSubstr("Uloží se 7 termínů."), HasSubstr("středa 13. 1. 2016"), HasSubstr("poruší 2 mezery")));
    EXPECT_EQ(meetings(2016).size(), 0u);
    plan_2016();
    auto all = meetings(2016);
    ASSERT_EQ(all.size(), 7u);
    auto lease = office.database().read();
    for (auto& meeting : all) {
        EXPECT_EQ(std::chrono::weekday{meeting.day}, std::chrono::Wednesday);
        EXPECT_FALSE(meeting.place);
        auto placed = at_its_place(*lease, meeting);
        EXPECT_EQ(placed.place, "Radnice, č. 104");
        EXPECT_EQ(placed.from_minute, 14 * 60);
    }
}

// row 3.34
// row 3.35
TEST_F(YearPlans, say_which_gaps_break_the_statute_and_which_days_mend_them) {
    plan_2016();
    auto reason = office.post(
        office.eva, std::string{steers} + "/bez-jednani/nove",
        {{"druh", "closed"}, {"od", "1. 3. 2016"}, {"do", "30. 4. 2016"}, {"duvod", "Hodnotí se žádosti o dotace."}});
    EXPECT_EQ(reason.status, http::see_other);
    auto page = words(office.eva, std::string{steers} + "/plan/2016");
    EXPECT_THAT(page, AllOf(HasSubstr("Od jednání 10. 2. 2016 do dalšího 11. 5. 2016 je 91 dní"),
                            HasSubstr("Od jednání 15. 6. 2016 do dalšího 14. 9. 2016 je 91 dní"),
                            HasSubstr("bez jednání"), HasSubstr("Hodnotí se žádosti o dotace."),
                            HasSubstr("<li>středa 10. 8. 2016"), HasSubstr("Statut porušují 2 mezery.")));
    EXPECT_THAT(page, Not(HasSubstr("/plan/2016/termin"))) << "what has passed is told, not offered";
    auto added = office.post(office.eva, std::string{steers} + "/plan/2016/termin", {{"den", "2016-08-10"}});
    EXPECT_EQ(added.location, std::string{steers} + "/plan/2016?hotovo=pridano");
    EXPECT_THAT(words(office.eva, std::string{steers} + "/plan/2016"), HasSubstr("Statut porušuje 1 mezera."));
    // The second click plans no second meeting.
    office.post(office.eva, std::string{steers} + "/plan/2016/termin", {{"den", "2016-08-10"}});
    EXPECT_EQ(meetings(2016).size(), 8u);
    EXPECT_EQ(meetings(2016)[4].series_id, meetings(2016)[0].series_id);
}

TEST_F(YearPlans, offer_days_to_come_by_a_button_in_the_order_in_which_they_come) {
    office.post(office.eva, std::string{steers} + "/plan/2028/rada",
                series({{"seznam", "12.01.\n12.04.\n10.05."}, {"krok", "ulozit"}}));
    auto page = words(office.eva, std::string{steers} + "/plan/2028");
    EXPECT_THAT(page, HasSubstr("Naplánovat středu "));
    std::vector<std::string> days;
    constexpr std::string_view field = "name=\"den\" value=\"";
    auto from = page.find("do dalšího 12. 4. 2028"), until = page.find("</ul>", from);
    for (auto at = page.find(field, from); at < until; at = page.find(field, at + 1))
        days.push_back(page.substr(at + field.size(), 10));
    EXPECT_GT(days.size(), 1u);
    EXPECT_TRUE(std::ranges::is_sorted(days));
}

TEST_F(YearPlans, tell_of_a_gap_of_many_years_only_the_days_of_the_year) {
    office.post(office.eva, std::string{steers} + "/plan/2028/rada",
                series({{"seznam", "12.01."}, {"krok", "ulozit"}}));
    office.post(office.eva, std::string{steers} + "/plan/2033/rada",
                series({{"seznam", "12.01."}, {"krok", "ulozit"}}));
    auto page = words(office.eva, std::string{steers} + "/plan/2030");
    EXPECT_THAT(page, AllOf(HasSubstr("v roce 2030 tato"), Not(HasSubstr("jen všechny tyto"))));
    EXPECT_THAT(page,
                AllOf(HasSubstr("value=\"2030-"), Not(HasSubstr("value=\"2029-")), Not(HasSubstr("value=\"2031-"))));
}

TEST_F(YearPlans, are_made_by_a_rule_around_holidays_and_months_left_out) {
    auto typed =
        series({{"nazev", "Plán na rok 2028"}, {"zpusob", "mesicne"}, {"vynechat", "7;8"}, {"podle_potreby", "12"}});
    typed.add("krok", "ulozit");
    EXPECT_EQ(office.post(office.eva, std::string{steers} + "/plan/2028/rada", typed).status, http::see_other);
    auto all = meetings(2028);
    ASSERT_EQ(all.size(), 10u);
    EXPECT_EQ(all.back().state, "on_demand");
    // Saved again, nothing comes twice.
    EXPECT_THAT(office.post(office.eva, std::string{steers} + "/plan/2028/rada", typed).location, HasSubstr("uz-je"));
    EXPECT_EQ(meetings(2028).size(), 10u);
}

TEST_F(YearPlans, say_what_is_wrong_with_what_was_typed_and_keep_it) {
    auto wrong = office.post(office.eva, std::string{steers} + "/plan/2016/rada",
                             series({{"seznam", "13.01.\nnějak v únoru"}, {"od", "odpoledne"}, {"nazev", ""}}));
    EXPECT_EQ(wrong.status, http::unprocessable);
    EXPECT_THAT(
        world::with_plain_spaces(wrong.body),
        AllOf(HasSubstr("nějak v únoru"), HasSubstr("Napište čas jako 14.00."), HasSubstr("Napište název řady.")));
    EXPECT_EQ(office.post(office.eva, std::string{steers} + "/plan/2016/rada", series({{"zpusob", "nijak"}})).status,
              http::unprocessable);
    EXPECT_EQ(office.get(office.eva, std::string{steers} + "/plan/20x6").status, http::not_found);
}

TEST_F(YearPlans, are_read_by_those_who_take_part_and_changed_by_those_who_lead) {
    EXPECT_EQ(office.get(office.petr, std::string{steers} + "/plan/2027").status, http::forbidden);
    EXPECT_EQ(office.get(office.klara, std::string{steers} + "/plan/2027/rada").status, http::forbidden);
    auto own = "/skupiny/komunitni-planovani-socialnich-sluzeb-na-jilemnicku/plan/2027";
    EXPECT_THAT(words(office.klara, own), AllOf(HasSubstr("Plán jednání 2027"), HasSubstr("říjen")));
    EXPECT_EQ(office.get(office.klara, std::string{own} + "/rada").status, http::ok);
}

TEST_F(YearPlans, of_all_groups_stand_on_one_page_and_go_out_as_tables) {
    auto page = words(office.eva, "/hlidac?rok=2027");
    EXPECT_THAT(page, AllOf(HasSubstr("řídící pracovní skupina"), HasSubstr("porušuje, důvod uveden")));
    auto table = world::whole(office.get(office.eva, "/hlidac.csv?rok=2027"));
    EXPECT_THAT(table, AllOf(HasSubstr("mezer_s_duvodem"), HasSubstr("Jilemnicku")));
    EXPECT_EQ(office.get(office.eva, "/hlidac.xlsx").status, http::ok);
    EXPECT_EQ(office.get(office.petr, "/hlidac").status, http::forbidden);
    // A coordinator sees the groups of the district.
    EXPECT_THAT(words(office.klara, "/hlidac?rok=2027"),
                AllOf(HasSubstr("Jilemnicku"), Not(HasSubstr("řídící pracovní skupina"))));
}

TEST_F(YearPlans, of_all_groups_say_the_same_as_the_plan_of_each) {
    const i18n::Languages languages{platform::files(), network::files(), workgroups::files()};
    auto today = day_in_prague(office.clock().now());
    auto lease = office.database().read();
    auto words = GroupWords::read(*lease, languages.czech(), today);
    for (auto year = 2023; year <= 2028; ++year)
        for (auto& one : watched_groups(*lease, office.eva, words, year, today)) {
            auto plan = watched_plan(*lease, *find_group_by_slug(*lease, one.slug), today);
            auto found = check_plan(plan, year);
            EXPECT_EQ(one.gaps, std::int64_t(found.gaps.size())) << one.slug << " " << year;
            EXPECT_EQ(one.excused, std::ranges::count_if(found.gaps, [](auto& gap) { return !gap.excuses.empty(); }))
                << one.slug << " " << year;
            EXPECT_EQ(one.findings, std::int64_t(found.meetings.size())) << one.slug << " " << year;
        }
}

TEST_F(YearPlans, know_periods_that_other_capabilities_announce) {
    office.database().in_write_transaction([&](db::Session& work) {
        auto author = office.as_nobody(work);
        AnnouncedPeriod call{{}, false, *day_of(2027, 9, 1), *day_of(2027, 9, 30), "Výzva pro obce", "projects"};
        auto first = announce_blocked_period(author, call);
        call.reason = "Výzva pro obce a spolky";
        EXPECT_EQ(announce_blocked_period(author, call), first);
        EXPECT_EQ(find_blocked(work, first)->reason, "Výzva pro obce a spolky");
        return first;
    });
    auto page = words(office.eva, std::string{steers} + "/plan/2027");
    EXPECT_THAT(page, AllOf(HasSubstr("Výzva pro obce a spolky"), HasSubstr("se nemá jednat")));
    // What another capability said is not people's to change.
    EXPECT_THAT(words(office.eva, "/bez-jednani"), HasSubstr("ohlášeno z jiné části Opory"));
}

TEST_F(YearPlans, lose_a_period_that_ended_but_keep_it_for_the_history) {
    EXPECT_EQ(office
                  .post(office.eva, "/bez-jednani/nove",
                        {{"druh", "closed"}, {"od", "1. 2. 2027"}, {"do", "28. 2. 2027"}, {"duvod", "Stěhování"}})
                  .status,
              http::see_other);
    EXPECT_THAT(words(office.eva, std::string{steers} + "/plan/2027"), HasSubstr("Stěhování"));
    std::string id;
    {
        auto lease = office.database().read();
        id = to_text(lease->one<Id<BlockedPeriod>>("SELECT id FROM blocked_periods WHERE reason = 'Stěhování'"));
    }
    EXPECT_EQ(office.post(office.klara, "/bez-jednani/" + id + "/konec").status, http::forbidden);
    EXPECT_EQ(office.post(office.eva, "/bez-jednani/" + id + "/konec").status, http::see_other);
    EXPECT_THAT(words(office.eva, std::string{steers} + "/plan/2027"), Not(HasSubstr("Stěhování")));
    EXPECT_THAT(words(office.eva, "/bez-jednani"), HasSubstr("Stěhování"));
    auto wrong = office.post(office.eva, "/bez-jednani/nove",
                             {{"druh", "closed"}, {"od", "1. 3. 2027"}, {"do", "1. 2. 2027"}, {"duvod", ""}});
    EXPECT_EQ(wrong.status, http::unprocessable);
    EXPECT_THAT(world::with_plain_spaces(wrong.body),
                AllOf(HasSubstr("Konec leží před začátkem."), HasSubstr("Napište důvod.")));
}
