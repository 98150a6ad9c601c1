// The region's staff keep the catalogue: who may, what is kept, and that nothing typed is lost.
#include "network/editing/record_change.hpp"
#include "network/editing/service_lines.hpp"
#include "network/editing/service_sheet.hpp"
#include "tests/world/office.hpp"

#include <gtest/gtest.h>

#include <regex>

using namespace network;
using testing::HasSubstr;
using testing::Not;

namespace {

// A region of its own: these tests write where others look.
world::Office& town() {
    static world::Office office{world::Office::With::sample_region};
    return office;
}

// Later by a second: what happens now is newer than what happened before.
void tick() { town().clock().set(town().clock().now() + std::chrono::seconds{1}); }

Service service_named(const std::string& slug) {
    auto lease = town().database().read();
    return *find_service_by_slug(*lease, slug);
}

EditedService edited(const std::string& slug) {
    auto lease = town().database().read();
    auto now = town().clock().now();
    return EditedService::read(*lease, find_service_by_slug(*lease, slug)->id, day_in_prague(now), now);
}

// The form as it came to the browser, with some fields typed anew.
http::Values form_of(const std::string& slug, const Sheet& typed = {}) {
    auto now = edited(slug);
    auto standing = sheet_of(now), sheet = standing;
    for (auto& [name, text] : typed) sheet[name] = text;
    http::Values values{{"verze", std::to_string(now.detail.service.kept.version)}};
    for (auto& [name, text] : sheet) values.add(name, text);
    for (auto& [name, text] : standing) values.add("bylo." + name, text);
    return values;
}

http::Values with(http::Values values, const std::vector<std::pair<std::string, std::string>>& more) {
    for (auto& [name, text] : more) values.add(name, text);
    return values;
}

// A service that Klára's district does not reach.
std::string elsewhere() {
    auto lease = town().database().read();
    auto reached = services_reaching(*lease, "5104");
    for (auto& service : list_services(*lease))
        if (!reached.contains(service.id)) return service.slug;
    return {};
}

std::string slug_of_reached(std::size_t n) {
    auto lease = town().database().read();
    auto reached = services_reaching(*lease, "5104");
    std::size_t at = 0;
    for (auto& service : list_services(*lease))
        if (reached.contains(service.id) && at++ == n) return service.slug;
    return {};
}

}

// --- who may ---------------------------------------------------------------------------------------------------------

TEST(EditingServices, a_stranger_is_sent_to_sign_in) {
    auto slug = slug_of_reached(0);
    auto answer = town().get(town().stranger, "/sluzby/" + slug + "/upravit");
    EXPECT_EQ(answer.status, http::see_other);
    EXPECT_THAT(answer.location, HasSubstr("/prihlaseni?zpet="));
    EXPECT_EQ(town().post(town().stranger, "/sluzby/" + slug + "/upravit").status, http::unauthorized);
}

TEST(EditingServices, a_coordinator_edits_what_reaches_the_district_and_nothing_else) {
    EXPECT_EQ(town().get(town().klara, "/sluzby/" + slug_of_reached(0) + "/upravit").status, http::ok);
    EXPECT_EQ(town().get(town().klara, "/sluzby/" + elsewhere() + "/upravit").status, http::forbidden);
    EXPECT_EQ(town().post(town().klara, "/sluzby/" + elsewhere() + "/upravit", form_of(elsewhere())).status,
              http::forbidden);
    EXPECT_EQ(town().get(town().klara, "/sluzby/nova").status, http::forbidden);
}

TEST(EditingServices, a_director_of_a_provider_may_not) {
    for (auto rest : {"/upravit", "/kapacity", "/historie"})
        EXPECT_EQ(town().get(town().petr, "/sluzby/" + slug_of_reached(0) + rest).status, http::forbidden) << rest;
    EXPECT_EQ(town().get(town().petr, "/sprava/oblasti").status, http::forbidden);
    EXPECT_EQ(town().get(town().petr, "/poskytovatele/novy").status, http::forbidden);
}

TEST(EditingServices, a_service_that_is_not_there_is_not_found) {
    EXPECT_EQ(town().get(town().eva, "/sluzby/takova-neni/upravit").status, http::not_found);
}

// --- what is kept ----------------------------------------------------------------------------------------------------

