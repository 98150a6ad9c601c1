#include "projects/project_reading/quoted_names.hpp"

#include "platform/reading/passages/sentences.hpp"
#include "platform/search/fold.hpp"

#include <algorithm>

namespace projects {

using passages::Passage;
using passages::Tokens;

namespace {

// Words that somebody says: „Projekt nám pomohl,“ říká starosta.
bool is_speech(const Tokens& tokens, std::size_t open, std::size_t close) {
    static constexpr std::string_view sayings =
        "rika|rekl*|dodava|dodal*|vysvetluje|popisuje|uvedl*|uvadi|mini|tesi|chvali|vypravi|vzpomina|smeje|hodnoti|doplnil*|potvrzuje|sdelil*|upozornuje";
    auto& last = tokens[close - 1].folded;
    return last == "," || passages::match_at(tokens, close + 1, sayings) || close - open > 30;
}

// Words of a name: two at least, the first with a capital, no speech.
std::optional<passages::Span> phrase_between_quotes(const Tokens& tokens) {
    for (std::size_t open = 0; open + 3 < tokens.size(); ++open) {
        if (tokens[open].folded != "\"") continue;
        auto close = open + 1;
        while (close < tokens.size() && !(tokens[close].folded == "\"" && !tokens[close].spaced)) ++close;
        bool phrase = close < tokens.size() && close - open > 2 && close - open < 14 && tokens[open + 1].capital &&
                      !is_speech(tokens, open, close) && !is_led_to_another(tokens, open) &&
                      tokens[close - 1].folded != ".";
        if (phrase) return passages::Span{open + 1, close};
        open = close;
    }
    return {};
}

}

std::string one_line_name(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    return std::string{passages::trimmed(text, ".,;:\"*")};
}

bool is_led_to_another(const Tokens& tokens, std::size_t at) {
    for (auto n = at > 5 ? at - 5 : 0; n < at; ++n)
        if (passages::match_at(
                tokens, n,
                "navaz*|predchoz*|predesl*|drivejsi*|starsi*|minul*|skoncen*|ukoncen*|dalsi*|jiny|jineho|druhy|sesterskeho|podobn*|puvodni*"))
            return true;
    return false;
}

std::optional<std::string> quoted_name_in(const Passage& passage) {
    auto& tokens = passage.tokens;
    for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
        if (!passages::match_at(tokens, at, "projekt*|nazvem|nazev|nazvan*|pojmenovan*|jmenem|titulem") ||
            is_led_to_another(tokens, at))
            continue;
        auto open = at + 1;
        while (open < tokens.size() && open < at + 5 && tokens[open].folded != "\"" && tokens[open].folded != ".")
            ++open;
        if (open >= tokens.size() || tokens[open].folded != "\"") continue;
        auto close = open + 1;
        // a name may have quotation marks of its own: the last one that ends a word
        while (close < tokens.size() && !(tokens[close].folded == "\"" && !tokens[close].spaced)) ++close;
        if (close >= tokens.size() || close - open < 2 || close - open > 40 || is_speech(tokens, open, close)) continue;
        return one_line_name(passages::printed(passage.text, tokens, {open + 1, close}));
    }
    return {};
}

std::optional<FoundText> phrase_in_quotes(const Passages& all) {
    for (auto& passage : all) {
        if (passage.field == other_project_field || passage.table || of_another_project(passage)) continue;
        for (auto& sentence : passages::sentences_of(passage.text)) {
            bool of_projects =
                passages::has(sentence.tokens, "projekt*|dotac*|grant*|rozhodnuti|podpor*|zadost*|vyzv*|programu");
            auto phrase = of_projects ? phrase_between_quotes(sentence.tokens) : std::nullopt;
            if (phrase)
                return FoundText{one_line_name(passages::printed(sentence.text, sentence.tokens, *phrase)), passage.at};
        }
    }
    return {};
}

std::optional<FoundText> name_of_subject(const Passages& all, const reading::TextDocument& document) {
    if (document.format != "eml" || document.title.empty() || all.empty()) return {};
    auto subject = passages::tokens_of(document.title);
    auto word = passages::find(subject, "projekt|projektu|projektem|projekte");
    if (!word || word->last + 1 >= subject.size() || is_led_to_another(subject, word->first)) return {};
    auto begin = word->last;
    while (begin < subject.size() && subject[begin].kind == passages::TokenKind::sign) ++begin;
    auto end = begin;
    while (end < subject.size() && subject[end].folded != "\"" && subject[end].folded != "(" &&
           subject[end].folded != "!" && subject[end].folded != "?" && subject[end].folded != "," &&
           !(subject[end].folded == "-" && subject[end].spaced))
        ++end;
    if (end < begin + 2 || !subject[begin].capital) return {};
    auto name = one_line_name(passages::printed(document.title, subject, {begin, end}));
    auto folded = search::fold(name);
    for (auto& passage : all)    // the letter says it too
        if (search::fold(passage.text).find(folded) != std::string::npos) return FoundText{name, passage.at};
    return {};
}

}
