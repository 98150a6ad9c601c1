// Every component on three pages, written to build/components, where components.journey.mjs opens them in a browser.
#include "platform/html/charts.hpp"
#include "platform/html/choice.hpp"
#include "platform/html/frame.hpp"
#include "platform/http/assets.hpp"
#include "tests/source_folder.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace {

html::HexMap districts() {
    html::HexMap map{.text = "Počet služeb podle obvodů",
                     .caption = "Schéma deseti obvodů, není v měřítku.",
                     .label = "frame.foot.privacy"};
    auto cell = [&](auto name, auto code, int row, int column, std::optional<std::int64_t> value, auto short_name) {
        map.cells.push_back(
            {name, short_name, std::string{"#"} + code, row, column, value, std::string{name} == "Jilemnice"});
    };
    cell("Frýdlant", "5102", 0, 4, 9, ""), cell("Nový Bor", "5106", 1, 1, 8, ""), cell("Liberec", "5105", 1, 3, 46, "");
    cell("Jablonec nad Nisou", "5103", 1, 5, 21, "Jablonec"), cell("Tanvald", "5108", 1, 7, 6, ""),
        cell("Česká Lípa", "5101", 2, 0, 19, "");
    cell("Turnov", "5109", 2, 4, 14, ""), cell("Železný Brod", "5110", 2, 6, {}, "Žel. Brod"),
        cell("Jilemnice", "5104", 2, 8, 13, "");
    cell("Semily", "5107", 3, 7, 15, "");
    return map;
}

html::Table capacities() {
    using html::Tag;
    return {.caption = "Kapacita podle obvodů",
            .columns = {{"map.district"}, {"frame.foot.privacy", true}, {"frame.look.label"}},
            .rows = {{{"Semily", "#semily"}, {"20"}, {"", "", Tag{Tag::ok, "3 volná místa"}}},
                     {{"Jilemnice"}, {"12"}, {"", "", Tag{Tag::part, "pořadník, 2 osoby"}}},
                     {{"Turnov"}, {"8"}, {"", "", Tag{Tag::bad, "plno, čeká 6 osob"}}},
                     {{"Tanvald"}, {"6"}, {"", "", Tag{Tag::run, "do 20. 6. 2025"}}},
                     {{"Liberec"}, {"46"}, {"", "", Tag{Tag::unknown, "kapacita neověřena"}}}},
            .total = {{"celkem"}, {"92"}, {""}},
            .folds = true};
}

struct Showcase {
    void write(html::Out& out) const {
        out.put(
            R"(<div class="wrap">{}<header class="head"><div><h1>Sociálně terapeutická dílna</h1><p class="meta"><span>FOKUS Semily</span><span>§ 67, ambulantní</span></p></div>
<div class="row"><a class="btn main" href="#kontakt">Kontakt</a><a class="btn" href="#obsah">{}CSV</a><button data-copy="Adresa je zkopírovaná." hidden>{}Sdílet <span role="status"></span></button></div></header>
<div class="split wide"><div class="flow">)",
            html::nested(html::Crumbs{
                {{"Úvod", "/public.html"}, {"Služby", "/public.html"}, {"Sociálně terapeutická dílna", ""}}}),
            html::nested(html::Icon{"download"}), html::nested(html::Icon{"copy"}));
        out.put(
            R"(<section aria-labelledby="prubeh"><h2 id="prubeh">Jak to probíhá</h2>{}</section><section aria-labelledby="udaje"><h2 id="udaje">Důležité údaje</h2>{}</section>)",
            html::nested(html::Steps{{{"Seznámíme se a podepíšeme smlouvu", "Vysvětlíme vám, co ve smlouvě je."},
                                      {"Dostanete klíčového pracovníka", ""}}}),
            html::nested(html::Facts{{{.label = "frame.foot.privacy", .text = "§ 67"},
                                      {.label = "map.district", .text = "Semily", .href = "#semily"},
                                      {.label = "frame.look.label", .ask = "#dotaz"}}}));
        out.put(
            R"(<section aria-labelledby="kapacita"><h2 id="kapacita">Kapacita</h2>{}{}{}</section>{}{}</div><aside class="flow tight" aria-label="Mapa a obsazenost"><section class="panel"><h2>Volná místa</h2>{}</section>{}{}</aside></div></div>)",
            html::nested(capacities()), html::nested(html::Pager{"?strana=", 6, 12}),
            html::nested(html::Empty{"V Železném Brodě dílna není.",
                                     "Nejbližší je v Semilech, 26 minut.",
                                     {{"Ukázat okolní obvody", "#semily"}}}),
            html::nested(html::Note{html::Note::info,
                                    "Nenašli jste, co potřebujete?",
                                    "V sousedních obvodech je dalších 6 služeb.",
                                    {{"Rozšířit hledání", "#dalsi"}}}),
            html::nested(html::Note{html::Note::ok, "Uloženo.", "Změnu uvidí každý hned.", {}, true}),
            html::nested(html::Bar{"Semily: obsazeno 17 z 20 míst", 17, 20}), html::nested(districts()),
            html::nested(html::Stats{{{"frame.foot.privacy", "96", ""}, {"map.district", "118", "+9"}}}));
    }
};

