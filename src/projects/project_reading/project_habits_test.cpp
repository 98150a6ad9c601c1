// Ways in which offices, societies and papers say what a project is, each in a sentence or two.
#include "projects/project_reading/group_cases.hpp"
#include "projects/project_reading/project_reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

projects::ProjectFacts told(std::string_view text) { return projects::read_project(reading::read_plain_text(text)); }

std::string period_told(std::string_view text) {
    auto facts = told(text);
    return (facts.start ? to_iso(facts.start->value) : "") + ' ' + (facts.end ? to_iso(facts.end->value) : "");
}

std::int64_t crowns_told(std::string_view text) {
    auto facts = told(text);
    return facts.budget ? facts.budget->value.halere / 100 : 0;
}

std::vector<std::string> values_of(const projects::FoundTexts& found) {
    std::vector<std::string> values;
    for (auto& one : found) values.push_back(one.value);
    return values;
}

std::vector<std::string> payers_told(std::string_view text) { return values_of(told(text).funding_sources); }
std::vector<std::string> groups_told(std::string_view text) { return values_of(told(text).target_groups); }

// "Poradna(nábor,výcvik)" with what stands below it in brackets.
std::vector<std::string> activities_told(std::string_view text) {
    std::vector<std::string> titles;
    for (auto& one : told(text).key_activities) {
        titles.push_back(one.title);
        for (std::size_t n = 0; n < one.children.size(); ++n)
            titles.back() += (n == 0 ? "(" : ",") + one.children[n].title + (n + 1 == one.children.size() ? ")" : "");
    }
    return titles;
}

std::string name_told(std::string_view text) {
    auto facts = told(text);
    return facts.name ? facts.name->value : "";
}

}

TEST(ProjectHabits, time_is_told_in_verbs_and_edges_of_years) {
    EXPECT_EQ(period_told("Projekt začal 1. září 2023 a skončí 31. srpna 2026."), "2023-09-01 2026-08-31");
    EXPECT_EQ(period_told("Projekt Doma odstartoval v lednu 2024 a poběží do konce roku 2026."),
              "2024-01-01 2026-12-31");
    EXPECT_EQ(period_told("Projekt byl zahájen 1. 2. 2022, ukončen byl 31. 7. 2024."), "2022-02-01 2024-07-31");
    EXPECT_EQ(period_told("Kdy: září 2023 – únor 2026 (30 měsíců)\n"), "2023-09-01 2026-02-28");
    EXPECT_EQ(period_told("Realizace: IX/2023 – 08.2025\n"), "2023-09-01 2025-08-31");
    EXPECT_EQ(period_told("Od dubna 2024 do března 2026 provázíme mladé lidi."), "2024-04-01 2026-03-31");
    EXPECT_EQ(period_told("Doba realizace: 1. 1. 2023 – 31. 12. 2025\n\nProjekt byl prodloužen do 30. 6. 2026.\n"),
              "2023-01-01 2026-06-30");
}

TEST(ProjectHabits, months_count_when_they_agree_with_the_days) {
    EXPECT_EQ(told("Kdy: září 2023 – únor 2026 (30 měsíců)\n").months->value, 30);
    EXPECT_EQ(told("Projekt je naplánován na třicet šest měsíců.").months->value, 36);
    EXPECT_EQ(told("Délka ....... 36 mes.\n").months->value, 36);
    EXPECT_FALSE(told("Projekt běží od ledna 2024 do prosince 2025. Nájem platí lidé po dobu 6 měsíců.").months);
}

TEST(ProjectHabits, the_whole_is_told_from_grants_and_shares) {
    EXPECT_EQ(crowns_told("Projekt vyjde na 18,4 milionu korun. Dotace činí 17 milionů."), 18'400'000);
    EXPECT_EQ(crowns_told("Kolik: 7,24 mil. Kč, z toho státní rozpočet 1 322 748 Kč\n"), 7'240'000);
    EXPECT_EQ(crowns_told("Celkové náklady projektu dosáhnou dvanácti a půl milionu korun."), 12'500'000);
    EXPECT_EQ(crowns_told("Výše dotace: 8 664 000 Kč\nCelkové výdaje: 9 120 000 Kč\n"), 9'120'000);
    EXPECT_EQ(crowns_told("Stojí 24.385.000,00 Kč. Ze státního rozpočtu jde 4.455.139,50 Kč."), 24'385'000);
    EXPECT_EQ(crowns_told("Rozpočet (v tis. Kč): 12 450\n"), 12'450'000);
    EXPECT_EQ(crowns_told("Projekt bude stát 21 milionů 350 tisíc korun."), 21'350'000);
}

