// The register of decisions: what everybody may read, what replaced what, and what came of it.
#include "tests/world/planning.hpp"
#include "workgroups/decisions/decision_view.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

namespace {

struct DecisionsRegister : testing::Test, world::Planning {
    std::string at(const Decision& decision, const char* rest = "") {
        return "/rozhodnuti/" + to_text(decision.id) + rest;
    }
    Decision current(const Decision& decision) {
        auto lease = office.database().read();
        return *find_decision(*lease, decision.id);
    }
    http::Values form_of(const Decision& decision, std::vector<std::pair<std::string, std::string>> typed) {
        std::map<std::string, std::string> standing{
            {"verze", std::to_string(decision.kept.version)},
            {"text", decision.body},
            {"den", to_iso(decision.decided_on)},
            {"cislo", decision.number},
            {"jednani", decision.meeting_id ? to_text(*decision.meeting_id) : ""},
            {"stav", decision.state},
            {"nahrazeno", decision.replaced_by_id ? to_text(*decision.replaced_by_id) : ""}};
        for (auto& [name, text] : typed) standing[name] = text;
        http::Values values;
        for (auto& [name, text] : standing) values.add(name, text);
        return values;
    }
};

}

TEST_F(DecisionsRegister, is_public_where_the_minutes_of_a_public_group_are_published) {
    auto draft = meeting("seniori", *day_of(2026, 10, 20), "held", "draft");
    auto published = meeting("seniori", *day_of(2026, 9, 15), "held", "published");
    auto hidden = decide("seniori", "Rozpracované rozhodnutí.", draft.day, draft.id);
    auto open = decide("seniori", "Veřejné rozhodnutí.", published.day, published.id);
    auto alone = decide("seniori", "Rozhodnutí mimo jednání.", published.day);
    auto list = words(office.stranger, "/rozhodnuti");
    EXPECT_THAT(
        list, AllOf(HasSubstr("Veřejné rozhodnutí."), Not(HasSubstr("Rozpracované")), Not(HasSubstr("mimo jednání."))));
    EXPECT_EQ(office.get(office.stranger, at(open)).status, http::ok);
    for (auto& one : {hidden, alone}) {
        EXPECT_EQ(office.get(office.stranger, at(one)).status, http::not_found);
        EXPECT_EQ(office.get(office.petr, at(one)).status, http::not_found);
    }
    EXPECT_THAT(words(office.stranger, "/rozhodnuti.csv"), Not(HasSubstr("Rozpracované")));
    EXPECT_THAT(words(office.eva, "/rozhodnuti?skupina=seniori"), HasSubstr("Rozpracované rozhodnutí."));
    seat(office.petr, "seniori");
    EXPECT_EQ(office.get(office.petr, at(hidden)).status, http::ok);
    EXPECT_EQ(office.get(office.petr, at(hidden, "/upravit")).status, http::forbidden);
    EXPECT_THAT(words(office.petr, "/rozhodnuti"), HasSubstr("Rozpracované rozhodnutí."));
}

TEST_F(DecisionsRegister, of_a_group_that_is_not_public_is_not_found_from_outside) {
    auto slug = "pripravna-skupina-pro-zadani-analyzy";
    auto held = meeting(slug, *day_of(2026, 10, 20), "held", "published");
    auto decision = decide(slug, "Tajné zadání.", held.day, held.id);
    EXPECT_EQ(office.get(office.stranger, at(decision)).status, http::not_found);
    EXPECT_THAT(words(office.stranger, "/rozhodnuti"), Not(HasSubstr("Tajné zadání.")));
    EXPECT_THAT(words(office.klara, "/rozhodnuti"), HasSubstr("Tajné zadání."));
}

TEST_F(DecisionsRegister, leaves_names_of_users_out_for_the_public) {
    auto held = meeting("dusevni-zdravi", *day_of(2026, 10, 20), "held", "published");
    auto decision = decide("dusevni-zdravi", "Otakar Vřes bude mluvit na besedě, s O. Vřesem půjde E. Pampelišková.",
                           held.day, held.id);
    auto page = words(office.stranger, at(decision));
    EXPECT_THAT(page,
                AllOf(HasSubstr("… bude mluvit na besedě"), HasSubstr("E. Pampelišková"), Not(HasSubstr("Vřes"))));
    EXPECT_THAT(words(office.stranger, "/rozhodnuti"), Not(HasSubstr("Vřes")));
    EXPECT_THAT(words(office.stranger, "/rozhodnuti.csv"), Not(HasSubstr("Vřes")));
    EXPECT_THAT(office.get(office.stranger, at(decision), "application/json").body, Not(HasSubstr("Vřes")));
    EXPECT_THAT(words(office.stranger, "/rozhodnuti?q=vres"), Not(HasSubstr(to_text(decision.id))));
    EXPECT_THAT(words(office.eva, at(decision)), HasSubstr("Otakar Vřes bude mluvit"));
}

