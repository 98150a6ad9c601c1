// Contracts over several services on the staff's pages: one number once, corrected once, and nobody's typing lost.
#include "network/editing/record_change.hpp"
#include "tests/world/office.hpp"

using namespace network;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

namespace {

struct StaffContracts : testing::Test {
    FinancingContract contract(const std::string& number = "OLP/2668/2023") {
        auto lease = office.database().read();
        return *find_financing_contract(*lease, number);
    }
    std::vector<std::string> services_under(const std::string& number = "OLP/2668/2023") {
        auto lease = office.database().read();
        std::vector<std::string> slugs;
        auto services = services_of_contract(*lease, find_financing_contract(*lease, number)->id);
        for (auto& service : services) slugs.push_back(service.slug);
        return slugs;
    }
    static std::string at(const FinancingContract& contract, const char* rest = "") {
        return "/sprava/smlouvy/" + to_text(contract.id) + rest;
    }
    http::Values form(std::vector<std::pair<std::string, std::string>> typed) {
        auto now = contract();
        std::map<std::string, std::string> standing{{"cislo", now.number},
                                                    {"doba", now.term},
                                                    {"od", ""},
                                                    {"do", ""},
                                                    {"projekt", now.project_name.value_or("")},
                                                    {"cislo_projektu", now.project_number.value_or("")},
                                                    {"verejna", now.published ? "ano" : ""},
                                                    {"poznamka", now.note.value_or("")}};
        http::Values values{{"verze", std::to_string(now.kept.version)}};
        for (auto& [name, text] : standing) values.add("bylo." + name, text);
        for (auto& [name, text] : typed) standing[name] = text;
        for (auto& [name, text] : standing) values.add(name, text);
        return values;
    }

    const std::string list = "/sluzby/fokus-semily-std/smlouvy";
    world::Office office{world::Office::With::sample_region};
};

}

// row 0.03, row 0.04
TEST_F(StaffContracts, over_two_services_are_listed_at_both_and_say_what_is_missing) {
    for (auto slug : {"fokus-semily-std", "fokus-semily-sr"})
        EXPECT_THAT(office.get(office.eva, std::string{"/sluzby/"} + slug + "/smlouvy").body,
                    AllOf(HasSubstr("OLP/2668/2023"), HasSubstr("společné: "), HasSubstr("tag part")))
            << slug;
    EXPECT_THAT(office.get(office.eva, "/sluzby/fokus-semily-std/upravit").body, HasSubstr(list));
}

TEST_F(StaffContracts, get_their_days_once_for_both_services) {
    ASSERT_EQ(office.post(office.eva, at(contract()), form({{"od", "1. 1. 2024"}, {"do", "31. 12. 2026"}})).status,
              http::see_other);
    EXPECT_EQ(contract().starts_on, day_of(2024, 1, 1));
    EXPECT_EQ(contract().ends_on, day_of(2026, 12, 31));
    for (auto slug : {"fokus-semily-std", "fokus-semily-sr"})
        EXPECT_THAT(office.get(office.stranger, std::string{"/sluzby/"} + slug).body,
                    HasSubstr("31.\u00a012.\u00a02026"))
            << slug;
    EXPECT_THAT(office.audit(), Contains("network.contract_saved done"));
}

TEST_F(StaffContracts, of_a_known_number_take_another_service_and_a_new_number_makes_a_new_one) {
    auto other = std::string{"/sluzby/fokus-turnov-psb/smlouvy"};
    for (int click : {1, 2})
        EXPECT_EQ(office.post(office.eva, other, {{"cislo", "OLP/2668/2023"}}).location, other + "?ulozeno=ano")
            << click;
    EXPECT_THAT(services_under(),
                testing::UnorderedElementsAre("fokus-semily-std", "fokus-semily-sr", "fokus-turnov-psb"));
    auto made = office.post(office.eva, other, {{"cislo", "OLP/1/2027"}});
    EXPECT_EQ(made.location, at(contract("OLP/1/2027")) + "?ulozeno=ano");
    EXPECT_EQ(office.get(office.eva, made.location).status, http::ok);
    EXPECT_EQ(office.post(office.eva, other, {{"cislo", "  "}}).status, http::unprocessable);
}

TEST_F(StaffContracts, lose_a_service_that_was_put_there_by_mistake_and_remember_it) {
    auto id = to_text(contract().id);
    for (int click : {1, 2})
        ASSERT_EQ(office.post(office.eva, list + "/" + id + "/vyjmout").status, http::see_other) << click;
    EXPECT_THAT(services_under(), testing::ElementsAre("fokus-semily-sr"));
    EXPECT_THAT(office.get(office.eva, at(contract(), "/historie")).body, HasSubstr("Sociálně terapeutické dílny"));
}

TEST_F(StaffContracts, say_what_does_not_fit_and_keep_what_was_typed) {
    ASSERT_EQ(office.post(office.eva, list, {{"cislo", "OLP/1/2027"}}).status, http::see_other);
    auto taken = office.post(office.eva, at(contract()),
                             form({{"cislo", "OLP/1/2027"}, {"od", "zítra"}, {"poznamka", "Rozepsaná věta."}}));
    EXPECT_EQ(taken.status, http::unprocessable);
    EXPECT_THAT(taken.body,
                AllOf(HasSubstr("#cislo"), HasSubstr("#od"), HasSubstr("Rozepsaná věta."), HasSubstr("zítra")));
    EXPECT_EQ(office.post(office.eva, at(contract()), form({{"od", "1. 1. 2027"}, {"do", "1. 1. 2026"}})).status,
              http::unprocessable);
    EXPECT_EQ(contract().kept.version, 1);
}

TEST_F(StaffContracts, edited_by_two_at_once_lose_nothing_and_are_changed_back_from_their_history) {
    auto evas = form({{"poznamka", "Evina poznámka."}}), klaras = form({{"poznamka", "Klářina poznámka."}});
    office.clock().set(office.clock().now() + std::chrono::seconds{1});
    ASSERT_EQ(office.post(office.klara, at(contract()), klaras).status, http::see_other);
    auto conflict = office.post(office.eva, at(contract()), evas);
    EXPECT_EQ(conflict.status, http::conflict);
    EXPECT_THAT(conflict.body, AllOf(HasSubstr("Evina poznámka."), HasSubstr("Klářina poznámka.")));
    history::Change change;
    {
        auto lease = office.database().read();
        change = changes_around(*lease, contract().id.uuid, 1, 0).at(0).change;
    }
    ASSERT_EQ(office.post(office.eva, at(contract(), "/historie/") + to_text(change.id) + "/zpet").status,
              http::see_other);
    EXPECT_NE(contract().note, "Klářina poznámka.");
}

TEST_F(StaffContracts, that_reach_beyond_the_district_are_not_changed_by_its_coordinator) {
    EXPECT_EQ(office.get(office.klara, at(contract())).status, http::ok);
    ASSERT_EQ(office.post(office.eva, "/sluzby/kotva-nocleh/smlouvy", {{"cislo", "OLP/2668/2023"}}).status,
              http::see_other);
    EXPECT_EQ(office.get(office.klara, at(contract())).status, http::forbidden);
    EXPECT_EQ(office.post(office.klara, list + "/" + to_text(contract().id) + "/vyjmout").status, http::forbidden);
    EXPECT_THAT(office.get(office.klara, list).body, AllOf(HasSubstr("OLP/2668/2023"), Not(HasSubstr(at(contract())))));
    EXPECT_EQ(office.get(office.petr, at(contract())).status, http::not_found);
    EXPECT_EQ(office.get(office.stranger, at(contract())).status, http::see_other);
}