TEST(ProjectHabits, payers_stand_with_their_shares_or_verbs) {
    EXPECT_THAT(payers_told("Většinu zaplatí Evropský sociální fond plus, zbytek státní rozpočet a Olomoucký kraj."),
                ElementsAre("Evropský sociální fond plus", "státní rozpočet", "Olomoucký kraj"));
    EXPECT_THAT(payers_told("Finance: celkem 6 200 000 Kč (EU 76,7 %, SR 18,3 %, kraj 5 %)\n"),
                ElementsAre("Evropská unie", "státní rozpočet", "kraj"));
    EXPECT_THAT(
        payers_told("Financuje: Evropský sociální fond plus, státní rozpočet, MAS Podlesí z vlastních zdrojů\n"),
        ElementsAre("Evropský sociální fond plus", "státní rozpočet", "MAS Podlesí z vlastních zdrojů"));
    EXPECT_THAT(payers_told("Dotace EU: 54 673 689 Kč\nDotace SR: 3 216 099 Kč\n"),
                ElementsAre("Evropská unie", "státní rozpočet"));
    EXPECT_THAT(payers_told("Projekt podpořila Nadace Via, část nákladů nese město Kolín."),
                ElementsAre("Nadace Via", "město Kolín"));
    EXPECT_THAT(payers_told("Město Blatná přispívá dvěma místnostmi v bývalé škole."), IsEmpty());
}

TEST(ProjectHabits, groups_stand_in_any_case) {
    EXPECT_THAT(groups_told("Projekt je určen lidem bez domova, sociálním pracovníkům obcí a pěstounským rodinám."),
                ElementsAre("lidé bez domova", "sociální pracovníci obcí", "pěstounské rodiny"));
    EXPECT_THAT(groups_told("Tým se stará o dospělé s vážným duševním onemocněním a o jejich rodiny."),
                ElementsAre("dospělí s vážným duševním onemocněním", "jejich rodiny"));
    EXPECT_THAT(groups_told("Komu to pomůže? Seniorům, samoživitelkám a těm, kdo o ně doma pečují."),
                ElementsAre("senioři", "samoživitelky", "ti, kdo o ně doma pečují"));
    EXPECT_THAT(groups_told("Cilovou skupinou jsou zaci ohrozeni neuspechem, jejich rodice a ucitele."),
                ElementsAre("zaci ohrozeni neuspechem", "jejich rodice", "ucitele"));
    EXPECT_EQ(projects::people_in_nominative("ohroženým dětem", false), "ohrožené děti");
    EXPECT_EQ(projects::people_in_nominative("absolventům praktických škol", false), "absolventi praktických škol");
    EXPECT_EQ(projects::people_in_nominative("seniory ohrožené samotou", false), "senioři ohrožení samotou");
}

TEST(ProjectHabits, activities_stand_in_sentences_and_lines) {
    EXPECT_THAT(
        activities_told(
            "Projekt má čtyři klíčové aktivity: mobilní tým, krizová lůžka ve Vodňanech, škola pro rodiny a linka."),
        ElementsAre("mobilní tým", "krizová lůžka ve Vodňanech", "škola pro rodiny", "linka"));
    EXPECT_THAT(activities_told("Počítá s dvěma aktivitami: (1) kavárny pro rodiče a (2) doučování v rodinách."),
                ElementsAre("kavárny pro rodiče", "doučování v rodinách"));
    EXPECT_THAT(activities_told("Klíčové aktivity: terénní práce; dluhové poradenství; evaluace projektu\n"),
                ElementsAre("terénní práce", "dluhové poradenství", "evaluace projektu"));
    EXPECT_THAT(
        activities_told("Klíčové aktivity\n\n01 Nábor\nVěta o tom, co se děje.\n\n02 Výcvik\nJeště jedna věta.\n"),
        ElementsAre("Nábor", "Výcvik"));
    EXPECT_THAT(
        activities_told(
            "Aktivity projektu\n\nDílčí projekt A: Včas\nvede kraj\n\n   A1  Depistáž\n   A2  Konference\n\nDílčí projekt C: Spolu\nvede město\n"),
        ElementsAre("Včas(Depistáž,Konference)", "Spolu"));
    EXPECT_THAT(activities_told("Klíčová aktivita 1\nKoordinace sítě\n\nKlíčová aktivita 2\nPodpora klientů\n"),
                ElementsAre("Koordinace sítě", "Podpora klientů"));
}

