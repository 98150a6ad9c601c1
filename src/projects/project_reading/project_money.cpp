// When the project runs, what it costs and who pays.
#include "projects/project_reading/project_fields.hpp"

#include "platform/reading/passages/addresses.hpp"
#include "platform/reading/passages/dates_of_period.hpp"
#include "platform/reading/passages/money_words.hpp"
#include "platform/reading/passages/sentences.hpp"
#include "platform/search/fold.hpp"

#include <algorithm>

namespace projects {

namespace {

using passages::Passage;
using passages::Tokens;

constexpr std::string_view of_other_period[] = {"vykazovan*", "sledovan* obdobi", "monitorovaci* obdobi", "zprava za",
                                                "za obdobi"};

bool speaks_of_running(const Tokens& tokens) {
    static constexpr std::string_view words[] = {"realiz*", "potrva*", "probih*",   "trva*",
                                                 "bezi",    "obdobi",  "uskutecn*", "projekt*"};
    return passages::has_any(tokens, words) && !passages::has_any(tokens, of_other_period);
}

std::optional<int> months_in(const Tokens& tokens) {
    for (std::size_t at = 0; at + 1 < tokens.size(); ++at)
        if (auto number = passages::small_number(tokens[at]);
            number && *number > 0 && *number < 200 && passages::match_at(tokens, at + 1, "mesic*|mesicu"))
            return number;
    return {};
}

void take_period(const Tokens& tokens, reading::Place at, ProjectFacts& facts) {
    auto period = passages::period_in(tokens);
    if (!period) return;
    if (!facts.start) facts.start = {period->from.first, at};
    if (!facts.end) facts.end = {period->to.last, at};
}

void labelled_days(const Passage& passage, ProjectFacts& facts) {
    auto days = passages::days_and_months_in(passage.tokens);
    if (passage.field == start_field && !days.empty() && !facts.start) {
        facts.start = {days.front().first, passage.at};
        if (days.size() > 1) take_period(passage.tokens, passage.at, facts);
    }
    if (passage.field == end_field && !days.empty() && !facts.end) facts.end = {days.back().last, passage.at};
    if (passage.field == period_field || passage.field == months_field) take_period(passage.tokens, passage.at, facts);
}

void labelled_months(const Passage& passage, ProjectFacts& facts) {
    if (facts.months || (passage.field != months_field && passage.field != period_field)) return;
    auto months = months_in(passage.tokens);
    if (!months && passages::has(passages::tokens_of(passage.label), "mesic*") && passage.tokens.size() <= 3 &&
        !passage.tokens.empty())
        months = passages::small_number(passage.tokens.front());
    if (months && *months > 0) facts.months = {*months, passage.at};
}

void said_in_sentences(const Passages& passages, ProjectFacts& facts) {
    for (auto& passage : passages)
        for (auto& sentence : passages::sentences_of(passage.text)) {
            Passage alone{.field = passage.field, .tokens = sentence.tokens};
            if (passage.field == other_project_field || of_another_project(alone) ||
                !speaks_of_running(sentence.tokens))
                continue;
            take_period(sentence.tokens, passage.at, facts);
            auto months = months_in(sentence.tokens);
            if (months && !facts.months && passages::has(sentence.tokens, "potrva*|trva*|realiz*|dobu|delka"))
                facts.months = {*months, passage.at};
        }
}

// How surely an amount is the whole of the project.
struct AmountCue {
    std::string_view pattern;
    int weight;
};

constexpr AmountCue amount_cues[] = {{"celkov* vydaj*|naklad*", 5},
                                     {"rozpoc* ?projektu ?celkem", 5},
                                     {"celkov* rozpoc*", 5},
                                     {"celkov* vys*", 5},
                                     {"celkov* castk*", 5},
                                     {"rozpoc*", 4},
                                     {"celkem", 4},
                                     {"dohromady", 4},
                                     {"celkov* zpusobil*", 3},
                                     {"vydaj*", 3},
                                     {"naklad*", 3},
                                     {"vyjde na", 3},
                                     {"stoji|stat", 3},
                                     {"projekt* za", 3},
                                     {"v hodnote", 3},
                                     {"vyse ?podpory", 2},
                                     {"castk*", 2}};
constexpr std::string_view of_other_money[] = {
    "z toho", "vyplacen*",   "proplacen*",      "vycerpan*", "cerpan*", "rocne",      "sbirk*", "dar",  "pokut*",
    "odvod*", "prime|prim*", "neprime|neprim*", "zalohov*",  "tehdy",   "vyuctovan*", "platb*", "mzd*", "hodinu"};

int weight_of(const Tokens& tokens) {
    for (auto& cue : amount_cues)
        if (passages::has(tokens, cue.pattern)) return cue.weight;
    return 0;
}

// The amount in a value without its currency: "4 987 650".
std::optional<Money> bare_amount(const Passage& passage) {
    auto text = passage.text + " Kč";
    auto amounts = passages::amounts_in(passages::tokens_of(text));
    if (amounts.empty() || amounts.front().money.halere < 1'000'000) return {};
    return amounts.front().money;
}

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
    {"vlastni* zdroj*|prostredk*|podil*|spoluucast*", "vlastní zdroje"},
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
    if (passages::match_at(tokens, at, "mesto|obec") && at + 1 < tokens.size() && tokens[at + 1].capital)
        return std::pair{passages::printed(text, tokens, {at, at + 2}), at + 2};
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
            if (auto local =
                    local_source_at(text, tokens, at,
                                    !sources.empty() && at > 0 &&
                                        (passages::match_at(tokens, at - 1, "a|i|,") || tokens[at - 1].folded == "|")))
                sources.push_back({local->first, place}), last = local->second;
        at = last ? last : at + 1;
    }
    return sources;
}

