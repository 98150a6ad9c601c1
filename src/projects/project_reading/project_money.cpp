// What the project costs, among all the other money on its page.
#include "projects/project_reading/old_values.hpp"
#include "projects/project_reading/project_fields.hpp"

#include "platform/reading/passages/money_words.hpp"
#include "platform/reading/passages/sentences.hpp"

#include <algorithm>

namespace projects {

namespace {

using passages::Passage;
using passages::Tokens;

// How surely an amount is the whole of the project.
struct AmountCue {
    std::string_view pattern;
    int weight;
};

constexpr AmountCue amount_cues[] = {{"celkov* vydaj*|naklad*", 5},
                                     {"rozpoc* projektu", 5},
                                     {"rozpoc* celkem", 5},
                                     {"celkov* rozpoc*", 5},
                                     {"celkov* vys*", 5},
                                     {"celkov* castk*|objem*|hodnot*|cen*", 5},
                                     {"naklad* ?na ?projekt* celkem", 5},
                                     {"rozpoc*", 4},
                                     {"celkem", 4},
                                     {"dohromady", 4},
                                     {"vyjde|prijde|vychazi ?celkem ?asi|zhruba|priblizne na", 4},
                                     {"stoji|stat", 4},
                                     {"stal|stala|stalo ?projekt*", 2},
                                     {"mame|mela|meli|dispozici", 2},
                                     {"ziskal*|ziska|vyclenil*|vyclenen*", 1},
                                     {"hodnot* projektu", 4},
                                     {"celkov* zpusobil*", 3},
                                     {"vydaj*", 3},
                                     {"naklad*", 3},
                                     {"projekt* za", 3},
                                     {"utratime|vynalozime|proinvestujeme", 3},
                                     {"v hodnote", 3},
                                     {"cena|objem*", 3},
                                     {"vyse ?podpory", 2},
                                     {"castk*", 2}};
constexpr std::string_view of_other_money[] = {"letos",
                                               "z toho",
                                               "vyplacen*",
                                               "proplacen*",
                                               "vycerpan*",
                                               "cerpan*",
                                               "rocne",
                                               "sbirk*",
                                               "dar",
                                               "pokut*",
                                               "odvod*",
                                               "prime|prim*",
                                               "neprime|neprim*",
                                               "zalohov*",
                                               "tehdy",
                                               "vyuctovan*",
                                               "platb*",
                                               "mzd*",
                                               "hodinu",
                                               "mesicne",
                                               "utratil*",
                                               "najem*",
                                               "najm*",
                                               "vyuzit*",
                                               "na osobu|hlavu|obyvatele|rok"};
constexpr std::string_view of_grant = "dotac*|grant*|podpor*|prispev*|prispiv*|spoluucast*|podil*";

// „státní rozpočet“, „rozpočet města“ are those who pay.
bool is_budget_of_payer(const Tokens& tokens, passages::Span cue) {
    if (cue.first >= tokens.size()) return false;
    if (!passages::match_at(tokens, cue.first, "rozpoc*")) return false;
    return (cue.first > 0 && passages::match_at(tokens, cue.first - 1, "statni*|krajsk*|mestsk*|obecni*|unijni*")) ||
           passages::match_at(tokens, cue.first + 1,
                              "kraje|mesta|obce|mestysu|eu|unie|cr|statu|hlavniho|statutarniho") ||
           (cue.first + 1 < tokens.size() && tokens[cue.first + 1].capital);
}

int weight_of(const Tokens& tokens) {
    for (auto& cue : amount_cues)
        for (auto words = passages::find(tokens, cue.pattern); words;
             words = passages::find(tokens, cue.pattern, words->first + 1))
            if (!is_budget_of_payer(tokens, *words)) return cue.weight;
    return 0;
}

// The amount in a value without its currency: "4 987 650".
std::optional<Money> bare_amount(const Passage& passage) {
    bool thousands = passages::has(passages::tokens_of(passage.label), "tis ?. kc");    // "Rozpočet (v tis. Kč)"
    auto text = passage.text + (thousands ? " tis. Kč" : " Kč");
    auto amounts = passages::amounts_in(passages::tokens_of(text));
    if (amounts.empty() || amounts.front().money.halere < 1'000'000) return {};
    return amounts.front().money;
}

// "Dohromady 14 650 tis. Kč, z toho letos 4 900 tis. Kč": what stands before its shares.
Tokens before_shares(const Tokens& tokens) {
    auto shares = passages::find(tokens, "z toho");
    if (shares && shares->first >= 3) return Tokens(tokens.begin(), tokens.begin() + std::ptrdiff_t(shares->first));
    auto spent = passages::find(tokens, "vyplacen*|proplacen*|vycerpan*|cerpan*|vyuctovan*|prostavan*|utracen*");
    for (auto at = spent ? spent->first : 0; at > 3; --at)    // „…, k 31. 3. 2025 bylo proplaceno …“
        if (tokens[at].folded == "," && tokens[at + 1].spaced)
            return Tokens(tokens.begin(), tokens.begin() + std::ptrdiff_t(at));
    return tokens;
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

struct AmountSaid {
    Money money{};
    int weight = 0;
};

// "Rozpočet projektu celkem | 4 987 650 Kč": the words in the first cell, the amount beside them.
std::optional<AmountSaid> amount_of_row(const Passage& passage) {
    auto label = passages::tokens_of(passage.cells.front());
    int weight = label.size() <= 8 && !passages::has_any(label, of_other_money) ? weight_of(label) : 0;
    if (weight < 4 || passages::has(label, of_grant) || !passages::match_at(label, 0, "celk*|rozpoc*|naklad*|cena"))
        return {};
    for (std::size_t n = 1; n < passage.cells.size() && n < 3; ++n) {
        auto amounts = passages::amounts_in(passages::tokens_of(passage.cells[n]));
        if (!amounts.empty()) return AmountSaid{amounts.front().money, weight + 1};
    }
    return {};
}

// Of the amounts of a sentence the one with the strongest words before it, or close behind it.
std::optional<AmountSaid> amount_said(const Tokens& sentence) {
    auto whole = before_shares(sentence);
    auto amounts = passages::amounts_in(whole);
    std::erase_if(amounts, [&](auto& amount) { return is_old_value(whole, amount.tokens); });
    if (amounts.empty() || passages::has_any(whole, of_other_money)) return {};
    std::optional<AmountSaid> best;
    for (std::size_t n = 0; n < amounts.size(); ++n) {
        auto from = n > 0 ? amounts[n - 1].tokens.last : 0, at = amounts[n].tokens.first;
        auto behind = std::min({amounts[n].tokens.last + 4, whole.size(),
                                n + 1 < amounts.size() ? amounts[n + 1].tokens.first : whole.size()});
        Tokens before(whole.begin() + std::ptrdiff_t(from), whole.begin() + std::ptrdiff_t(at));
        Tokens after(whole.begin() + std::ptrdiff_t(amounts[n].tokens.last), whole.begin() + std::ptrdiff_t(behind));
        int weight = weight_of(before);
        if (weight == 0) weight = weight_of(after);
        if (weight < 5 && passages::has(before, of_grant)) weight = std::min(weight, 2);
        if (weight > 0 && (!best || weight > best->weight)) best = {amounts[n].money, weight};
    }
    if (!best && weight_of(whole) > 0) best = {amounts.front().money, 1};
    return best;
}

// Where no words say which it is: the largest sum of a million at least that is no grant and nobody else's.
std::optional<passages::FoundAt<Money>> largest_amount(const Passages& passages) {
    std::optional<passages::FoundAt<Money>> best;
    for (auto& passage : passages) {
        if (of_another_project(passage) || passage.heading() || passage.field == other_field ||
            (passage.table && passage.cells.size() > 1))
            continue;
        for (auto& sentence : passages::sentences_of(passage.text)) {
            if (passages::has_any(sentence.tokens, of_other_money) || passages::has(sentence.tokens, of_grant))
                continue;
            for (auto& amount : passages::amounts_in(sentence.tokens))
                if (amount.money.halere >= 100'000'000 && (!best || amount.money.halere > best->value.halere))
                    best = {amount.money, passage.at};
        }
    }
    return best;
}

}

std::optional<passages::FoundAt<Money>> find_budget(const Passages& passages) {
    std::optional<passages::FoundAt<Money>> best;
    int weight = 0;
    auto take = [&](Money money, int own, reading::Place at) {
        if (own > weight && money.halere > 0) best = {money, at}, weight = own;
    };
    for (auto& passage : passages) {
        if (of_another_project(passage) || passage.heading()) continue;
        bool below_heading =
            passage.field == budget_field && passage.label.empty() && passage.tokens.size() <= 8 && !passage.table;
        if (passage.field == budget_field && (!passage.label.empty() || below_heading)) {
            auto label = passages::tokens_of(passage.label);
            bool payer = !label.empty() && is_budget_of_payer(label, {0, 1});
            if (payer || passages::has_any(label, of_other_money)) continue;
            auto amounts = passages::amounts_in(passage.tokens);
            auto money = !amounts.empty() ? std::optional{amounts.front().money} : bare_amount(passage);
            if (money) take(*money, std::max(weight_of(label), 1) + 2, passage.at);
            continue;
        }
        if (!passage.cells.empty() && passage.table) {    // shares of sources; their sum
            if (auto row = amount_of_row(passage)) take(row->money, row->weight, passage.at);
            if (auto money = sum_of_row(passage)) take(*money, 3, passage.at);
            continue;
        }
        bool opens = passage.text.empty() && passage.label.size() > 60;    // "Výdaje činí 5 mil. Kč a hradí se takto:"
        for (auto& sentence : passages::sentences_of(opens ? passage.label : passage.text)) {
            Passage alone{.field = passage.field, .tokens = sentence.tokens};
            if (of_another_project(alone)) continue;
            if (auto said = amount_said(sentence.tokens)) take(said->money, said->weight, passage.at);
        }
    }
    return best ? best : largest_amount(passages);
}

}
