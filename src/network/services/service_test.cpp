// Services of documents 0 and 4 as the demonstration region holds them, and what must hold for any.
#include "network/network_contents.hpp"
#include "network/services/law_warnings.hpp"
#include "network/services/verbatim.hpp"
#include "tests/world/region.hpp"

#include <gmock/gmock.h>

using namespace network;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

struct Services : testing::Test {
    ServiceDetail detail(const char* slug) {
        return read_service(db, find_service_by_slug(db, slug).value().id, today, world::sample_now).value();
    }
    std::vector<CapacityState> states(const char* slug) {
        auto service = find_service_by_slug(db, slug).value();
        auto states = capacity_states_of(db, service.provider_id);
        std::erase_if(states, [&](auto& state) { return state.service_id != service.id; });
        return states;
    }
    bool wrote(const char* slug, const char* words) {
        auto wordings = verbatims_of(db, find_service_by_slug(db, slug)->id.uuid);
        return std::ranges::any_of(wordings,
                                   [&](auto& verbatim) { return verbatim.wording.find(words) != std::string::npos; });
    }

    db::Session& db = world::region();
    Date today = day_in_prague(world::sample_now);
    CodeLists lists = CodeLists::read(db, day_in_prague(world::sample_now));
};

// row 0.07
TEST_F(Services, workshops_are_by_section_67_in_jilemnice_and_semily) {
    auto workshops = detail("fokus-semily-std");
    EXPECT_EQ(workshops.service.name, "Sociálně terapeutické dílny");
    EXPECT_EQ(workshops.service.type_code, "DruhSocialniSluzby/30");
    EXPECT_EQ(lists.find("service_types", workshops.service.type_code)->detail("paragraph"), "§ 67");
    std::vector<std::string> towns;
    for (auto& facility : workshops.facilities) towns.push_back(facility.municipality_name.value());
    EXPECT_THAT(towns, UnorderedElementsAre("Jilemnice", "Semily"));
}

// row 0.08
TEST_F(Services, rehabilitation_is_by_section_70_and_in_zelezny_brod_too) {
    auto rehabilitation = detail("fokus-semily-sr");
    EXPECT_EQ(rehabilitation.service.type_code, "DruhSocialniSluzby/33");
    EXPECT_EQ(lists.find("service_types", "DruhSocialniSluzby/33")->detail("paragraph"), "§ 70");
    std::vector<std::string> towns;
    for (auto& facility : rehabilitation.facilities) towns.push_back(facility.municipality_name.value());
    EXPECT_THAT(towns, UnorderedElementsAre("Jilemnice", "Semily", "Železný Brod"));
}

// row 0.09
TEST_F(Services, have_target_groups_of_the_registers_list) {
    for (auto slug : {"fokus-semily-std", "fokus-semily-sr"}) {
        std::vector<std::string> groups;
        for (auto& group : detail(slug).target_groups) groups.push_back(group.group_code);
        EXPECT_THAT(groups, ElementsAre("CilovaSkupinaOsoby/10", "CilovaSkupinaOsoby/13", "CilovaSkupinaOsoby/14"));
    }
    EXPECT_EQ(lists.name("target_groups", "CilovaSkupinaOsoby/13"), "osoby s kombinovaným postižením");
}

// row 0.05
TEST_F(Services, keep_the_words_of_their_source_beside_the_clean_ones) {
    EXPECT_TRUE(wrote("fokus-semily-std", "projektu individuálního projektu"));
    EXPECT_TRUE(wrote("fokus-semily-sr", "kilienta"));
    EXPECT_TRUE(wrote("fokus-semily-sr", "Každý klient  klíčového pracovníka"));
    EXPECT_THAT(*detail("fokus-semily-sr").service.description, testing::Not(HasSubstr("kilient")));
}

// row 0.03
TEST_F(Services, of_a_contract_without_dates_are_warned_about) {
    auto contract = find_financing_contract(db, "OLP/2668/2023").value();
    EXPECT_EQ(contract.term, "definite");
    EXPECT_TRUE(contract.published);
    EXPECT_FALSE(contract.starts_on || contract.ends_on);
    EXPECT_THAT(contract.warnings(),
                ElementsAre("financing_contract.starts_on.missing", "financing_contract.ends_on.missing"));
    contract.term = "indefinite", contract.starts_on = today, contract.ends_on = today;
    EXPECT_THAT(contract.warnings(),
                ElementsAre("financing_contract.ends_on.unexpected", "financing_contract.ends_before_start"));
}