// A line of the table of sources that is none of those above: its words before the numbers.
std::optional<std::string> plain_source(const Passage& passage) {
    auto& tokens = passage.tokens;
    std::size_t end = 0;
    while (end < tokens.size() && tokens[end].kind == passages::TokenKind::word) ++end;
    if (end == 0 || end > 8 || passages::match_at(tokens, 0, "celkem|zdroj|podil|castka|soucet|z toho|partner*"))
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

void find_period(const Passages& passages, ProjectFacts& facts) {
    for (auto& passage : passages) {
        if (passage.heading() || passage.text.empty() || of_another_project(passage) ||
            passages::has_any(passages::tokens_of(passage.label), of_other_period))
            continue;
        labelled_days(passage, facts);
        labelled_months(passage, facts);
    }
    if (!facts.start || !facts.end || !facts.months) said_in_sentences(passages, facts);
}

std::optional<passages::FoundAt<Money>> find_budget(const Passages& passages) {
    std::optional<passages::FoundAt<Money>> best;
    int weight = 0;
    auto take = [&](Money money, int own, reading::Place at) {
        if (own > weight && money.halere > 0) best = {money, at}, weight = own;
    };
    for (auto& passage : passages) {
        if (of_another_project(passage) || passage.heading()) continue;
        if (passage.field == budget_field && !passage.label.empty()) {
            auto label = passages::tokens_of(passage.label);
            if (passages::has_any(label, of_other_money)) continue;
            auto amounts = passages::amounts_in(passage.tokens);
            auto money = !amounts.empty() ? std::optional{amounts.front().money} : bare_amount(passage);
            if (money) take(*money, std::max(weight_of(label), 1) + 2, passage.at);
            continue;
        }
        if (!passage.cells.empty() && passage.table) continue;    // shares of sources
        for (auto& sentence : passages::sentences_of(passage.text)) {
            auto amounts = passages::amounts_in(sentence.tokens);
            Passage alone{.field = passage.field, .tokens = sentence.tokens};
            if (amounts.empty() || of_another_project(alone) || passages::has_any(sentence.tokens, of_other_money))
                continue;
            take(amounts.front().money, weight_of(sentence.tokens), passage.at);
        }
    }
    return best;
}

FoundTexts find_funding(const Passages& passages) {
    FoundTexts sources;
    for (auto& passage : passages) {
        if (passage.field != funding_field || passage.heading() || passage.text.empty()) continue;
        auto found = sources_in(passage.text, passage.tokens, passage.at);
        if (found.empty() && !passage.cells.empty())
            if (auto plain = plain_source(passage)) found.push_back({*plain, passage.at});
        add_sources(sources, found);
    }
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
