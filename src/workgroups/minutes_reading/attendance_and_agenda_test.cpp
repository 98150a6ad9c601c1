#include "platform/reading/read_document.hpp"
#include "workgroups/minutes_reading/minutes_facts.hpp"
#include "workgroups/minutes_reading/people_by_shape.hpp"

#include <gtest/gtest.h>

using namespace workgroups;

namespace {

MinutesFacts facts_of_habit(std::string_view text) { return minutes_facts(reading::read_plain_text(text)); }

std::string joined_texts(const std::vector<SaidText>& all) {
    std::string text;
    for (auto& one : all) text += (text.empty() ? "" : "; ") + one.text;
    return text;
}

std::string present_in(const std::string& head) {
    return joined_texts(
        facts_of_habit("Zápis z porady týmu\nDatum: 1. 3. 2021\n" + head + "\n\n1. Úvod\n\nText.\n").present);
}

std::string excused_in(const std::string& head) {
    return joined_texts(
        facts_of_habit("Zápis z porady týmu\nDatum: 1. 3. 2021\n" + head + "\n\n1. Úvod\n\nText.\n").excused);
}

std::string agenda_in(const std::string& text) {
    return joined_texts(
        facts_of_habit("Zápis z porady týmu\nDatum: 1. 3. 2021\nPřítomni: Jana Modrá, Petr Král\n\n" + text).agenda);
}

}

TEST(AttendanceHabits, sentences_say_who_came_and_who_did_not) {
    auto head =
        "Komise zasedala za přítomnosti předsedkyně Mgr. Barbory Vřesové, Hynka Jalovce a Ivony Brslenové. Z jednání se "
        "předem omluvil Bc. Tomáš Muchovník.";
    EXPECT_EQ(present_in(head), "Barbora Vřesová; Hynek Jalovec; Ivona Brslenová");
    EXPECT_EQ(excused_in(head), "Tomáš Muchovník");
}

TEST(AttendanceHabits, a_row_of_names_needs_no_label) {
    EXPECT_EQ(present_in("tým: Petr Dušek, Gabriela Sochorová, Eva Hrdinová (zapisuje)"),
              "Petr Dušek; Gabriela Sochorová; Eva Hrdinová");
}

TEST(AttendanceHabits, who_is_missing_with_a_reason_is_excused) {
    EXPECT_EQ(excused_in("kdo chyběl: Ota Olšinský (nemoc), Simona Klenovská (neví se proč)"), "Ota Olšinský");
    EXPECT_EQ(excused_in("Účast: Lenka Parmová, [Ing. Oleg Candát – omluven], Petr Jelec"), "Oleg Candát");
    EXPECT_EQ(excused_in("přítomny: Dana Fialová, Eva Slabá; omluvena Věra Krátká"), "Věra Krátká");
}

TEST(AttendanceHabits, letters_stand_for_presence) {
    auto rows = "Prezence\n\nP   Milan Patka       město\nO   Renata Nová       charita\nN   Daniel Malý       škola";
    EXPECT_EQ(present_in(rows), "Milan Patka");
    EXPECT_EQ(excused_in(rows), "Renata Nová");
}

TEST(AttendanceHabits, lists_stand_side_by_side) {
    auto rows =
        "Přítomní               Omluvení\nPODHORNÁ Eva, Ing.     KLÍČ Jan\nČEJPEK Miroslav        RAUŠ David, Bc.";
    EXPECT_EQ(present_in(rows), "PODHORNÁ Eva; ČEJPEK Miroslav");
    EXPECT_EQ(excused_in(rows), "KLÍČ Jan; RAUŠ David");
}

TEST(AttendanceHabits, names_in_other_cases_come_back_to_the_first) {
    EXPECT_EQ(name_in_nominative("Barboře", "Vřesové"), "Barbora Vřesová");
    EXPECT_EQ(name_in_nominative("Marku", "Rakytníkovi"), "Marek Rakytník");
    EXPECT_EQ(name_in_nominative("Jana", "Nováková"), "Jana Nováková");
    EXPECT_EQ(name_in_nominative("Petr", "Svoboda"), "Petr Svoboda");
}

TEST(AttendanceHabits, who_led_and_who_came_are_told_in_one_sentence) {
    auto head = "Jednání vedla předsedkyně Jana Modrá a zúčastnili se ho dále členové Ing. Petr Král a Eva Malá. Kvůli "
                "nemoci se nemohl zúčastnit Ivan Hruška.";
    EXPECT_EQ(present_in(head), "Jana Modrá; Petr Král; Eva Malá");
    EXPECT_EQ(excused_in(head), "Ivan Hruška");
    EXPECT_EQ(present_in("U stolu jsou Jana Modrá (město), Petr Král (úřad práce) a Eva Malá (Naděje)."),
              "Jana Modrá; Petr Král; Eva Malá");
}