TEST(ProjectHabits, a_name_is_whole_and_not_somebodys_words) {
    EXPECT_EQ(
        name_told("Kraj rozjel projekt Rodinám na dosah – provázaná pomoc dětem ve Zlínském kraji. Má tři části."),
        "Rodinám na dosah – provázaná pomoc dětem ve Zlínském kraji");
    EXPECT_EQ(name_told("„Projekt nám otevřel dveře,“ říká starosta. Projekt nazvaný Most k práci vede město Most."),
              "Most k práci");
    EXPECT_EQ(name_told("Tým vznikl v projektu „Blíž domovu“.\n\nBlíž domovu: přechod od ústavů k péči v obci\n"),
              "Blíž domovu: přechod od ústavů k péči v obci");
    EXPECT_EQ(name_told("Název organizace: Charita Lhota\nNázev projektu: Pomoc včas\n"), "Pomoc včas");
    EXPECT_EQ(name_told("Navazujeme na projekt „Starý dům“. Projekt „Nový dům“ začne v lednu."), "Nový dům");
}

TEST(ProjectHabits, people_stand_in_signatures_and_sentences) {
    auto team =
        told(
            "S pozdravem\n\nMgr. Kamila Ryšavá\nvedoucí projektu Most\nKarlovarský kraj\ntel. 000 354 111, rysava@example.cz\n")
            .team;
    ASSERT_EQ(team.size(), 1u);
    EXPECT_EQ(team[0].phones, std::vector<std::string>{"000 354 111"});
    team = told("Bez nich by to nešlo: vedoucí projektu Anna Sedláková, lektorka češtiny Mgr. Jitka Šrámková.").team;
    ASSERT_EQ(team.size(), 2u);
    EXPECT_EQ(team[0].role, "vedoucí projektu");
    EXPECT_EQ(team[1].role, "lektorka češtiny");
    EXPECT_TRUE(told("Kontakt\n\nÚřad, nám. Přemysla Otakara 778\n").team.empty());
}

TEST(ProjectHabits, values_that_a_change_replaced_do_not_hold) {
    auto facts =
        told("Dosavadní znění:\nRealizace projektu bude zahájena 1. 7. 2023 a ukončena 30. 6. 2025. Trvá 24 měsíců.\n\n"
             "Nové znění:\nRealizace projektu bude zahájena 1. 7. 2023 a ukončena 31. 12. 2025. Trvá 30 měsíců.\n");
    EXPECT_EQ(to_iso(facts.end->value), "2025-12-31");
    EXPECT_EQ(facts.months->value, 30);
    EXPECT_EQ(crowns_told("Celkové výdaje se zvyšují z částky 8 402 116 Kč na částku 8 977 540 Kč."), 8'977'540);
}

TEST(ProjectHabits, values_stand_above_their_labels_too) {
    EXPECT_EQ(period_told("1. 3. 2023\nzahájení\n\n31. 8. 2025\nukončení\n"), "2023-03-01 2025-08-31");
    EXPECT_EQ(crowns_told("15 906 370 Kč\ncelkový rozpočet projektu\n\nText o projektu.\n"), 15'906'370);
}

TEST(ProjectHabits, crowns_are_told_from_euros_beside_them) {
    auto facts = projects::read_project(reading::read_markdown(
        "## Peníze\n\n| | EUR | Kč |\n|:--|--:|--:|\n| rozpočet města | 8 374,00 | 210 187,40 |\n"
        "| celkový rozpočet | 41 870,00 | 1 050 937,00 |\n"));
    EXPECT_EQ(facts.budget->value.halere, 105'093'700);
}

