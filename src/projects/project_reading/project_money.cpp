// When the project runs and what it costs.
#include "projects/project_reading/project_fields.hpp"

#include "platform/reading/passages/dates_of_period.hpp"
#include "platform/reading/passages/money_words.hpp"
#include "platform/reading/passages/sentences.hpp"

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

}
