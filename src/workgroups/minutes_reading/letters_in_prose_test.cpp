// What letters tell in sentences, without a single label: who was there, where, when, and who will do what.
#include "platform/reading/read_document.hpp"
#include "workgroups/minutes_reading/minutes_facts.hpp"

#include <gtest/gtest.h>

using namespace workgroups;

namespace {

MinutesFacts facts_of_letter(const std::string& text) { return minutes_facts(reading::read_plain_text(text)); }

std::string people_listed(const std::vector<SaidText>& people) {
    std::string all;
    for (auto& one : people) all += (all.empty() ? "" : ", ") + one.text;
    return all;
}

std::string tasks_told(const MinutesFacts& facts) {
    std::string all;
    for (auto& one : facts.tasks)
        all += (all.empty() ? "" : "; ") + one.responsible + " " + (one.due ? to_iso(*one.due) : "-");
    return all;
}

std::string days_planned(const MinutesFacts& facts) {
    std::string all;
    for (auto& one : facts.schedule) all += (all.empty() ? "" : ", ") + to_iso(one.day);
    return all;
}

const std::string head_of_letter =
    "Od: Jana Modrá <modra@example.org>\nOdesláno: středa 12. listopadu 2025 16:42\nKomu: vedoucí středisek\n"
    "Předmět: co jsme si včera řekli o zimě\n\nMilí všichni,\n\n";

}

TEST(LettersInProse, a_letter_saved_as_text_says_when_it_was_sent) {
    auto facts = facts_of_letter(head_of_letter +
                                 "slíbila jsem, že to dám na papír. Včera dopoledne v devět jsme si na faře v Kolíně "
                                 "sedli ve složení Petr Král, Eva Malá, Tomáš Vlk a já.\n");
    ASSERT_TRUE(facts.date && facts.start_time && facts.place);
    EXPECT_EQ(to_iso(facts.date->day), "2025-11-11");
    EXPECT_EQ(to_iso(facts.start_time->time), "09:00");
    EXPECT_EQ(facts.place->text, "fara v Kolíně");
    EXPECT_EQ(tasks_told(facts), "");    // „Komu:“ gives nobody a task
}

TEST(LettersInProse, brackets_beside_the_day_say_hour_and_place) {
    auto facts = facts_of_letter("Dobré ráno,\n\nposílám shrnutí z videokonference pracovní skupiny k bydlení "
                                 "(5. června 2025, 13.00, MS Teams). Připojili se Jana Modrá a Petr Král.\n");
    ASSERT_TRUE(facts.group && facts.place && facts.start_time);
    EXPECT_EQ(facts.group->text, "pracovní skupina k bydlení");
    EXPECT_EQ(facts.place->text, "MS Teams");
    EXPECT_EQ(to_iso(facts.start_time->time), "13:00");
}

TEST(LettersInProse, whoever_stands_in_a_row_of_people_is_one_of_them) {
    auto facts = facts_of_letter("Porada týmu 6. 11. 2025\nByli jsme: Jana Modrá, Xerxina Dubová, Petr Král, Ozrák "
                                 "Kozel, Eva Malá\n");
    EXPECT_EQ(people_listed(facts.present), "Jana Modrá, Xerxina Dubová, Petr Král, Ozrák Kozel, Eva Malá");
}

TEST(LettersInProse, who_did_not_come_is_told_apart_from_those_who_did) {
    auto facts = facts_of_letter("Dobré ráno,\n\njen krátce k týmu (16. dubna 2026, od 12:30, dílna v suterénu). Sešli "
                                 "jsme se Jana Modrá, Petr Král a Tomáš Vlk, nepřišla Eva Malá, ta leží s chřipkou a "
                                 "omluvila se.\n");
    EXPECT_EQ(people_listed(facts.present), "Jana Modrá, Petr Král, Tomáš Vlk");
    EXPECT_EQ(people_listed(facts.excused), "Eva Malá");
}

TEST(LettersInProse, labels_may_have_a_dash_or_a_reason_in_brackets) {
    auto facts = facts_of_letter("Zápis z porady 6. 2. 2026\n\npřítomni – Jana Modrá, Petr Král\nChyběla (omluvená, "
                                 "nemoc dítěte): Eva Malá\n");
    EXPECT_EQ(people_listed(facts.present), "Jana Modrá, Petr Král");
    EXPECT_EQ(people_listed(facts.excused), "Eva Malá");
}

TEST(LettersInProse, a_day_may_stand_between_a_person_and_the_verb) {
    auto facts = facts_of_letter("Zápis z porady 6. 2. 2026\nPřítomni: Jana Modrá, Petr Král\n\nPaní Modrá připraví do "
                                 "20. února definici, pan Král ji do 27. února zkonzultuje s pojišťovnami.\n");
    EXPECT_EQ(tasks_told(facts), "Modrá 2026-02-20; Král 2026-02-27");
}

TEST(LettersInProse, another_meeting_that_falls_through_leaves_the_planned_one) {
    auto facts =
        facts_of_letter("Zápis z jednání komise 21. 1. 2026\nPřítomni: Jana Modrá, Petr Král\n\nKomise zasedne "
                        "znovu 15. 4. 2026, termín v březnu se ruší.\n");
    EXPECT_EQ(days_planned(facts), "2026-04-15");
}

TEST(LettersInProse, the_office_of_somebody_responsible_is_nobody_else) {
    auto facts = facts_of_letter("Usnesení Rady města 7. 5. 2025\n\nukládá\npřipravit smlouvy\nOdpovídá: Jana Modrá, "
                                 "vedoucí odboru sociálních věcí\nTermín: 30. 5. 2025\n");
    EXPECT_EQ(tasks_told(facts), "Jana Modrá 2025-05-30");
}

TEST(LettersInProse, what_is_numbered_below_a_verb_of_a_resolution_is_no_programme) {
    auto facts = facts_of_letter("Usnesení zastupitelstva města č. 1/10\nZe dne 14. 6. 2010\nZastupitelstvo\nBere na "
                                 "vědomí\n1. předložený materiál\nSchvaluje\n1. rekapitulaci vývoje\n2. vázání částky "
                                 "70 000 Kč\n3. vázání částky 55 000 Kč\n");
    EXPECT_TRUE(facts.agenda.empty());
}

TEST(LettersInProse, what_is_crossed_out_is_not_said) {
    auto facts = minutes_facts(reading::read_markdown("# Porada týmu 6. 11. 2025\n\nPřítomni: Jana Modrá, Petr Král\n\n"
                                                      "- [ ] zajistit sál – Král, do 21. 11.\n"
                                                      "- [ ] ~~koupit licenci – Modrá, do 15. 11.~~ *zrušeno*\n"));
    EXPECT_EQ(tasks_told(facts), "Král 2025-11-21");
}
