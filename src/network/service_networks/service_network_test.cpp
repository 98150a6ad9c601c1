// Networks by year: what people read, what the planner changes, and that nothing said is lost.
#include "network/service_networks/development_proposal.hpp"
#include "network/service_networks/listed_capacity.hpp"
#include "network/service_networks/network_difference.hpp"
#include "network/service_networks/network_words.hpp"
#include "network/services/financing_contract.hpp"
#include "tests/world/office.hpp"

using namespace network;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

namespace {

struct NetworksOfYears : testing::Test {
    ServiceNetwork network(const std::string& slug) {
        auto lease = office.database().read();
        return lease->one<ServiceNetwork>("SELECT * FROM service_networks WHERE slug = $1", slug);
    }
    std::optional<NetworkMember> member(const std::string& slug, const std::string& service) {
        auto lease = office.database().read();
        for (auto& one : all_members_of(*lease, network(slug).id))
            if (one.service_slug == service) return one.member;
        return {};
    }
    std::int64_t count(const std::string& slug) {
        auto lease = office.database().read();
        auto found = network(slug);
        return count_members(*lease, found.id, found.shown_on(day_in_prague(office.clock().now())));
    }
    static std::string at(const std::string& slug, const NetworkMember& member, const char* rest = "") {
        return "/site/" + slug + "/clenove/" + to_text(member.membership_id) + rest;
    }
    // What the form of a member holds, with something typed over it.
    http::Values form(const std::string& slug, const std::string& service,
                      std::vector<std::pair<std::string, std::string>> typed) {
        auto now = *member(slug, service);
        auto lease = office.database().read();
        auto lists = CodeLists::read(*lease, day_in_prague(office.clock().now()));
        std::string capacities;
        for (auto& line : capacity_lines(now.capacities, lists))
            capacities += (capacities.empty() ? "" : "\n") + plain_spaces(line);
        auto day = [](const std::optional<Date>& day) { return day ? plain_spaces(to_czech(*day)) : ""; };
        auto last = [&](const std::optional<Date>& first) {
            return first ? day(*first - std::chrono::days{1}) : std::string{};
        };
        std::map<std::string, std::string> standing{{"oznaceni", now.mark_code.value_or("")},
                                                    {"kapacity", capacities},
                                                    {"duvod", now.entered_reason.value_or("")},
                                                    {"usneseni", now.resolution.value_or("")},
                                                    {"od", day(now.validity.valid_from)},
                                                    {"do", last(now.validity.valid_to)},
                                                    {"duvod_odchodu", now.left_reason.value_or("")},
                                                    {"podminky", now.conditions.value_or("")},
                                                    {"podminky_do", day(now.conditions_until)},
                                                    {"podminky_splneny", day(now.conditions_met_on)},
                                                    {"povereni", now.entrustment_number.value_or("")},
                                                    {"povereni_od", day(now.entrustment_from)},
                                                    {"povereni_do", last(now.entrustment_to)},
                                                    {"povereni_organ", now.entrustment_body.value_or("")},
                                                    {"povereni_usneseni", now.entrustment_resolution.value_or("")},
                                                    {"povereni_ze_dne", day(now.entrustment_resolved_on)},
                                                    {"poznamka", now.note.value_or("")}};
        http::Values values{{"verze", std::to_string(versions_of(*lease, now.membership_id).size())}};
        for (auto& [name, text] : standing) values.add("bylo." + name, text);
        for (auto& [name, text] : typed) standing[name] = text;
        for (auto& [name, text] : standing) values.add(name, text);
        return values;
    }
    void tick() { office.clock().set(office.clock().now() + std::chrono::seconds{1}); }

    const std::string now = "zakladni-sit-2026", next = "zakladni-sit-2027", before = "zakladni-sit-2025";
    world::Office office{world::Office::With::sample_region};
};

}

// --- what everybody reads --------------------------------------------------------------------------------------------

// feature A11, feature N13
TEST_F(NetworksOfYears, are_listed_by_kind_and_slide_from_year_to_year) {
    auto list = office.get(office.stranger, "/site").body;
    EXPECT_THAT(list, AllOf(HasSubstr("/site/" + now), HasSubstr("/site/" + before), HasSubstr("základní síť"),
                            HasSubstr("rozvojová síť"), HasSubstr("v\u00a0přípravě")));
    auto page = office.get(office.stranger, "/site/" + now);
    ASSERT_EQ(page.status, http::ok);
    EXPECT_THAT(page.body, AllOf(HasSubstr("<a href=\"/site/" + before + "\""), HasSubstr("aria-current=\"true\">2026"),
                                 HasSubstr("data-slide=\"roky\""), HasSubstr("Proti roku 2025"),
                                 HasSubstr("Poskytovatel službu ukončil"), HasSubstr("Potřebnost potvrdily")));
    EXPECT_THAT(page.body, HasSubstr("/site/porovnani?z=" + before + "&amp;do=" + now));
}