// row 0.04
TEST_F(Services, share_one_contract_whose_number_stands_once) {
    auto contract = find_financing_contract(db, "OLP/2668/2023").value();
    std::vector<std::string> under;
    for (auto& service : services_of_contract(db, contract.id)) under.push_back(service.slug);
    EXPECT_THAT(under, UnorderedElementsAre("fokus-semily-std", "fokus-semily-sr"));
    EXPECT_EQ(db.one<std::int64_t>("SELECT count(*) FROM financing_contracts"), 1);
    EXPECT_EQ(detail("fokus-semily-sr").service.project_number, "CZ.03.02.01/00/22_003/0001885");

    db::Transaction work{db, db::Intent::write};
    auto by = world::author(work.session());
    FinancingContract again;
    again.number = "OLP/2668/2023";
    EXPECT_EQ(put_under_contract(by, again, find_service_by_slug(db, "fokus-semily-sr")->id), contract.id);
    EXPECT_THAT(services_of_contract(db, contract.id), SizeIs(2));
}

// row 4.14
TEST_F(Services, of_rytmus_are_full_and_to_grow) {
    auto rytmus = detail("rytmus-sr");
    EXPECT_EQ(rytmus.provider.name, "Rytmus Liberec");
    EXPECT_EQ(rytmus.facilities.front().municipality_name, "Jilemnice");
    std::vector<std::string> said;
    for (auto& state : states("rytmus-sr")) said.push_back(state.kind);
    EXPECT_THAT(said, UnorderedElementsAre("full", "expansion_planned"));
    for (auto& state : states("rytmus-sr"))
        EXPECT_EQ(state.territory.value_or(""), state.kind == "expansion_planned" ? "rokytnicko;zeleznobrodsko" : "");
}

// row 4.15
// row 4.25
TEST_F(Services, have_clients_from_a_territory_that_are_not_their_capacity) {
    auto advice = detail("czp-poradenstvi");
    ASSERT_THAT(advice.client_counts, SizeIs(1));
    auto& clients = advice.client_counts.front();
    EXPECT_EQ(clients.level + ":" + clients.code, "orp:5104");
    EXPECT_EQ(clients.count, 12);
    EXPECT_EQ(clients.as_of, *parse_date("3. 5. 2017"));
    for (auto& capacity : advice.capacities) EXPECT_NE(capacity.count, 12);
    EXPECT_EQ(shown_count(12), 12);
    EXPECT_EQ(shown_count(5), 5);
    EXPECT_FALSE(shown_count(4));
    EXPECT_FALSE(shown_count(0));
}

// row 4.16
TEST_F(Services, that_are_not_registered_are_related_ones) {
    auto club = find_related_service_by_slug(db, "icm-klub").value();
    EXPECT_EQ(club.for_whom, "děti a mládež");
    EXPECT_EQ(club.opening, "odpoledne");
    auto registered = services_of_provider(db, *club.provider_id);
    EXPECT_THAT(registered, IsEmpty());
    auto rental = find_related_service_by_slug(db, "czp-pujcovna").value();
    EXPECT_EQ(lists.name("related_kinds", rental.kind_code), "půjčovna kompenzačních pomůcek");
}

// row 4.17
TEST_F(Services, may_be_run_from_another_region) {
    auto provider = find_provider_by_slug(db, "zivot-bez-barier").value();
    EXPECT_EQ(provider.region_code, "CZ052");
    EXPECT_EQ(provider.municipality_name, "Nová Paka");
    EXPECT_THAT(services_of_provider(db, provider.id), SizeIs(3));
    EXPECT_EQ(states("zbb-stacionar").front().kind, "investment_grant");
}

