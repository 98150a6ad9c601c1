// What strangers see of the demonstration region: the home page, services, providers, the land.
#include "network/network_contents.hpp"
#include "network/public_pages/territory_map.hpp"
#include "tests/world/office.hpp"

#include <boost/json.hpp>

#include <regex>

using namespace network;
using testing::AllOf;
using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;

struct PublicPages : testing::Test {
    std::string page(const std::string& address) {
        auto answer = town.get(town.stranger, address);
        EXPECT_EQ(answer.status, http::ok) << address;
        return answer.body;
    }
    http::Response json(const std::string& address) { return town.get(town.stranger, address, "application/json"); }

    world::Office& town = world::town();
};

TEST_F(PublicPages, home_offers_a_search_situations_and_every_district) {
    auto home = page("/");
    EXPECT_THAT(home, AllOf(HasSubstr("action=\"/sluzby\""), HasSubstr("hx-get=\"/naseptavac\""),
                            HasSubstr("/sluzby?pro=po-nemocnici")));
    EXPECT_THAT(home,
                AllOf(HasSubstr("href=\"tel:116123\""),
                      HasSubstr("<option lang=\"cs\" value=\"5104\">Jilemnice</option>"), HasSubstr("class=\"hex\"")));
}

TEST_F(PublicPages, suggestions_are_links_and_without_words_the_most_frequent_types) {
    EXPECT_THAT(town.get(town.stranger, "/naseptavac").body,
                AllOf(HasSubstr("<ul class=\"suggest\""), HasSubstr("/sluzby?druh=")));
    EXPECT_THAT(town.get(town.stranger, "/naseptavac?q=rehab").body, HasSubstr("/sluzby?q="));
    EXPECT_THAT(json("/naseptavac?q=rehab").body, HasSubstr("\"suggestions\":[{"));
    EXPECT_THAT(town.get(town.stranger, "/naseptavac?q=rehab").body, HasSubstr("návrhů, vyberete šipkou dolů"));
    EXPECT_THAT(town.get(town.stranger, "/naseptavac?q=xqzwxqzw").body,
                HasSubstr("data-said=\"Nic takového nenapovíme."));
}

// row X.1
TEST_F(PublicPages, jilemnice_shows_both_services_of_document_0_and_those_of_document_4_that_reach_it) {
    auto jilemnice = page("/sluzby?orp=5104");
    for (auto slug : {"fokus-semily-std", "fokus-semily-sr", "rytmus-sr", "czp-poradenstvi", "fokus-turnov-psb"})
        EXPECT_THAT(jilemnice, HasSubstr("/sluzby/" + std::string{slug} + "\"")) << slug;
    EXPECT_THAT(page("/mapa/5104"),
                AllOf(HasSubstr("Obvod Jilemnice"), HasSubstr("/sluzby?orp=5104"), HasSubstr("Jilemnicko")));
}

// row 0.07
// row 0.09
// row 0.11
// row 0.14
TEST_F(PublicPages, a_service_says_what_it_is_for_whom_when_and_where) {
    auto dilny = page("/sluzby/fokus-semily-std");
    EXPECT_THAT(dilny, AllOf(HasSubstr("Sociálně terapeutické dílny"), HasSubstr("§\u00a067"),
                             HasSubstr("lidé s\u00a0chronickým duševním onemocněním")));
    EXPECT_THAT(dilny, AllOf(HasSubstr("Od 15 do 65\u00a0let."), HasSubstr("pondělí až pátek 7.30–\u206015.30")));
    EXPECT_THAT(dilny, AllOf(HasSubstr("Jilemnice"), HasSubstr("Semily")));
}

// row 0.12
TEST_F(PublicPages, an_ambiguous_age_is_said_in_a_sentence_and_the_next_service_follows) {
    auto dilny = page("/sluzby/fokus-semily-std");
    EXPECT_THAT(dilny, HasSubstr("kdy je vám 65, si ověřte u\u00a0poskytovatele."));
    EXPECT_THAT(dilny, AllOf(HasSubstr("Je vám víc?"), HasSubstr("href=\"/sluzby/fokus-semily-sr\">"),
                             HasSubstr("do 75\u00a0let")));
}

