// Whole descriptions of services, read and compared with what a careful person wrote down.
#include "network/service_reading/service_reading.hpp"

#include "network/service_reading/service_type_names.hpp"
#include "platform/reading/read_document.hpp"
#include "tests/source_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using testing::ElementsAre;

namespace {

std::vector<network::ServiceFacts> services_of(const std::string& file) {
    return network::read_services(reading::read_document(source_folder() + "/tests/documents/" + file));
}

std::vector<network::ServiceFacts> services_in(std::string_view text) {
    return network::read_services(reading::read_plain_text(text));
}

std::string type_in(std::string_view text) {
    auto mentions = network::type_mentions_in(passages::tokens_of(text));
    return mentions.empty() ? "" : mentions.front().type->name;
}

}

TEST(ServiceReading, knows_the_laws_names_in_any_case) {
    EXPECT_EQ(type_in("AZYLOVÝ DŮM PRO MATKY S DĚTMI"), "azylové domy");
    EXPECT_EQ(type_in("Pečovatelskou službu zajišťuje město"), "pečovatelská služba");
    EXPECT_EQ(type_in("telefonicka krizova pomoc podle § 55"), "telefonická krizová pomoc");
    EXPECT_EQ(type_in("v sociálně terapeutických dílnách"), "sociálně terapeutické dílny");
    EXPECT_EQ(type_in("ranná péče"), "raná péče");
    EXPECT_EQ(type_in("dům s pečovatelskou službou"), "");
    auto by = [](std::string_view text) {
        auto type = network::type_by_paragraph_in(passages::tokens_of(text));
        return type ? type->name : std::string{};
    };
    EXPECT_EQ(by("podle § 60 zákona"), "krizová pomoc");
    EXPECT_EQ(by("podle § 60a zákona"), "intervenční centra");
}

TEST(ServiceReading, finds_every_type_of_the_law_by_its_own_name) {
    for (auto& type : network::service_types()) EXPECT_EQ(type_in(type.name), type.name);
}

TEST(ServiceReading, reads_two_services_of_one_contract) {
    auto services = services_of("0-sluzby.txt");
    ASSERT_EQ(services.size(), 2u);
    auto& workshops = services[0];
    EXPECT_EQ(workshops.service_type.value, "sociálně terapeutické dílny");
    EXPECT_EQ(workshops.paragraph, "§ 67");
    ASSERT_EQ(workshops.forms.size(), 1u);
    EXPECT_EQ(workshops.forms[0].value, "ambulantní");
    EXPECT_EQ(workshops.age_bands.size(), 5u);
    EXPECT_EQ(workshops.age_min->value, 15);
    EXPECT_EQ(workshops.age_max->value, 65);
    EXPECT_EQ(workshops.contract_no->value, "OLP/2668/2023");
    EXPECT_EQ(workshops.project_registration_no->value, "CZ.03.02.01/00/22_003/0001885");
    EXPECT_EQ(services[1].age_max->value, 75);
    EXPECT_EQ(services[1].territory.size(), 3u);
    EXPECT_FALSE(workshops.nonstop);
}

TEST(ServiceReading, tells_services_of_a_card_in_columns_apart) {
    auto services = services_of("services/katalog-mesta.md");
    ASSERT_EQ(services.size(), 6u);
    EXPECT_EQ(services[4].service_type.value, "noclehárny");
    EXPECT_EQ(services[4].registration_id->value, "1500381");
    EXPECT_EQ(services[5].service_type.value, "nízkoprahová denní centra");
    EXPECT_EQ(services[5].registration_id->value, "1500399");
    EXPECT_FALSE(services[5].project_registration_no);    // the project pays for the catalogue only
}

TEST(ServiceReading, reads_lettered_points) {
    auto services = services_in(
        "Poskytovatelem je Theia, o. p. s., IČO 26012345.\n\n"
        "a) sociální službu intervenční centra podle § 60a zákona, číslo registrace 6543210, kapacita 3 klienti současně;\n\n"
        "b) sociální službu krizová pomoc podle § 60 zákona, číslo registrace 7654321, kapacita 4 lůžka, nepřetržitě.\n");
    ASSERT_EQ(services.size(), 2u);
    EXPECT_EQ(services[0].paragraph, "§ 60a");
    EXPECT_EQ(services[0].registration_id->value, "6543210");
    EXPECT_EQ(services[1].paragraph, "§ 60");
    EXPECT_TRUE(services[1].nonstop);
    EXPECT_EQ(services[1].provider->value, "Theia, o. p. s.");
}

