// How documents part their services: by cards, chapters and points that hold a number of the register each.
#include "network/service_reading/service_reading.hpp"
#include "platform/reading/html_reader.hpp"
#include "platform/reading/text_document.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using testing::ElementsAre;

namespace {

std::vector<network::ServiceFacts> services_told_in(std::string_view text) {
    return network::read_services(reading::read_plain_text(text));
}

std::vector<std::string> values_of(const network::FoundTexts& found) {
    std::vector<std::string> values;
    for (auto& one : found) values.push_back(one.value);
    return values;
}

std::vector<std::string> types_of(const std::vector<network::ServiceFacts>& services) {
    std::vector<std::string> types;
    for (auto& one : services) types.push_back(one.service_type.value);
    return types;
}

}

TEST(ServiceParting, takes_each_card_with_a_number_for_a_service) {
    auto services = network::read_services(
        reading::read_html("<main><h1>Body na mapě</h1><h2>Noc pod střechou</h2>"
                           "<p>noclehárna &middot; <em>Slezský útulek, z. s.</em></p><p>Vejde se: 20 lůžek<br>"
                           "V registru pod: 6071148</p><h2>Tlačítko na krk</h2><p>tísňová péče &middot; <em>Charita "
                           "Úvalno</em></p><p>Forma: terénní<br>V registru pod: 1930462, smlouva s krajem "
                           "02877/2025/SOC</p></main>"));
    ASSERT_THAT(types_of(services), ElementsAre("noclehárny", "tísňová péče"));
    EXPECT_EQ(services[0].provider->value, "Slezský útulek, z. s.");
    EXPECT_EQ(services[1].provider->value, "Charita Úvalno");
    EXPECT_FALSE(services[0].contract_no);
    EXPECT_EQ(services[1].contract_no->value, "02877/2025/SOC");
}

TEST(ServiceParting, parts_a_year_report_by_its_chapters) {
    auto services = services_told_in(
        "Přístav Rokycany   Výroční zpráva 2024 | 11\n\n3  CO DĚLÁME\n\n3.1  Azylový dům Maják\n\n"
        "Azylový dům (§ 57 zákona) je pro osoby bez přístřeší. Stojí na adrese Plzeňská 331, Rokycany. Sloužíme\n"
        "lidem z okresů Rokycany a Plzeň-sever,\n\nPřístav Rokycany   Výroční zpráva 2024 | 12\n\n"
        "jiné odkazujeme domů. Identifikátor služby je 9106623.\n\n3.2  Dům na půl cesty Kotva\n\n"
        "Kotva je dům na půl cesty, tedy služba podle § 58. Bydlí tu lidé od 18 do 26 let. V registru má Kotva číslo "
        "9106631.\n\n3.3  Co nám nevyšlo\n\nKurz vaření pro děti od 6 do 12 let jsme zrušili.\n");
    ASSERT_THAT(types_of(services), ElementsAre("azylové domy", "domy na půl cesty"));
    EXPECT_EQ(services[0].registration_id->value, "9106623");
    EXPECT_THAT(values_of(services[0].places), ElementsAre("Plzeňská 331, Rokycany"));
    EXPECT_THAT(values_of(services[0].territory), ElementsAre("Rokycany", "Plzeň-sever"));
    EXPECT_EQ(services[1].age_min->value, 18);
    EXPECT_EQ(services[1].registration_id->value, "9106631");
}

TEST(ServiceParting, parts_numbered_names_with_bullets_below_them) {
    auto services = services_told_in("1) Chráněné bydlení U Přívozu\n- pobytová služba\n- 13 lůžek\n\n"
                                     "2) Sociálně terapeutické dílny Vor\n- nejvýše 15 klientů současně\n");
    ASSERT_THAT(types_of(services), ElementsAre("chráněné bydlení", "sociálně terapeutické dílny"));
    EXPECT_THAT(values_of(services[1].capacity), ElementsAre("15 klientů současně"));
}

TEST(ServiceParting, reads_boxes_of_equations) {
    auto services = network::read_services(reading::read_markdown(
        "# Domov\n\n## Oddělení Lípa\n\n{{Infobox služba\n| druh = domov se zvláštním režimem\n| identifikátor = 2950716\n"
        "| věk od = 55\n| věk do =\n| kapacita = 44 lůžek\n| návštěvy = denně 9–18\n| území = Středočeský kraj\n}}\n\n"
        "## Odlehčení\n\n{{Infobox služba\n| druh = odlehčovací služba\n| identifikátor = 2950724\n| forma = pobytová\n}}\n\n"
        "Najdete nás na adrese Lesní 415, Vlašim.\n"));
    ASSERT_THAT(types_of(services), ElementsAre("domovy se zvláštním režimem", "odlehčovací služby"));
    EXPECT_EQ(services[0].age_min->value, 55);
    EXPECT_FALSE(services[0].age_max);
    EXPECT_TRUE(services[0].opening_hours.empty());
    EXPECT_THAT(values_of(services[0].territory), ElementsAre("Středočeský kraj"));
    EXPECT_THAT(values_of(services[1].places), ElementsAre("Lesní 415, Vlašim"));
}