TEST_F(NetworksOfYears, are_filtered_by_type_district_and_mark_and_taken_home_as_a_file) {
    auto all = office.get(office.stranger, "/site/" + now, "application/json").body;
    auto near = office.get(office.stranger, "/site/" + now + "?orp=5104&q=fokus", "application/json").body;
    EXPECT_THAT(near, AllOf(HasSubstr("fokus-semily-std"), HasSubstr("\"found\":2")));
    EXPECT_THAT(all, Not(HasSubstr("\"found\":2,")));
    EXPECT_THAT(office.get(office.stranger, "/site/" + now + "?q=neni+takova").body, HasSubstr("Výběru neodpovídá"));
    auto file = office.get(office.stranger, "/site/" + now + "/sluzby.csv?q=fokus");
    EXPECT_THAT(std::string{file.header("Content-Disposition")}, HasSubstr("zakladni-sit-2026.csv"));
    EXPECT_THAT(file.body,
                AllOf(HasSubstr("ambulantní"), HasSubstr("2027-12-31"), HasSubstr("/sluzby/fokus-semily-std")));
    EXPECT_EQ(office.get(office.stranger, "/site/" + now + "?strana=99999999999999999999").status, http::ok);
}

TEST_F(NetworksOfYears, open_as_they_held_and_as_we_knew_them_on_another_day) {
    auto found = [&](const std::string& address) {
        auto body = office.get(office.stranger, address, "application/json").body;
        return body.substr(0, body.find("\"entering\"")).find("/sluzby/kotva-centrum") != body.npos;
    };
    EXPECT_TRUE(found("/site/" + now + "?q=kotva&den=2026-03-01"));
    EXPECT_FALSE(found("/site/" + now + "?q=kotva")) << "it left within the year";
    EXPECT_FALSE(found("/site/" + now + "?q=kotva&den=2026-03-01&znamo=2026-03-01")) << "nobody had written it yet";
    auto page = office.get(office.stranger, "/site/" + now).body;
    EXPECT_THAT(page, AllOf(HasSubstr("V\u00a0průběhu roku"), HasSubstr("v\u00a0síti do 30.\u00a09.\u00a02026"),
                            HasSubstr("v\u00a0síti od 1.\u00a07.\u00a02026"), Not(HasSubstr("{1}"))))
        << "the last day of who left, the first of who came";
}

TEST_F(NetworksOfYears, differ_as_an_annex_with_reasons_and_resolutions_on_paper_and_as_a_file) {
    auto address = "/site/porovnani?z=" + before + "&do=" + now;
    auto annex = office.get(office.stranger, address).body;
    EXPECT_THAT(annex, AllOf(HasSubstr("1. Vstupuje"), HasSubstr("2. Odcház"), HasSubstr("3. Mění se kapacita"),
                             HasSubstr("4. Mění se podmínky"), HasSubstr("ukázka 5/25"), HasSubstr("data-print")));
    auto file = office.get(office.stranger, "/site/porovnani.csv?z=" + before + "&do=" + now).body;
    EXPECT_THAT(file, AllOf(HasSubstr("vstupuje,"), HasSubstr("odchází,"), HasSubstr("Služba trvale nenaplňuje")));
    EXPECT_THAT(office.get(office.stranger, "/site/porovnani?z=" + now + "&do=" + now).body,
                HasSubstr("Sítě se neliší."));
    EXPECT_THAT(office.get(office.stranger, "/site/porovnani").body, HasSubstr("Vyberte dvě sítě."));
    EXPECT_EQ(office.get(office.stranger, "/site/porovnani?z=neni&do=" + now).status, http::not_found);
    EXPECT_EQ(office.get(office.stranger, "/site/porovnani.csv").status, http::not_found);
}

TEST_F(NetworksOfYears, stand_on_the_page_of_a_service_since_when_with_the_entrustment) {
    auto page = office.get(office.stranger, "/sluzby/fokus-semily-std").body;
    EXPECT_THAT(page, AllOf(HasSubstr("/site/" + now), HasSubstr("v\u00a0síti od 1.\u00a01.\u00a02025"),
                            HasSubstr("POV/1/2025")))
        << "since the network before, without a gap";
    EXPECT_THAT(page, Not(HasSubstr("/site/" + next))) << "what is yet to come does not hold";
}