// row 0.03
// row 0.04
TEST_F(PublicPages, both_services_show_the_one_contract_and_its_project) {
    for (auto slug : {"fokus-semily-std", "fokus-semily-sr"})
        EXPECT_THAT(page(std::string{"/sluzby/"} + slug),
                    AllOf(HasSubstr("OLP/2668/2023"), HasSubstr("na dobu určitou"),
                          HasSubstr("CZ.03.02.01/00/22_003/0001885")));
}

// row 0.05
TEST_F(PublicPages, the_source_stands_in_its_own_words_with_its_mistakes) {
    EXPECT_THAT(page("/sluzby/fokus-semily-sr"), AllOf(HasSubstr("Doslova ve zdroji"), HasSubstr("kilienta")));
}

// row 0.29
// row 0.30
// row 0.31
// row 0.32
// row 0.33
TEST_F(PublicPages, shared_premises_are_shown_once_each_with_nine_declared_and_eight_listed_rooms) {
    for (auto [slug, other] :
         {std::pair{"fokus-semily-std", "fokus-semily-sr"}, {"fokus-semily-sr", "fokus-semily-std"}}) {
        auto service = page(std::string{"/sluzby/"} + slug);
        EXPECT_THAT(service, AllOf(HasSubstr("Poskytovatel uvádí 9 místností, ve výčtu je jich 8."),
                                   HasSubstr("200\u00a0m²"), HasSubstr("2\u00a0000\u00a0m²")));
        EXPECT_THAT(service, HasSubstr(std::string{"href=\"/sluzby/"} + other + "\""));
    }
}

TEST_F(PublicPages, registered_capacity_is_never_shown_as_free_places) {
    auto dilny = page("/sluzby/fokus-semily-std");
    EXPECT_THAT(dilny,
                AllOf(HasSubstr("registrovaná kapacita: 32\u00a0klientů (ambulantní)"), HasSubstr("3 volná místa")));
    EXPECT_THAT(dilny, Not(AnyOf(HasSubstr("35\u00a0"), HasSubstr(">35"))));
}

// row 4.25
TEST_F(PublicPages, clients_from_a_territory_are_a_measure_of_their_own_and_small_numbers_are_withheld) {
    EXPECT_THAT(page("/sluzby/czp-poradenstvi"), HasSubstr("12 klientů ke dni"));
    EXPECT_THAT(page("/sluzby/fokus-turnov-psb"), HasSubstr("5 klientů ke dni"));
    world::Office office{world::Office::With::sample_region};
    office.database().in_write_transaction([&](db::Session& work) {
        ClientCount few;
        few.service_id = find_service_by_slug(work, "fokus-turnov-psb")->id, few.level = "orp", few.code = "5104";
        few.as_of = day_in_prague(world::office_now), few.count = 4;
        add(office.as_nobody(work), few);
    });
    auto shown = office.get(office.stranger, "/sluzby/fokus-turnov-psb").body;
    EXPECT_THAT(shown, AllOf(HasSubstr("Jilemnice: méně než 5 klientů"), Not(HasSubstr("4 klienti"))));
}

// row 4.14
// row 4.18
TEST_F(PublicPages, what_a_provider_said_of_its_places_stands_with_its_day) {
    EXPECT_THAT(page("/sluzby/rytmus-sr"),
                AllOf(HasSubstr("momentálně plno"), HasSubstr("plánuje rozšíření"), HasSubstr("3.\u00a05.\u00a02017")));
}

// row 4.20
TEST_F(PublicPages, a_service_of_one_town_says_that_it_is_only_there) {
    auto lease = town.database().read();
    auto slug = lease->one<std::string>(
        "SELECT services.slug FROM services JOIN coverages ON service_id = services.id"
        " WHERE level = 'municipality' AND code = '577197' AND (SELECT count(*) FROM coverages others"
        " WHERE others.service_id = services.id) = 1 ORDER BY services.slug LIMIT 1");
    EXPECT_THAT(page("/sluzby/" + slug), HasSubstr("jen Jilemnice"));
}

TEST_F(PublicPages, a_secret_address_is_said_to_be_secret_and_never_shown) {
    world::Office office{world::Office::With::sample_region};
    std::string slug = "fokus-semily-std";
    office.database().in_write_transaction([&](db::Session& work) {
        auto before = *find_service_by_slug(work, slug);
        auto after = before;
        after.secret = true;
        change_service(office.as_nobody(work), before, after);
    });
    for (auto address : {"/sluzby/" + slug, "/sluzby/" + slug + "/snadne"}) {
        auto shown = office.get(office.stranger, address).body;
        EXPECT_THAT(shown, HasSubstr("Adresa je utajená."));
        EXPECT_THAT(shown, AllOf(Not(HasSubstr("Fokus Semily – Semily")), Not(HasSubstr("openstreetmap")),
                                 Not(HasSubstr("200\u00a0m²"))));
    }
    EXPECT_THAT(office.get(office.stranger, "/sluzby/" + slug, "application/json").body,
                AllOf(HasSubstr("\"places\":[]"), HasSubstr("\"secret\":true")));
}