// row 4.18
TEST_F(Services, of_diakonie_begin_in_january_2017_and_wait_for_a_tender) {
    auto assistance = detail("diakonie-asistence");
    EXPECT_EQ(assistance.service.starts_on, *parse_date("1. 1. 2017"));
    EXPECT_EQ(assistance.service.starts_on_precision, "month");
    EXPECT_EQ(assistance.provider.region_code, "CZ052");
    EXPECT_EQ(states("diakonie-asistence").front().kind, "waiting_for_tender");
    EXPECT_FALSE(assistance.service.provided_on(*parse_date("31. 12. 2016")));
    EXPECT_THAT(read_service(db, assistance.service.id, *parse_date("31. 12. 2016"), world::sample_now)->forms,
                IsEmpty());
}

// row 4.19
TEST_F(Services, of_fokus_turnov_have_five_clients_in_jilemnicko) {
    auto support = detail("fokus-turnov-psb");
    EXPECT_EQ(lists.find("service_types", support.service.type_code)->detail("paragraph"), "§ 43");
    EXPECT_EQ(support.client_counts.front().code, "jilemnicko");
    EXPECT_EQ(support.client_counts.front().count, 5);
}

// row 4.21
TEST_F(Services, may_be_open_once_a_week_from_eighteen) {
    auto advice = detail("poradna-liberec-jilemnice");
    EXPECT_EQ(advice.opening_times.front().times_a_week, 1);
    EXPECT_EQ(advice.service.age_min, 18);
    EXPECT_THAT(*advice.facilities.front().note, HasSubstr("polikliniky"));
}

// row 4.22
TEST_F(Services, by_section_52_are_kept_for_history) {
    auto beds = detail("mmn-socialni-luzka");
    EXPECT_EQ(beds.service.status, "ended");
    EXPECT_EQ(beds.service.ends_on, *parse_date("1. 3. 2025"));
    auto then = capacities_of(db, beds.service.id, *parse_date("1. 5. 2017"), world::sample_now);
    ASSERT_THAT(then, SizeIs(1));
    EXPECT_EQ(then.front().count, 5);
    EXPECT_THAT(beds.capacities, IsEmpty());
    EXPECT_EQ(states("mmn-socialni-luzka").front().kind, "seeking_staff");
}

// row 4.13
TEST_F(Services, of_all_ten_organisations_at_the_table_are_here) {
    for (auto slug : {"rytmus-liberec", "czp-lk", "icm-jilemnice", "zivot-bez-barier", "diakonie-vrchlabi",
                      "fokus-turnov", "ps-jilemnice", "obcanska-poradna-liberec", "mmn", "centrum-lira"}) {
        auto provider = find_provider_by_slug(db, slug);
        ASSERT_TRUE(provider) << slug;
        EXPECT_FALSE(provider->invented) << slug;
        EXPECT_EQ(history::changes_of(db, provider->id.uuid).front().source_kind, "document") << slug;
    }
}

// row X.3
TEST_F(Services, of_three_documents_use_one_list_of_types) {
    for (auto slug :
         {"fokus-semily-std", "fokus-semily-sr", "rytmus-sr", "lira-sas", "fokus-turnov-psb", "tyflocentrum-sr"})
        EXPECT_TRUE(lists.find("service_types", find_service_by_slug(db, slug)->type_code)) << slug;
    EXPECT_EQ(find_service_by_slug(db, "rytmus-sr")->type_code, find_service_by_slug(db, "fokus-semily-sr")->type_code);
}

TEST_F(Services, that_differ_from_the_law_are_warned_about_and_kept) {
    auto workshops = detail("fokus-semily-std");
    EXPECT_THAT(law_warnings(workshops.service, workshops.forms, lists, today), IsEmpty());
    workshops.forms.front().form_code = "FormaSocialniSluzby/pob";
    auto warnings = law_warnings(workshops.service, workshops.forms, lists, today);
    ASSERT_THAT(warnings, SizeIs(1));
    EXPECT_EQ(warnings.front().text_key, "law.form_not_allowed");
    workshops.service.type_code = "DruhSocialniSluzby/16";
    EXPECT_EQ(law_warnings(workshops.service, {}, lists, today).front().text_key, "law.type_not_valid");
    EXPECT_THAT(law_warnings(workshops.service, {}, lists, *parse_date("1. 5. 2017")), IsEmpty());
}