TEST_F(NetworksOfYears, are_open_data) {
    auto file = office.get(office.stranger, "/otevrena-data/site.csv");
    EXPECT_EQ(file.status, http::ok);
    EXPECT_THAT(world::whole(file),
                AllOf(HasSubstr("sit,druh_site,"), HasSubstr("Základní síť 2025"), HasSubstr("cestou-cdz")));
    EXPECT_THAT(office.get(office.stranger, "/otevrena-data/site.jsonld").body, HasSubstr("otevrena-data/site.csv"));
    EXPECT_THAT(office.get(office.stranger, "/otevrena-data").body, HasSubstr("/otevrena-data/site"));
}

// row 3.37
TEST_F(NetworksOfYears, of_two_kinds_stay_two_whatever_the_agenda_calls_them) {
    auto base = network(now), development = network("rozvojova-sit-2017");
    EXPECT_EQ(base.kind_code, "zakladni");
    EXPECT_EQ(development.kind_code, "rozvojova");
    EXPECT_EQ(development.years(), "2017");
    auto page = office.get(office.stranger, "/site/rozvojova-sit-2017").body;
    EXPECT_THAT(page, AllOf(HasSubstr("rozvojová síť"), HasSubstr("9.\u00a012.\u00a02015"),
                            HasSubstr("zatím není žádná služba"), Not(HasSubstr("Proti roku"))))
        << "a year of another kind is no year before it";
}

// --- funded only if listed -------------------------------------------------------------------------------------------

// row 3.21
TEST_F(NetworksOfYears, of_a_kind_say_why_a_service_may_not_be_funded) {
    auto why = [&](const std::string& slug, const std::string& kind, Date day) {
        auto lease = office.database().read();
        auto reason = why_not_fundable(*lease, find_service_by_slug(*lease, slug)->id, kind, day);
        return reason ? reason->key : "";
    };
    auto day = *day_of(2026, 11, 24);
    EXPECT_EQ(why("fokus-semily-std", "zakladni", day), "");
    EXPECT_EQ(why("rytmus-sr", "zakladni", day), "network.fundable.not_listed");
    EXPECT_EQ(why("kotva-centrum", "zakladni", day), "network.fundable.left");
    EXPECT_EQ(why("kotva-centrum", "zakladni", *day_of(2026, 9, 30)), "") << "the last day still counts";
    EXPECT_EQ(why("fokus-semily-std", "zakladni", *day_of(2027, 1, 1)), "network.fundable.in_preparation");
    EXPECT_EQ(why("fokus-semily-std", "zakladni", *day_of(2031, 1, 1)), "network.fundable.no_network");
    EXPECT_EQ(why("fokus-semily-std", "rozvojova", *day_of(2017, 6, 1)), "network.fundable.not_listed");
    EXPECT_EQ(why("fokus-semily-std", "vymyslena", day), "network.fundable.unknown_kind");
}

// row 3.21
TEST_F(NetworksOfYears, warn_at_the_contracts_of_a_service_that_is_not_listed_and_refuse_nothing) {
    auto at = [](const char* slug) { return std::string{"/sluzby/"} + slug + "/smlouvy"; };
    EXPECT_THAT(office.get(office.eva, at("rytmus-sr")).body,
                AllOf(HasSubstr("Služba není v\u00a0síti Základní síť"), HasSubstr("/site/" + now)));
    EXPECT_THAT(office.get(office.eva, at("fokus-semily-std")).body, Not(HasSubstr("Služba není v")));
    EXPECT_EQ(office.post(office.eva, at("rytmus-sr"), {{"cislo", "OLP/9/2026"}}).status, http::see_other);
}

TEST_F(NetworksOfYears, with_conditions_that_are_overdue_let_nobody_be_funded) {
    auto late = [](NetworkMember& member, Date day) {
        member.conditions = "Opravit výtah", member.conditions_until = day;
        return member.conditions_late(*day_of(2026, 7, 1));
    };
    NetworkMember member;
    EXPECT_TRUE(late(member, *day_of(2026, 6, 30)));
    EXPECT_FALSE(late(member, *day_of(2026, 7, 1))) << "the last day still counts";
    member.conditions_until = day_of(2026, 6, 30), member.conditions_met_on = day_of(2026, 6, 15);
    EXPECT_FALSE(member.conditions_late(*day_of(2026, 7, 1)));
}

// --- the planner's work ----------------------------------------------------------------------------------------------

