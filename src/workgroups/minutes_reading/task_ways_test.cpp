// How secretaries write down tasks, points and people; each a sentence of the world.
#include "platform/reading/read_document.hpp"
#include "workgroups/minutes_reading/minutes_facts.hpp"

#include <gtest/gtest.h>

using namespace workgroups;

namespace {

std::string tasks_written(const std::string& text) {
    std::string all;
    for (auto& one : minutes_facts(reading::read_plain_text("Zápis z porady týmu\nDatum: 1. 3. 2021\nPřítomni: Jana "
                                                            "Modrá, Petr Král, Eva Malá, Tomáš Vlk\nPříští porada: "
                                                            "12. 4. 2021\n\n" +
                                                            text))
                         .tasks)
        all += (all.empty() ? "" : "; ") + one.responsible + " " + (one.due ? to_iso(*one.due) : "-");
    return all;
}

MinutesFacts facts_of_minutes(const std::string& text) {
    return minutes_facts(reading::read_plain_text("Zápis z porady týmu 1. 3. 2021\n" + text));
}

std::string points_written(const std::string& text) {
    std::string all;
    for (auto& one : facts_of_minutes("Přítomni: Jana Modrá, Petr Král\n" + text).agenda)
        all += (all.empty() ? "" : " | ") + one.text;
    return all;
}

std::string names_of(const std::vector<SaidText>& people) {
    std::string all;
    for (auto& one : people) all += (all.empty() ? "" : ", ") + one.text;
    return all;
}

}

TEST(WaysOfTasks, notes_stand_in_the_margin_who_what_by_when) {
    EXPECT_EQ(tasks_written("P R Ů B Ě H                              |  Ú K O L Y\n"
                            "1. Byty                                  |\n"
                            "Obce mají málo bytů a nájmy rostou       |  Petr Král\n"
                            "už druhým rokem.                         |  zjistit cenu nájmu\n"
                            "                                         |  do 15. 3. 2021\n"
                            "2. Dotazník                              |\n"
                            "Vyplnilo ho třicet lidí.                 |  Eva Malá\n"
                            "                                         |  sečíst odpovědi\n"
                            "                                         |  do příští porady\n"),
              "Petr Král 2021-03-15; Eva Malá 2021-04-12");
}

TEST(WaysOfTasks, a_cell_says_whole_tasks) {
    EXPECT_EQ(tasks_written("| Téma | Co zaznělo | Kdo co udělá |\n|---|---|---|\n"
                            "| Byty | Nájmy rostou. | Petr Král zjistí ceny do 15. 3. 2021; Eva Malá osloví obce do "
                            "20. 3. 2021 |\n| Různé | Nic. | – |\n"),
              "Petr Král 2021-03-15; Eva Malá 2021-03-20");
    EXPECT_EQ(tasks_written("| Kdy | Co |\n|---|---|\n| 18. 10. 2021 | konference, Zlín |\n"), "");
}

TEST(WaysOfTasks, only_one_rule_parts_the_heading_of_a_frame) {
    EXPECT_EQ(tasks_written("+----+------------+---------------------+------------+\n"
                            "| Č. | Kdo        | Co                  | Kdy        |\n"
                            "+----+------------+---------------------+------------+\n"
                            "| 1  | Král       | zjistit cenu nájmu  | 15.03.2021 |\n"
                            "| 2  | Malá       | oslovit všechny     | 20.03.2021 |\n"
                            "|    |            | obce                |            |\n"
                            "| 3  | Modrá      | napsat dopis        | 25.03.2021 |\n"
                            "+----+------------+---------------------+------------+\n"),
              "Král 2021-03-15; Malá 2021-03-20; Modrá 2021-03-25");
}