TEST(EditingServices, a_form_sent_back_as_it_came_changes_nothing) {
    db::Transaction work{town().database(), db::Intent::write};
    auto author = town().as_nobody(work.session());
    auto today = day_in_prague(author.now);
    auto services = list_services(work.session());
    EXPECT_GT(services.size(), 100u);
    for (auto& service : services) {
        auto edited = EditedService::read(work.session(), service.id, today, author.now);
        auto sheet = sheet_of(edited);
        std::vector<html::Note> notes;
        EXPECT_TRUE(problems_of(sheet, edited, town().application().languages().czech(), notes).empty())
            << service.slug;
        EXPECT_FALSE(save_service(author, edited, sheet, {})) << service.slug;
    }
}

TEST(EditingServices, what_is_typed_is_kept_with_history_and_audit) {
    auto slug = slug_of_reached(1);
    tick();
    auto answer = town().post(town().eva, "/sluzby/" + slug + "/upravit",
                              with(form_of(slug, {{"shrnuti", "Pomáháme s prací."},
                                                  {"uzemi", "ORP Jilemnice; Rokytnicko"},
                                                  {"doba", "Po, St 8.00–12.00\npo domluvě"},
                                                  {"kontakty", "481 000 000 | vrátnice\ninfo@example.cz"},
                                                  {"kroky", "Zavoláte nám | od osmi\nPřijdete"},
                                                  {"text.easy.shrnuti", "Pomůžeme vám."}}),
                                   {{"overeno", "ano"}}));
    ASSERT_EQ(answer.status, http::see_other) << answer.body.substr(0, 3000);
    auto now = edited(slug);
    EXPECT_EQ(now.detail.service.summary, "Pomáháme s prací.");
    EXPECT_EQ(now.detail.service.verified_on, now.day);
    ASSERT_EQ(now.detail.coverages.size(), 2u);
    ASSERT_EQ(now.detail.opening_times.size(), 2u);
    ASSERT_EQ(now.detail.contacts.size(), 2u);
    EXPECT_EQ(now.detail.contacts[0].kind, "phone");
    EXPECT_EQ(now.detail.contacts[0].label, "vrátnice");
    EXPECT_EQ(now.detail.contacts[1].kind, "email");
    EXPECT_EQ(now.detail.steps.at(0).explanation, "od osmi");
    auto shown = town().get(town().eva, "/sluzby/" + slug + "/historie").body;
    EXPECT_THAT(shown, HasSubstr("Pomáháme"));
    EXPECT_THAT(shown, HasSubstr("eva"));
    EXPECT_THAT(town().audit(), testing::Contains("network.service_saved done"));
}

TEST(EditingServices, what_is_not_understood_is_said_and_changes_nothing) {
    auto slug = slug_of_reached(2);
    auto before = sheet_of(edited(slug));
    auto answer = town().post(town().eva, "/sluzby/" + slug + "/upravit",
                              form_of(slug, {{"nazev", ""},
                                             {"uzemi", "ORP Nikde"},
                                             {"doba", "někdy ráno"},
                                             {"kontakty", "zavolejte Máně"},
                                             {"vek_od", "třicet"}}));
    EXPECT_EQ(answer.status, http::unprocessable);
    for (auto said : {"ORP Nikde", "někdy ráno", "zavolejte Máně", "třicet", "#vek_od", "#nazev"})
        EXPECT_THAT(answer.body, HasSubstr(said));
    EXPECT_EQ(sheet_of(edited(slug)), before);
}

TEST(EditingServices, who_slipped_corrects_it_on_the_same_day) {
    auto slug = slug_of_reached(9);
    auto save = [&](const Sheet& typed) {
        return town().post(town().eva, "/sluzby/" + slug + "/upravit", form_of(slug, typed)).status;
    };
    auto before = sheet_of(edited(slug));
    ASSERT_EQ(save({{"uzemi", "ORP Tanvald"}, {"doba", "So 8.00–9.00"}, {"skupiny", "CilovaSkupinaOsoby/10"}}),
              http::see_other);
    ASSERT_EQ(save({{"uzemi", before["uzemi"]}, {"doba", before["doba"]}, {"skupiny", before["skupiny"]}}),
              http::see_other);
    EXPECT_EQ(sheet_of(edited(slug)), before);
}

