// Who pays for the project: funds, budgets of regions and towns, own money.
#include "projects/project_reading/project_fields.hpp"
#include "projects/project_reading/project_payers.hpp"

#include "platform/reading/passages/money_words.hpp"
#include "platform/reading/passages/sentences.hpp"
#include "platform/search/fold.hpp"

#include <algorithm>

namespace projects {

namespace {

using passages::Passage;
using passages::Tokens;

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
    auto payer = payer_at(cell, tokens, 0, true);
    if (!payer || payer->tokens.last + 3 < tokens.size()) return {};
    return {{payer->name, passage.at}};
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
                                                 "hrad*|hraz*|uhrad*",
                                                 "spolufinanc*|kofinanc*",
                                                 "penize|peneb*|penez*|penezi*|prostredk*",
                                                 "prispev*|prispiv*|prispel*|prispej*",
                                                 "doplni*|doplaci|doplati|dorovna*",
                                                 "plati*|zapla*",
                                                 "podporen*|podpora|podporou|podporil*|podporuje",
                                                 "pridava|prida|pridal*|podili*|sklada",
                                                 "ziskal*|ziska|dostal*",
                                                 "vdecn*|dekujeme|diky",
                                                 "dotac*",
                                                 "zdroj*|zbytek",
                                                 "dava|daji|dal|dala|dalo|nese|nesou|poskytl*|poskytuj*"};
    return passages::has_any(tokens, words);
}

// "Rozpočet města | 2 740 000 Kč", "Dotace EU: 54 673 689 Kč": the payer is the label of an amount.
std::optional<FoundText> source_of_label(const Passage& passage) {
    auto colon = passage.label.empty() ? passage.text.find(':') : std::string::npos;
    bool inside = colon != std::string::npos && colon < 60;
    bool row = passage.table && passage.cells.size() == 2;
    auto text = row ? passage.cells[0] : inside ? passage.text.substr(0, colon) : passage.label;
    auto value = row ? passage.cells[1] : inside ? passage.text.substr(colon + 1) : passage.text;
    auto label = passages::tokens_of(text);
    if (label.empty() || label.size() > 10 || !is_an_amount(value)) return {};
    std::size_t at = 0;
    while (passages::match_at(label, at, "dotace|prispevek|podil|podpora|z|ze|toho|castka|financovani|prostredky"))
        ++at;
    auto payer = payer_at(text, label, at, at > 0);
    bool other = passages::match_at(label, 0, "vyplac*|proplac*|cerpan*").has_value();
    if (!payer || other || payer->tokens.last + 4 < label.size()) return {};
    return FoundText{payer->name, passage.at};
}

bool same_source(const FoundText& one, const FoundText& other) {
    auto a = search::fold(one.value), b = search::fold(other.value);
    return a.starts_with(b) || b.starts_with(a);
}

void add_sources(FoundTexts& all, const FoundTexts& more) {
    for (auto& source : more) {
        auto known = std::ranges::find_if(all, [&](auto& one) { return same_source(one, source); });
        if (known == all.end()) all.push_back(source);
        else if (source.value.size() > known->value.size() && source.value.size() < 60) known->value = source.value;
    }
}

FoundTexts named_in_text(std::string_view text, const Tokens& tokens, reading::Place at) {
    FoundTexts found;
    for (auto& payer : payers_in(text, tokens)) found.push_back({payer.name, at});
    return found;
}

// What a piece of a list of sources says without money, shares and brackets: „Charita Opava z darů: 360 000 Kč“.
std::string words_of_source(std::string_view text) {
    auto tokens = passages::tokens_of(text);
    auto counts = [&](std::size_t at) {
        return tokens[at].kind != passages::TokenKind::word ||
               passages::match_at(tokens, at, "kc|czk|tis|mil|milionu|z|ze|od|procent*|a|i|dale|castka|castku|zbytek");
    };
    std::size_t first = 0;
    while (first < tokens.size() && counts(first)) ++first;
    auto last = first;
    while (last < tokens.size() &&
           (tokens[last].kind == passages::TokenKind::word ||
            (tokens[last].folded == "." && last + 1 < tokens.size() && !tokens[last + 1].spaced)) &&
           !passages::match_at(tokens, last, "kc|czk|ve vysi|castkou"))
        ++last;
    if (last - first > 8 || first == last) return {};
    return passages::printed(text, tokens, {first, last});
}

bool is_no_source(const Tokens& tokens) {
    static constexpr std::string_view words =
        "celkem|celkov*|soucet|podil*|castka|mezisoucet|zdroj*|partner*|zpusobil*|nezpusobil*|rozpocet|naklad*|vydaj*|dotace|projekt*|prijemce|program*|vyzv*|opz|operacni|financ*|podpora|vyse";
    if (tokens.empty() || passages::match_at(tokens, 0, words))
        return tokens.size() < 2 ? !passages::match_at(tokens, 0, "prijemce")
                                 : !passages::match_at(tokens, 0, "dotace|prijemce|partner*|podil*");
    return passages::match_at(tokens, 0, "z toho").has_value();
}