TEST(WaysOfTasks, initials_stand_for_people_known) {
    EXPECT_EQ(tasks_written("> svolat komisi (EM, 15. 3.)\n> dojednat návštěvu (PK + JM, 20. 3.)\n"),
              "Eva Malá 2021-03-15; Petr Král, Jana Modrá 2021-03-20");
    EXPECT_EQ(tasks_written("Leták připraví EM do 12. 3.\n"), "Eva Malá 2021-03-12");
}

TEST(WaysOfTasks, slashes_and_brackets_part_fields) {
    EXPECT_EQ(tasks_written("   opravit výkaz / Petr Král / 15.3.\n   poslat žádost / Eva Malá / do příští porady\n"),
              "Petr Král 2021-03-15; Eva Malá 2021-04-12");
    EXPECT_EQ(tasks_written("Burza bude 19. května. T1 [Petr Král] sepíše místa {15. 3. 2021}\n"),
              "Petr Král 2021-03-15");
    EXPECT_EQ(tasks_written("Opatření: oslovit školy – zajistí: E. Malá – termín: 12. 3. 2021\n"),
              "E. Malá 2021-03-12");
    EXPECT_EQ(tasks_written("ÚKOL (Malá, do 10. 3. 2021): zaslat podklady\n"), "Malá 2021-03-10");
    EXPECT_EQ(tasks_written("Přehled lůžek: E. Malá do 20. 3.\n"), "E. Malá 2021-03-20");
}

TEST(WaysOfTasks, old_ones_stand_in_one_paragraph) {
    EXPECT_EQ(tasks_written("Staré úkoly: jmenovky (Král) splněno, mapa košů (Malá) trvá do 24. 4., kniha jízd (Vlk) "
                            "zrušeno\n"),
              "Malá 2021-04-24");
    EXPECT_EQ(tasks_written("Z minula: dotazník – hotovo (PK); skříňka důvěry – přesunuto na 29. 3. (JM).\n"),
              "Jana Modrá 2021-03-29");
}

TEST(WaysOfTasks, somebody_is_charged_in_a_sentence) {
    EXPECT_EQ(tasks_written("Petr Král byl pověřen zjištěním ceny nájmu, termín do 15. 3. 2021.\n"),
              "Petr Král 2021-03-15");
    EXPECT_EQ(tasks_written("Petr Král má do 15. 3. zjistit cenu nájmu.\n"), "Petr Král 2021-03-15");
    EXPECT_EQ(tasks_written("Tým ukládá Petru Královi zjistit cenu nájmu do 15. 3. 2021.\n"), "Petr Král 2021-03-15");
    EXPECT_EQ(tasks_written("Komise žádá Evu Malou o oslovení škol do 12. 3. 2021.\n"), "Eva Malá 2021-03-12");
    EXPECT_EQ(tasks_written("Přehled lůžek má na starosti Eva Malá (do 20. 3.).\n"), "Eva Malá 2021-03-20");
    EXPECT_EQ(tasks_written("Eva Malá a Petr Král sladí dovolené; termín 19. března 2021.\n"),
              "Eva Malá, Petr Král 2021-03-19");
    EXPECT_EQ(tasks_written("Školy osloví Eva Malá. Hotovo má být 12. 3. 2021.\n"), "Eva Malá 2021-03-12");
}

TEST(WaysOfTasks, one_heading_says_the_day_or_the_person_for_all) {
    EXPECT_EQ(tasks_written("Úkoly (termín 31. 3. 2021):\n- Petr Král: cena nájmu\n- Eva Malá: přehled lůžek\n"),
              "Petr Král 2021-03-31; Eva Malá 2021-03-31");
    EXPECT_EQ(tasks_written("Úkoly (odpovídá Eva Malá):\n- zaslat podklady do 10. 3.\n- objednat sál do 12. 3.\n"),
              "Eva Malá 2021-03-10; Eva Malá 2021-03-12");
    EXPECT_EQ(tasks_written("Petr Král\n- zjistí cenu nájmu do 15. 3.\n- připraví smlouvu do 20. 3.\n"),
              "Petr Král 2021-03-15; Petr Král 2021-03-20");
    EXPECT_EQ(tasks_written("Do příště: Petr Král – cena nájmu, Eva Malá – přehled lůžek.\n"),
              "Petr Král 2021-04-12; Eva Malá 2021-04-12");
}