struct WrongForm {
    void write(html::Out& out) const {
        html::Select district;
        district.name = "orp", district.label = "map.district", district.value = "5107",
        district.choices = {{"", "celý kraj"}, {"5107", "Semily"}};
        html::CheckGroup forms;
        forms.name = "forma", forms.label = "frame.foot.privacy",
        forms.choices = {{"a", "ambulantní", true, 6}, {"t", "terénní", false, 0}};
        html::RadioGroup free;
        free.name = "volno", free.label = "frame.look.label", free.value = "hned", free.optional = true,
        free.choices = {{"hned", "volné místo hned"}, {"vse", "i neověřené"}};
        html::Field phone{.name = "tel",
                          .label = "frame.crisis.life",
                          .value = "zítra",
                          .problem = "form.date.unreadable",
                          .hint = "frame.crisis.question",
                          .autocomplete = "tel"};
        html::Area wish{{.name = "prani", .label = "frame.search", .optional = true}};
        html::YesNo agrees{{.name = "souhlas", .label = "frame.look.choose"}};
        out.put(
            R"(<h1>Upravit službu</h1>{}<form class="panel tint" method="post" action="/form.html">{}{}{}<div class="cols"><div>{}{}</div><div>{}{}</div></div><p class="row mt"><button class="main">Uložit službu</button><button>Zahodit změny</button></p></form>)",
            html::nested(html::ErrorSummary{{{"tel", "form.date.unreadable"}}}), html::nested(phone),
            html::nested(district), html::nested(wish), html::nested(forms), html::nested(agrees), html::nested(free),
            html::nested(html::Tag{html::Tag::run, "rozepsáno"}));
    }
};

}

struct ComponentsPage : testing::Test {
    i18n::Texts texts{"cs",
                      {source_folder() + "/src/platform/i18n/texts", source_folder() + "/src/platform/html/texts"}};
    std::filesystem::path folder{source_folder() + "/build/components"};
    std::vector<html::MenuItem> menu{{"/public.html", "frame.foot.privacy"}, {"/form.html", "frame.foot.open_data"}};
    html::AssetNames names;

    void SetUp() override {
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder / "assets");
        for (auto& file : assets::files()) {
            auto name = std::filesystem::path{file.path}.filename();
            std::ofstream{folder / "assets" / name, std::ios::binary} << file.bytes;
            if (name == "manifest.txt") names = html::AssetNames::from(file.bytes);
        }
    }

    std::string kept(const char* name, const auto& frame) {
        html::Out out{texts, names};
        frame.write(out);
        std::ofstream{folder / name} << out.html();
        return out.html();
    }
};

TEST_F(ComponentsPage, is_whole_for_the_public_and_for_staff_and_carries_the_real_style_sheet) {
    Showcase showcase;
    WrongForm form;
    html::PublicFrame open{{.body = html::Part{showcase},
                            .title = "Sociálně terapeutická dílna",
                            .description = "Pro koho je a kde.",
                            .region = "Liberecký kraj",
                            .menu = menu,
                            .current = "/public.html",
                            .address = "/public.html"}};
    html::StaffFrame closed{
        {.body = html::Part{form},
         .title = "Upravit službu",
         .region = "Liberecký kraj",
         .current = "/form.html",
         .address = "/form.html",
         .user = "Eva Ukázková"},
        {{"frame.menu.label", {{"/public.html", "frame.foot.privacy", 6}, {"/form.html", "frame.foot.open_data"}}}},
        "/public.html"};
    EXPECT_TRUE(kept("public.html", open).ends_with("</html>\n"));
    EXPECT_TRUE(kept("form.html", closed).ends_with("</html>\n"));
    EXPECT_NE(names.style, "opora.css");
    EXPECT_TRUE(std::filesystem::exists(folder / "assets" / names.style));
}
