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
    static constexpr std::string_view words[] = {"realiz*",   "potrva*",  "probih*", "trva*",  "bezi",   "obdobi",
                                                 "uskutecn*", "projekt*", "pobezi",  "jedeme", "zacin*", "zacal*",
                                                 "rozbehl*",  "startuj*", "konci*",  "skonci*"};
    return passages::has_any(tokens, words) && !passages::has_any(tokens, of_other_period);
}

std::optional<int> months_in(const Tokens& tokens) {
    for (std::size_t at = 0; at + 1 < tokens.size(); ++at)
        if (auto number = passages::small_number(tokens[at]);
            number && *number > 0 && *number < 200 &&
            passages::match_at(tokens, at + 1, "?kalendarni* ?( ?slov* mesic*"))
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
    bool told = passages::has(passages::tokens_of(passage.label), "mes|mesic*") ||
                (passage.table && passage.field == months_field);
    if (!months && told && passage.tokens.size() <= 3 && !passage.tokens.empty())
        months = passages::small_number(passage.tokens.front());
    if (months && *months > 0) facts.months = {*months, passage.at};
}

// „Od 1. února 2024 uskutečňuje projekt …“, „poběží do 31. ledna 2027“: one end of the time alone.
void take_one_end(const Tokens& tokens, reading::Place at, ProjectFacts& facts) {
    static constexpr std::string_view runs[] = {"uskutecn*", "pobezi",   "bezi",     "jedeme",     "zacin*",
                                                "zacal*",    "rozbehl*", "startuj*", "odstartov*", "zahaj*",
                                                "realizuj*", "probih*",  "potrva*",  "trva*"};
    static constexpr std::string_view ends[] = {"konci*", "skonci*", "konec",   "ukonc*", "rozlouci", "zakonci*",
                                                "pobezi", "potrva*", "probih*", "bezi",   "trva*"};
    auto days = passages::days_and_months_in(tokens);
    if (days.size() > 4) return;
    for (auto& day : days) {
        auto before = day.tokens.first;
        bool from = before > 0 && passages::match_at(tokens, before - 1, "od");
        bool until = before > 0 && passages::match_at(tokens, before - 1, "do");
        bool closes = passages::has(Tokens(tokens.begin() + std::ptrdiff_t(before > 3 ? before - 3 : 0),
                                           tokens.begin() + std::ptrdiff_t(before)),
                                    "konci*|skonci*|ukonci*|konec");
        if (!facts.start && from && passages::has_any(tokens, runs)) facts.start = {day.first, at};
        if (!facts.end && (closes || (until && passages::has_any(tokens, ends)))) facts.end = {day.last, at};
    }
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
            if (months && !facts.months &&
                passages::has(sentence.tokens, "potrva*|trva*|realiz*|dobu|delka|pobezi|jedeme|celkem"))
                facts.months = {*months, passage.at};
        }
    if (facts.start && facts.end) return;
    for (auto& passage : passages)
        for (auto& sentence : passages::sentences_of(passage.text)) {
            Passage alone{.field = passage.field, .tokens = sentence.tokens};
            if (passage.field != other_project_field && !of_another_project(alone) &&
                !passages::has_any(sentence.tokens, of_other_period))
                take_one_end(sentence.tokens, passage.at, facts);
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
    "letos",  "z toho",     "vyplacen*", "proplacen*", "vycerpan*",   "cerpan*",         "rocne",
    "sbirk*", "dar",        "pokut*",    "odvod*",     "prime|prim*", "neprime|neprim*", "zalohov*",
    "tehdy",  "vyuctovan*", "platb*",    "mzd*",       "hodinu"};

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

// "Dohromady 14 650 tis. Kč, z toho letos 4 900 tis. Kč": what stands before its shares.
Tokens before_shares(const Tokens& tokens) {
    auto shares = passages::find(tokens, "z toho");
    if (!shares || shares->first < 3) return tokens;
    return Tokens(tokens.begin(), tokens.begin() + std::ptrdiff_t(shares->first));
}

// "CELKEM | 1.285.000,- | 1.279.310,-", "Celkem | 100 % | 7 480 500": the first amount behind the word.
std::optional<Money> sum_of_row(const Passage& passage) {
    auto& tokens = passage.tokens;
    std::size_t at = 0;
    while (at < tokens.size() && tokens[at].kind == passages::TokenKind::sign) ++at;
    auto words = passages::match_at(tokens, at, "celkem|celkove ?zdroje|vydaje|naklady ?projektu|celkem");
    if (!words || passages::has(tokens, "osob*|hodin*|uvaz*|klient*")) return {};
    for (auto& cell : passage.cells) {
        auto text = cell + " Kč";
        auto own = passages::tokens_of(text);
        if (auto head = passages::match_at(own, 0, "celkem"))
            own.erase(own.begin(), own.begin() + std::ptrdiff_t(head->last));
        auto amounts = passages::amounts_in(own);
        if (!amounts.empty() && amounts.front().tokens.first <= 1 && amounts.front().money.halere >= 5'000'000)
            return amounts.front().money;
    }
    return {};
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
    {"vlastni* prostredk*", "vlastní prostředky"},
    {"vlastni* zdroj*|podil*|spoluucast*", "vlastní zdroje"},
    {"prispevek unie", "příspěvek Unie"},
    {"nastroj* ?pro|na oziveni|obnovu a odolnost*", "Nástroj pro oživení a odolnost"},
    {"statni* fond* zivotniho prostredi", "Státní fond životního prostředí"},
    {"statni* fond* podpory investic", "Státní fond podpory investic"},
    {"statni* fond* rozvoje bydleni", "Státní fond rozvoje bydlení"},
    {"fond* pro azyl*, migrac* a integrac*", "Azylový, migrační a integrační fond"},
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
        if (!passage.cells.empty() && passage.table) {    // shares of sources; their sum
            if (auto money = sum_of_row(passage)) take(*money, 3, passage.at);
            continue;
        }
        for (auto& sentence : passages::sentences_of(passage.text)) {
            Passage alone{.field = passage.field, .tokens = sentence.tokens};
            auto whole = before_shares(sentence.tokens);
            auto amounts = passages::amounts_in(whole);
            if (amounts.empty() || of_another_project(alone) || passages::has_any(whole, of_other_money)) continue;
            take(amounts.front().money, weight_of(whole), passage.at);
        }
    }
    return best;
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