TEST_F(NetworksOfYears, of_the_next_year_are_made_of_this_years_members) {
    EXPECT_THAT(office.get(office.eva, "/sprava/site/nova?z=" + next).body,
                AllOf(HasSubstr("value=\"2028\""), HasSubstr("value=\"" + next + "\" selected")));
    auto made = office.post(office.eva, "/sprava/site/nova",
                            {{"druh", "zakladni"}, {"obdobi", "2028"}, {"prevzit", next}, {"nazev", ""}});
    ASSERT_EQ(made.status, http::see_other) << made.body.substr(0, 3000);
    EXPECT_EQ(made.location, "/site/zakladni-sit-2028/clenove?ulozeno=ano");
    EXPECT_EQ(count("zakladni-sit-2028"), count(next));
    EXPECT_EQ(network("zakladni-sit-2028").name, "Základní síť 2028");
    auto copied = *member("zakladni-sit-2028", "fokus-semily-std");
    EXPECT_EQ(copied.validity.valid_from, day_of(2028, 1, 1));
    EXPECT_FALSE(copied.entrustment_number) << "it ran out on 31. 12. 2027";
    EXPECT_EQ(copied.capacities, member(next, "fokus-semily-std")->capacities);
    EXPECT_EQ(office.get(office.stranger, "/site/zakladni-sit-2028").status, http::not_found) << "not published";
    EXPECT_EQ(office.get(office.klara, "/site/zakladni-sit-2028").status, http::not_found);
    EXPECT_EQ(office.get(office.eva, "/site/zakladni-sit-2028").status, http::ok);
    EXPECT_THAT(office.get(office.stranger, "/site").body, Not(HasSubstr("zakladni-sit-2028")));
    EXPECT_THAT(office.get(office.stranger, "/otevrena-data/site.csv").body, Not(HasSubstr("síť 2028")));
    EXPECT_EQ(office.get(office.stranger, "/site/porovnani?z=zakladni-sit-2028&do=" + now).status, http::not_found);
    EXPECT_THAT(office.audit(), Contains("network.network_added done"));
}

TEST_F(NetworksOfYears, say_what_is_missing_in_a_new_one_and_keep_what_was_typed) {
    auto answer = office.post(office.eva, "/sprava/site/nova",
                              {{"druh", "kouzelna"},
                               {"obdobi", "příští rok"},
                               {"obec", "Kdesi"},
                               {"schvaleno", "zítra"},
                               {"poznamka", "Rozepsaná věta."},
                               {"prevzit", "neni"}});
    EXPECT_EQ(answer.status, http::unprocessable);
    for (auto typed : {"#druh", "#obdobi", "#obec", "#schvaleno", "#prevzit", "příští", "Rozepsaná věta."})
        EXPECT_THAT(answer.body, HasSubstr(typed));
}

TEST_F(NetworksOfYears, take_many_services_at_once_and_the_second_click_takes_none_twice) {
    auto all = count(next);
    EXPECT_THAT(office.get(office.eva, "/site/" + next + "/pridat?q=rytmus").body,
                AllOf(HasSubstr("value=\"rytmus-sr\""), Not(HasSubstr("value=\"fokus-semily-std\""))));
    http::Values typed{{"sluzba", "rytmus-sr"},
                       {"sluzba", "zbb-sr"},
                       {"den", "1. 1. 2027"},
                       {"nove_oznaceni", "Z2"},
                       {"duvod", "Doplněno po připomínkách"},
                       {"usneseni", "1/27"}};
    tick();
    EXPECT_EQ(office.post(office.eva, "/site/" + next + "/pridat", typed).location,
              "/site/" + next + "/clenove?hotovo=2");
    EXPECT_EQ(office.post(office.eva, "/site/" + next + "/pridat", typed).location,
              "/site/" + next + "/clenove?hotovo=0");
    EXPECT_EQ(count(next), all + 2);
    EXPECT_EQ(member(next, "rytmus-sr")->mark_code, "Z2");
    EXPECT_EQ(member(next, "rytmus-sr")->entered_reason, "Doplněno po připomínkách");
    auto outside =
        office.post(office.eva, "/site/" + next + "/pridat", {{"sluzba", "czp-poradenstvi"}, {"den", "31. 12. 2026"}});
    EXPECT_EQ(outside.status, http::unprocessable) << "the network does not hold yet";
    EXPECT_THAT(office.post(office.eva, "/site/" + next + "/pridat", {{"den", "1. 1. 2027"}}).body,
                HasSubstr("#sluzba"));
    EXPECT_EQ(office.post(office.eva, "/site/" + next + "/pridat", {{"sluzba", "neni"}, {"den", ""}}).status,
              http::not_found);
}

