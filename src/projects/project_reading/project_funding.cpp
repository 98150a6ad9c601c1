// Who pays for the project: funds, budgets of regions and towns, own money.
#include "projects/project_reading/project_fields.hpp"

#include "platform/reading/passages/addresses.hpp"
#include "platform/reading/passages/money_words.hpp"
#include "platform/reading/passages/sentences.hpp"
#include "platform/search/fold.hpp"

#include <algorithm>

namespace projects {

namespace {

using passages::Passage;
using passages::Tokens;

struct SourceName {
    std::string_view pattern, name;
};

constexpr SourceName source_names[] = {
    {"evropsk* socialni* fond* plus|+", "Evropský sociální fond plus"},
    {"esf plus|+", "Evropský sociální fond plus"},
    {"evropsk* socialni* fond*", "Evropský sociální fond"},
    {"esf", "Evropský sociální fond"},
    {"evropsk* fond* ?pro regionalni* rozvoj*", "Evropský fond pro regionální rozvoj"},
    {"efrr|erdf", "Evropský fond pro regionální rozvoj"},
    {"fond* soudrznosti", "Fond soudržnosti"},
    {"fond* pro spravedlivou transformaci", "Fond pro spravedlivou transformaci"},
    {"statni* rozpoc*", "státní rozpočet"},
    {"norsk* fond*", "Norské fondy"},
    {"fond* ehp", "Fondy EHP"},
    {"narodni* plan* obnovy", "Národní plán obnovy"},
    {"vlastni* zdroj* prijemce|zadatele", "vlastní zdroje příjemce"},
    {"vlastni* prostredk*", "vlastní prostředky"},
    {"vlastni* zdroj*|podil*|spoluucast*", "vlastní zdroje"},
    {"prispevek unie", "příspěvek Unie"},
    {"nastroj* ?pro|na oziveni|obnovu a odolnost*", "Nástroj pro oživení a odolnost"},
    {"statni* fond* zivotniho prostredi", "Státní fond životního prostředí"},
    {"statni* fond* podpory investic", "Státní fond podpory investic"},
    {"statni* fond* rozvoje bydleni", "Státní fond rozvoje bydlení"},
    {"fond* pro azyl* , migrac* a integrac*", "Azylový, migrační a integrační fond"},
    {"azylov* , migracni* a integracni* fond*", "Azylový, migrační a integrační fond"},
    {"modernizacni* fond*", "Modernizační fond"},
    {"svycarsk* fond*", "Švýcarské fondy"},
    {"sbirk* a dary", "sbírky a dary"},
    {"fond* evropske pomoci nejchudsim osobam", "Fond evropské pomoci nejchudším osobám"},
};

// "z rozpočtu Libereckého kraje", "rozpočet města Mostu", "Olomoucký kraj"
std::optional<std::pair<std::string, std::size_t>> local_source_at(std::string_view text, const Tokens& tokens,
                                                                   std::size_t at, bool behind_another) {
    if (passages::match_at(tokens, at, "rozpoc*")) {
        auto end = at + 1;
        while (end < tokens.size() && tokens[end].kind == passages::TokenKind::word && end - at < 6 &&
               (tokens[end].capital || passages::match_at(tokens, end, "kraje|kraj|mesta|obce|nad|hlavniho")))
            ++end;
        if (end > at + 1) return std::pair{"rozpočet " + passages::printed(text, tokens, {at + 1, end}), end};
        return {};
    }
    if (!behind_another) return {};
    if (auto region = passages::region_at(tokens, at)) return std::pair{region->name, region->tokens.last};
    if (auto town = passages::match_at(tokens, at, "?statutarni mesto|obec|mestys");
        town && town->last < tokens.size() && tokens[town->last].capital) {
        auto end = town->last + 1;
        while (end < tokens.size() && tokens[end].capital && tokens[end].kind == passages::TokenKind::word &&
               end < town->last + 3)
            ++end;
        return std::pair{passages::printed(text, tokens, {at, end}), end};
    }
    return {};
}

FoundTexts sources_in(std::string_view text, const Tokens& tokens, reading::Place place) {
    FoundTexts sources;
    for (std::size_t at = 0; at < tokens.size();) {
        std::size_t last = 0;
        for (auto& source : source_names)
            if (auto words = passages::match_at(tokens, at, source.pattern); words && words->last > last) {
                if (last) sources.pop_back();
                sources.push_back({std::string{source.name}, place}), last = words->last;
            }
        if (!last)
            if (auto local = local_source_at(
                    text, tokens, at,
                    !sources.empty() && at > 0 &&
                        (passages::match_at(
                             tokens, at - 1,
                             "a|i|,|;|pridava|prida|prispiva|prispeje|doplaci|doplati|hradi|plati|dorovna|poskytne|zbytek") ||
                         tokens[at - 1].folded == "|" || tokens[at - 1].folded == ")")))
                sources.push_back({local->first, place}), last = local->second;
        at = last ? last : at + 1;
    }
    return sources;
}

bool is_an_amount(std::string_view cell) {
    auto amounts = passages::amounts_in(passages::tokens_of(std::string{cell} + " Kč"));
    return !amounts.empty() && amounts.front().tokens.first == 0 && amounts.front().money.halere >= 100'000;
}

// "STÁTNÍ ROZPOČET | 23,27 | 2 031 860,77": a source that we know at the beginning, money behind it.
FoundTexts source_of_row(const Passage& passage) {
    if (!passage.table || passage.cells.size() < 2) return {};
    std::size_t first = 0;
    while (first < passage.cells.size() && passages::trimmed(passage.cells[first]).empty()) ++first;
    bool money = false;
    for (auto n = first + 1; n < passage.cells.size(); ++n) money = money || is_an_amount(passage.cells[n]);
    if (!money) return {};
    auto& cell = passage.cells[first];
    auto tokens = passages::tokens_of(cell);
    for (auto& source : source_names)
        if (auto words = passages::match_at(tokens, 0, source.pattern); words && words->last + 3 >= tokens.size())
            return sources_in(cell, tokens, passage.at);
    return {};
}

// A cell under the head „zdroje“ with money in the cells beside it.
std::optional<std::string> source_of_column(const Passage& passage) {
    auto text = std::string{passages::trimmed(passage.text)};
    bool beside =
        std::ranges::count(passage.cells, passage.text) == 1 && std::ranges::any_of(passage.cells, is_an_amount);
    bool sum = passages::match_at(passage.tokens, 0, "celkem|soucet|zdroj*|mezisoucet").has_value();
    if (!beside || sum || passage.tokens.empty() || passage.tokens.size() > 8 ||
        passage.tokens[0].kind != passages::TokenKind::word)
        return {};
    return text;
}

// A line of the table of sources that is none of those above: its words before the numbers.
std::optional<std::string> plain_source(const Passage& passage) {
    auto& tokens = passage.tokens;
    std::size_t end = 0;
    while (end < tokens.size() && tokens[end].kind == passages::TokenKind::word) ++end;
    if (end == 0 || end > 8 || passages::match_at(tokens, 0, "celkem|zdroj*|podil|castka|soucet|partner*|mezisoucet") ||
        passages::match_at(tokens, 0, "z toho"))
        return {};
    bool numbers = std::ranges::any_of(tokens, [](auto& token) { return token.folded == "%" || token.folded == "kc"; });
    if (!numbers) return {};
    return passages::printed(passage.text, tokens, {0, end});
}

bool pays(const Tokens& tokens) {
    static constexpr std::string_view words[] = {"financ*",
                                                 "hrad*|hraz*",
                                                 "spolufinanc*",
                                                 "penize",
                                                 "prispev*|prispiv*",
                                                 "doplni*",
                                                 "plati*",
                                                 "podporen*|podpora|podporou",
                                                 "zapla*",
                                                 "pridava|prida|podili*|dorovna*",
                                                 "dotac*",
                                                 "zdroj*"};
    return passages::has_any(tokens, words);
}

void add_sources(FoundTexts& all, const FoundTexts& more) {
    for (auto& source : more) {
        auto folded = search::fold(source.value);
        bool known = std::ranges::any_of(all, [&](auto& one) {
            return search::fold(one.value) == folded || search::fold(one.value).starts_with(folded);
        });
        if (!known) all.push_back(source);
    }
}

}

FoundTexts find_funding(const Passages& passages) {
    FoundTexts sources;
    for (auto& passage : passages) {
        if (passage.field != funding_field || passage.heading() || passage.text.empty()) continue;
        auto found = sources_in(passage.text, passage.tokens, passage.at);
        auto& told = passage.cells;
        if (auto column = source_of_column(passage); column && found.empty()) found.push_back({*column, passage.at});
        if (found.empty() && !told.empty())
            if (auto plain = plain_source(passage)) found.push_back({*plain, passage.at});
        add_sources(sources, found);
    }
    for (auto& passage : passages)
        if (!of_another_project(passage) && passage.field != funding_field)
            add_sources(sources, source_of_row(passage));
    if (!sources.empty()) return sources;
    for (auto& passage : passages) {
        if (of_another_project(passage)) continue;
        if (passage.table && !passage.cells.empty() && passages::has(passage.tokens, "%"))
            add_sources(sources, sources_in(passage.text, passage.tokens, passage.at));
        for (auto& sentence : passages::sentences_of(passage.text))
            if (pays(sentence.tokens)) add_sources(sources, sources_in(sentence.text, sentence.tokens, passage.at));
    }
    if (!sources.empty()) return sources;
    for (auto& passage : passages)
        if (passages::has(passage.tokens, "spolufinancov* evropskou uni*") ||
            passages::has(passage.tokens, "financov* evropskou uni*"))
            return {{"Evropská unie", passage.at}};
    return sources;
}

}
