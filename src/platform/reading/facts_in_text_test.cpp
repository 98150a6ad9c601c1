#include "platform/reading/dates_in_text.hpp"
#include "platform/reading/names_in_text.hpp"
#include "platform/reading/numbers_in_text.hpp"
#include "platform/reading/page_cleaning.hpp"
#include "platform/reading/reading_error.hpp"

#include <gtest/gtest.h>

using namespace reading;

namespace {

const YearContext around_april_2021{day_of(2021, 4, 12), {}};

std::string days_of(std::string_view text) {
    std::string all;
    for (auto& one : dates_in(Letters{text}, around_april_2021))
        all += (all.empty() ? "" : " ") + to_iso(one.first) + (one.last ? "/" + to_iso(*one.last) : "");
    return all;
}

std::string due(std::string_view text) {
    auto deadline = deadline_of(Letters{text}, around_april_2021);
    return deadline.next_meeting ? "next" : deadline.day ? to_iso(*deadline.day) : deadline.said ? "none" : "";
}

std::string names_of(std::string_view list) {
    std::string all;
    for (auto& one : people_in_list(list)) all += (all.empty() ? "" : "; ") + one.name;
    return all;
}

std::string sections_of(std::string_view text) {
    std::string all;
    for (auto& one : paragraphs_in(Letters{text}))
        all += (all.empty() ? "" : " ") + one.paragraph.substr(one.paragraph.find(' ') + 1);
    return all;
}

}

TEST(FactsInText, days_are_found_however_they_are_written) {
    EXPECT_EQ(days_of("dne 12. 4. 2021"), "2021-04-12");
    EXPECT_EQ(days_of("12.4.21"), "2021-04-12");
    EXPECT_EQ(days_of("26. - 27. 11. 2015"), "2015-11-26/2015-11-27");
    EXPECT_EQ(days_of("od 7. do 13. října"), "2021-10-07/2021-10-13");
    EXPECT_EQ(days_of("29. 8. – 3. 9. 2021"), "2021-08-29/2021-09-03");
    EXPECT_EQ(days_of("ve stredu 14. 4."), "2021-04-14");
    EXPECT_EQ(days_of("4., 11. a 18. května 2022"), "2022-05-04 2022-05-11 2022-05-18");
    EXPECT_EQ(days_of("od 13.00 do 15.10, § 39, 2/23"), "");
    EXPECT_EQ(days_of("15. V. a 12. XI. 2021, v Brně 14. X 2021"), "2021-05-15 2021-11-12 2021-10-14");
    EXPECT_EQ(days_of("schází se 5. v. Praze"), "");
}

TEST(FactsInText, days_are_told_in_words_and_roman_months) {
    EXPECT_EQ(days_of("osmého listopadu 2022"), "2022-11-08");
    EXPECT_EQ(days_of("dvacátého osmého února dva tisíce dvacet tři"), "2023-02-28");
    EXPECT_EQ(days_of("pětadvacátého dubna"), "2021-04-25");
    EXPECT_EQ(days_of("9. X. 2024, 7. a 8. XII. 2024"), "2024-10-09 2024-12-07 2024-12-08");
    EXPECT_EQ(days_of("3. V. Nová, odst. 2. ii. 2020"), "");
    EXPECT_EQ(days_of("2023/05/16, 16-5-2023, 09-10/2017"), "2023-05-16 2023-05-16");
}

TEST(FactsInText, a_line_of_page_numbers_is_no_text) {
    for (auto line :
         {"- 2 -", "Strana 2 (celkem 5)", "stránka 1 ze 4", "Strana 2 z 4   Hash žádosti: 19rXvP   Verze 3"})
        EXPECT_TRUE(is_page_number(line)) << line;
    for (auto line : {"Strana má právo nahlížet", "2. Informace", "12. 4. 2021", "list vlastnictví 12"})
        EXPECT_FALSE(is_page_number(line)) << line;
}

