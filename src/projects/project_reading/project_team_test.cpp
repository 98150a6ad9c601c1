// Teams of projects in the ways Czech pages write them.
#include "platform/reading/html_reader.hpp"
#include "projects/project_reading/project_reading.hpp"

#include <gtest/gtest.h>

namespace {

std::vector<projects::ReadMember> team_of_text(std::string_view text) {
    return projects::read_project(reading::read_plain_text(text)).team;
}

}

TEST(ProjectTeam, reads_cards_of_several_lines) {
    auto team = team_of_text(
        "Realizační tým\n\nMgr. Jana Nováková\nmanažerka projektu\ntel.: 602 123 456\ne-mail: jana@example.cz\n\n"
        "Petr Malý\nfinanční manažer\ntel.: 602 123 457\n");
    ASSERT_EQ(team.size(), 2u);
    EXPECT_EQ(team[0].role, "manažerka projektu");
    EXPECT_EQ(team[0].email, "jana@example.cz");
    EXPECT_EQ(team[1].name, "Petr Malý");
    EXPECT_EQ(team[1].phones, std::vector<std::string>{"602 123 457"});
}

TEST(ProjectTeam, reads_the_post_before_the_name) {
    auto team = team_of_text("Kontakty\n\nManažerka projektu: Ing. Jana Nováková, tel. 485 226 340, 602 123 456\n"
                             "Odborný garant – MUDr. Petr Malý, maly(at)example.cz\n");
    ASSERT_EQ(team.size(), 2u);
    EXPECT_EQ(team[0].role, "Manažerka projektu");
    EXPECT_EQ(team[0].phones.size(), 2u);
    EXPECT_EQ(team[1].email, "maly@example.cz");
}

TEST(ProjectTeam, reads_every_spelling_of_a_telephone) {
    auto team = team_of_text(
        "Projektový tým:\nMgr. Jana Nováková, koordinátorka, +420 602 123 456 / 485226340, 602-123-457, 603/123 458, +420604123459\n");
    ASSERT_EQ(team.size(), 1u);
    EXPECT_EQ(team[0].phones.size(), 5u);
}

TEST(ProjectTeam, reads_a_table_with_columns_in_any_order) {
    auto team =
        projects::read_project(
            reading::read_markdown("## Tým\n\n| Telefon | Funkce | Příjmení a jméno |\n|---|---|---|\n"
                                   "| 602 123 456 | metodička | Nováková Jana, Mgr. |\n| – | účetní | Petr Malý |\n"))
            .team;
    ASSERT_EQ(team.size(), 2u);
    EXPECT_EQ(team[0].role, "metodička");
    EXPECT_EQ(team[0].phones.size(), 1u);
    EXPECT_EQ(team[1].name, "Petr Malý");
}

TEST(ProjectTeam, leaves_the_press_and_mayors_out) {
    auto team = team_of_text(
        "Kontakty\n\nMgr. Jana Nováková, koordinátorka projektu, tel. 602 123 456\nPetr Malý, tiskový mluvčí, tel. 602 123 457\n"
        "Karel Dlouhý, starosta\n");
    ASSERT_EQ(team.size(), 1u);
    EXPECT_EQ(team[0].phones.size(), 1u);
}

TEST(ProjectTeam, reads_a_table_whose_columns_are_people) {
    auto team = projects::read_project(
                    reading::read_markdown(
                        "## Kdo to má na starosti\n\n| | u nás | v Kłodzku |\n|:--|:--|:--|\n"
                        "| koordinátorka | Mgr. Otylie Šubrtová | Bożena Krawczyk |\n"
                        "| telefon | +420 491 000 255 | +48 74 000 11 90 |\n| e-mail | subrtova@example.cz | – |\n"
                        "| rozpočtář | Vlastimil Hošek | – |\n| e-mail | hosek@example.cz | – |\n"))
                    .team;
    ASSERT_EQ(team.size(), 3u);
    EXPECT_EQ(team[0].email, "subrtova@example.cz");
    EXPECT_EQ(team[1].phones, std::vector<std::string>{"+48 74 000 11 90"});
    EXPECT_EQ(team[2].role, "rozpočtář");
    EXPECT_EQ(team[2].email, "hosek@example.cz");
}

TEST(ProjectTeam, reads_people_of_an_interview) {
    auto team = team_of_text(
        "Povídali jsme si s jeho vedoucí Apolenou Štěrbákovou.\n\n"
        "Jonáš Krejčiřík je komunitní pracovník a Fatima Benková komunitní pracovnice. Peníze má na starosti "
        "Ing. Radovan Pešek jako finanční manažer.\n\nZavolejte Jonášovi na 388 000 541.\n");
    ASSERT_EQ(team.size(), 4u);
    EXPECT_EQ(team[0].name, "Apolena Štěrbáková");
    EXPECT_EQ(team[0].role, "vedoucí");
    EXPECT_EQ(team[1].phones, std::vector<std::string>{"388 000 541"});
    EXPECT_EQ(team[2].role, "komunitní pracovnice");
    EXPECT_EQ(team[3].role, "finanční manažer");
}

TEST(ProjectTeam, finds_contacts_in_a_signature_below_a_letter) {
    auto team = team_of_text("Lidé: já (Vendula Jarešová) jsem vedoucí projektu.\n\nDíky\n\nMgr. Vendula Jarešová\n"
                             "Člověk v tísni\njaresova@example.org\n");
    ASSERT_EQ(team.size(), 1u);
    EXPECT_EQ(team[0].role, "vedoucí projektu");
    EXPECT_EQ(team[0].email, "jaresova@example.org");
}

TEST(ProjectTeam, parts_links_that_stand_close_together) {
    auto team =
        projects::read_project(
            reading::read_html(
                "<h2>Lidé</h2><div><b>Jan Novák</b><span>manažer projektu</span><a href='tel:518'>518 000 244</a>"
                "<a href='mailto:n@example.cz'>n@example.cz</a></div>"))
            .team;
    ASSERT_EQ(team.size(), 1u);
    EXPECT_EQ(team[0].phones, std::vector<std::string>{"518 000 244"});
    EXPECT_EQ(team[0].email, "n@example.cz");
}

TEST(ProjectTeam, marks_of_activities_make_a_tree) {
    auto facts = projects::read_project(reading::read_plain_text(
        "Klíčové aktivity\n\nKA 01: Terénní práce\n(1a) nábor\n(1b) výcvik\nKA 02: Vzdělávání\n2.1 kurzy\n"));
    ASSERT_EQ(facts.key_activities.size(), 2u);
    EXPECT_EQ(facts.key_activities[0].children.size(), 2u);
    EXPECT_EQ(facts.key_activities[1].children.size(), 1u);
}
