// Help that is no registered service on the staff's pages: added, corrected, ended and changed back.
#include "network/editing/record_change.hpp"
#include "network/providers/contact.hpp"
#include "network/services/related_service.hpp"
#include "tests/world/office.hpp"

using namespace network;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

namespace {

struct StaffRelatedHelp : testing::Test {
    RelatedService related(const std::string& slug = "icm-klub") {
        auto lease = office.database().read();
        return *find_related_service_by_slug(*lease, slug);
    }
    std::vector<std::string> contacts(const std::string& slug = "icm-klub") {
        auto lease = office.database().read();
        std::vector<std::string> values;
        for (auto& contact : contacts_of(*lease, related(slug).id.uuid)) values.push_back(contact.value);
        return values;
    }
    // What the sheet of ICM Jilemnice holds, with something typed over it.
    http::Values form(std::vector<std::pair<std::string, std::string>> typed) {
        auto now = related();
        std::map<std::string, std::string> standing{{"nazev", now.name},
                                                    {"druh", now.kind_code},
                                                    {"poskytovatel", "icm-jilemnice"},
                                                    {"organizace", ""},
                                                    {"shrnuti", ""},
                                                    {"popis", now.description.value_or("")},
                                                    {"pro_koho", now.for_whom.value_or("")},
                                                    {"doba", now.opening.value_or("")},
                                                    {"obec", "Jilemnice"},
                                                    {"uzemi", "Jilemnicko"},
                                                    {"kontakty", "+420 000 273 953\nicm-jilemnice@example.cz"},
                                                    {"od", ""},
                                                    {"do", ""}};
        http::Values values{{"verze", std::to_string(now.kept.version)}};
        for (auto& [name, text] : standing) values.add("bylo." + name, text);
        for (auto& [name, text] : typed) standing[name] = text;
        for (auto& [name, text] : standing) values.add(name, text);
        return values;
    }
    void tick() { office.clock().set(office.clock().now() + std::chrono::seconds{1}); }

    const std::string edit = "/souvisejici/icm-klub/upravit";
    world::Office office{world::Office::With::sample_region};
};

}

// row 4.16
TEST_F(StaffRelatedHelp, is_listed_and_reached_from_its_public_page_by_those_who_keep_it) {
    EXPECT_THAT(office.get(office.eva, "/sprava/souvisejici").body, AllOf(HasSubstr("ICM Jilemnice"), HasSubstr(edit)));
    EXPECT_THAT(office.get(office.eva, "/souvisejici/icm-klub").body, HasSubstr(edit));
    EXPECT_THAT(office.get(office.stranger, "/souvisejici/icm-klub").body, Not(HasSubstr(edit)));
    EXPECT_EQ(office.get(office.petr, edit).status, http::forbidden);
    EXPECT_EQ(office.get(office.eva, "/souvisejici/neni/upravit").status, http::not_found);
}

TEST_F(StaffRelatedHelp, is_corrected_without_losing_what_nobody_touched) {
    tick();
    auto answer = office.post(office.eva, edit,
                              form({{"doba", "odpoledne ve školním roce"},
                                    {"uzemi", "Jilemnicko\nORP Semily"},
                                    {"kontakty", "+420 000 273 953\nklub@example.cz"},
                                    {"overeno", "ano"}}));
    ASSERT_EQ(answer.status, http::see_other) << answer.body.substr(0, 3000);
    auto now = related();
    EXPECT_EQ(now.opening, "odpoledne ve školním roce");
    EXPECT_EQ(now.coverage, "area:jilemnicko;orp:5107");
    EXPECT_EQ(now.verified_on, day_in_prague(office.clock().now()));
    EXPECT_TRUE(now.verified_by);
    EXPECT_EQ(now.latitude, 50.61031) << "the town did not change";
    EXPECT_THAT(contacts(), ElementsAre("+420 000 273 953", "klub@example.cz"));
    EXPECT_THAT(office.audit(), Contains("network.related_saved done"));
    EXPECT_THAT(office.get(office.stranger, "/souvisejici/icm-klub").body,
                AllOf(HasSubstr("odpoledne ve"), HasSubstr("klub@example.cz")));
    tick();
    ASSERT_EQ(office
                  .post(office.eva, edit,
                        form({{"doba", "odpoledne ve školním roce"},
                              {"uzemi", "Jilemnicko\nORP Semily"},
                              {"kontakty", "+420 000 273 953\nklub@example.cz"}}))
                  .status,
              http::see_other);
    EXPECT_EQ(related().kept.version, now.kept.version) << "nothing typed, nothing changed";
}