TEST_F(NetworksOfYears, lose_many_with_a_day_and_a_reason_and_take_out_those_that_had_not_begun) {
    auto one = *member(now, "fokus-semily-std"), two = *member(now, "fokus-semily-sr");
    auto list = "/site/" + now + "/clenove";
    http::Values typed{{"sluzba", to_text(one.membership_id)},
                       {"sluzba", to_text(two.membership_id)},
                       {"ukon", "odchod"},
                       {"den", "1. 12. 2026"}};
    EXPECT_THAT(office.post(office.eva, list, typed).body, HasSubstr("#duvod")) << "the annex must say why";
    typed.add("duvod", "Přechází pod jiný projekt"), typed.add("usneseni", "20/26");
    tick();
    ASSERT_EQ(office.post(office.eva, list, typed).location, list + "?hotovo=2");
    EXPECT_EQ(member(now, "fokus-semily-std")->validity.valid_to, day_of(2026, 12, 1));
    EXPECT_THAT(office.get(office.stranger, "/site/" + now).body, HasSubstr("Přechází pod jiný projekt"));
    // In the next year it has not begun: it is taken out, with its reason in the annex.
    auto coming = *member(next, "fokus-semily-std");
    http::Values out{{"sluzba", to_text(coming.membership_id)},
                     {"ukon", "odchod"},
                     {"den", "1. 1. 2027"},
                     {"duvod", "Není potřeba"}};
    tick();
    ASSERT_EQ(office.post(office.eva, "/site/" + next + "/clenove", out).status, http::see_other);
    EXPECT_FALSE(member(next, "fokus-semily-std"));
    EXPECT_THAT(office.get(office.eva, "/site/" + next + "/clenove").body,
                AllOf(HasSubstr("Vyňaté ze sítě"), HasSubstr("Není potřeba")));
    // Another network's membership is nobody's business here.
    out = {{"sluzba", to_text(two.membership_id)}, {"ukon", "odchod"}, {"den", "1. 6. 2027"}, {"duvod", "Omyl"}};
    EXPECT_EQ(office.post(office.eva, "/site/" + next + "/clenove", out).status, http::not_found);
}

TEST_F(NetworksOfYears, keep_every_version_of_a_membership_and_bring_a_former_one_back) {
    auto first = *member(now, "fokus-semily-std");
    auto edit = at(now, first);
    tick();
    auto saved = office.post(office.eva, edit,
                             form(now, "fokus-semily-std",
                                  {{"kapacity", "ambulantní: 30 klientů\n2,5 úvazku"},
                                   {"podminky", "Opravit výtah"},
                                   {"podminky_do", "31. 12. 2026"},
                                   {"duvod", "Hodnocení parametrů"}}));
    ASSERT_EQ(saved.status, http::see_other) << saved.body.substr(0, 3000);
    auto second = *member(now, "fokus-semily-std");
    EXPECT_EQ(second.capacities, "FormaSocialniSluzby/amb:TypKapacitySocialniSluzby/klient=30;uvazek=2,5");
    EXPECT_EQ(second.conditions_until, day_of(2026, 12, 31));
    EXPECT_EQ(second.entrustment_to, day_of(2028, 1, 1)) << "what nobody touched stays";
    auto versions = office.get(office.eva, at(now, first, "/verze"));
    EXPECT_THAT(versions.body,
                AllOf(HasSubstr("Opravit výtah"), HasSubstr("2,5 úvazku"), HasSubstr("Vrátit tento zápis")));
    {
        auto lease = office.database().read();
        EXPECT_EQ(versions_of(*lease, first.membership_id).size(), 2u);
        auto then = members_of(*lease, first.network_id, *day_of(2026, 6, 1),
                               second.recorded.recorded_at - std::chrono::milliseconds{1});
        EXPECT_TRUE(std::ranges::any_of(then, [&](auto& one) { return one.member.id == first.id; }))
            << "a past report opens as it stood";
    }
    tick();
    auto back = at(now, first, "/verze/") + to_text(first.id);
    ASSERT_EQ(office.post(office.eva, back).status, http::see_other);
    EXPECT_EQ(member(now, "fokus-semily-std")->capacities, first.capacities);
    EXPECT_EQ(office.post(office.eva, back).status, http::conflict) << "it stands so already";
    EXPECT_EQ(office.post(office.petr, back).status, http::forbidden);
    EXPECT_EQ(office.post(office.eva, at(next, first, "/verze/") + to_text(first.id)).status, http::not_found);
    EXPECT_THAT(office.audit(), Contains("network.member_put_back done"));
}