TEST_F(DecisionsRegister, goes_by_pages_of_forty_the_newest_first_whatever_narrows_it) {
    auto held = meeting("seniori", *day_of(2019, 1, 15), "held", "published");
    for (auto n = 1; n <= 45; ++n)
        decide("seniori", "Příloha číslo " + std::to_string(n) + "!", *day_of(2019, 2, 1) + std::chrono::days{n},
               held.id);
    for (auto who : std::initializer_list<const User*>{&office.eva, &office.stranger})
        for (auto asked : {"?rok=2019", "?rok=2019&skupina=seniori", "?q=priloha", "?rok=2019&q=priloha"}) {
            auto first = words(*who, std::string{"/rozhodnuti"} + asked);
            EXPECT_THAT(first, AllOf(HasSubstr("číslo 45!"), HasSubstr("číslo 6!"), Not(HasSubstr("číslo 5!"))))
                << asked;
            EXPECT_LT(first.find("číslo 45!"), first.find("číslo 44!")) << asked;
            auto second = words(*who, std::string{"/rozhodnuti"} + asked + "&strana=2");
            EXPECT_THAT(second, AllOf(HasSubstr("číslo 5!"), HasSubstr("číslo 1!"), Not(HasSubstr("číslo 6!"))))
                << asked;
        }
    for (auto none : {"?rok=2018", "?rok=99999", "?rok=2019&stav=withdrawn", "?rok=2019&q=sirotek"})
        EXPECT_THAT(words(office.eva, std::string{"/rozhodnuti"} + none), Not(HasSubstr("Příloha"))) << none;
    EXPECT_THAT(words(office.stranger, "/rozhodnuti.csv?rok=2019"),
                AllOf(HasSubstr("číslo 45!"), HasSubstr("číslo 1!")));
}

// The list stands in memory; each save is seen at once.
TEST_F(DecisionsRegister, is_found_as_it_stands_after_each_save) {
    auto held = meeting("seniori", *day_of(2019, 1, 15), "held", "draft");
    auto decision = decide("seniori", "Koupit žebřík.", *day_of(2019, 1, 15), held.id);
    auto finds = [&](const User& who, const char* word) {
        auto list = office.get(who, std::string{"/rozhodnuti?rok=2019&q="} + word).body;
        return list.find(to_text(decision.id)) != std::string::npos;
    };
    EXPECT_TRUE(finds(office.eva, "zebrik"));
    EXPECT_FALSE(finds(office.stranger, "zebrik"));
    EXPECT_FALSE(finds(office.eva, "kladivo"));
    write([&](const history::Author& author) {
        auto before = *find_decision(author.work, decision.id), after = before;
        after.body = "Koupit kladivo.";
        workgroups::change(author, before, after);
    });
    EXPECT_TRUE(finds(office.eva, "kladivo"));
    EXPECT_FALSE(finds(office.eva, "zebrik"));
    write([&](const history::Author& author) {
        auto before = *minutes_of(author.work, held.id), after = before;
        after.phase = "published";
        workgroups::change(author, before, after);
    });
    EXPECT_TRUE(finds(office.stranger, "kladivo"));
    write([&](const history::Author& author) {
        auto before = *find_group_by_slug(author.work, "seniori"), after = before;
        after.name = "Pamětníci";
        workgroups::change(author, before, after);
    });
    EXPECT_TRUE(finds(office.stranger, "pametnici"));
    EXPECT_FALSE(finds(office.stranger, "seniori"));
}

// Of rows 3.15 and 3.16 what planning itself knows: the measure of a plan comes with community_plan.
TEST_F(DecisionsRegister, shows_the_echo_of_the_transitional_housing_and_of_the_guide_for_crises) {
    auto housing = words(office.eva, "/rozhodnuti?q=prostupneho");
    EXPECT_THAT(housing, AllOf(HasSubstr("zařadit systém prostupného bydlení"), HasSubstr("nahrazeno 1/2026")));
    auto guide = words(office.stranger, "/rozhodnuti?q=prirucky");
    EXPECT_THAT(guide, AllOf(HasSubstr("ubytovně Ještědská"), HasSubstr("ubytovny Riegerova")));
    std::string id;
    {
        auto lease = office.database().read();
        id = to_text(*lease->maybe<Id<Decision>>(
            "SELECT id FROM decisions WHERE number = '3/2025' AND body LIKE '%Riegerova%'"));
    }
    auto page = words(office.eva, "/rozhodnuti/" + id);
    EXPECT_THAT(page,
                AllOf(HasSubstr("Sepsat osnovu příručky"), HasSubstr("Kristýna Mařinková"), HasSubstr("14. 5. 2025")));
    EXPECT_THAT(words(office.stranger, "/rozhodnuti/" + id), Not(HasSubstr("Sepsat osnovu"))) << "tasks are not public";
}