// row 3.30
TEST_F(StaffRelatedHelp, of_a_new_kind_is_added_with_its_organisation_and_found_near_its_town) {
    auto page = "/sprava/souvisejici/nova";
    auto empty = office.post(office.eva, page, {{"nazev", ""}, {"popis", "Rozepsaná věta."}});
    EXPECT_EQ(empty.status, http::unprocessable);
    EXPECT_THAT(empty.body,
                AllOf(HasSubstr("#nazev"), HasSubstr("#druh"), HasSubstr("#organizace"), HasSubstr("Rozepsaná věta.")));
    auto made = office.post(office.eva, page,
                            {{"nazev", "Taxík Maxík"},
                             {"druh", "transport"},
                             {"organizace", "Komunitní středisko Kontakt"},
                             {"obec", "Semily"},
                             {"uzemi", "ORP Semily; ORP Jilemnice"},
                             {"kontakty", "000 123 456 | objednání"}});
    ASSERT_EQ(made.status, http::see_other) << made.body.substr(0, 3000);
    EXPECT_EQ(made.location, "/souvisejici/taxik-maxik-komunitni-stredisko-kontakt/upravit?ulozeno=ano");
    EXPECT_THAT(office.get(office.stranger, "/sluzby?orp=5104").body, HasSubstr("Taxík Maxík"));
    EXPECT_THAT(office.get(office.stranger, "/souvisejici/taxik-maxik-komunitni-stredisko-kontakt").body,
                AllOf(HasSubstr("Komunitní středisko Kontakt"), HasSubstr("000")));
}

TEST_F(StaffRelatedHelp, says_what_it_does_not_understand_and_keeps_what_was_typed) {
    auto answer = office.post(office.eva, edit,
                              form({{"druh", "kouzla"},
                                    {"obec", "Kdesi"},
                                    {"uzemi", "Jilemnicko | jen v zimě"},
                                    {"kontakty", "holubí pošta"},
                                    {"do", "zítra"},
                                    {"overeno", "ano"}}));
    EXPECT_EQ(answer.status, http::unprocessable);
    for (auto typed : {"#druh", "#obec", "#uzemi", "#kontakty", "#do", "Kdesi", "jen v zimě", "holubí pošta"})
        EXPECT_THAT(answer.body, HasSubstr(typed));
    EXPECT_EQ(related().kept.version, 1);
}

TEST_F(StaffRelatedHelp, that_ended_leaves_the_public_pages_and_comes_back_from_its_history) {
    tick();
    ASSERT_EQ(office.post(office.eva, edit, form({{"do", "1. 1. 2020"}})).status, http::see_other);
    EXPECT_EQ(office.get(office.stranger, "/souvisejici/icm-klub").status, http::not_found);
    EXPECT_THAT(office.get(office.stranger, "/sluzby?orp=5104").body, Not(HasSubstr("ICM Jilemnice")));
    EXPECT_THAT(office.get(office.eva, "/sprava/souvisejici").body, HasSubstr("už není"));
    auto history = office.get(office.eva, "/souvisejici/icm-klub/historie");
    EXPECT_EQ(history.status, http::ok);
    history::Change change;
    {
        auto lease = office.database().read();
        change = changes_around(*lease, related().id.uuid, 1, 0).at(0).change;
    }
    auto back = "/souvisejici/icm-klub/historie/" + to_text(change.id) + "/zpet";
    EXPECT_EQ(office.post(office.petr, back).status, http::forbidden);
    tick();
    ASSERT_EQ(office.post(office.eva, back).status, http::see_other);
    EXPECT_EQ(office.get(office.stranger, "/souvisejici/icm-klub").status, http::ok);
}

TEST_F(StaffRelatedHelp, passes_to_another_provider_and_history_names_both_and_its_territory) {
    tick();
    ASSERT_EQ(office.post(office.eva, edit, form({{"poskytovatel", "fokus-semily"}, {"uzemi", "ORP Semily"}})).status,
              http::see_other);
    EXPECT_THAT(office.get(office.stranger, "/souvisejici/icm-klub").body, HasSubstr("/poskytovatele/fokus-semily"));
    auto body = office.get(office.eva, "/souvisejici/icm-klub/historie").body;
    EXPECT_THAT(body, AllOf(HasSubstr("Fokus Semily"), HasSubstr("ORP Semily"), HasSubstr("Jilemnicko")));
    EXPECT_THAT(body, Not(HasSubstr("orp:5107")));
    history::Change change;
    {
        auto lease = office.database().read();
        change = changes_around(*lease, related().id.uuid, 1, 0).at(0).change;
    }
    tick();
    ASSERT_EQ(office.post(office.eva, "/souvisejici/icm-klub/historie/" + to_text(change.id) + "/zpet").status,
              http::see_other);
    EXPECT_EQ(related().coverage, "area:jilemnicko");
    EXPECT_THAT(office.get(office.stranger, "/souvisejici/icm-klub").body, HasSubstr("/poskytovatele/icm-jilemnice"));
}

TEST_F(StaffRelatedHelp, edited_by_two_at_once_loses_nothing) {
    auto first = form({{"popis", "Jeden popis."}}), second = form({{"popis", "Druhý popis."}});
    tick();
    ASSERT_EQ(office.post(office.eva, edit, first).status, http::see_other);
    auto conflict = office.post(office.eva, edit, second);
    EXPECT_EQ(conflict.status, http::conflict);
    EXPECT_THAT(conflict.body, AllOf(HasSubstr("Jeden popis."), HasSubstr("Druhý popis.")));
    EXPECT_EQ(related().description, "Jeden popis.");
}