TEST_F(NetworksOfYears, bring_back_who_was_taken_out_by_a_slip) {
    auto one = *member(next, "fokus-semily-std");
    http::Values out{
        {"sluzba", to_text(one.membership_id)}, {"ukon", "odchod"}, {"den", "1. 1. 2027"}, {"duvod", "Omyl"}};
    tick();
    ASSERT_EQ(office.post(office.eva, "/site/" + next + "/clenove", out).status, http::see_other);
    EXPECT_THAT(office.get(office.eva, at(next, one, "/verze")).body, HasSubstr("byla vyňata"));
    EXPECT_EQ(office.get(office.eva, at(next, one)).status, http::not_found);
    tick();
    ASSERT_EQ(office.post(office.eva, at(next, one, "/verze/") + to_text(one.id)).status, http::see_other);
    ASSERT_TRUE(member(next, "fokus-semily-std"));
    EXPECT_FALSE(member(next, "fokus-semily-std")->left_reason);
}

TEST_F(NetworksOfYears, edited_by_two_at_once_lose_no_word) {
    auto edit = at(now, *member(now, "fokus-semily-std"));
    auto evas = form(now, "fokus-semily-std", {{"poznamka", "Evina poznámka."}}),
         others = form(now, "fokus-semily-std", {{"poznamka", "Druhá poznámka."}});
    tick();
    ASSERT_EQ(office.post(office.eva, edit, others).status, http::see_other);
    auto conflict = office.post(office.eva, edit, evas);
    EXPECT_EQ(conflict.status, http::conflict);
    EXPECT_THAT(conflict.body, AllOf(HasSubstr("Evina poznámka."), HasSubstr("Druhá poznámka.")));
    EXPECT_EQ(member(now, "fokus-semily-std")->note, "Druhá poznámka.");
}

TEST_F(NetworksOfYears, want_days_within_their_time_and_capacities_that_can_be_read) {
    auto edit = at(now, *member(now, "fokus-semily-std"));
    auto wrong = office.post(office.eva, edit,
                             form(now, "fokus-semily-std",
                                  {{"kapacity", "ambulantní: hodně klientů\n3 sloni"},
                                   {"od", "1. 1. 2025"},
                                   {"do", "1. 2. 2027"},
                                   {"podminky_do", "brzy"},
                                   {"povereni_do", "1. 1. 2020"}}));
    EXPECT_EQ(wrong.status, http::unprocessable);
    for (auto typed : {"#kapacity", "#od", "#do", "#podminky_do", "#povereni_do", "3 sloni"})
        EXPECT_THAT(wrong.body, HasSubstr(typed));
    auto lease = office.database().read();
    EXPECT_EQ(versions_of(*lease, member(now, "fokus-semily-std")->membership_id).size(), 1u);
}

TEST_F(NetworksOfYears, change_their_facts_with_history_and_undo) {
    auto edit = "/site/" + next + "/upravit";
    auto standing = network(next);
    http::Values typed{{"verze", std::to_string(standing.kept.version)},
                       {"nazev", standing.name},
                       {"obdobi", "2027"},
                       {"obec", ""},
                       {"poznamka", standing.note.value_or("")},
                       {"schvaleno", "15. 12. 2026"},
                       {"usneseni", "99/26"},
                       {"organ", "Zastupitelstvo"},
                       {"zverejnit", "ano"}};
    tick();
    ASSERT_EQ(office.post(office.eva, edit, typed).status, http::see_other);
    EXPECT_EQ(network(next).approved_on, day_of(2026, 12, 15));
    EXPECT_EQ(network(next).validity.valid_to, day_of(2028, 1, 1));
    auto history = office.get(office.eva, "/site/" + next + "/historie").body;
    EXPECT_THAT(history, AllOf(HasSubstr("99/26"), HasSubstr("schváleno dne")));
    auto mark = history.find("/zpet\"");
    ASSERT_NE(mark, history.npos);
    auto from = history.rfind("action=\"", mark) + 8;
    tick();
    ASSERT_EQ(office.post(office.eva, history.substr(from, mark + 5 - from)).status, http::see_other);
    EXPECT_FALSE(network(next).approved_on);
    EXPECT_EQ(office.get(office.petr, edit).status, http::forbidden);
    EXPECT_EQ(office.get(office.stranger, edit).status, http::see_other);
}

