// What a group goes by: versions that follow one another, rules as data, texts compared, who may read them.
#include "tests/world/office.hpp"
#include "workgroups/statutes/statute.hpp"

using namespace workgroups;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

struct GroupStatutes : testing::Test {
    std::string words(const User& who, const std::string& address) {
        return world::with_plain_spaces(world::whole(office.get(who, address)));
    }
    std::vector<Statute> versions() {
        auto lease = office.database().read();
        return statutes_of(*lease, find_group_by_slug(*lease, "seniori")->id);
    }
    static http::Values form(std::vector<std::pair<std::string, std::string>> typed) {
        std::map<std::string, std::string> standing{{"druh", "statute"},
                                                    {"nazev", "Statut skupiny Senioři"},
                                                    {"od", "1. 1. 2026"},
                                                    {"do", ""},
                                                    {"schvaleno", "usnesení č. 3"},
                                                    {"mesicu", "2"},
                                                    {"podle_potreby", "7;8"},
                                                    {"dni_predem", "7"},
                                                    {"usnasenost", "majority"},
                                                    {"hlasovani", "majority_present"},
                                                    {"zapis_schvaluje", "next_meeting"},
                                                    {"zapis_do", "14"},
                                                    {"text", "Schází se podle potřeby, nejméně jednou za dva měsíce."}};
        for (auto& [name, text] : typed) standing[name] = text;
        http::Values values;
        for (auto& [name, text] : standing) values.add(name, text);
        return values;
    }
    http::Response add(std::vector<std::pair<std::string, std::string>> typed) {
        office.clock().set(office.clock().now() + std::chrono::seconds{1});
        return office.post(office.eva, "/skupiny/seniori/statut/novy", form(std::move(typed)));
    }

    world::Office office{world::Office::With::sample_region};
};

}

// row 3.33
TEST_F(GroupStatutes, carry_their_rules_as_data_and_in_words) {
    EXPECT_EQ(add({}).location, "/skupiny/seniori/statut?hotovo=pridano");
    auto lease = office.database().read();
    auto group = find_group_by_slug(*lease, "seniori")->id;
    auto rules = rules_on(*lease, group, *day_of(2026, 11, 24));
    EXPECT_EQ(rules.months_between, 2);
    EXPECT_EQ(rules.on_demand_months, (std::vector<int>{7, 8}));
    EXPECT_EQ(rules.notice_days, 7);
    EXPECT_EQ(rules.needed_of(7), 4);
    EXPECT_FALSE(rules_on(*lease, group, *day_of(2025, 12, 31)).months_between);
    EXPECT_THAT(words(office.stranger, "/skupiny/seniori/statut"),
                AllOf(HasSubstr("Schází se nejméně jednou za 2 měsíce."), HasSubstr("červenec, srpen"),
                      HasSubstr("nadpoloviční většina")));
}

TEST_F(GroupStatutes, end_when_a_new_version_of_their_kind_comes) {
    add({}), add({{"od", "1. 7. 2026"}, {"mesicu", "3"}}), add({{"druh", "code_of_ethics"}, {"nazev", "Kodex"}});
    auto all = versions();
    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all[0].valid_from, day_of(2026, 7, 1));
    for (auto& one : all)
        if (one.kind == "statute" && one.valid_from == *day_of(2026, 1, 1)) EXPECT_EQ(one.valid_to, day_of(2026, 7, 1));
    auto early = add({{"od", "1. 5. 2026"}});
    EXPECT_EQ(early.status, http::unprocessable);
    EXPECT_THAT(world::with_plain_spaces(early.body), HasSubstr("Od tohoto dne nebo později už platí jiné znění"));
    EXPECT_EQ(versions().size(), 3u);
}

TEST_F(GroupStatutes, in_force_are_public_and_others_are_for_those_who_take_part) {
    add({}), add({{"od", "1. 7. 2026"}, {"nazev", "Statut 2026"}});
    auto all = versions();
    auto now = "/skupiny/seniori/statut/" + to_text(all[0].id), old = "/skupiny/seniori/statut/" + to_text(all[1].id);
    EXPECT_EQ(office.get(office.stranger, now).status, http::ok);
    EXPECT_EQ(office.get(office.stranger, old).status, http::not_found);
    EXPECT_THAT(words(office.eva, old), HasSubstr("Toto znění dnes neplatí."));
    EXPECT_THAT(words(office.stranger, "/skupiny/seniori/statut"), Not(HasSubstr("Dřívější a budoucí")));
    EXPECT_EQ(office.get(office.petr, "/skupiny/seniori/statut/novy").status, http::forbidden);
}

TEST_F(GroupStatutes, are_compared_word_by_word) {
    add({}), add({{"od", "1. 7. 2026"},
                  {"mesicu", "3"},
                  {"text", "Schází se podle potřeby, nejméně jednou za tři měsíce."}});
    auto all = versions();
    auto page =
        words(office.eva, "/skupiny/seniori/statut/porovnani?z=" + to_text(all[1].id) + "&do=" + to_text(all[0].id));
    EXPECT_THAT(page, AllOf(HasSubstr("<del>dva</del>"), HasSubstr("<ins>tři</ins>"), HasSubstr("jednou za 3 měsíce")));
}

TEST_F(GroupStatutes, say_what_is_wrong_and_keep_what_was_typed) {
    auto wrong =
        add({{"nazev", ""}, {"od", "brzy"}, {"mesicu", "99"}, {"dni_predem", "mnoho"}, {"text", "Můj dlouhý text."}});
    EXPECT_EQ(wrong.status, http::unprocessable);
    EXPECT_THAT(world::with_plain_spaces(wrong.body),
                AllOf(HasSubstr("Napište počet měsíců od 1 do 24."), HasSubstr("Napište počet dní od 0 do 90."),
                      HasSubstr("Můj dlouhý text."), HasSubstr("brzy")));
}

TEST_F(GroupStatutes, are_mended_and_taken_back_with_their_history) {
    add({}), add({{"od", "1. 7. 2026"}, {"mesicu", "3"}});
    auto newest = versions()[0];
    std::string id;
    {
        auto lease = office.database().read();
        id = to_text(history::changes_of(*lease, newest.id.uuid).front().id);
    }
    EXPECT_THAT(words(office.eva, "/skupiny/seniori/statut/historie"), HasSubstr("Nejméně jednou za měsíců"));
    EXPECT_EQ(office.post(office.eva, "/skupiny/seniori/statut/historie/" + id + "/zpet").status, http::see_other);
    auto left = versions();
    ASSERT_EQ(left.size(), 1u);
    EXPECT_FALSE(left[0].valid_to);
    office.clock().set(office.clock().now() + std::chrono::seconds{1});
    auto typed = form({{"mesicu", "4"}});
    typed.add("verze", std::to_string(left[0].kept.version));
    auto at = "/skupiny/seniori/statut/" + to_text(left[0].id) + "/upravit";
    EXPECT_EQ(office.post(office.eva, at, typed).status, http::see_other);
    EXPECT_EQ(versions()[0].months_between, 4);
    // Somebody else had the form open since before.
    EXPECT_EQ(office.post(office.eva, at, form({{"mesicu", "5"}, {"verze", "1"}})).status, http::conflict);
}