TEST(EditingServices, a_town_that_is_also_a_district_is_asked_about) {
    auto lease = town().database().read();
    auto territory = Territory::read(*lease, day_in_prague(town().clock().now()));
    EXPECT_STREQ(read_coverage("Jilemnice", territory).problem, "edit.coverage.town_or_district");
    EXPECT_EQ(read_coverage("ORP Jilemnice", territory).coverage->code, "5104");
    EXPECT_EQ(read_coverage("obec Jilemnice", territory).coverage->level, "municipality");
    EXPECT_EQ(read_coverage("rokytnicko", territory).coverage->code, "rokytnicko");
    EXPECT_STREQ(read_coverage("orp:9999", territory).problem, "edit.coverage.unknown");
}

// --- two at once -----------------------------------------------------------------------------------------------------

TEST(EditingServices, two_who_edit_at_once_lose_nothing) {
    auto slug = slug_of_reached(3);
    auto evas = form_of(slug, {{"shrnuti", "Shrnutí od Evy."}, {"jak_pozadat", "Zavolejte Evě."}});
    auto klaras = form_of(slug, {{"shrnuti", "Shrnutí od Kláry."}, {"uhrada", "Nic neplatíte."}});
    ASSERT_EQ(town().post(town().klara, "/sluzby/" + slug + "/upravit", klaras).status, http::see_other);

    auto conflict = town().post(town().eva, "/sluzby/" + slug + "/upravit", evas);
    EXPECT_EQ(conflict.status, http::conflict);
    for (auto text : {"Shrnutí od Evy.", "Shrnutí od Kláry.", "Zavolejte Evě.", "Nic neplatíte."})
        EXPECT_THAT(conflict.body, HasSubstr(text));
    EXPECT_EQ(service_named(slug).summary, "Shrnutí od Kláry.");

    auto decided = form_of(slug, {{"shrnuti", "Shrnutí od Evy."}, {"jak_pozadat", "Zavolejte Evě."}, {"uhrada", ""}});
    decided = with(decided, {{"volba.shrnuti", "moje"}, {"volba.jak_pozadat", "moje"}, {"volba.uhrada", "jejich"}});
    ASSERT_EQ(town().post(town().eva, "/sluzby/" + slug + "/upravit", decided).status, http::see_other);
    auto now = service_named(slug);
    EXPECT_EQ(now.summary, "Shrnutí od Evy.");
    EXPECT_EQ(now.how_to_apply, "Zavolejte Evě.");
    EXPECT_EQ(now.fees, "Nic neplatíte.");
}

TEST(EditingServices, a_contact_changed_meanwhile_is_a_conflict_too) {
    auto slug = slug_of_reached(4);
    auto evas = form_of(slug, {{"kontakty", "eva@example.cz"}});
    ASSERT_EQ(town()
                  .post(town().klara, "/sluzby/" + slug + "/upravit", form_of(slug, {{"kontakty", "klara@example.cz"}}))
                  .status,
              http::see_other);
    auto conflict = town().post(town().eva, "/sluzby/" + slug + "/upravit", evas);
    EXPECT_EQ(conflict.status, http::conflict);
    EXPECT_THAT(conflict.body, HasSubstr("klara@example.cz"));
    EXPECT_THAT(conflict.body, HasSubstr("eva@example.cz"));
}

TEST(EditingServices, an_old_form_without_what_stood_before_is_a_conflict) {
    auto slug = slug_of_reached(5);
    auto now = edited(slug);
    http::Values old{{"verze", std::to_string(now.detail.service.kept.version - 1)}};
    for (auto& [name, text] : sheet_of(now)) old.add(name, name == "shrnuti" ? "Ze staré záložky." : text);
    auto answer = town().post(town().eva, "/sluzby/" + slug + "/upravit", old);
    EXPECT_EQ(answer.status, http::conflict);
    EXPECT_THAT(answer.body, HasSubstr("Ze staré záložky."));
}

// --- taking back -----------------------------------------------------------------------------------------------------