TEST_F(DecisionsRegister, says_what_replaced_what_and_never_in_a_circle) {
    auto first = decide("seniori", "Schází se každý měsíc.", *day_of(2026, 1, 5));
    auto second = decide("seniori", "Schází se jednou za dva měsíce.", *day_of(2026, 6, 5));
    EXPECT_EQ(office.post(office.eva, at(first, "/upravit"), form_of(first, {{"stav", "replaced"}})).status,
              http::unprocessable);
    EXPECT_EQ(office
                  .post(office.eva, at(second, "/upravit"),
                        form_of(second, {{"stav", "replaced"}, {"nahrazeno", to_text(first.id)}}))
                  .status,
              http::unprocessable)
        << "an earlier one replaces nothing";
    EXPECT_EQ(office
                  .post(office.eva, at(first, "/upravit"),
                        form_of(first, {{"stav", "replaced"}, {"nahrazeno", to_text(second.id)}}))
                  .status,
              http::see_other);
    EXPECT_THAT(words(office.eva, at(first)),
                AllOf(HasSubstr("Místo tohoto rozhodnutí platí jiné"), HasSubstr(second.number)));
    EXPECT_THAT(words(office.eva, at(second)), AllOf(HasSubstr("Nahradilo"), HasSubstr(first.number)));
    EXPECT_THAT(words(office.eva, "/rozhodnuti?stav=valid&skupina=seniori"), Not(HasSubstr("každý měsíc")));
    // The same day for both: each could stand in place of the other, but not both.
    auto third = decide("seniori", "A.", *day_of(2026, 6, 5));
    office.post(office.eva, at(second, "/upravit"),
                form_of(second, {{"stav", "replaced"}, {"nahrazeno", to_text(third.id)}}));
    auto circle = office.post(office.eva, at(third, "/upravit"),
                              form_of(third, {{"stav", "replaced"}, {"nahrazeno", to_text(second.id)}}));
    EXPECT_EQ(circle.status, http::unprocessable);
    EXPECT_THAT(world::with_plain_spaces(circle.body), HasSubstr("dokola"));
}

TEST_F(DecisionsRegister, takes_new_ones_with_the_next_number_and_refuses_one_twice) {
    auto post = [&](const User& who, const std::string& text, const std::string& number) {
        return office.post(who, "/skupiny/seniori/rozhodnuti/nove",
                           {{"text", text}, {"den", "20. 11. 2026"}, {"cislo", number}, {"jednani", ""}});
    };
    EXPECT_EQ(post(office.petr, "x", "").status, http::forbidden);
    auto made = post(office.eva, "Skupina schvaluje program.", "");
    ASSERT_EQ(made.status, http::see_other);
    auto page = words(office.eva, made.location.substr(0, made.location.find('?')));
    EXPECT_THAT(page, HasSubstr("Rozhodnutí 1/2026"));
    auto twice = post(office.eva, "Jiné.", "1/2026");
    EXPECT_EQ(twice.status, http::unprocessable);
    EXPECT_THAT(world::with_plain_spaces(twice.body), HasSubstr("Toto číslo už skupina má."));
    EXPECT_EQ(post(office.eva, "", "").status, http::unprocessable);
    EXPECT_EQ(post(office.stranger, "x", "").status, http::unauthorized);
}

TEST_F(DecisionsRegister, takes_single_changes_back) {
    auto decision = decide("seniori", "Původní znění.", *day_of(2026, 6, 5));
    office.clock().set(office.clock().now() + std::chrono::seconds{1});
    office.post(office.eva, at(decision, "/upravit"), form_of(decision, {{"text", "Nové znění."}}));
    std::string id;
    {
        auto lease = office.database().read();
        id = to_text(history::changes_of(*lease, decision.id.uuid).front().id);
    }
    EXPECT_EQ(office.post(office.eva, at(decision, "/historie/") + id + "/zpet").status, http::see_other);
    EXPECT_EQ(current(decision).body, "Původní znění.");
    EXPECT_EQ(office.post(office.eva, at(decision, "/historie/") + id + "/zpet").status, http::conflict);
}

TEST(TextsForThePublic, lose_names_in_every_case_and_nothing_else) {
    EXPECT_EQ(without_names("Úkol má Ester Chrpová, s Ester Chrpovou půjde Ivo.", {"Ester Chrpová"}),
              "Úkol má …, s … půjde Ivo.");
    EXPECT_EQ(without_names("Na chrpy nezapomene Chrpa.", {"Patrik Kopretina"}), "Na chrpy nezapomene Chrpa.");
    EXPECT_EQ(without_names("Z: P. Kopretina, dále p. Kopretinu", {"Patrik Kopretina"}), "Z: …, dále p. …");
    EXPECT_EQ(without_names("", {"Patrik Kopretina"}), "");
    EXPECT_EQ(without_names("beze změny", {}), "beze změny");
}