TEST_F(PublicPages, an_ended_service_says_since_when_and_what_is_near) {
    world::Office office{world::Office::With::sample_region};
    office.database().in_write_transaction([&](db::Session& work) {
        auto before = *find_service_by_slug(work, "rytmus-sr");
        auto after = before;
        after.status = "ended", after.ends_on = *parse_date("2026-11-01");
        change_service(office.as_nobody(work), before, after);
    });
    auto shown = office.get(office.stranger, "/sluzby/rytmus-sr");
    EXPECT_EQ(shown.status, http::ok);
    EXPECT_THAT(shown.body, AllOf(HasSubstr("1.\u00a011.\u00a02026"), HasSubstr("Co je nejblíž místo ní"),
                                  HasSubstr("/sluzby/fokus-semily-sr")));
    EXPECT_EQ(office.get(office.stranger, "/sluzby/rytmus-sr/snadne").status, http::not_found);
}

TEST_F(PublicPages, old_names_lead_on_and_unknown_ones_nowhere) {
    world::Office office{world::Office::With::sample_region};
    office.database().in_write_transaction([&](db::Session& work) {
        auto before = *find_service_by_slug(work, "fokus-semily-std");
        auto after = before;
        after.slug = "dilny-semily";
        change_service(office.as_nobody(work), before, after);
    });
    for (auto end : {"", "/snadne", "/en"}) {
        auto moved = office.get(office.stranger, std::string{"/sluzby/fokus-semily-std"} + end);
        EXPECT_EQ(moved.status, http::permanent_redirect);
        EXPECT_EQ(moved.location, std::string{"/sluzby/dilny-semily"} + end);
    }
    for (auto address : {"/sluzby/neni", "/sluzby/neni/snadne", "/poskytovatele/neni", "/souvisejici/neni",
                         "/mapa/9999", "/otevrena-data/neni.csv", "/otevrena-data/type_forms.csv"})
        EXPECT_EQ(office.get(office.stranger, address).status, http::not_found) << address;
}

TEST_F(PublicPages, every_service_has_an_easy_page_and_those_with_a_written_text_say_it) {
    EXPECT_THAT(page("/sluzby/fokus-semily-std/snadne"),
                AllOf(HasSubstr("<p>V\u00a0dílně se pracuje.</p>"), HasSubstr("class=\"easy")));
    EXPECT_THAT(page("/sluzby/rytmus-sr/snadne"),
                AllOf(HasSubstr("složili z\u00a0údajů"), HasSubstr("Rytmus Liberec")));
    EXPECT_THAT(page("/snadne-cteni"), HasSubstr("/sluzby/fokus-semily-std/snadne"));
}

TEST_F(PublicPages, a_text_in_another_language_says_which_one_it_is) {
    world::Office office{world::Office::With::sample_region};
    office.database().in_write_transaction([&](db::Session& work) {
        auto service = *find_service_by_slug(work, "rytmus-sr");
        work.run("DELETE FROM service_texts WHERE service_id = $1", service.id);
        ServiceText text;
        text.service_id = service.id, text.language = "uk", text.name = "Соціальна реабілітація",
        text.description = "Допоможемо знайти роботу.";
        add(office.as_nobody(work), text);
    });
    auto shown = office.get(office.stranger, "/sluzby/rytmus-sr/uk").body;
    EXPECT_THAT(shown,
                AllOf(HasSubstr("<div lang=\"uk\">"), HasSubstr("Допоможемо знайти роботу."), HasSubstr("Контакт")));
    EXPECT_THAT(office.get(office.stranger, "/sluzby/rytmus-sr").body, HasSubstr("lang=\"uk\""));
    EXPECT_EQ(office.get(office.stranger, "/sluzby/rytmus-sr/en").status, http::not_found);
}

