// Habits of descriptions: several services in turn, ticked boxes, grids, tables of days, feet of pages.
#include "network/service_reading/service_reading.hpp"
#include "platform/reading/html_reader.hpp"
#include "platform/reading/text_document.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using testing::ElementsAre;

namespace {

std::vector<network::ServiceFacts> told_in(std::string_view text) {
    return network::read_services(reading::read_plain_text(text));
}

std::vector<std::string> words_of_facts(const network::FoundTexts& found) {
    std::vector<std::string> words;
    for (auto& one : found) words.push_back(one.value);
    return words;
}

std::string hours_of(const network::ServiceFacts& service) {
    std::string all;
    for (auto& one : service.opening_hours) all += (all.empty() ? "" : "; ") + one.days + " " + one.from + "-" + one.to;
    return all;
}

}

TEST(ServiceHabits, give_sentences_to_the_service_they_speak_of) {
    auto services =
        told_in("Provozujeme domov pro seniory (§ 49, identifikátor 1234567) a denní stacionář (§ 46, identifikátor "
                "2345678).\n\nV domově je 44 lůžek. Do stacionáře se najednou vejde 12 klientů.\n\n"
                "Domov je pro seniory od 65 let. Stacionář je otevřen po–pá 7–15 hodin.\n");
    ASSERT_EQ(services.size(), 2u);
    EXPECT_THAT(words_of_facts(services[0].capacity), ElementsAre("44 lůžek"));
    EXPECT_THAT(words_of_facts(services[1].capacity), ElementsAre("12 klientů současně"));
    EXPECT_EQ(services[0].age_min->value, 65);
    EXPECT_FALSE(services[1].age_min);
    EXPECT_EQ(hours_of(services[1]), "Po–Pá 07:00-15:00");
    EXPECT_EQ(services[1].registration_id->value, "2345678");
}

TEST(ServiceHabits, leave_out_what_is_not_ticked) {
    auto services = told_in("DRUH SLUŽBY\n[ ] osobní asistence\n[x] raná péče\n\nOKRUH OSOB\n"
                            "[x] rodiny s dítětem   [ ] senioři\n\nČíslo registrace: 1234567\n");
    ASSERT_EQ(services.size(), 1u);
    EXPECT_EQ(services[0].service_type.value, "raná péče");
    EXPECT_THAT(words_of_facts(services[0].target_groups), ElementsAre("rodiny s dítětem"));
}

TEST(ServiceHabits, join_lines_of_a_row_between_rules) {
    auto services = told_in("+---------------+---------+-----------------+------------+\n"
                            "| služba        | ident.  | cílová skupina  | kapacita   |\n"
                            "+---------------+---------+-----------------+------------+\n"
                            "| azylové domy  | 1234567 | osoby bez pří-  | 16 lůžek   |\n"
                            "|               |         | střeší; od 18   |            |\n"
                            "|               |         | let             |            |\n"
                            "+---------------+---------+-----------------+------------+\n"
                            "| noclehárny    | 2345678 | osoby bez       | 10 lůžek   |\n"
                            "|               |         | přístřeší       |            |\n"
                            "+---------------+---------+-----------------+------------+\n");
    ASSERT_EQ(services.size(), 2u);
    EXPECT_THAT(words_of_facts(services[0].target_groups), ElementsAre("osoby bez přístřeší"));
    EXPECT_EQ(services[0].age_min->value, 18);
    EXPECT_THAT(words_of_facts(services[1].capacity), ElementsAre("10 lůžek"));
}

TEST(ServiceHabits, read_hours_below_columns_of_days) {
    auto services = network::read_services(
        reading::read_markdown("# Pečovatelská služba\n\n| | po–pá | so, ne |\n|---|---|---|\n"
                               "| provoz | 7:00–20:00 | 8:00–12:00 |\n\nIdentifikátor: 1234567\n"));
    ASSERT_EQ(services.size(), 1u);
    EXPECT_EQ(hours_of(services[0]), "Po–Pá 07:00-20:00; So–Ne 08:00-12:00");
}

TEST(ServiceHabits, find_labels_inside_one_long_sentence) {
    auto services =
        told_in("a) kontaktní centra (§ 59), identifikátor 1234567, forma ambulantní; CS: osoby závislé na\n"
                "návykových látkách, věk od 15 let; OK 5 klientů; provoz po–pá 9.00–12.00 a 13.00–\n"
                "17.00 hod.; ÚP: Děčín; výše dotace 3.214.000 Kč\n");
    ASSERT_EQ(services.size(), 1u);
    EXPECT_THAT(words_of_facts(services[0].capacity), ElementsAre("5 klientů současně"));
    EXPECT_THAT(words_of_facts(services[0].territory), ElementsAre("Děčín"));
    EXPECT_EQ(hours_of(services[0]), "Po–Pá 09:00-12:00; Po–Pá 13:00-17:00");
}

TEST(ServiceHabits, end_services_that_are_no_longer) {
    auto services = told_in("[1] 1234567 raná péče AKTIVNÍ\n\nKapacita ...... počet rodin: 8\n\n"
                            "[2] 2345678 krizová pomoc ZANIKLÁ\n\nKapacita ...... počet lůžek: 3\n");
    ASSERT_EQ(services.size(), 1u);
    EXPECT_EQ(services[0].registration_id->value, "1234567");
    EXPECT_THAT(words_of_facts(services[0].capacity), ElementsAre("8 rodin"));
}

TEST(ServiceHabits, name_the_service_below_its_heading) {
    auto services = told_in("BYDLENÍ\n\nÚřad této službě říká chráněné bydlení.\nČíslo služby je 1234567.\n\nDÍLNA\n\n"
                            "Úřad této službě říká sociálně terapeutická dílna.\nČíslo služby je 2345678.\n");
    ASSERT_EQ(services.size(), 2u);
    EXPECT_EQ(services[1].service_type.value, "sociálně terapeutické dílny");
    EXPECT_EQ(services[1].registration_id->value, "2345678");
}

TEST(ServiceHabits, take_the_contract_from_the_foot_of_a_page) {
    auto services = network::read_services(
        reading::read_html("<html><body><h1>Raná péče</h1><p>Kapacita: 9 rodin. Pomáháme rodinám s dětmi, které se "
                           "vyvíjejí jinak, a to u nich doma.</p><footer>Krok, z. s., IČO 26671042<br>Platí nás kraj "
                           "smlouvou č. D/0631/2025/SOC</footer></body></html>"));
    ASSERT_EQ(services.size(), 1u);
    ASSERT_TRUE(services[0].contract_no);
    EXPECT_EQ(services[0].contract_no->value, "D/0631/2025/SOC");
}
