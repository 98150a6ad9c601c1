// Ways in which activities are listed, marked and told, each in a few lines.
#include "platform/reading/html_reader.hpp"
#include "projects/project_reading/project_reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using testing::ElementsAre;

std::string branch(const projects::ReadActivity& one) {
    auto shown = (one.no.empty() ? "" : one.no + ' ') + one.title;
    for (auto& child : one.children) shown += '(' + branch(child) + ')';
    return shown;
}

std::vector<std::string> branches(const reading::TextDocument& document) {
    std::vector<std::string> shown;
    for (auto& one : projects::read_project(document).key_activities) shown.push_back(branch(one));
    return shown;
}

std::vector<std::string> listed(std::string_view text) { return branches(reading::read_plain_text(text)); }
std::vector<std::string> on_page(std::string_view html) { return branches(reading::read_html(html)); }

}

TEST(ActivityHabits, tables_name_activities_under_any_head) {
    EXPECT_THAT(
        listed("AKTIVITY\n--------------------------------\n"
               "Č.    Název                        Od        Odpovídá\n--------------------------------\n"
               "1     Síť rodičů                   11/2021   Nová\n1.1   Místní skupiny               11/2021   Malá\n"
               "2     Hlídání kvality plánu        01/2022   Malá\n      sociálních služeb\n"),
        ElementsAre("1 Síť rodičů(1.1 Místní skupiny)", "2 Hlídání kvality plánu sociálních služeb"));
    EXPECT_THAT(listed("Harmonogram aktivit\n\n1/2023 – 6/2023  Nábor účastníků\n7/2023 – 12/2023  Výcvik průvodců\n"),
                ElementsAre("Nábor účastníků", "Výcvik průvodců"));
}

TEST(ActivityHabits, marks_are_printed_in_circles_brackets_and_scans) {
    EXPECT_THAT(on_page("<h2>Co se bude dít</h2><h3>&#9312; Konziliární tým</h3><p>Tři sestry.</p>"
                        "<h3>&#9313; Poradna</h3><ul><li>Výjezdy v pracovní dny</li></ul><h2>Lidé</h2>"),
                ElementsAre("1 Konziliární tým", "2 Poradna(Výjezdy v pracovní dny)"));
    EXPECT_THAT(listed("Klíčová aktivita ~ 01   Krizová pomoc\nKlíčová aktivita ~ 02   Terénní práce\n"),
                ElementsAre("01 Krizová pomoc", "02 Terénní práce"));
    EXPECT_THAT(listed("K1 Terénní práce\nK2 Poradna pro rodiny\nK3 Vzdělávání\n"),
                ElementsAre("1 Terénní práce", "2 Poradna pro rodiny", "3 Vzdělávání"));
    EXPECT_THAT(listed("KA č. 1 – Nábor (odpovídá Nová)\nKA č. 2 – Výcvik ..... 300 000 Kč\n"),
                ElementsAre("1 Nábor", "2 Výcvik"));
}

TEST(ActivityHabits, marks_stand_inside_sentences) {
    EXPECT_THAT(listed("Klíčové aktivity: KA1 Nábor, KA2 Výcvik a KA3 Evaluace."),
                ElementsAre("1 Nábor", "2 Výcvik", "3 Evaluace"));
    EXPECT_THAT(listed("V aktivitě KA1 (Depistáž) jsme oslovili 30 rodin. V KA2 (Výcvik průvodců) proběhly dva kurzy."),
                ElementsAre("1 Depistáž", "2 Výcvik průvodců"));
    EXPECT_THAT(listed("KA1 je zaměřena na koordinaci služeb, KA2 na terénní práci a KA3 na evaluaci."),
                ElementsAre("1 koordinaci služeb", "2 terénní práci", "3 evaluaci"));
    EXPECT_THAT(listed("Aktivita číslo jedna: terénní práce. Aktivita číslo dva: poradna pro rodiny."),
                ElementsAre("1 terénní práce", "2 poradna pro rodiny"));
    EXPECT_THAT(listed("V KA1 jsme oslovili 30 rodin. V KA2 jsme uspořádali dva kurzy."), ElementsAre());
}

TEST(ActivityHabits, people_count_them_in_words) {
    EXPECT_THAT(
        listed("Stojí to na třech věcech. Za prvé komunitní plánování. Za druhé klub pro rodiny. A za třetí dílny."),
        ElementsAre("1 komunitní plánování", "2 klub pro rodiny", "3 dílny"));
    EXPECT_THAT(listed("Má tři části. V první části vyškolíme průvodce, ve druhé otevřeme kavárnu a ve třetí dílnu."),
                ElementsAre("1 vyškolíme průvodce", "2 otevřeme kavárnu", "3 dílnu"));
    EXPECT_THAT(listed("Hlavní aktivity jsou tři – terénní práce, poradna a letní tábor."),
                ElementsAre("terénní práce", "poradna", "letní tábor"));
    EXPECT_THAT(listed("Děláme tři věci. Jezdíme za rodinami, učíme děti a půjčujeme pomůcky."),
                ElementsAre("Jezdíme za rodinami", "učíme děti", "půjčujeme pomůcky"));
}

TEST(ActivityHabits, work_is_told_in_verbs) {
    EXPECT_THAT(listed("Nejdřív vyškolíme průvodce, potom otevřeme kavárnu a nakonec uspořádáme konferenci."),
                ElementsAre("vyškolíme průvodce", "otevřeme kavárnu", "uspořádáme konferenci"));
    EXPECT_THAT(listed("Naším úkolem je mapovat potřeby rodin, rozvíjet terénní službu a vzdělávat obce."),
                ElementsAre("mapovat potřeby rodin", "rozvíjet terénní službu", "vzdělávat obce"));
}

TEST(ActivityHabits, titles_are_told_from_what_explains_them) {
    EXPECT_THAT(on_page("<h2>Aktivity projektu</h2><p><strong>Terénní práce</strong><br>Vyjíždíme do obcí.</p>"
                        "<p><strong>Dluhová poradna</strong><br>Otevřeno v úterý.</p><h2>Kontakt</h2>"),
                ElementsAre("Terénní práce", "Dluhová poradna"));
    EXPECT_THAT(
        on_page("<h2>Co budeme dělat</h2><p>Nábor lidí. Najdeme jich třicet.</p><p>Výcvik. Každý projde kurzem.</p>"),
        ElementsAre("Nábor lidí", "Výcvik"));
    EXPECT_THAT(
        on_page("<h2>Aktivity</h2><h3>Konziliární tým</h3><p>Tři sestry.</p><h3>Kontakt s rodinami</h3><p>Denně.</p>"),
        ElementsAre("Konziliární tým", "Kontakt s rodinami"));
}