TEST(ServiceReading, knows_what_people_call_the_types) {
    EXPECT_EQ(type_in("domov důchodců"), "domovy pro seniory");
    EXPECT_EQ(type_in("linka důvěry"), "telefonická krizová pomoc");
    EXPECT_EQ(type_in("NZDM Kotelna"), "nízkoprahová zařízení pro děti a mládež");
    std::vector<const network::ServiceType*> types;
    for (auto& type : network::service_types()) types.push_back(&type);
    auto in_short = [&](std::string_view text) {
        auto mentions = network::short_mentions_in(passages::tokens_of(text), types);
        return mentions.empty() ? "" : mentions.front().type->name;
    };
    EXPECT_EQ(in_short("STD Kolovrat"), "sociálně terapeutické dílny");
    EXPECT_EQ(in_short("dílny v přízemí"), "sociálně terapeutické dílny");
    EXPECT_EQ(in_short("tísňovou 410 000 Kč"), "tísňová péče");
}

TEST(ServiceReading, gives_each_row_of_a_table_a_service) {
    auto services = network::read_services(reading::read_markdown(
        "| Služba | Identifikátor | Kapacita |\n|---|---|---|\n| Pečovatelská služba | 1234567 | 30 klientů denně |\n"
        "| Denní stacionář | 2345678 | 12 klientů současně |\n| celkem | | 42 klientů |\n"));
    ASSERT_EQ(services.size(), 2u);
    EXPECT_EQ(services[0].registration_id->value, "1234567");
    EXPECT_EQ(services[1].service_type.value, "denní stacionáře");
    ASSERT_EQ(services[1].capacity.size(), 1u);
    EXPECT_EQ(services[1].capacity[0].value, "12 klientů současně");
}

TEST(ServiceReading, gives_each_column_below_a_name_a_service) {
    auto services = network::read_services(reading::read_markdown(
        "| | Chráněné bydlení | Sociální rehabilitace |\n|---|---|---|\n| Identifikátor | 1234567 | 2345678 |\n"
        "| Věk | od 19 let | 18–64 let |\n"));
    ASSERT_EQ(services.size(), 2u);
    EXPECT_EQ(services[0].age_min->value, 19);
    EXPECT_FALSE(services[0].age_max);
    EXPECT_EQ(services[1].registration_id->value, "2345678");
}

TEST(ServiceReading, parts_prose_where_a_sentence_introduces_a_service) {
    auto services =
        services_in("Začnu ranou péčí, registrace 2278150. Kapacitu máme 28 rodin současně.\n\n"
                    "Druhá je tísňová péče podle § 41, registrace 2278264. Připojit můžeme najednou 120 uživatelů.\n\n"
                    "Smlouvy s krajem: raná péče č. D/0631/2025/SOC, tísňová č. D/0632/2025/SOC.\n");
    ASSERT_EQ(services.size(), 2u);
    EXPECT_EQ(services[0].capacity[0].value, "28 rodin současně");
    EXPECT_EQ(services[0].contract_no->value, "D/0631/2025/SOC");
    EXPECT_EQ(services[1].registration_id->value, "2278264");
    EXPECT_EQ(services[1].contract_no->value, "D/0632/2025/SOC");
}

TEST(ServiceReading, takes_the_contract_with_the_region_however_it_is_written) {
    auto contract = [](std::string text) {
        auto services = services_in("Raná péče\n\nKapacita: 9 rodin\n\n" + text + "\n");
        return services.size() == 1 && services[0].contract_no ? services[0].contract_no->value : "";
    };
    EXPECT_EQ(contract("Službu platí Kraj Vysočina na základě smlouvy č. OSV/0288/23-DOT."), "OSV/0288/23-DOT");
    EXPECT_EQ(contract("Financuje ji Středočeský kraj, smlouva S-3305/SOC/2024."), "S-3305/SOC/2024");
    EXPECT_EQ(contract("Smlouva s JMK: JMK068814/24/OSV"), "JMK068814/24/OSV");
    EXPECT_EQ(contract("Město přidalo 900 000 Kč podle smlouvy 377/OSVZ/2022."), "");
    EXPECT_EQ(contract("Nadace přispěla, darovací smlouva č. 12/2023/D."), "");
}

TEST(ServiceReading, says_where_a_fact_stands) {
    auto services = services_in("Osobní asistence\n\nKapacita: 9 klientů současně\nIdentifikátor: 5620114\n");
    ASSERT_EQ(services.size(), 1u);
    ASSERT_TRUE(services[0].registration_id);
    EXPECT_EQ(services[0].registration_id->at.first, 3u);
    EXPECT_THAT(network::services_json(services), testing::HasSubstr("\"registration_id\":[3,3]"));
}

TEST(ServiceReading, finds_nothing_where_nothing_is) {
    EXPECT_TRUE(services_in("Nákupní seznam\n\nmléko, chléb\n").empty());
    EXPECT_EQ(network::services_json({}), "{\"services\":[]}");
}
