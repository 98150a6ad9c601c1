// What each component shows to people, and that it can be reached without eyes or a mouse.
#include "platform/html/charts.hpp"
#include "platform/html/choice.hpp"
#include "platform/html/frame.hpp"
#include "tests/source_folder.hpp"

#include <gmock/gmock.h>

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

struct Components : testing::Test {
    i18n::Texts texts{"cs",
                      {source_folder() + "/src/platform/i18n/texts", source_folder() + "/src/platform/html/texts"}};

    std::string shown(const auto& component) const {
        html::Out out{texts};
        component.write(out);
        return out.html();
    }
    std::string legend(const html::HexMap& map) const {
        std::string lines;
        for (auto& line : map.classes(html::Out{texts})) lines += line.css_class + " " + line.text + ", ";
        return lines;
    }
};

html::HexMap two_districts() {
    return {.text = "Služby podle obvodů",
            .label = "map.district",
            .cells = {{.name = "Semily", .href = "/sluzby?orp=5108", .row = 0, .column = 0, .value = 4, .chosen = true},
                      {.name = "Turnov", .href = "/sluzby?orp=5110", .row = 0, .column = 2, .value = 9},
                      {.name = "Tanvald", .href = "/sluzby?orp=5109", .row = 1, .column = 1, .value = {}}}};
}

}

TEST_F(Components, a_field_ties_its_hint_and_problem_to_the_control) {
    html::Field field{
        .name = "tel", .label = "Telefon", .value = "x", .problem = "form.date.unreadable", .hint = "Napište {}"};
    EXPECT_THAT(shown(field),
                AllOf(HasSubstr(R"(<label for="tel">Telefon)"), HasSubstr(R"(aria-invalid="true")"),
                      HasSubstr(R"(aria-describedby="tel-hint tel-problem")"), HasSubstr(R"(id="tel-hint")"),
                      HasSubstr(R"(<span class="err" id="tel-problem">Napište datum)")));
}

TEST_F(Components, a_field_in_order_names_neither_hint_nor_problem) {
    EXPECT_THAT(shown(html::Field{.name = "tel", .label = "Telefon"}),
                AllOf(Not(HasSubstr("aria-invalid")), Not(HasSubstr("aria-describedby")), Not(HasSubstr("nepovinné"))));
    EXPECT_THAT(shown(html::Field{.name = "tel", .label = "Telefon", .optional = true}), HasSubstr("(nepovinné)"));
}

TEST_F(Components, a_select_chooses_what_was_sent) {
    html::Select select;
    select.name = "orp", select.label = "Obvod", select.value = "5108";
    select.choices = {{"", "celý kraj"}, {"5108", "Semily"}, {"5110", "Turnov"}};
    EXPECT_THAT(shown(select), AllOf(HasSubstr(R"(<option value="5108" selected>Semily)"),
                                     HasSubstr(R"(<option value="5110" >Turnov)")));
}

TEST_F(Components, a_group_of_checks_may_have_several_chosen_and_counts) {
    html::CheckGroup group;
    group.name = "forma", group.label = "Forma";
    group.choices = {{"a", "ambulantní", true, 6}, {"t", "terénní", true, 0}, {"p", "pobytová"}};
    auto html = shown(group);
    EXPECT_THAT(html, AllOf(HasSubstr("<legend>Forma"), HasSubstr(R"(value="a" checked>ambulantní)"),
                            HasSubstr(R"(value="t" checked>terénní)"), HasSubstr(R"(value="p" >pobytová)"),
                            HasSubstr("<span>0</span>")));
}

TEST_F(Components, a_long_group_stands_in_columns) {
    html::CheckGroup group;
    group.name = "skupiny", group.label = "Cílové skupiny";
    for (int n = 0; n < 8; ++n) group.choices.push_back({std::to_string(n), "skupina"});
    EXPECT_THAT(shown(group), HasSubstr("<div class=\"choices\">"));
    group.choices.push_back({"8", "skupina"});
    EXPECT_THAT(shown(group), HasSubstr("<div class=\"choices many\">"));
}

