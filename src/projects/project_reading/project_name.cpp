// The name of the project: behind a label, in quotation marks, or the heading of the page.
#include "projects/project_reading/project_fields.hpp"

#include "platform/search/fold.hpp"

#include <algorithm>
#include <map>

namespace projects {

namespace {

using passages::Passage;
using passages::Tokens;

std::size_t words_in_name(const Tokens& tokens) {
    return std::size_t(std::ranges::count(tokens, passages::TokenKind::word, &passages::Token::kind));
}

std::string one_line_name(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    return std::string{passages::trimmed(text, ".,;:\"*")};
}

std::string unquoted(std::string text) {
    for (std::string_view quote : {"„", "“", "”", "\""}) {
        if (text.starts_with(quote)) text.erase(0, quote.size());
        if (text.ends_with(quote)) text.erase(text.size() - quote.size());
    }
    return text;
}

// projekt "…", projektu „…“ s názvem
std::optional<std::string> quoted_name_in(const Passage& passage) {
    auto& tokens = passage.tokens;
    for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
        if (!passages::match_at(tokens, at, "projekt*")) continue;
        auto open = at + 1;
        while (open < tokens.size() && open < at + 5 && tokens[open].folded != "\"") ++open;
        if (open >= tokens.size() || tokens[open].folded != "\"") continue;
        auto close = open + 1;
        // a name may have quotation marks of its own: the last one that ends a word
        while (close < tokens.size() && !(tokens[close].folded == "\"" && !tokens[close].spaced)) ++close;
        if (close >= tokens.size() || close - open < 2 || close - open > 40) continue;
        return one_line_name(passages::printed(passage.text, tokens, {open + 1, close}));
    }
    return {};
}

// „na projekt Blíž domovu – přechod od ústavů k péči v komunitě.“: a capital behind the word.
std::optional<std::string> bare_name_in(const Passage& passage) {
    auto& tokens = passage.tokens;
    for (std::size_t at = 0; at + 2 < tokens.size(); ++at) {
        auto called = passages::match_at(tokens, at, "jmenuje ?se ?to");
        if (!called && !passages::match_at(tokens, at, "projekt|projektu|projektem")) continue;
        auto begin = called ? called->last : at + 1;
        while (passages::match_at(tokens, begin, "s|nazvem|:")) ++begin;
        if (begin >= tokens.size() || !tokens[begin].capital || passages::match_at(tokens, begin, "cz|eu|opz|je"))
            continue;
        auto end = begin + 1;
        while (end < tokens.size() && tokens[end].folded != "." && tokens[end].folded != "(" &&
               tokens[end].folded != ";" && (tokens[end].folded != ":" || called) &&
               !passages::match_at(tokens, end, ", reg*|kter*|c|cislo") &&
               !passages::match_at(tokens, end, "a potrva*|bezi|trva|je|ma") && end - begin < 30)
            ++end;
        std::size_t capitals = 0;
        for (auto n = begin; n < end; ++n) capitals += tokens[n].capital;
        if (end - begin >= 2 && (capitals * 2 <= end - begin || end - begin < 4))
            return one_line_name(passages::printed(passage.text, tokens, {begin, end}));
    }
    return {};
}

// The heading of a page without its menu: a phrase that begins again in the same line is there once.
std::string without_repetition(std::string text) {
    auto tokens = passages::tokens_of(text);
    for (std::size_t at = 2; at + 1 < tokens.size(); ++at)
        if (tokens[at].folded == tokens[0].folded && tokens[at + 1].folded == tokens[1].folded && tokens[at].capital)
            return passages::printed(text, tokens, {0, at});
    return text;
}

bool is_furniture(const Tokens& tokens) {
    static constexpr std::string_view words[] = {"cookies",
                                                 "menu",
                                                 "domu",
                                                 "odbor",
                                                 "nachazite",
                                                 "spolufinancovan*",
                                                 "uvod",
                                                 "evropsk*",
                                                 "ministerstvo",
                                                 "tiskova zprava",
                                                 "rozhodnuti",
                                                 "karta projektu",
                                                 "priloha",
                                                 "strana",
                                                 "monitorovaci",
                                                 "operacni*",
                                                 "prejit",
                                                 "o projektu",
                                                 "charakteristika",
                                                 "zpravodaj",
                                                 "c j",
                                                 "identifikace",
                                                 "aktuality",
                                                 "krajsky urad",
                                                 "v kostce",
                                                 "zprava o",
                                                 "popis projektu",
                                                 "zakladni",
                                                 "informace o",
                                                 "infobox",
                                                 "informacni panel",
                                                 "blog",
                                                 "newsletter",
                                                 "ahoj",
                                                 "dobry den",
                                                 "vazen*"};
    return passages::has_any(tokens, words);
}

std::string sentence_case(std::string_view text) {
    std::string out;
    bool first = true;
    while (!text.empty()) {
        auto letter = search::take(text);
        if (!first) letter = search::lower(letter);
        if (search::is_letter(letter)) first = false;
        search::append(out, letter);
    }
    return out;
}

bool is_capitals(std::string_view text) {
    bool letters = false;
    while (!text.empty()) {
        auto letter = search::take(text);
        if (!search::is_letter(letter)) continue;
        if (search::lower(letter) == letter) return false;
        letters = true;
    }
    return letters;
}

// A poster: lines of capitals one below another.
std::optional<FoundText> name_in_capitals(const Passages& passages) {
    for (std::size_t n = 0; n < passages.size(); ++n) {
        auto& first = passages[n];
        if (first.table || !is_capitals(first.text) || is_furniture(first.tokens)) continue;
        auto text = first.text;
        auto at = first.at;
        while (n + 1 < passages.size() && passages[n + 1].at.first == at.last + 1 && !passages[n + 1].table &&
               is_capitals(passages[n + 1].text))
            text += ' ' + passages[++n].text, at.last = passages[n].at.last;
        auto words = words_in_name(passages::tokens_of(text));
        if (words >= 3 && words <= 20) return FoundText{sentence_case(text), at};
    }
    return {};
}

std::optional<FoundText> name_of_heading(const Passages& passages) {
    std::map<std::string, int> seen;
    for (auto& passage : passages) ++seen[search::fold(passage.text)];
    const Passage* best = nullptr;
    int weight = 0;
    for (std::size_t n = 0; n < std::min<std::size_t>(passages.size(), 12); ++n) {
        auto& passage = passages[n];
        auto words = words_in_name(passage.tokens);
        if (passage.table || words < 2 || words > 25 || (is_furniture(passage.tokens) && n > 0) ||
            !passage.tokens.front().capital)
            continue;
        if (passage.field != no_field && passage.field != name_field && !passage.heading()) continue;
        int own = (passage.heading() ? 3 : 1) + 3 * (seen[search::fold(passage.text)] - 1) + (n == 0 ? 1 : 0) -
                  (passage.tokens.back().folded == "." ? 2 : 0);
        if (passage.heading() && passage.field != no_field) own -= 2;
        if (own > weight) best = &passage, weight = own;
    }
    if (!best) return {};
    auto text = best->text.substr(0, best->text.find('\n'));
    return FoundText{one_line_name(without_repetition(text)), best->at};
}

}