// row 4.17
// row X.2
TEST_F(PublicPages, three_focuses_are_three_providers_and_a_seat_in_another_region_is_said) {
    auto list = page("/poskytovatele?q=fokus");
    EXPECT_THAT(list, AllOf(HasSubstr("/poskytovatele/fokus-semily\""), HasSubstr("/poskytovatele/fokus-turnov\""),
                            HasSubstr("/poskytovatele/fokus-liberec\"")));
    auto lease = town.database().read();
    auto slug = lease->one<std::string>("SELECT slug FROM providers WHERE region_code = 'CZ052' ORDER BY slug LIMIT 1");
    EXPECT_THAT(page("/poskytovatele/" + slug), HasSubstr("Sídlí v\u00a0jiném kraji: Královéhradecký kraj"));
    EXPECT_THAT(world::whole(town.get(town.stranger, "/poskytovatele.csv?q=fokus")),
                AllOf(HasSubstr("nazev,"), HasSubstr("/poskytovatele/fokus-semily")));
    EXPECT_THAT(page("/poskytovatele?q=zzzz"), HasSubstr("Takového poskytovatele tu nemáme."));
}

// row 4.16
TEST_F(PublicPages, help_that_is_not_registered_has_a_page_that_says_so) {
    auto lease = town.database().read();
    auto slug = lease->one<std::string>("SELECT slug FROM related_services WHERE name = 'ICM Jilemnice'");
    EXPECT_THAT(page("/souvisejici/" + slug), AllOf(HasSubstr("Není to registrovaná sociální služba."),
                                                    HasSubstr("děti a\u00a0mládež"), HasSubstr("Jilemnicko")));
}

TEST_F(PublicPages, the_land_is_a_table_and_a_map_of_ten_districts) {
    auto land = page("/mapa");
    for (auto code : {"5101", "5102", "5103", "5104", "5105", "5106", "5107", "5108", "5109", "5110"})
        EXPECT_THAT(land, AllOf(HasSubstr(std::string{"href=\"/mapa/"} + code + "\""),
                                HasSubstr(std::string{"href=\"/sluzby?orp="} + code + "\" class=\"q")));
    EXPECT_THAT(land, AllOf(HasSubstr("<path d=\"M"), HasSubstr("215"), HasSubstr("Hranice jsou přibližné")));
    EXPECT_EQ(town.get(town.stranger, "/mapa/Jilemnice").location, "/mapa/5104");
}

TEST_F(PublicPages, a_service_of_the_whole_region_is_told_apart_from_those_of_a_district) {
    world::Office office{world::Office::With::sample_region};
    auto shown = [&](const std::string& address) {
        return boost::json::parse(office.get(office.stranger, address, "application/json").body).as_object();
    };
    auto number = [](const boost::json::object& of, const char* name) { return of.at(name).to_number<std::int64_t>(); };
    auto land = shown("/mapa"), jilemnice = shown("/mapa/5104"), liberec = shown("/mapa/5105");
    EXPECT_GT(number(jilemnice, "services_near"), 0);
    EXPECT_EQ(number(jilemnice, "services"),
              number(jilemnice, "services_near") + number(jilemnice, "services_regional"));
    EXPECT_GT(number(liberec, "services_near"), number(jilemnice, "services_near"));

    // A service that stands in Liberec and named Liberec now serves everybody in the region.
    office.database().in_write_transaction([&](db::Session& work) {
        add(office.as_nobody(work), Coverage{{}, find_service_by_slug(work, "vlnka-pece")->id, "region", "CZ051"});
    });
    EXPECT_EQ(number(shown("/mapa"), "services_regional"), number(land, "services_regional") + 1);
    EXPECT_EQ(number(shown("/mapa/5104"), "services_near"), number(jilemnice, "services_near"));
    EXPECT_EQ(number(shown("/mapa/5104"), "services_regional"), number(jilemnice, "services_regional") + 1);
    EXPECT_EQ(number(shown("/mapa/5105"), "services_near"), number(liberec, "services_near"));
    EXPECT_EQ(number(shown("/mapa/5105"), "services_regional"), number(liberec, "services_regional"));
    EXPECT_THAT(office.get(office.stranger, "/mapa").body,
                AllOf(HasSubstr("působí v\u00a0celém kraji"), HasSubstr("Pro celý kraj")));
}