TEST(ProjectHabits, groups_are_counted_marked_asked_for_and_called) {
    EXPECT_THAT(groups_told("CS1 – senioři nad 65 let\nCS2 – neformální pečující\n"),
                ElementsAre("senioři nad 65 let", "neformální pečující"));
    EXPECT_THAT(groups_told("Cílovky máme tři: zadlužené rodiny, lidé po výkonu trestu a studenti učilišť."),
                ElementsAre("zadlužené rodiny", "lidé po výkonu trestu", "studenti učilišť"));
    EXPECT_THAT(groups_told("Museli jsme napsat cílové skupiny, takže oficiálně: rodiny s dětmi, senioři a cizinci."),
                ElementsAre("rodiny s dětmi", "senioři", "cizinci"));
    EXPECT_THAT(groups_told("Podpořeno bude 40 osob s demencí, 20 pečujících a 15 pracovníků obcí."),
                ElementsAre("osoby s demencí", "pečující", "pracovníci obcí"));
    EXPECT_THAT(groups_told("Kdo se může přihlásit?\nnezaměstnaní starší 50 let, absolventi škol\n"),
                ElementsAre("nezaměstnaní starší 50 let", "absolventi škol"));
    EXPECT_THAT(groups_told("Cílová skupina: lidé s demencí, jejich blízcí, pracovníci obcí\n"),
                ElementsAre("lidé s demencí", "jejich blízcí", "pracovníci obcí"));
}

TEST(ProjectHabits, sentences_open_lists) {
    EXPECT_THAT(
        groups_told("Cílové skupiny zůstaly, jak jsme je napsali:\n– senioři\n– osoby se zdravotním "
                    "postižením\n– osoby v krizi\n\nUvidíme se ve středu na hromadě. Koláče zajistí Vimperk.\n"),
        ElementsAre("senioři", "osoby se zdravotním postižením", "osoby v krizi"));
    EXPECT_THAT(activities_told("Klíčové aktivity a jejich plnění v roce 2024:\n\n   1. Plány přechodu\n      Plán má "
                                "112 lidí.\n\n   2. Práce s rodinami\n      Dvanáct večerů.\n\n6.3  Stavební akce\n\n"
                                "Oprava střechy byla dokončena.\n"),
                ElementsAre("Plány přechodu", "Práce s rodinami"));
}

TEST(ProjectHabits, what_was_spent_is_not_the_budget) {
    EXPECT_EQ(
        crowns_told("Celkové výdaje projektu zůstávají 19 604 350 Kč, k 31. 3. 2025 bylo proplaceno 13 912 006 Kč."),
        19'604'350);
}

TEST(ProjectHabits, the_writer_of_a_letter_is_one_of_the_team) {
    auto letter =
        reading::read_plain_text("Milí kolegové,\n\nVčera přišlo rozhodnutí o dotaci, takže „Společně pod "
                                 "horami“ opravdu začne.\n\nJá jako projektová manažerka (tel. 604 118 293) a "
                                 "Bořek Sýkorka jako komunitní pracovník (tel. 604 118 294) jsme tým.\n");
    letter.format = "eml", letter.sender = "Radka Topolová", letter.title = "Projekt Společně pod horami";
    auto facts = projects::read_project(letter);
    EXPECT_EQ(facts.name->value, "Společně pod horami");
    ASSERT_EQ(facts.team.size(), 2u);
    EXPECT_EQ(facts.team[1].name, "Radka Topolová");
    EXPECT_EQ(facts.team[1].role, "projektová manažerka");
    EXPECT_THAT(facts.team[1].phones, ElementsAre("604 118 293"));
}

TEST(ProjectHabits, the_end_of_a_page_ends_no_sentence) {
    EXPECT_EQ(
        period_told("Projekt Krok ze stínu (registrační číslo CZ.03.02.02/00/22_006/0001455) realizuje kraj od\n\n"
                    "Zpráva – Krok ze stínu      strana 1 / 3      verze 2\n\n"
                    "1. května 2023. Realizace byla prodloužena do\n31. prosince 2025.\n\n"
                    "Zpráva – Krok ze stínu      strana 2 / 3      verze 2\n\nKonec.\n"),
        "2023-05-01 2025-12-31");
}