TEST(ServiceHistory, one_change_can_be_taken_back_while_its_value_stands) {
    auto slug = slug_of_reached(6);
    auto before = service_named(slug);
    auto edit = "/sluzby/" + slug + "/upravit";
    tick();
    ASSERT_EQ(town().post(town().eva, edit, form_of(slug, {{"shrnuti", "První."}})).status, http::see_other);
    history::Change first;
    {
        auto lease = town().database().read();
        first = changes_around(*lease, before.id.uuid, 1, 0).at(0).change;
    }
    auto back = "/sluzby/" + slug + "/historie/" + to_text(first.id) + "/zpet";
    EXPECT_EQ(town().post(town().petr, back).status, http::forbidden);
    tick();
    ASSERT_EQ(town().post(town().eva, back).status, http::see_other);
    EXPECT_EQ(service_named(slug).summary, before.summary);
    EXPECT_EQ(town().post(town().eva, back).status, http::conflict) << "the second click finds another value";
    EXPECT_EQ(service_named(slug).summary, before.summary);
    EXPECT_THAT(town().get(town().eva, "/sluzby/" + slug + "/historie").body, HasSubstr("vráceno"));
}

TEST(ServiceHistory, days_and_languages_are_told_in_words) {
    auto slug = slug_of_reached(9);
    tick();
    ASSERT_EQ(town()
                  .post(town().eva, "/sluzby/" + slug + "/upravit",
                        form_of(slug, {{"doba", "Út, Čt 9.00–11.00"}, {"text.easy.shrnuti", "Jednoduše."}}))
                  .status,
              http::see_other);
    auto body = town().get(town().eva, "/sluzby/" + slug + "/historie").body;
    EXPECT_THAT(body, HasSubstr("úterý, čtvrtek"));
    EXPECT_THAT(body, Not(HasSubstr("TU,TH")));
    EXPECT_THAT(body, HasSubstr("Snadné čtení"));
}

TEST(ServiceHistory, a_change_of_another_service_is_not_taken_back_here) {
    auto slug = slug_of_reached(7), other = elsewhere();
    tick();
    ASSERT_EQ(town().post(town().eva, "/sluzby/" + other + "/upravit", form_of(other, {{"shrnuti", "Jinde."}})).status,
              http::see_other);
    history::Change change;
    {
        auto lease = town().database().read();
        change = changes_around(*lease, service_named(other).id.uuid, 1, 0).at(0).change;
    }
    EXPECT_EQ(town().post(town().klara, "/sluzby/" + slug + "/historie/" + to_text(change.id) + "/zpet").status,
              http::not_found);
    EXPECT_EQ(service_named(other).summary, "Jinde.");
}

// --- capacities ------------------------------------------------------------------------------------------------------

TEST(EditingCapacities, a_change_holds_from_its_day_and_a_correction_from_the_beginning) {
    auto slug = slug_of_reached(8);
    auto address = "/sluzby/" + slug + "/kapacity";
    http::Values change{{"forma", "FormaSocialniSluzby/amb"},
                        {"jednotka", "TypKapacitySocialniSluzby/klient"},
                        {"pocet", "12"},
                        {"od", "1. 1. 2026"},
                        {"zpusob", "zmena"}};
    ASSERT_EQ(town().post(town().eva, address, change).status, http::see_other);
    http::Values correction{{"forma", "FormaSocialniSluzby/amb"},
                            {"jednotka", "TypKapacitySocialniSluzby/klient"},
                            {"pocet", "13"},
                            {"od", "1. 2. 2026"},
                            {"zpusob", "oprava"}};
    auto then = town().clock().now();
    town().clock().set(then + std::chrono::minutes{5});
    ASSERT_EQ(town().post(town().eva, address, correction).status, http::see_other);
    auto lease = town().database().read();
    auto id = find_service_by_slug(*lease, slug)->id;
    auto count = [&](Instant known_at) {
        for (auto& capacity : capacities_of(*lease, id, *day_of(2026, 1, 15), known_at))
            if (capacity.form_code == "FormaSocialniSluzby/amb" &&
                capacity.unit_code == "TypKapacitySocialniSluzby/klient")
                return capacity.count;
        return std::int64_t{-1};
    };
    EXPECT_EQ(count(then + std::chrono::minutes{1}), 12);
    EXPECT_EQ(count(then + std::chrono::minutes{6}), 13);
    EXPECT_THAT(town().get(town().eva, address).body, HasSubstr("13"));
    EXPECT_EQ(town().post(town().eva, address, {{"forma", "x"}, {"pocet", "-1"}}).status, http::unprocessable);
}

// --- providers, areas, new services ----------------------------------------------------------------------------------