TEST(AttendanceHabits, people_stand_behind_places_organisations_and_roles) {
    EXPECT_EQ(present_in("Přijeli tři starostové: za Aš Jana Modrá, za Cheb Ing. Petr Král a za Plesnou Eva Malá."),
              "Jana Modrá; Petr Král; Eva Malá");
    EXPECT_EQ(present_in("Dostavili se: Charita – Bc. Jana Modrá; zkušenost zastupoval peer konzultant Petr Král"),
              "Jana Modrá; Petr Král");
    EXPECT_EQ(excused_in("Omluvili se: Jana Modrá, Klatovy, a ředitel Horských lázní MVDr. Oto Sklenář"),
              "Jana Modrá; Oto Sklenář");
    EXPECT_EQ(excused_in("Z Radíkova a Luboměře se omluvili Alois Malý a Hana Vojtková."), "Alois Malý; Hana Vojtková");
}

TEST(AttendanceHabits, a_list_may_refer_to_another_and_still_name_people) {
    EXPECT_EQ(present_in("Přítomni: dle listiny (Jana Modrá, Petr Král)"), "Jana Modrá; Petr Král");
    EXPECT_EQ(present_in("Přítomni: Jana Modrá, Petr Král, později přišla Eva Malá"),
              "Jana Modrá; Petr Král; Eva Malá");
    EXPECT_EQ(excused_in("Přítomni: Jana Modrá, Petr Král (omluvena Eva Malá)"), "Eva Malá");
    EXPECT_EQ(present_in("Účast:\n[x] Jana Modrá\n[x] Petr Král\n[ ] Leo Nový"), "Jana Modrá; Petr Král");
    EXPECT_EQ(present_in("Přítomni: Jana Modrá, Petr Král\nOnline: Eva Malá"), "Jana Modrá; Petr Král; Eva Malá");
}

TEST(AttendanceHabits, someone_comes_when_others_have_begun) {
    EXPECT_EQ(present_in("Přítomni: Jana Modrá, Petr Král\n\nPřichází Mgr. Eva Malá, omlouvá se za zdržení."),
              "Jana Modrá; Petr Král; Eva Malá");
}

TEST(AgendaHabits, several_points_stand_in_one_line) {
    EXPECT_EQ(agenda_in("Program:\n  1/ Kontrola   2/ Byty   3/ Různé\n"), "Kontrola; Byty; Různé");
    EXPECT_EQ(agenda_in("Body: ① terén ② zima ③ různé\n"), "terén; zima; různé");
    EXPECT_EQ(agenda_in("Probíraly se tři věci: lůžka, tiskopisy a den pro pečující.\n"),
              "lůžka; tiskopisy; den pro pečující");
}

TEST(AgendaHabits, points_carry_hours_numbers_and_words) {
    EXPECT_EQ(agenda_in("Časový plán\n09.00 - 09.20  Kazuistika\n09.20 - 09.30  Přestávka\n09.30 - 10.00  Různé\n"),
              "Kazuistika; Různé");
    EXPECT_EQ(agenda_in("P r o g r a m\n   1   Zpráva\n   2   Trasy\n"), "Zpráva; Trasy");
    EXPECT_EQ(
        agenda_in("Body k projednání\nBod č. 1 – Střet zájmů\nBod č. 2 – Termíny\n\nBod č. 1 – Střet zájmů\nText.\n"),
        "Střet zájmů; Termíny");
}

TEST(AgendaHabits, paragraphs_in_capitals_are_points) {
    EXPECT_EQ(
        agenda_in("JÍDELNÍČEK. Kaše je vlažná.\n\nVÝTAH A KLÍČE. Výtah stojí.\n\nSCHRÁNKA. Byly v ní dva lístky.\n"),
        "JÍDELNÍČEK; VÝTAH A KLÍČE; SCHRÁNKA");
}

TEST(AgendaHabits, points_are_parted_by_any_sign_and_go_on_below) {
    EXPECT_EQ(agenda_in("Program: úkoly · byty · rozpočet\n"), "úkoly; byty; rozpočet");
    EXPECT_EQ(agenda_in("Program, jak přišel v pozvánce: úkoly / byty / rozpočet. Bez připomínek.\n"),
              "úkoly; byty; rozpočet");
    EXPECT_EQ(agenda_in("Na pořadu bylo:  1) úkoly, 2) byty, 3) rozpočet na rok 2024,\n                 4) různé.\n"),
              "úkoly; byty; rozpočet na rok 2024; různé");
    EXPECT_EQ(agenda_in("Pořad tvořily úkoly, dále byty, rozpočet na rok 2024 a konečně různé.\n"),
              "úkoly; byty; rozpočet na rok 2024; různé");
}

TEST(AgendaHabits, a_list_is_announced_in_any_words) {
    EXPECT_EQ(
        agenda_in("Předseda navrhl projednat tyto body:\n  1 – úkoly\n  2 – byty\n  3 – různé\nJiný návrh nezazněl.\n"),
        "úkoly; byty; různé");
    EXPECT_EQ(agenda_in("Schválený program\n  I    Úkoly\n  II   Byty\n  III  Různé\n  (hlasování: pro 7)\n"),
              "Úkoly; Byty; Různé");
}

TEST(AgendaHabits, each_point_may_be_headed_by_its_own_label) {
    EXPECT_EQ(agenda_in("Téma: úkoly\nSplněno.\n\nTéma: byty\nChybí.\n"), "úkoly; byty");
    EXPECT_EQ(agenda_in("První bod – úkoly\nSplněno.\n\nDruhý bod – byty\nChybí.\n"), "úkoly; byty");
}