// Pieces of a list: behind commas, semicolons and strokes, in lines of their own; a comma inside a number parts
// nothing.
std::vector<std::string> pieces_of_list(std::string_view text) {
    auto tokens = passages::tokens_of(text);
    std::vector<std::string> pieces;
    std::size_t from = 0;
    int open = 0;
    for (std::size_t at = 0; at <= tokens.size(); ++at) {
        bool ends = at == tokens.size();
        if (!ends) {
            open += tokens[at].folded == "(" ? 1 : tokens[at].folded == ")" ? -1 : 0;
            bool spaced = at + 1 == tokens.size() || tokens[at + 1].spaced;
            bool line = at > from &&
                        text.substr(tokens[at - 1].end, tokens[at].begin - tokens[at - 1].end).find('\n') != text.npos;
            auto& sign = tokens[at].folded;
            ends = (open == 0 && spaced && (sign == "," || sign == ";" || sign == "|" || sign == "•")) ||
                   (open == 0 && at > from && passages::match_at(tokens, at, "a") && at + 1 < tokens.size() &&
                    (passages::match_at(tokens, at - 1, "kc|czk|korun*") ||
                     tokens[at - 1].kind != passages::TokenKind::word ||
                     tokens[at + 1].kind == passages::TokenKind::number));
            if (line && open == 0 && has_money_behind(tokens, at)) {
                pieces.push_back(passages::printed(text, tokens, {from, at})), from = at;
                continue;
            }
        }
        if (!ends) continue;
        if (at > from) pieces.push_back(passages::printed(text, tokens, {from, at}));
        from = at + 1;
    }
    return pieces;
}

// A list under a label, each piece a source that we know or words with money.
FoundTexts listed_sources(const Passage& passage) {
    FoundTexts found;
    bool prose = passage.text.ends_with('.') && pays(passage.tokens), shares = has_money_behind(passage.tokens, 0);
    bool surely =
        shares && passage.kind == reading::LineKind::item;    // a list beside which we know nobody may be of anything
    for (auto& payer : payers_in(passage.text, passage.tokens)) surely = surely || payer.strong;
    for (auto& piece : pieces_of_list(passage.text)) {
        auto tokens = passages::tokens_of(piece);
        auto known = named_in_text(piece, tokens, passage.at);
        bool european = !known.empty() && payers_in(piece, tokens).front().strong;
        auto words = words_of_source(piece);
        auto own = passages::tokens_of(words);
        if (!known.empty() && own.size() <= payers_in(piece, tokens).front().tokens.size())
            own.clear();    // the payer alone
        bool whole = !prose && !own.empty() && !is_no_source(own) && own.size() <= 6 && own.front().spaced &&
                     (own.front().capital || !known.empty() || shares);
        if (european || (!known.empty() && (!whole || known.size() > 1))) add_sources(found, known);
        else if (whole && (!known.empty() || (surely && (has_money_behind(tokens, 0) || own.size() > 1))))
            found.push_back({words, passage.at});
    }
    return found;
}

// „Evropská unie“ beside one of its funds says nothing more; the ministry beside it only hands the money on.
FoundTexts without_union(FoundTexts sources) {
    auto begins_like = [](const FoundText& one, std::string_view words) {
        return search::fold(one.value).starts_with(words);
    };
    auto fund = [&](auto& one) {
        return begins_like(one, "evropsky ") || begins_like(one, "fond ") || begins_like(one, "nastroj ");
    };
    auto of_union = [&](auto& one) { return begins_like(one, "evropska unie"); };
    bool funds = std::ranges::any_of(sources, fund), european = funds || std::ranges::any_of(sources, of_union);
    std::erase_if(
        sources, [&](auto& one) { return (funds && of_union(one)) || (european && begins_like(one, "ministerstvo")); });
    return sources;
}

FoundTexts sources_under_labels(const Passages& passages) {
    FoundTexts sources;
    for (auto& passage : passages) {
        if (passage.field != funding_field || passage.heading() || passage.text.empty()) continue;
        FoundTexts found;
        if (passage.cells.empty()) found = listed_sources(passage);
        else found = named_in_text(passage.text, passage.tokens, passage.at);
        if (auto column = source_of_column(passage); column && found.empty()) found.push_back({*column, passage.at});
        if (found.empty() && !passage.cells.empty())
            if (auto plain = plain_source(passage)) found.push_back({*plain, passage.at});
        add_sources(sources, found);
    }
    return sources;
}

FoundTexts sources_in_sentences(const Passages& passages) {
    FoundTexts sources;
    for (auto& passage : passages) {
        if (passage.field == other_project_field) continue;
        if (passage.table && !passage.cells.empty() && passages::has(passage.tokens, "%"))
            add_sources(sources, named_in_text(passage.text, passage.tokens, passage.at));
        for (auto& sentence : passages::sentences_of(passage.text)) {
            Passage alone{.field = passage.field, .tokens = sentence.tokens};
            if (of_another_project(alone)) continue;
            auto found = named_in_text(sentence.text, sentence.tokens, passage.at);
            bool strong = false;
            for (auto& payer : payers_in(sentence.text, sentence.tokens)) strong = strong || payer.strong;
            bool money = (found.size() > 1 || strong) && has_money_behind(sentence.tokens, 0);
            if (pays(sentence.tokens) || money) add_sources(sources, found);
        }
    }
    return sources;
}

}

FoundTexts find_funding(const Passages& passages) {
    auto sources = sources_under_labels(passages);
    for (auto& passage : passages) {
        if (of_another_project(passage) || passage.field == funding_field) continue;
        add_sources(sources, source_of_row(passage));
        if (auto labelled = source_of_label(passage)) add_sources(sources, {*labelled});
    }
    if (sources.size() < 2) {
        auto said = sources_in_sentences(passages);
        if (said.size() > sources.size()) add_sources(sources, said);
    }
    if (!sources.empty()) return without_union(sources);
    for (auto& passage : passages)    // a fund that is named at all pays for the project
        if (!of_another_project(passage))
            for (auto& payer : payers_in(passage.text, passage.tokens))
                if (payer.strong) add_sources(sources, {{payer.name, passage.at}});
    if (!sources.empty()) return sources;
    for (auto& passage : passages)
        if (passages::has(passage.tokens, "spolufinancov* evropskou uni*") ||
            passages::has(passage.tokens, "financov* evropskou uni*"))
            return {{"Evropská unie", passage.at}};
    return sources;
}

}