TEST_F(NetworksOfYears, of_a_town_are_kept_by_the_coordinator_of_its_district) {
    auto made =
        office.post(office.eva, "/sprava/site/nova", {{"druh", "mestska"}, {"obdobi", "2027"}, {"obec", "Jilemnice"}});
    ASSERT_EQ(made.status, http::see_other) << made.body.substr(0, 2000);
    EXPECT_EQ(office.get(office.klara, "/site/mestska-sit-2027/clenove").status, http::ok);
    EXPECT_EQ(office
                  .post(office.klara, "/site/mestska-sit-2027/pridat",
                        {{"sluzba", "fokus-semily-std"}, {"den", "1. 1. 2027"}})
                  .status,
              http::see_other);
    EXPECT_EQ(office.get(office.petr, "/site/mestska-sit-2027/clenove").status, http::not_found);
    EXPECT_EQ(office.get(office.klara, "/site/" + next + "/clenove").status, http::forbidden)
        << "the region's is the planner's";
}

// --- proposals, statements, values, kinds ----------------------------------------------------------------------------

TEST_F(NetworksOfYears, take_proposals_and_say_why_one_was_rejected) {
    auto list = "/site/" + next + "/navrhy";
    EXPECT_THAT(office.get(office.eva, list).body,
                AllOf(HasSubstr("Sociální rehabilitace pro"), HasSubstr("nepřijatý")));
    http::Values typed{{"nazev", "Odlehčení o víkendu"},
                       {"druh", "DruhSocialniSluzby/3"},
                       {"poskytovatel", ""},
                       {"jiny_poskytovatel", "Spolek Ukázka"},
                       {"uzemi", "ORP Jilemnice"},
                       {"kapacity", "2 úvazky"},
                       {"duvod", "Rodiny si nemají kdy odpočinout."}};
    ASSERT_EQ(office.post(office.eva, list + "/novy", typed).status, http::see_other);
    auto made = office.database().in_write_transaction([](db::Session& work) {
        return work.all<DevelopmentProposal>("SELECT * FROM development_proposals WHERE capacities = 'uvazek=2'").at(0);
    });
    EXPECT_EQ(made.capacities, "uvazek=2");
    EXPECT_EQ(made.territory, "orp:5104");
    auto one = list + "/" + to_text(made.id);
    typed.add("verze", "1"), typed.add("stav", "rejected"), typed.add("oduvodneni", ""), typed.add("rozhodnuto", "");
    EXPECT_THAT(office.post(office.eva, one, typed).body, HasSubstr("#oduvodneni"));
    typed = {{"verze", "1"},
             {"nazev", made.name},
             {"druh", made.type_code},
             {"jiny_poskytovatel", "Spolek Ukázka"},
             {"uzemi", "ORP Jilemnice"},
             {"kapacity", "2 úvazky"},
             {"duvod", made.reason},
             {"stav", "rejected"},
             {"oduvodneni", "Pokryje to jiná služba."}};
    tick();
    ASSERT_EQ(office.post(office.eva, one, typed).status, http::see_other);
    EXPECT_THAT(office.get(office.eva, one).body, HasSubstr("Pokryje to jiná"));
    EXPECT_THAT(office.get(office.eva, "/site/" + next + "/historie").body,
                AllOf(HasSubstr("nepřijatý"), HasSubstr("Pokryje to jiná")));
    EXPECT_THAT(office.get(office.eva, list + ".csv").body, HasSubstr("Odlehčení o víkendu"));
    EXPECT_EQ(office.get(office.eva, "/site/" + now + "/navrhy/" + to_text(made.id)).status, http::not_found);
    auto empty = office.post(office.eva, list + "/novy", {{"uzemi", "Atlantida"}});
    EXPECT_EQ(empty.status, http::unprocessable);
    for (auto field : {"#nazev", "#druh", "#jiny_poskytovatel", "#uzemi", "#kapacity", "#duvod"})
        EXPECT_THAT(empty.body, HasSubstr(field));
}

TEST_F(NetworksOfYears, keep_what_a_municipality_says_of_the_need) {
    auto list = "/site/" + next + "/vyjadreni";
    EXPECT_THAT(office.get(office.eva, list).body, AllOf(HasSubstr("Frýdlant"), HasSubstr("za podmínek")));
    http::Values typed{{"obec", "Jilemnice"},
                       {"predmet", "sluzba:fokus-semily-std"},
                       {"potrebna", "conditions"},
                       {"podminky", "Aspoň jeden den v Rokytnici"},
                       {"kapacity", "ambulantní: 8 klientů"},
                       {"dne", "1. 10. 2026"},
                       {"cislo", "MUJ/1/2026"}};
    ASSERT_EQ(office.post(office.eva, list + "/nove", typed).status, http::see_other);
    EXPECT_THAT(office.get(office.eva, list).body,
                AllOf(HasSubstr("Jilemnice"), HasSubstr("MUJ/1/2026"), HasSubstr("8\u00a0klientů")));
    auto empty = office.post(office.eva, list + "/nove",
                             {{"obec", "Kdesi"}, {"predmet", "sluzba:neni"}, {"potrebna", "snad"}, {"dne", "brzy"}});
    EXPECT_EQ(empty.status, http::unprocessable);
    for (auto field : {"#obec", "#predmet", "#potrebna", "#dne"}) EXPECT_THAT(empty.body, HasSubstr(field));
    EXPECT_EQ(office.get(office.petr, list).status, http::forbidden);
}