TEST_F(PublicPages, the_land_is_drawn_by_given_boundaries_when_all_districts_have_them) {
    world::Office office{world::Office::With::sample_region};
    office.database().in_write_transaction([&](db::Session& work) {
        auto author = office.as_nobody(work);
        double west = 14.3;
        for (auto& code : work.all<std::string>("SELECT code FROM districts WHERE kind = 'orp' ORDER BY code")) {
            auto east = std::to_string(west + 0.1), start = std::to_string(west);
            add(author, StoredBoundary{{},
                                       "orp",
                                       code,
                                       "[[[[" + start + ",50.5],[" + east + ",50.5],[" + east + ",50.9],[" + start +
                                           ",50.9],[" + start + ",50.5]]]]",
                                       {}});
            west += 0.1;
        }
    });
    auto land = office.get(office.stranger, "/mapa").body;
    EXPECT_THAT(land, AllOf(HasSubstr("Hranice obvodů a\u00a0počet služeb"), Not(HasSubstr("Hranice jsou přibližné"))));
}

TEST_F(PublicPages, the_land_is_drawn_once_for_each_content_of_the_database) {
    DrawnLand land;
    int drawn = 0;
    auto draw = [&] { return TerritoryMap{.text = std::to_string(++drawn)}; };
    EXPECT_EQ(land.at(7, draw)->text, "1");
    EXPECT_EQ(land.at(7, draw)->text, "1");
    EXPECT_EQ(land.at(8, draw)->text, "2");
}

TEST_F(PublicPages, names_on_the_map_stand_above_the_land_and_are_heard_once) {
    auto land = page("/mapa");
    EXPECT_LT(land.rfind("<path d=\"M"), land.find("<g aria-hidden=\"true\">"));
    EXPECT_THAT(land, HasSubstr("aria-label=\"Jablonec nad Nisou "));
}

TEST_F(PublicPages, names_on_the_map_do_not_stand_on_each_other) {
    auto land = page("/mapa");
    const std::regex written{R"re(<text x="([\d.]+)" y="([\d.]+)">([^<]+)</text><text class="v")re"};
    struct Name {
        double x, y;
        std::string text;
    };
    std::vector<Name> names;
    for (std::sregex_iterator at{land.begin(), land.end(), written}, end; at != end; ++at)
        names.push_back({std::stod((*at)[1]), std::stod((*at)[2]), (*at)[3]});
    ASSERT_EQ(names.size(), 10u);
    for (auto& one : names)
        for (auto& other : names)
            if (&one != &other)
                EXPECT_TRUE(std::abs(one.y - other.y) > 29 || std::abs(one.x - other.x) > 30)
                    << one.text << " and " << other.text;
}

TEST_F(PublicPages, a_list_says_nothing_twice) {
    EXPECT_THAT(page("/poskytovatele/fokus-semily"),
                Not(HasSubstr("<span class=\"small mute\">sociální rehabilitace</span>")));
    auto shelter = page("/sluzby/lampa-azyl");
    EXPECT_EQ(shelter.find("odhad 3\u00a0týdny"), shelter.rfind("odhad 3\u00a0týdny"))
        << "what the provider said of the wait is not said again beside it";
}

// row X.3
TEST_F(PublicPages, open_data_are_named_with_their_licence_and_can_be_taken) {
    EXPECT_THAT(page("/otevrena-data"), AllOf(HasSubstr("/api/hsds/"), HasSubstr("/api/openapi.json"),
                                              HasSubstr("CC BY 4.0"), HasSubstr("Český statistický úřad")));
    EXPECT_THAT(world::whole(town.get(town.stranger, "/otevrena-data/obce.csv")),
                AllOf(HasSubstr("kod,nazev,"), HasSubstr("577197,Jilemnice,")));
    EXPECT_THAT(world::whole(town.get(town.stranger, "/otevrena-data/obvody.csv")), HasSubstr("orp,5104,Jilemnice"));
    EXPECT_THAT(world::whole(town.get(town.stranger, "/otevrena-data/service_types.csv")),
                HasSubstr("DruhSocialniSluzby/33,sociální rehabilitace"));
}

TEST_F(PublicPages, the_statement_of_accessibility_claims_no_more_than_is_known) {
    EXPECT_THAT(page("/pristupnost"), AllOf(HasSubstr("částečně v\u00a0souladu"), HasSubstr("99/2019"),
                                            HasSubstr("DIA"), HasSubstr("mailto:")));
    EXPECT_THAT(page("/soukromi"), AllOf(HasSubstr("neukládáme"), HasSubstr("mailto:")));
}