TEST_F(Components, a_group_of_radios_has_one_chosen) {
    html::RadioGroup group;
    group.name = "volno", group.label = "Volná kapacita", group.value = "hned";
    group.choices = {{"hned", "volné místo hned"}, {"vse", "i neověřené"}};
    EXPECT_THAT(shown(group),
                AllOf(HasSubstr(R"(type="radio" name="volno" value="hned" checked>)"), HasSubstr(R"(value="vse" >)")));
}

TEST_F(Components, an_error_summary_takes_the_focus_and_an_empty_one_is_not_there) {
    html::ErrorSummary summary{{{"tel", "form.date.unreadable"}}};
    EXPECT_THAT(shown(summary), AllOf(HasSubstr(R"(role="alert" tabindex="-1" autofocus)"), HasSubstr("opravit 1 údaj"),
                                      HasSubstr(R"(<a href="#tel">)")));
    EXPECT_EQ(shown(html::ErrorSummary{}), "");
}

TEST_F(Components, a_state_is_a_word_with_a_shape) {
    EXPECT_EQ(shown(html::Tag{html::Tag::ok, "3 volná místa"}), "<span class=\"tag ok\">3 volná místa</span>\n");
    EXPECT_EQ(shown(html::Tag{html::Tag::unknown, "<neověřeno>"}), "<span class=\"tag\">&lt;neověřeno&gt;</span>\n");
}

TEST_F(Components, a_note_is_read_aloud_only_as_an_answer) {
    html::Note note{
        .kind = html::Note::bad, .first = "Soubor se nedal přečíst.", .links = {{"Nahrát znovu", "/sprava/registr"}}};
    EXPECT_THAT(shown(note),
                AllOf(Not(HasSubstr("role=")), HasSubstr(R"(<a href="/sprava/registr">Nahrát znovu</a>)")));
    note.answers = true;
    EXPECT_THAT(shown(note), HasSubstr(R"(class="note bad" role="alert")"));
    note.kind = html::Note::ok;
    EXPECT_THAT(shown(note), HasSubstr(R"(class="note ok" role="status")"));
}

TEST_F(Components, crumbs_end_with_this_page) {
    EXPECT_THAT(shown(html::Crumbs{{{"Úvod", "/"}, {"Dílna", ""}}}),
                AllOf(HasSubstr(R"(<a href="/">Úvod</a>)"), HasSubstr(R"(<li aria-current="page">Dílna</li>)")));
}

TEST_F(Components, a_missing_fact_says_so_and_offers_to_ask) {
    html::Facts facts{{{.label = "Přístup", .ask = "/sluzby/dilna/dotaz"},
                       {.label = "Web", .text = "fokus", .href = "https://example.cz/"}}};
    EXPECT_THAT(shown(facts),
                AllOf(HasSubstr("zatím neuvedeno"), HasSubstr(R"(<a href="/sluzby/dilna/dotaz">Zeptat se</a>)"),
                      HasSubstr(R"(<a href="https://example.cz/">fokus</a>)")));
}

TEST_F(Components, a_pager_shows_both_ends_the_neighbours_and_the_gap) {
    html::Pager pager{"/sluzby?orp=5104&strana=", 6, 12};
    EXPECT_THAT(pager.near(), testing::ElementsAre(1, 4, 5, 6, 7, 8, 12));
    EXPECT_THAT(shown(pager), AllOf(HasSubstr(R"(rel="prev" href="/sluzby?orp=5104&amp;strana=5")"), HasSubstr("…"),
                                    HasSubstr(R"(aria-label="Strana 6" aria-current="page">6)")));
    EXPECT_THAT(shown(html::Pager{"/sluzby?strana=", 1, 2}), Not(HasSubstr("rel=\"prev\"")));
    EXPECT_EQ(shown(html::Pager{"/sluzby?strana=", 1, 1}), "");
}

TEST_F(Components, steps_stats_and_empty_states_show_what_they_were_given) {
    EXPECT_THAT(shown(html::Steps{{{"Seznámíme se", "Vysvětlíme smlouvu."}}}), HasSubstr("<h3>Seznámíme se</h3>"));
    EXPECT_THAT(shown(html::Stats{{{"volných míst", "118", "+9"}}}),
                AllOf(HasSubstr("<dt>volných míst</dt><dd>118"), HasSubstr("<small>+9</small>")));
    EXPECT_THAT(
        shown(html::Empty{"V Železném Brodě dílna není.", "", {{"Ukázat okolí", "/sluzby?orp=5108"}}}),
        AllOf(HasSubstr("<strong>V\u00a0Železném Brodě"), HasSubstr(R"(<a class="btn" href="/sluzby?orp=5108">)")));
}

TEST_F(Components, a_bar_states_its_finding_and_never_leaves_its_frame) {
    EXPECT_THAT(shown(html::Bar{"obsazeno 17 z 20 míst", 17, 20}),
                AllOf(HasSubstr(R"(aria-label="obsazeno 17 z 20 míst")"), HasSubstr(R"(width="85%")")));
    EXPECT_EQ((html::Bar{"", 1, 12}.percent()), "8.3");
    EXPECT_EQ((html::Bar{"", 13, 12}.percent()), "100");
    EXPECT_EQ((html::Bar{"", 3, 0}.percent()), "0");
}

TEST_F(Components, a_map_links_every_district_and_tells_its_numbers_in_a_table) {
    auto html = shown(two_districts());
    EXPECT_THAT(html, AllOf(HasSubstr(R"(<a href="/sluzby?orp=5108" class="q1" aria-current="true">)"),
                            HasSubstr(R"(<a href="/sluzby?orp=5110" class="q2" >)"),
                            HasSubstr("<caption class=\"vh\">Služby podle obvodů")));
    EXPECT_LT(html.find(">9</text>"), html.find("9 a více"));
    EXPECT_LT(html.rfind("Turnov"), html.rfind("Semily")) << "the highest comes first in the table";
}

TEST_F(Components, a_map_does_not_draw_a_missing_number_as_zero) {
    auto map = two_districts();
    EXPECT_EQ(map.css_class(map.cells[2], map.bounds()), "q0");
    EXPECT_THAT(shown(map), HasSubstr("chybí</text>"));
}

TEST_F(Components, a_map_divides_its_districts_into_four_classes) {
    html::HexMap map;
    for (int n = 0; n < 10; ++n)
        map.cells.push_back({.name = "x",
                             .href = "/",
                             .row = 0,
                             .column = n,
                             .value = std::vector{9, 8, 46, 21, 6, 19, 14, 5, 13, 15}[std::size_t(n)]});
    EXPECT_THAT(map.bounds(), testing::ElementsAre(8, 14, 19));
    EXPECT_EQ(legend(map), "q1 5–7, q2 8–13, q3 14–18, q4 19 a\u00a0více, ");
}

TEST_F(Components, a_map_of_equal_districts_has_one_class) {
    html::HexMap map{.cells = {{.name = "x", .href = "/", .row = 0, .column = 0, .value = 3},
                               {.name = "y", .href = "/", .row = 0, .column = 2, .value = 3}}};
    EXPECT_TRUE(map.bounds().empty());
    EXPECT_EQ(map.css_class(map.cells[0], map.bounds()), "q1");
    EXPECT_EQ(legend(map), "q1 3, ");
}

TEST_F(Components, a_table_names_its_rows_and_columns) {
    html::Table table{.caption = "Kapacita",
                      .columns = {{"Obvod"}, {"Míst", true}},
                      .rows = {{{"Semily", "/x"}, {"20"}}},
                      .total = {{"celkem"}, {"20"}},
                      .folds = true};
    auto html = shown(table);
    EXPECT_THAT(html, AllOf(HasSubstr(R"(tabindex="0" role="region" aria-label="Kapacita")"),
                            HasSubstr(R"(<th scope="col" class="n">Míst</th>)"),
                            HasSubstr("<th scope=\"row\"><a href=\"/x\">Semily</a>"), HasSubstr("<tfoot>"),
                            HasSubstr("<table class=\"stack\">"), HasSubstr("data-said=\"Míst\"")));
}

TEST_F(Components, only_a_table_that_folds_says_beside_each_value_what_it_is) {
    html::Table table{.caption = "Kapacita",
                      .columns = {{"Obvod"}, {"Míst", true}, {"Stav"}},
                      .rows = {{{"Semily"}, {""}, {"", "", html::Tag{html::Tag::ok, "platí"}}}},
                      .folds = true};
    EXPECT_THAT(shown(table), Not(HasSubstr("data-said")));
    table.rows = {{{"Semily"}, {"", "", html::Tag{html::Tag::ok, "20"}}, {"platí"}}};
    EXPECT_THAT(shown(table), AllOf(HasSubstr("data-said=\"Míst\""), HasSubstr("data-said=\"Stav\"")));
    table.folds = false;
    EXPECT_THAT(shown(table), Not(HasSubstr("data-said")));
}

struct Body {
    void write(html::Out& out) const { out.put("<h1>{}</h1>", "Služby"); }
};

TEST_F(Components, a_public_page_offers_help_in_a_crisis_and_marks_where_we_are) {
    Body body;
    html::PublicFrame frame{{.body = html::Part{body},
                             .title = "Služby",
                             .region = "Liberecký kraj",
                             .menu = {{"/", "frame.foot.easy_reading"}, {"/sluzby", "frame.foot.privacy"}},
                             .current = "/sluzby"}};
    auto html = shown(frame);
    EXPECT_THAT(html, AllOf(HasSubstr("<!doctype html>\n<html lang=\"cs\" >"),
                            HasSubstr("<title>Služby | Opora</title>"), HasSubstr(R"(href="tel:116123")"),
                            HasSubstr(R"(<a href="/sluzby" aria-current="page">Ochrana osobních údajů</a>)"),
                            HasSubstr(R"(<a href="/" >Snadné čtení</a>)"), HasSubstr("<h1>Služby</h1>"),
                            HasSubstr("/prihlaseni")));
    EXPECT_THAT(html, Not(AllOf(HasSubstr("style="), HasSubstr("<script>"))))
        << "the content security policy allows neither";
}

TEST_F(Components, a_page_remembers_the_chosen_look_and_where_to_come_back) {
    Body body;
    html::PublicFrame frame{{.body = html::Part{body},
                             .title = "x",
                             .address = "/sluzby?orp=5104&strana=2",
                             .csrf = "token",
                             .look = html::Look::dark}};
    EXPECT_THAT(shown(frame), AllOf(HasSubstr(R"(data-theme="dark")"), HasSubstr(R"(id="vzhled-t" checked>)"),
                                    HasSubstr(R"(name="zpet" value="/sluzby?orp=5104&amp;strana=2")"),
                                    HasSubstr(R"(name="csrf" value="token")")));
}

TEST_F(Components, a_staff_page_shows_who_is_signed_in_and_the_work_that_waits) {
    Body body;
    html::StaffFrame frame{{.body = html::Part{body}, .title = "Přehled", .current = "/ukoly", .user = "Eva Ukázková"},
                           {{"frame.menu.label", {{"/ukoly", "frame.foot.privacy", 6}}}},
                           ""};
    EXPECT_THAT(shown(frame),
                AllOf(HasSubstr(R"(<body class="app">)"), HasSubstr("Eva Ukázková"), HasSubstr("<span>6</span>"),
                      HasSubstr("/odhlaseni"), Not(HasSubstr("class=\"crisis\"")), Not(HasSubstr("role=\"search\""))));
}

TEST_F(Components, assets_are_found_under_their_hashed_names) {
    auto names =
        html::AssetNames::from("icons.svg\ticons-12ab.svg\timage/svg+xml\nopora.css\topora-34cd.css\ttext/css\n");
    EXPECT_EQ(names.icons, "icons-12ab.svg");
    EXPECT_EQ(names.style, "opora-34cd.css");
    EXPECT_EQ(names.script, "opora.js") << "what the manifest does not name keeps its name";
    html::Out out{texts, names};
    html::Icon{"search"}.write(out);
    EXPECT_THAT(out.html(), HasSubstr(R"(<use href="/assets/icons-12ab.svg#i-search">)"));
}