std::optional<FoundText> find_name(const Passages& passages, const ProjectFacts&) {
    for (auto& passage : passages) {
        bool column = passage.table && passage.cells.size() > 1 && passage.tokens.size() > 2 &&
                      passage.field == name_field && !of_another_project(passage);
        if (column && passage.label.empty()) return FoundText{unquoted(one_line_name(passage.text)), passage.at};
        if (passage.field != name_field || passage.heading() || passage.label.empty() || passage.text.empty()) continue;
        if (passages::has(passages::tokens_of(passage.label), "projekt vede|ridi|financuje")) continue;
        auto label = passages::tokens_of(passage.label);
        if (passages::has(label, "nazev|projekt") && !of_another_project(passage)) {
            auto quoted = passage.text.find('(');
            return FoundText{unquoted(one_line_name(passage.text.substr(0, quoted))), passage.at};
        }
    }
    std::optional<FoundText> bare, quoted;
    for (auto& passage : passages) {
        if (of_another_project(passage) || passage.field == other_project_field) continue;
        if (auto name = quoted_name_in(passage); name && !quoted) quoted = FoundText{*name, passage.at};
        if (auto name = bare_name_in(passage); name && !bare && !passage.heading()) bare = FoundText{*name, passage.at};
    }
    // The whole name rather than its beginning.
    if (quoted && bare && search::fold(bare->value).starts_with(search::fold(quoted->value))) return bare;
    if (quoted) return quoted;
    if (auto poster = name_in_capitals(passages)) return poster;
    if (bare && words_in_name(passages::tokens_of(bare->value)) >= 3) return bare;
    return name_of_heading(passages);
}

}