TEST(ServiceParting, takes_the_bound_of_an_age_from_its_label) {
    auto services =
        services_told_in("Druh služby: raná péče\nIdentifikátor: 1234567\nMinimální věk: 2\nVěk do: 7 let\n");
    ASSERT_EQ(services.size(), 1u);
    EXPECT_EQ(services[0].age_min->value, 2);
    EXPECT_EQ(services[0].age_max->value, 7);
}

TEST(ServiceParting, reads_what_a_register_gives_to_programs) {
    auto services = services_told_in("{\n  \"sluzby\": [\n    {\n      \"druh\": \"osobní asistence\",\n"
                                     "      \"identifikator\": \"7714023\",\n      \"vek_od\": 3,\n"
                                     "      \"uzemi\": [\"Kolín\", \"Kutná Hora\"]\n    },\n    {\n"
                                     "      \"druh\": \"odlehčovací služby\",\n      \"identifikator\": \"7714031\",\n"
                                     "      \"kapacita\": \"8 lůžek\"\n    }\n  ]\n}\n");
    ASSERT_THAT(types_of(services), ElementsAre("osobní asistence", "odlehčovací služby"));
    EXPECT_EQ(services[0].age_min->value, 3);
    EXPECT_THAT(values_of(services[0].territory), ElementsAre("Kolín", "Kutná Hora"));
    EXPECT_THAT(values_of(services[1].capacity), ElementsAre("8 lůžek"));
}

TEST(ServiceParting, reads_the_fields_of_a_form_on_a_page) {
    auto services = network::read_services(reading::read_html(
        "<main><form><p><label>Druh služby <input value=\"noclehárny\"></label></p>"
        "<p><label>Identifikátor <input type=\"text\" value=\"4410238\"></label></p>"
        "<p>Území <select><option>Semily</option><option selected>: Turnov</option></select></p>"
        "<p><input type=\"hidden\" value=\"4410999\"> Kapacita <input value=\"12 lůžek\"></p></form></main>"));
    ASSERT_THAT(types_of(services), ElementsAre("noclehárny"));
    EXPECT_EQ(services[0].registration_id->value, "4410238");
    EXPECT_THAT(values_of(services[0].capacity), ElementsAre("12 lůžek"));
    EXPECT_THAT(values_of(services[0].territory), ElementsAre("Turnov"));
}

TEST(ServiceParting, keeps_the_contract_of_a_card_in_it) {
    auto services =
        services_told_in("Služba č. 1\n\nDruh: sociální rehabilitace\nReg. č.: 2290113\nPro koho: lidé s duševním "
                         "onemocněním, 18+\n\nSlužba č. 2\n\nDruh: podpora samostatného bydlení\nReg. č.: "
                         "2290121\nSmlouva: OLP/1207/2025\n");
    ASSERT_EQ(services.size(), 2u);
    EXPECT_EQ(services[0].age_min->value, 18);
    EXPECT_FALSE(services[0].contract_no);
    EXPECT_EQ(services[1].contract_no->value, "OLP/1207/2025");
}

TEST(ServiceParting, gives_each_service_what_both_have) {
    auto services = services_told_in(
        "Obě služby jsou pro osoby s mentálním postižením a obě mají klienty od 18 let; v dílnách je horní hranice 60 "
        "let, v bydlení žádná není.\n\n1) Chráněné bydlení U Přívozu\n- registrační identifikátor 5147302\n- 13 lůžek\n\n"
        "2) Sociálně terapeutické dílny Vor\n- registrační identifikátor 5147319\n- jsou určeny pro města Chrudim a "
        "Slatiňany\n");
    ASSERT_EQ(services.size(), 2u);
    EXPECT_THAT(values_of(services[0].target_groups), ElementsAre("osoby s mentálním postižením"));
    EXPECT_EQ(services[0].age_min->value, 18);
    EXPECT_FALSE(services[0].age_max);
    EXPECT_EQ(services[1].age_max->value, 60);
    EXPECT_THAT(values_of(services[1].territory), ElementsAre("Chrudim", "Slatiňany"));
}

TEST(ServiceParting, does_not_take_whom_it_refuses_as_too_young_for_a_denial) {
    auto services =
        services_told_in("KÁČKO\n\nKontaktní centrum, identifikátor 1234567. Je pro osoby ohrožené závislostí nebo "
                         "závislé na návykových látkách.\n\nNechoďte k nám,\n- jestliže vám ještě nebylo 15 "
                         "let,\n- jestliže chcete prodávat.\n");
    ASSERT_EQ(services.size(), 1u);
    EXPECT_EQ(services[0].age_min->value, 15);
    EXPECT_THAT(values_of(services[0].target_groups),
                ElementsAre("osoby ohrožené závislostí nebo závislé na návykových látkách"));
}

TEST(ServiceParting, reads_cards_of_lines_without_labels) {
    auto services =
        services_told_in("Stacionář Slunečnice\ndenní stacionáře | Diakonie Vrchlabí, z. s.\nosoby s mentálním "
                         "postižením, 18–60 let\nPo–Pá 7–15\nč. v registru 5561203\n");
    ASSERT_EQ(services.size(), 1u);
    EXPECT_EQ(services[0].provider->value, "Diakonie Vrchlabí, z. s.");
    ASSERT_TRUE(services[0].age_max);
    EXPECT_EQ(services[0].age_min->value, 18);
    EXPECT_EQ(services[0].age_max->value, 60);
}