TEST_F(NetworksOfYears, compare_with_reference_values_of_their_year) {
    auto list = std::string{"/sprava/site/referencni-hodnoty"};
    EXPECT_THAT(office.get(office.stranger, "/site/" + now).body, HasSubstr("klienti na úvazek"));
    ASSERT_EQ(office
                  .post(office.eva, list + "/nova",
                        {{"druh", "DruhSocialniSluzby/3"},
                         {"ukazatel", "náklady na úvazek"},
                         {"hodnota", "612 500,50"},
                         {"jednotka", "Kč"},
                         {"rok", "2026"},
                         {"zdroj", "ukázka"}})
                  .status,
              http::see_other);
    EXPECT_THAT(office.get(office.eva, list).body, HasSubstr("612\u00a0500,5\u00a0Kč"));
    EXPECT_EQ(office.post(office.eva, list + "/nova", {{"druh", ""}, {"hodnota", "moc"}, {"rok", "26"}}).status,
              http::unprocessable);
}

TEST_F(NetworksOfYears, have_kinds_and_marks_that_the_region_adds_and_an_upgrade_leaves) {
    auto codes = std::string{"/sprava/site/druhy"}, kinds = std::string{"/sprava/ciselniky/network_kinds"};
    EXPECT_THAT(office.get(office.eva, codes).body, AllOf(HasSubstr(kinds + "/nova"), HasSubstr(kinds + "/mestska")));
    ASSERT_EQ(
        office.post(office.eva, kinds + "/nova", {{"nazev", "mikrosíť"}, {"prosty", "síť jednoho obvodu"}}).location,
        kinds + "/mikrosit?ulozeno=ano");
    EXPECT_THAT(office.get(office.eva, "/sprava/site/nova").body, HasSubstr("mikrosíť"));
    office.database().in_write_transaction([&](db::Session& work) { return load_lists(office.as_nobody(work)); });
    EXPECT_THAT(office.get(office.eva, codes).body, AllOf(HasSubstr("síť jednoho obvodu"), HasSubstr("mikrosíť")));
    EXPECT_EQ(office.get(office.klara, codes).status, http::forbidden);
}

// --- capacities as people write them ---------------------------------------------------------------------------------

TEST_F(NetworksOfYears, read_capacities_as_people_write_them) {
    auto lease = office.database().read();
    auto lists = CodeLists::read(*lease, day_in_prague(office.clock().now()));
    for (auto [line, tokens] :
         {std::pair{"ambulantní: 12 klientů", "FormaSocialniSluzby/amb:TypKapacitySocialniSluzby/klient=12"},
          std::pair{"20 lůžek", "TypKapacitySocialniSluzby/luzka=20"},
          std::pair{"pobytová: 1 lůžko", "FormaSocialniSluzby/pob:TypKapacitySocialniSluzby/luzka=1"},
          std::pair{"2,5 úvazku", "uvazek=2,5"}, std::pair{"0,05 uvazku", "uvazek=0,05"},
          std::pair{"1 200 hodin přímé péče", "hodina=1200"}}) {
        auto read = read_capacities(line, lists);
        EXPECT_EQ(read.tokens, tokens) << line;
        EXPECT_TRUE(read.wrong.empty()) << line;
        EXPECT_EQ(tokens_of(parse_capacities(read.tokens)), read.tokens) << line;
    }
    EXPECT_THAT(capacity_lines("uvazek=2,5;uvazek=1;TypKapacitySocialniSluzby/klient=3", lists),
                ElementsAre("2,5\u00a0úvazku", "1\u00a0úvazek", "3\u00a0klienti"));
    for (auto wrong : {"12", "klientů", "-3 klienti", "12 slonů", "vzdušná: 3 klienti", "1,234 úvazku"})
        EXPECT_THAT(read_capacities(wrong, lists).wrong, ElementsAre(wrong));
    EXPECT_THAT(read_capacities("3 klienti\n4 klienti", lists).wrong, ElementsAre("4 klienti")) << "said twice";
    EXPECT_TRUE(parse_capacities("nesmysl;=;x=y").empty());
}