TEST(EditingProviders, an_ico_that_is_taken_names_its_owner) {
    Provider known;
    {
        auto lease = town().database().read();
        for (auto& provider : list_providers(*lease))
            if (provider.ico) known = provider;
    }
    auto answer = town().post(town().eva, "/poskytovatele/novy", {{"nazev", "Nová pomoc"}, {"ico", *known.ico}});
    EXPECT_EQ(answer.status, http::unprocessable);
    EXPECT_THAT(answer.body, HasSubstr("/poskytovatele/" + known.slug));
    EXPECT_EQ(town().post(town().eva, "/poskytovatele/novy", {{"nazev", "Nová pomoc"}, {"ico", "12345678"}}).status,
              http::unprocessable);
}

TEST(EditingProviders, a_new_provider_gets_a_new_service) {
    auto made = town().post(town().eva, "/poskytovatele/novy",
                            {{"nazev", "Smyšlená pomoc, z. s."}, {"kontakty", "info@pomoc.example"}});
    ASSERT_EQ(made.status, http::see_other);
    EXPECT_EQ(made.location, "/poskytovatele/smyslena-pomoc-z-s/upravit?ulozeno=ano");
    EXPECT_THAT(town().get(town().eva, "/poskytovatele/smyslena-pomoc-z-s/upravit").body,
                HasSubstr("info@pomoc.example"));
    auto service = town().post(
        town().eva, "/sluzby/nova",
        {{"poskytovatel", "smyslena-pomoc-z-s"}, {"druh", "DruhSocialniSluzby/33"}, {"nazev", "Pomoc na cestě"}});
    ASSERT_EQ(service.status, http::see_other) << service.body.substr(0, 2000);
    EXPECT_EQ(town().get(town().eva, service.location).status, http::ok);
    EXPECT_EQ(town().post(town().eva, "/sluzby/nova", {{"nazev", "Bez poskytovatele"}}).status, http::unprocessable);
}

// row 4.27
TEST(Areas, of_ones_own_are_made_of_municipalities_by_name) {
    auto made = town().post(
        town().eva, "/sprava/oblasti",
        {{"nazev", "Horní údolí"}, {"druh", "mikroregion"}, {"obce", "Jilemnice\n577162, Víchová nad Jizerou"}});
    ASSERT_EQ(made.status, http::see_other) << made.body.substr(0, 2000);
    auto area = [] {
        auto lease = town().database().read();
        return Territory::read(*lease, day_in_prague(town().clock().now())).municipalities_of("area", "horni-udoli");
    };
    EXPECT_EQ(area().size(), 3u);
    auto wrong =
        town().post(town().eva, "/sprava/oblasti/horni-udoli",
                    {{"verze", "1"}, {"nazev", "Horní údolí"}, {"druh", "mikroregion"}, {"obce", "Jilemnice\nNarnie"}});
    EXPECT_EQ(wrong.status, http::unprocessable);
    EXPECT_THAT(wrong.body, HasSubstr("Narnie"));
    EXPECT_EQ(town()
                  .post(town().eva, "/sprava/oblasti/horni-udoli",
                        {{"verze", "1"}, {"nazev", "Horní údolí"}, {"druh", "mikroregion"}, {"obce", "Jilemnice"}})
                  .status,
              http::see_other);
    EXPECT_EQ(area().size(), 1u);
}

// --- the way to the sheets -------------------------------------------------------------------------------------------

TEST(WaysToSheets, are_there_at_a_service_that_ended) {
    auto slug = slug_of_reached(11), edit = "/sluzby/" + slug + "/upravit";
    tick();
    ASSERT_EQ(town().post(town().eva, edit, form_of(slug, {{"stav", "ended"}})).status, http::see_other);
    EXPECT_THAT(town().get(town().eva, "/sluzby/" + slug).body, HasSubstr(edit));
    EXPECT_THAT(town().get(town().stranger, "/sluzby/" + slug).body, Not(HasSubstr(edit)));
    tick();
    ASSERT_EQ(town().post(town().eva, edit, form_of(slug, {{"stav", "active"}})).status, http::see_other);
}