TEST(WaysOfTasks, marks_and_numbers_begin_a_task) {
    EXPECT_EQ(tasks_written("  Úkol 5/1  připravit materiál, E. Malá, 14. 3. 2021\n  Úkol 5/2  zjistit zájem,\n"
                            "            J. Modrá + P. Král, 30. 3. 2021\n"),
              "E. Malá 2021-03-14; J. Modrá, P. Král 2021-03-30");
    EXPECT_EQ(tasks_written("ÚKOL 1  Král zjistí cenu nájmu. Má na to čtrnáct dní, do 15. 3.\n"), "Král 2021-03-15");
    EXPECT_EQ(tasks_written("TODO Malá: oslovit obce do 15. 3.\n"), "Malá 2021-03-15");
    EXPECT_EQ(tasks_written("Oslovit obce.\n   Provede: E. Malá.  Do: 29. 3. 2021.\n"), "E. Malá 2021-03-29");
    EXPECT_EQ(tasks_written("Úkol pro Evu Malou: oslovit obce. Splnit: na příští poradu.\n"), "Eva Malá 2021-04-12");
}

TEST(WaysOfTasks, the_day_stands_in_another_clause) {
    EXPECT_EQ(tasks_written("Obce osloví Eva Malá, uzávěrka je 20. března.\n"), "Eva Malá 2021-03-20");
    EXPECT_EQ(tasks_written("Ceny sečte Petr Král; hotovo bude »do příští porady«.\n"), "Petr Král 2021-04-12");
    EXPECT_EQ(tasks_written("Eva Malá pošle výsledek, odejde v pátek 19. března.\n"), "Eva Malá 2021-03-19");
    EXPECT_EQ(tasks_written("Oslovení obcí zajistí do 15. 3. Eva Malá.\n"), "Eva Malá 2021-03-15");
    EXPECT_EQ(tasks_written("Petr Král musí do 15. 3. zjistit ceny.\n"), "Petr Král 2021-03-15");
}

TEST(WaysOfTasks, whoever_is_told_in_another_case_or_writes_has_it) {
    EXPECT_EQ(tasks_written("Petru Královi se ukládá předložit návrh, a to do konce března.\n"),
              "Petr Král 2021-03-31");
    EXPECT_EQ(tasks_written("Úkolem Petra Krále je připravit podklady do 15. 3.\n"), "Petr Král 2021-03-15");
    EXPECT_EQ(tasks_written("Oslovení obcí zůstává na Evě Malé do 15. 3.\n"), "Eva Malá 2021-03-15");
    EXPECT_EQ(tasks_written("Seznam hostů doplním já, nejpozději 8. března.\n\nZapsal: Tomáš Vlk\n"),
              "Tomáš Vlk 2021-03-08");
}

TEST(WaysOfTasks, a_line_above_a_list_says_the_day_or_whose_they_are) {
    EXPECT_EQ(tasks_written("Do příští porady:\n- Malá osloví obce\n- Král připraví smlouvu\n"),
              "Malá 2021-04-12; Král 2021-04-12");
    EXPECT_EQ(tasks_written("Tým ukládá Evě Malé:\n- oslovit obce do 15. 3. 2021\n- připravit smlouvu do 20. 3. "
                            "2021\n"),
              "Eva Malá 2021-03-15; Eva Malá 2021-03-20");
    EXPECT_EQ(tasks_written("15. 3. – Malá – oslovit obce\n20. 3. – Král – připravit smlouvu\n"),
              "Malá 2021-03-15; Král 2021-03-20");
    EXPECT_EQ(tasks_written("Malá (do 15. 3.): oslovit obce\nKrál, do 20. 3.: připravit smlouvu\n"),
              "Malá 2021-03-15; Král 2021-03-20");
}

