#include "platform/reading/read_document.hpp"
#include "workgroups/minutes_reading/minutes_facts.hpp"

#include <gtest/gtest.h>

using namespace workgroups;

namespace {

MinutesFacts facts_behind_head(const std::string& text) {
    return minutes_facts(reading::read_plain_text(
        "Zápis z porady týmu\nDatum: 1. 3. 2021\nPřítomni: Jana Modrá, Petr Král, Eva Malá\n\n" + text));
}

std::string tasks_told(const std::string& text) {
    std::string all;
    for (auto& one : facts_behind_head(text).tasks)
        all += (all.empty() ? "" : "; ") + one.responsible + " " + (one.due ? to_iso(*one.due) : "-");
    return all;
}

std::string meetings_told(const std::string& text) {
    std::string all;
    for (auto& one : facts_behind_head(text).schedule) all += (all.empty() ? "" : " ") + to_iso(one.day);
    return all;
}

std::string events_told(const std::string& text) {
    std::string all;
    for (auto& one : facts_behind_head(text).events)
        all += (all.empty() ? "" : "; ") + one.title + " " + to_iso(one.date) + (one.end ? "/" + to_iso(*one.end) : "");
    return all;
}

}

TEST(TaskHabits, person_and_day_stand_first) {
    EXPECT_EQ(tasks_told("[ ] 17. 3. Král – sepsat počty\n"), "Král 2021-03-17");
    EXPECT_EQ(tasks_told("[ ] [Jana Modrá, Petr Král] Vytvořit list. Termín: 30. 3. 2021\n"),
              "Jana Modrá, Petr Král 2021-03-30");
    EXPECT_EQ(tasks_told("Malá do 21. 3. pozvat přihlášené\n"), "Malá 2021-03-21");
}

TEST(TaskHabits, person_and_day_stand_in_brackets_at_the_end_of_a_sentence) {
    EXPECT_EQ(tasks_told("Rozbor se předloží ředitelství (úkol: Modrá a Král, 15. 4. 2021).\n"),
              "Modrá, Král 2021-04-15");
    EXPECT_EQ(tasks_told("Metodika bude rozeslána všem do 30. 3. 2021 (Král).\n"), "Král 2021-03-30");
}

TEST(TaskHabits, the_sentence_behind_says_who) {
    EXPECT_EQ(tasks_told("Přílohy smluv se doplní. Zajistí Eva Malá do 20. 3. 2021.\n"), "Eva Malá 2021-03-20");
}

TEST(TaskHabits, somebody_is_asked) {
    EXPECT_EQ(
        tasks_told(
            "Komise ukládá\n  – Janě Modré, aby zprávu přednesla; termín 19. 3. 2021,\n  – Petru Královi, aby doplnil mapu; termín ihned.\n"),
        "Jana Modrá 2021-03-19; Petr Král -");
}

TEST(TaskHabits, a_sentence_holds_several_tasks) {
    EXPECT_EQ(tasks_told("Malá sežene materiál do 15. 3., Král vytiskne plakáty do konce dubna.\n"),
              "Malá 2021-03-15; Král 2021-04-30");
}

TEST(TaskHabits, organisations_with_their_legal_form_are_no_people) {
    EXPECT_EQ(tasks_told("Své služby představí Anděl Strážný, z. ú. a Občanské sdružení D.R.A.K.\n"), "");
    EXPECT_EQ(tasks_told("Leták do 21. 3. připraví Eva Malá, z Liberce.\n"), "Eva Malá 2021-03-21");
}

TEST(ScheduleHabits, meetings_are_listed_by_their_rhythm) {
    EXPECT_EQ(meetings_told("Porady týmu jsou první pondělí v měsíci ve 13.15: 12. 4. 2021, 3. 5. 2021.\n"),
              "2021-04-12 2021-05-03");
    EXPECT_EQ(meetings_told("Další setkání: 29. listopadu 2021 a dále v roce 2022 – 24. ledna, 15. května.\n"),
              "2021-11-29 2022-01-24 2022-05-15");
    EXPECT_EQ(meetings_told("Tiskovky týmu jsou každý druhý čtvrtek: 8. dubna (přesunuto na 7. dubna), 13. května.\n"),
              "2021-04-07 2021-05-13");
}

TEST(ScheduleHabits, the_body_that_met_stands_for_its_meeting) {
    EXPECT_EQ(meetings_told("Další skupiny: 9. listopadu 2021 ve 13.00, v roce 2022 pak 18. ledna a 15. března.\n"),
              "2021-11-09 2022-01-18 2022-03-15");
    EXPECT_EQ(meetings_told("Příští sněm: 26. května 2021 v 9.30, Lhota. Podzimní: 22. září 2021.\n"),
              "2021-05-26 2021-09-22");
    EXPECT_EQ(meetings_told("Příští skupina měla být 25. 3. Bude tedy 31. 3. v 9.00 a po ní 8. 4.\n"),
              "2021-03-31 2021-04-08");
    EXPECT_EQ(meetings_told("vyzvat obce ......... Eva Malá ......... příští jednání\n\nStaré úkoly: smlouva (Petr "
                            "Král) – trvá, 31. 3. 2021\n"),
              "");
}

TEST(EventHabits, questions_and_days_of_pages_are_none) {
    EXPECT_EQ(events_told("Exkurze do Brna bude 10. dubna?\nStáž v Ostravě 15. dubna je odložena na neurčito.\n"
                          "Aktualizováno 28. 4. 2021\n"),
              "");
}

TEST(EventHabits, tables_say_what_takes_place) {
    EXPECT_EQ(
        events_told(
            "| Od | Do | Název | Kde |\n| 16.5.2021 | | Konference Stáří | Kyjov |\n| 10.4.2021 | 12.4.2021 | Kurz první pomoci | Ždánice |\n"),
        "Konference Stáří 2021-05-16; Kurz první pomoci 2021-04-10/2021-04-12");
}

TEST(EventHabits, two_days_together_are_one_event) {
    EXPECT_EQ(events_told("Slavnosti města budou v pátek 14. května a v sobotu 15. května 2021 na náměstí.\n"),
              "Slavnosti města 2021-05-14/2021-05-15");
    EXPECT_EQ(events_told("Beseda se sousedy proběhne v úterý 13. dubna od 17 hodin v kulturním domě.\n"),
              "Beseda se sousedy 2021-04-13");
}