TEST(FactsInText, a_month_as_a_deadline_is_its_last_day) {
    EXPECT_EQ(due("do konce května"), "2021-05-31");
    EXPECT_EQ(due("říjen 2020"), "2020-10-31");
    EXPECT_EQ(due("do 14 dnů"), "2021-04-26");
    EXPECT_EQ(due("do konce X. 2021"), "2021-10-31");
    EXPECT_EQ(due("do příští porady"), "next");
    for (auto text : {"do příštího sněmu", "nejbližší komise", "na příští radě", "do příště"})
        EXPECT_EQ(due(text), "next") << text;
    EXPECT_EQ(due("v příštím roce"), "");
    EXPECT_EQ(due("průběžně"), "none");
}

TEST(FactsInText, people_stand_in_lists_with_titles_and_roles) {
    EXPECT_EQ(names_of("Mgr. Jana Modrá (předsedkyně), Ing. Petr Král, Ph.D., Eva Malá"),
              "Jana Modrá; Petr Král; Eva Malá");
    EXPECT_EQ(names_of("PaedDr. Kalina Hynek, starosta; Ing. Tyršolová Blanka, místostarostka"),
              "Kalina Hynek; Tyršolová Blanka");
    EXPECT_EQ(names_of("Bc. Radka Brusinková, DiS. – Centrum sociálních služeb\nPavel Rákos ml."),
              "Radka Brusinková; Pavel Rákos ml.");
}

TEST(FactsInText, a_name_in_another_case_is_the_same_person) {
    EXPECT_EQ(person_meant("Janu Modrou", {"Jana Modrá", "Petr Král"}), "Jana Modrá");
    EXPECT_EQ(person_meant("A. Bedrníka", {"Augustin Bedrník"}), "Augustin Bedrník");
    // row 4.03: two could be meant, so it stays a question
    EXPECT_FALSE(person_meant("Novák", {"Jan Novák", "Petr Novák"}));
}

TEST(FactsInText, paragraphs_are_counted_out_and_60a_is_not_60) {
    EXPECT_EQ(sections_of("§§ 39 a 40"), "39 40");
    EXPECT_EQ(sections_of("(§ 44-47 bez § 45)"), "44 46 47");
    EXPECT_EQ(sections_of("§67 a § 60a, § 60"), "67 60a 60");
    EXPECT_EQ(sections_of("§ 37 odst. 3"), "37");
}

TEST(FactsInText, money_is_in_crowns) {
    EXPECT_EQ(amounts_in(Letters{"450 tis. Kč, 612 000,- Kč, 4,2 mil. Kč"}),
              (std::vector<std::int64_t>{450'000, 612'000, 4'200'000}));
}

TEST(FactsInText, a_prefix_is_no_registration_number) {
    EXPECT_EQ(registration_numbers_in(Letters{"CZ.03.2.63/0.0/0.0/15_039/0008217 a CZ.03.02.01"}),
              (std::vector<std::string>{"CZ.03.2.63/0.0/0.0/15_039/0008217"}));
}

TEST(FactsInText, a_scan_that_begins_with_a_day_begins_no_list) {
    TextDocument scan;
    for (auto text : {"ll. ledna 2O22, 9:3O hod.", "l. Kontrola úkolů", "do 3l. l2. 2O21", "l2. l. 2O22"})
        scan.lines.push_back({.text = text});
    auto clean = cleaned(scan);
    EXPECT_EQ(clean.document.lines[0].text, "11. ledna 2022, 9:30 hod.");
    EXPECT_EQ(clean.document.lines[1].marker, "1.");
}

TEST(FactsInText, a_scan_is_mended) {
    EXPECT_EQ(with_scan_mended("l2. 4. 2o19"), "12. 4. 2019");
    EXPECT_EQ(with_scan_mended("Ma1inová"), "Malinová");
    EXPECT_TRUE(is_page_number("stránka 1 ze 4"));
    EXPECT_FALSE(is_page_number("Zápis 4"));
}

TEST(FactsInText, every_fault_has_a_name_that_reads_back) {
    for (auto fault : {Fault::empty, Fault::macros, Fault::picture, Fault::too_dense})
        EXPECT_EQ(fault_named(name_of(fault)), fault);
}