TEST_F(PublicPages, the_statement_of_accessibility_has_one_day_in_every_language) {
    i18n::Languages languages{platform::files(), network::files()};
    auto day = languages.czech().text("accessibility.made.on");
    ASSERT_TRUE(parse_date(day)) << day;
    EXPECT_EQ(languages.english().text("accessibility.made.on"), day);
    EXPECT_THAT(page("/pristupnost"), HasSubstr(to_czech(*parse_date(day))));
}

TEST_F(PublicPages, in_english_the_lists_are_english_and_free_texts_say_that_they_are_czech) {
    i18n::Languages languages{platform::files(), network::files()};
    http::Request request{.method = "GET", .path = "/sluzby/fokus-semily-std"};
    request.texts = &languages.english();
    auto workshop = town.application().dispatcher().answer(town.stranger, request).body;
    EXPECT_THAT(workshop, AllOf(HasSubstr("32\u00a0clients (outpatient)"), HasSubstr("Monday to Friday"),
                                HasSubstr("accessible toilet"), HasSubstr("years of age")));
    request.path = "/sluzby/czp-poradenstvi";
    EXPECT_THAT(town.application().dispatcher().answer(town.stranger, request).body,
                HasSubstr("1\u00a0client (field)"));
    EXPECT_THAT(workshop, AllOf(HasSubstr("<h1 lang=\"cs\">Sociálně terapeutické dílny"),
                                HasSubstr("<p lang=\"cs\">Dílna je místo"),
                                HasSubstr("<span lang=\"cs\">Služba je bez úhrady.")));
}

TEST_F(PublicPages, in_english_what_stays_czech_says_so_and_everything_else_is_english) {
    i18n::Languages languages{platform::files(), network::files()};
    auto english = [&](const std::string& address) {
        http::Request request{.method = "GET", .path = address};
        request.texts = &languages.english();
        return town.application().dispatcher().answer(town.stranger, request).body;
    };
    EXPECT_THAT(english("/sluzby/czp-poradenstvi"),
                HasSubstr("<span lang=\"cs\">do terénu pořídili další automobil</span> ·"));
    EXPECT_THAT(english("/sluzby/kotva-azyl"),
                HasSubstr("<span lang=\"cs\">pořadník, čekají 3 lidé, odhad 4 týdny</span>,"));
    EXPECT_THAT(english("/sluzby/lampa-azyl"), HasSubstr("Liberec Region"));
    EXPECT_THAT(english("/poskytovatele/advaita"), HasSubstr("<dd lang=\"cs\">zapsaný ústav"));
    EXPECT_THAT(english("/mapa"),
                AllOf(HasSubstr("<h1>Territory: Liberec Region"), HasSubstr("<b lang=\"cs\">spádové obce Jilemnice")));
    EXPECT_THAT(english("/sluzby/lampa-linka/snadne"), HasSubstr("<h2 lang=\"en\">Call or write"));
    EXPECT_THAT(english("/sluzby/lampa-azyl/chyba"), HasSubstr("<a lang=\"cs\" href=\"/sluzby/lampa-azyl\">Azylový"));
}

TEST_F(PublicPages, a_page_that_failed_says_where_to_write_and_under_which_number) {
    world::Office office{world::Office::With::sample_region};
    office.database().in_write_transaction(
        [](db::Session& work) { work.run("ALTER TABLE related_services RENAME TO lost"); });
    auto answer = office.get(office.stranger, "/souvisejici/czp-pujcovna");
    EXPECT_EQ(answer.status, http::failed);
    EXPECT_THAT(answer.body, AllOf(HasSubstr("Číslo události"), HasSubstr("href=\"mailto:")));
}

TEST_F(PublicPages, all_pages_speak_english_too) {
    for (auto address : {"/", "/sluzby/fokus-semily-std", "/sluzby/fokus-semily-std/snadne", "/poskytovatele",
                         "/poskytovatele/fokus-semily", "/mapa", "/mapa/5104", "/snadne-cteni", "/otevrena-data",
                         "/pristupnost", "/soukromi"}) {
        i18n::Languages languages{platform::files(), network::files()};
        http::Request request{.method = "GET", .path = address};
        request.texts = &languages.english();
        auto answer = town.application().dispatcher().answer(town.stranger, request);
        EXPECT_EQ(answer.status, http::ok) << address;
        EXPECT_THAT(answer.body, HasSubstr("<html lang=\"en\"")) << address;
    }
}