TEST_F(Services, are_read_whole_at_one_content_version) {
    auto all = read_network(db, today);
    EXPECT_GT(all.version, 0);
    EXPECT_THAT(all.services, SizeIs(151));
    EXPECT_FALSE(all.forms.empty() || all.capacities.empty() || all.coverages.empty() || all.free_places.empty());
    EXPECT_THAT(all.availabilities, SizeIs(151));
}

TEST_F(Services, know_how_fresh_their_facts_are) {
    EXPECT_EQ(freshness({}, today), Freshness::unverified);
    EXPECT_EQ(freshness(today - std::chrono::days{366}, today), Freshness::fresh);
    EXPECT_EQ(freshness(today - std::chrono::days{367}, today), Freshness::ageing);
}

TEST_F(Services, are_known_in_the_register_by_seven_digits) {
    EXPECT_TRUE(valid_register_identifier("0990013"));
    for (auto wrong : {"", "123456", "12345678", "12345a7", "123 567", "-123456"})
        EXPECT_FALSE(valid_register_identifier(wrong)) << wrong;
}

struct Capacities : Services {
    db::Transaction work{db, db::Intent::write};
    Author by = world::author(work.session());
    Service service = find_service_by_slug(db, "fokus-semily-std").value();

    RegisteredCapacity places(std::int64_t count, const char* from) {
        RegisteredCapacity capacity;
        capacity.service_id = service.id, capacity.count = count;
        capacity.form_code = "FormaSocialniSluzby/amb", capacity.unit_code = "TypKapacitySocialniSluzby/klient";
        capacity.validity = {*parse_date(from), {}};
        return capacity;
    }
    std::int64_t count_on(const char* day, Instant known_at) {
        return capacities_of(by.work, service.id, *parse_date(day), known_at).at(0).count;
    }
    Instant later = world::sample_now + std::chrono::hours{24};
};

TEST_F(Capacities, change_from_a_day_on) {
    by.now = later;
    set_capacity(by, places(40, "1. 1. 2027"));
    set_capacity(by, places(35, "1. 7. 2026"));
    EXPECT_EQ(count_on("30. 6. 2026", later), 32);
    EXPECT_EQ(count_on("1. 7. 2026", later), 35);
    EXPECT_EQ(count_on("31. 12. 2026", later), 35);
    EXPECT_EQ(count_on("1. 1. 2027", later), 40);
}

TEST_F(Capacities, open_as_they_were_known_then) {
    by.now = later;
    correct_capacity(by, capacities_of(by.work, service.id, today, world::sample_now).at(0), 30);
    EXPECT_EQ(count_on("24. 11. 2026", world::sample_now), 32);
    EXPECT_EQ(count_on("24. 11. 2026", later), 30);
}

TEST_F(Capacities, that_are_the_same_again_leave_no_trace) {
    auto version = history::content_version(by.work, "network");
    auto same = places(32, "1. 7. 2026");
    set_capacity(by, same);
    EXPECT_EQ(history::content_version(by.work, "network"), version);
}

// What was reported for tomorrow is not known today.
TEST_F(Capacities, that_are_free_are_those_of_the_newest_report_up_to_the_day) {
    auto report = [&](std::int64_t count, const char* day) {
        FreePlaces free{.service_id = service.id, .count = count, .as_of = *parse_date(day)};
        free.form_code = "FormaSocialniSluzby/amb", free.unit_code = "TypKapacitySocialniSluzby/klient";
        add(by, free);
        add(by, Availability{.service_id = service.id, .state = count ? "free" : "waiting", .as_of = *parse_date(day)});
    };
    report(5, "20. 11. 2026"), report(0, "25. 11. 2026");
    EXPECT_EQ(free_places_of(by.work, service.id, today).at(0).count, 5);
    EXPECT_EQ(availability_of(by.work, service.id, today)->state, "free");
    EXPECT_EQ(free_places_of(by.work, service.id, today + std::chrono::days{1}).at(0).count, 0);
    EXPECT_EQ(availability_of(by.work, service.id, today + std::chrono::days{1})->state, "waiting");
}