TEST(WaysOfTasks, old_ones_were_not_done) {
    EXPECT_EQ(tasks_written("Z minulé porady: ceník – vyřízeno. Mapa bariér – nevyřízeno, E. Malá ji dodá do 20. 3.\n"),
              "E. Malá 2021-03-20");
    EXPECT_EQ(tasks_written("Minulé úkoly: plakát HOTOVO (Eva Malá), dotazník (Petr Král) TRVÁ do konce dubna.\n"),
              "Petr Král 2021-04-30");
}

TEST(WaysOfTasks, what_lasts_is_no_task) {
    EXPECT_EQ(tasks_written("Petr Král je do 20. 3. na dovolené. Eva Malá čerpá nemocenskou do konce března.\n"), "");
    EXPECT_EQ(tasks_written("Projekt Evy Malé trvá do 30. 6. 2021. Smlouva platí do 30. 6. 2021.\n"), "");
    EXPECT_EQ(tasks_written("                              Mgr. Jana Modrá, zapsáno 18. 4. 2021\n"), "");
}

TEST(WaysOfAgenda, points_by_topics_letters_and_headings) {
    EXPECT_EQ(
        points_written("\n| # | Téma | Co zaznělo | Kdo co udělá |\n|---|---|---|---|\n| 1 | Byty | Nájmy rostou. | – "
                       "|\n| 2 | Dotazník | Vyplnilo ho třicet lidí. | – |\n"),
        "Byty | Dotazník");
    EXPECT_EQ(
        points_written("Body jednání\nA) Byty v obcích\nB) Dotazník\n   a) výsledky\n   b) další postup\nC) Různé\n\n"
                       "Text.\n"),
        "Byty v obcích | Dotazník | Různé");
    EXPECT_EQ(points_written("\nBYTY V OBCÍCH\nObce mají málo bytů a tým o tom dlouho mluvil.\n\nDOTAZNÍK\nDotazník "
                             "vyplnilo třicet lidí.\n\nRŮZNÉ\nNic dalšího se neprobíralo.\n"),
              "BYTY V OBCÍCH | DOTAZNÍK | RŮZNÉ");
    EXPECT_EQ(points_written("\nNa programu byly tyto body: úvod, byty v obcích, dotazník a různé.\n"),
              "úvod | byty v obcích | dotazník | různé");
    EXPECT_EQ(points_written("\nPředsedkyně navrhla program: zahájení, byty v obcích, dotazník, závěr.\n"),
              "zahájení | byty v obcích | dotazník | závěr");
}

TEST(WaysOfAttendance, excuses_stand_among_the_present) {
    auto facts =
        facts_of_minutes("Porady se zúčastnili zástupci těchto obcí:\n   Raná: Jana Modrá, Petr Král\n   Lhota: "
                         "omluva (Eva Malá)\n");
    EXPECT_EQ(names_of(facts.present), "Jana Modrá, Petr Král");
    EXPECT_EQ(names_of(facts.excused), "Eva Malá");
    facts = facts_of_minutes("Prezence: Jana Modrá ano, Petr Král ano, Eva Malá omluvena, Tomáš Vlk ne\n");
    EXPECT_EQ(names_of(facts.present), "Jana Modrá, Petr Král");
    EXPECT_EQ(names_of(facts.excused), "Eva Malá");
    facts = facts_of_minutes("Byli: Jana Modrá / Petr Král / Bc. Eva Malá\n");
    EXPECT_EQ(names_of(facts.present), "Jana Modrá, Petr Král, Eva Malá");
    facts = facts_of_minutes("Přítomno 3 z 4 členů: Jana Modrá, Petr Král a Eva Malá. Tomáš Vlk se předem omluvil.\n");
    EXPECT_EQ(names_of(facts.present), "Jana Modrá, Petr Král, Eva Malá");
    EXPECT_EQ(names_of(facts.excused), "Tomáš Vlk");
}