TEST(WaysToSheets, are_on_public_pages_for_those_who_may_change_them) {
    auto slug = slug_of_reached(1), other = elsewhere();
    auto edit = "/sluzby/" + slug + "/upravit";
    for (auto& keeper : {town().eva, town().klara})
        EXPECT_THAT(town().get(keeper, "/sluzby/" + slug).body, HasSubstr(edit));
    EXPECT_THAT(town().get(town().klara, "/sluzby/" + other).body, Not(HasSubstr("/sluzby/" + other + "/upravit")));
    for (auto& reader : {town().petr, town().stranger})
        EXPECT_THAT(town().get(reader, "/sluzby/" + slug).body, Not(HasSubstr(edit)));
    EXPECT_THAT(town().get(town().eva, "/poskytovatele/fokus-semily").body,
                HasSubstr("/poskytovatele/fokus-semily/upravit"));
    EXPECT_THAT(town().get(town().stranger, "/poskytovatele/fokus-semily").body, Not(HasSubstr("/upravit")));
}

// --- overview --------------------------------------------------------------------------------------------------------

// row 0.03, row 0.31
TEST(Overview, asks_the_planner_about_rooms_and_contracts) {
    auto body = town().get(town().eva, "/prehled").body;
    for (auto question : {"o-mistnosti", "o-smlouvy", "o-vek", "OLP/2668/2023"}) EXPECT_THAT(body, HasSubstr(question));
    EXPECT_THAT(body, HasSubstr(R"(Sociálně terapeutické dílny</a> <span class="mute">Fokus Semily</span>)"));
}

TEST(Overview, shows_everybody_their_own) {
    EXPECT_EQ(town().get(town().stranger, "/prehled").status, http::see_other);
    auto body = town().get(town().petr, "/prehled").body;
    EXPECT_THAT(body, Not(HasSubstr("/upravit")));
    auto klaras = town().get(town().klara, "/prehled?otazka=overeni").body;
    EXPECT_THAT(klaras, Not(HasSubstr("/sluzby/" + elsewhere() + "/upravit")));
}

// row 4.25
TEST(Clients, small_counts_are_withheld_from_the_published_table) {
    db::Transaction work{town().database(), db::Intent::write};
    auto author = town().as_nobody(work.session());
    ClientCount few;
    few.service_id = find_service_by_slug(work.session(), slug_of_reached(0))->id;
    few.level = "orp", few.code = "5104", few.as_of = *day_of(2026, 6, 30), few.count = 3;
    add(author, few);
    work.commit();
    auto published = town().get(town().eva, "/sprava/klienti-podle-obvodu").body;
    EXPECT_THAT(published, HasSubstr("skryto"));
    EXPECT_THAT(published, Not(HasSubstr("3 (skryto)")));
    EXPECT_THAT(town().get(town().eva, "/sprava/klienti-podle-obvodu?pohled=uplny").body, HasSubstr("skryto)"));
}

TEST(StaffPages, speak_in_words_not_in_keys) {
    auto slug = slug_of_reached(0);
    const std::regex key{
        R"((>|")((edit|area|capacity|history|overview|clients|people|jobs|job|audit|rail|organisations?)\.[a-z_.]+)(<|"))"};
    for (auto& [who, address] :
         std::vector<std::pair<const User*, std::string>>{{&town().eva, "/prehled"},
                                                          {&town().eva, "/sluzby/" + slug + "/upravit"},
                                                          {&town().eva, "/sluzby/" + slug + "/kapacity"},
                                                          {&town().eva, "/sluzby/" + slug + "/historie"},
                                                          {&town().eva, "/sluzby/nova"},
                                                          {&town().eva, "/poskytovatele/novy"},
                                                          {&town().eva, "/poskytovatele/fokus-semily/upravit"},
                                                          {&town().eva, "/sprava/oblasti"},
                                                          {&town().eva, "/sprava/oblasti/rokytnicko"},
                                                          {&town().eva, "/sprava/klienti-podle-obvodu"},
                                                          {&town().adam, "/sprava/lide"},
                                                          {&town().adam, "/sprava/lide/novy"},
                                                          {&town().adam, "/sprava/lide/" + to_text(town().eva.id)},
                                                          {&town().adam, "/sprava/organizace"},
                                                          {&town().adam, "/sprava/ulohy"}}) {
        auto answer = town().get(*who, address);
        EXPECT_EQ(answer.status, http::ok) << address;
        std::smatch found;
        EXPECT_FALSE(std::regex_search(answer.body, found, key)) << address << ": " << found.str();
    }
}
