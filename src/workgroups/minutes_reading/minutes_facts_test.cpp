#include "platform/reading/read_document.hpp"
#include "tests/source_folder.hpp"
#include "workgroups/minutes_reading/minutes_facts.hpp"

#include <gtest/gtest.h>

using namespace workgroups;

namespace {

MinutesFacts read_minutes_text(std::string_view text) { return minutes_facts(reading::read_plain_text(text)); }

}

// row 3.04
TEST(MinutesFactsFound, a_number_that_comes_twice_is_noticed) {
    auto facts = read_minutes_text(
        "Zápis z jednání komise\nDatum: 1. 3. 2021\n\nAd 2)\nText.\n\nAd 3.)\nText.\n\nAd. 3)\nText.\n\nAd. 4)\nText.\n");
    ASSERT_EQ(facts.numbering_slips.size(), 1u);
    EXPECT_EQ(facts.numbering_slips.front().text, "Ad. 3)");
}

TEST(MinutesFactsFound, labels_stand_below_each_other_or_in_one_line) {
    auto facts = read_minutes_text(
        "Zápis z porady týmu\nDatum: 1. 3. 2021\nPřítomni: Jana Modrá, Petr Král\n\nÚkol: objednat sál\nZodpovídá: J. Modrá\nTermín: do konce března\n\nÚkol: napsat dopis Z: Král T: 5. 3. 2021\n");
    ASSERT_EQ(facts.tasks.size(), 2u);
    EXPECT_EQ(facts.tasks[0].responsible, "J. Modrá");
    EXPECT_EQ(facts.tasks[0].due, day_of(2021, 3, 31));
    EXPECT_EQ(facts.tasks[1].responsible, "Král");
    EXPECT_EQ(facts.tasks[1].due, day_of(2021, 3, 5));
}

TEST(MinutesFactsFound, a_cancelled_day_is_not_planned_and_its_replacement_is) {
    auto facts = read_minutes_text(
        "Zápis z porady týmu\nDatum: 1. 3. 2021\nPřítomni: Jana Modrá\n\nPlán schůzek na rok 2021\n\n17. 4. zrušeno, náhradní termín 24. 4.\n22. 5. ve 14:00\n");
    ASSERT_EQ(facts.schedule.size(), 2u);
    EXPECT_EQ(facts.schedule[0].day, day_of(2021, 4, 24));
    ASSERT_EQ(facts.cancelled.size(), 1u);
    EXPECT_EQ(facts.cancelled[0].day, day_of(2021, 4, 17));
}

namespace {

std::string list_of(const std::vector<SaidText>& all) {
    std::string text;
    for (auto& one : all) text += (text.empty() ? "" : "; ") + one.text;
    return text;
}

std::string head_of_minutes() {
    return "Zápis z porady týmu\nDatum: 1. 3. 2021\nPřítomni: Jana Modrá, Petr Král, Eva Malá\n\n";
}

std::string task_in(const std::string& text) {
    auto facts = read_minutes_text(head_of_minutes() + text);
    std::string all;
    for (auto& one : facts.tasks)
        all += (all.empty() ? "" : "; ") + one.responsible + " " + (one.due ? to_iso(*one.due) : "-");
    return all;
}

std::string days_planned(const std::string& text) {
    auto facts = read_minutes_text(head_of_minutes() + text);
    std::string all;
    for (auto& one : facts.schedule) all += (all.empty() ? "" : " ") + to_iso(one.day);
    return all;
}

}

TEST(MinutesFactsFound, people_stand_below_their_roles_and_groups) {
    auto facts = read_minutes_text(
        "Zápis z jednání výboru\nDatum: 1. 3. 2021\n\nPřítomni:\npředseda: Mgr. Jana Modrá\nčlenové: Petr Král, Eva Malá\nNepřítomni s omluvou: Jan Novák\n");
    EXPECT_EQ(list_of(facts.present), "Jana Modrá; Petr Král; Eva Malá");
    EXPECT_EQ(list_of(facts.excused), "Jan Novák");
}

TEST(MinutesFactsFound, points_are_the_headings_where_no_list_says_them) {
    auto facts = read_minutes_text(
        head_of_minutes() +
        "I. Volba předsedy\n\nZvolena Jana Modrá.\n\nII. Rozpočet\n\nSchválen.\n\nIII. Různé\n\nNic.\n");
    EXPECT_EQ(list_of(facts.agenda), "Volba předsedy; Rozpočet; Různé");
    facts = read_minutes_text(head_of_minutes() + "Body k projednání\n- doprava\n- byty\n- různé\n");
    EXPECT_EQ(list_of(facts.agenda), "doprava; byty; různé");
}

TEST(MinutesFactsFound, tasks_stand_in_one_line_with_signs_between) {
    EXPECT_EQ(task_in("- objednat sál – P. Král – 5. 4. 2021\n"), "P. Král 2021-04-05");
    EXPECT_EQ(task_in(">> napsat dopis = Malá, termín 22. 3.\n"), "Malá 2021-03-22");
    EXPECT_EQ(task_in("- pozvat obce (Jana Modrá; do konce března)\n"), "Jana Modrá 2021-03-31");
    EXPECT_EQ(task_in("8/2020 Vyžádat čísla – Král – trvá, přesouvá se na 31. 5. 2021\n"), "Král 2021-05-31");
    EXPECT_EQ(task_in("7/2020 Prohlédnout byty – Král – splněno 28. 2.\n"), "");
}

TEST(MinutesFactsFound, tasks_are_told_by_who_does_what) {
    EXPECT_EQ(task_in("Výbor ukládá Janě Modré připravit rozpočet.\nT: 5. 4. 2021\n"), "Jana Modrá 2021-04-05");
    EXPECT_EQ(task_in("Výbor ukládá tajemnici předložit zprávu.\nT: 5. 4. 2021\n"), "tajemnice 2021-04-05");
    EXPECT_EQ(task_in("Podpisy obstará P. Král do 15. dubna.\n"), "P. Král 2021-04-15");
    EXPECT_EQ(task_in("Město letos opraví chodník do 30. června.\n"), "");
}

TEST(MinutesFactsFound, columns_of_tasks_may_stand_in_any_order) {
    EXPECT_EQ(task_in("| Kdo | Co udělá | Dokdy |\n|---|---|---|\n| Král | objednat sál | 5. 4. 2021 |\n"),
              "Král 2021-04-05");
}

TEST(MinutesFactsFound, meetings_are_planned_by_months_rules_and_headings) {
    EXPECT_EQ(days_planned("Leden až březen 2022, vždy první středa v měsíci od 13.00.\n"),
              "2022-01-05 2022-02-02 2022-03-02");
    EXPECT_EQ(days_planned("Setkání do konce roku 2021\n\n16. 9. v 16:00\n21. 10. v 16:00\n"), "2021-09-16 2021-10-21");
    EXPECT_EQ(days_planned("příště 17. 5., pak 31. 5.\n"), "2021-05-17 2021-05-31");
    EXPECT_EQ(days_planned("Schůzka plánovaná na 23. 3. byla zrušena, smlouva končí k 30. 9.\n"), "");
}
