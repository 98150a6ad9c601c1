// Goes back from a legal form to where the name begins, or on from a word that names of organisations begin with.
#include "platform/reading/passages/organisations.hpp"

#include <algorithm>

namespace passages {

namespace {

constexpr std::string_view legal_forms[] = {"z . s",
                                            "z . u",
                                            "o . p . s",
                                            "s . r . o",
                                            "a . s",
                                            "p . o",
                                            "z . s . p . o",
                                            "zs",
                                            "ops",
                                            "zu",
                                            "spol . s r . o",
                                            "prispevkov* organizac*",
                                            "zapsan* ustav*",
                                            "zapsan* spol*",
                                            "obecne prospesn* spolecnost*",
                                            "nadacni fond*",
                                            "cirkevni organizac*",
                                            "evidovan* pravnick* osob*"};

// Words that begin the name of an organisation or of a municipality.
constexpr std::string_view first_words =
    "centrum|domov|charita|diakonie|spolek|ustav|nemocnice|mesto|obec|mestys|stredisko|nadace|armada|fokus|sdruzeni|statutarni|mestska|oblastni|farni|diecezni|"
    "socialni|pecovatelska|slezska|liga|svaz|unie|dum|psychiatricka|mestsky|rodinne|materske|krajska|stacionar|asociace|fond|romske|evangelicka|arcidiecezni|zdravotni|domovy|naruc|pecovatelske";

bool is_lower_word(const Token& token) { return token.kind == TokenKind::word && !token.capital; }

// Verbs and such end a name when read backwards.
constexpr std::string_view no_part_of_names =
    "je|jsme|jsou|byl|bude|dela|delaji|vede|vedou|patri|financuje|podporuje|obsluhuje|nabizime|zajistuji|poskytuji|provozuji|sidli|mame|ma|poskytuje|zajistuje|provozuje|nabizi|spravuje|porad|spolkem|ustavem|organizaci|poskytovatel*|prijemce|partner|"
    "nazev|zadatel|realizator|provozovatel*|nas|nase|s|se|zrizovatel*|realizuje|primo|poskytujeme|od|take|uspel|sluzbu|sluzby";

// "Hvozd – sociální služby, příspěvková organizace": a few words from the very beginning, with a capital.
bool begins_long_name(const Tokens& tokens, std::size_t dash) {
    if (dash == 0 || dash > 4 || !tokens[0].capital) return false;
    for (std::size_t at = 0; at < dash; ++at)
        if (tokens[at].kind != TokenKind::word || match_at(tokens, at, no_part_of_names) ||
            match_at(
                tokens, at,
                "sluzb*|pece|stacionar*|poradn*|domov*|diln*|program*|bydleni|asistence|rehabilitace|katalog|zprava|priloha|zapis"))
            return false;
    return true;
}

std::size_t begin_of_name(const Tokens& tokens, std::size_t form) {
    auto at = form;
    if (at > 0 && tokens[at - 1].folded == ",") --at;
    auto begin = form;
    for (std::size_t words = 0; at > 0 && words < 10; --at, ++words) {
        auto& before = tokens[at - 1];
        if (before.kind == TokenKind::sign && before.folded != "-" && before.folded != "\"" && before.folded != "&")
            break;
        if (before.folded == "-" && before.spaced) {
            if (begins_long_name(tokens, at - 1)) begin = 0;
            break;
        }
        if (match_at(tokens, at - 1, no_part_of_names) &&
            (!before.capital ||
             match_at(tokens, at - 1, "poskytovatel*|prijemce|zadatel|partner|realizator|provozovatel*")))
            break;
        if (before.capital || before.kind == TokenKind::number) begin = before.capital ? at - 1 : begin;
    }
    return begin;
}

std::string one_line(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    return text;
}

}

std::optional<Span> legal_form_at(const Tokens& tokens, std::size_t at) {
    for (auto form : legal_forms)
        if (auto words = match_at(tokens, at, form)) {
            if (tokens[at].folded.size() == 1 && tokens[at].capital) continue;    // initials
            auto last = words->last;
            if (last < tokens.size() && tokens[last].folded == "." && !tokens[last].spaced &&
                tokens[at].folded.size() <= 4)
                ++last;
            return Span{at, last};
        }
    return {};
}

std::vector<OrganisationFound> organisations_in(std::string_view text, const Tokens& tokens) {
    std::vector<OrganisationFound> found;
    for (std::size_t at = 1; at < tokens.size(); ++at) {
        auto form = legal_form_at(tokens, at);
        if (!form) continue;
        auto begin = begin_of_name(tokens, at);
        if (begin == at || begin + 1 > at) continue;
        found.push_back({one_line(printed(text, tokens, {begin, form->last})), {begin, form->last}, true});
        at = form->last - 1;
    }
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (!tokens[at].capital || !match_at(tokens, at, first_words)) continue;
        auto end = at + 1;
        while (end < tokens.size() && tokens[end].kind == TokenKind::word && end - at < 9 &&
               !match_at(tokens, end, no_part_of_names))
            ++end;
        while (end > at + 1 && is_lower_word(tokens[end - 1]) && end - at > 1 &&
               match_at(tokens, end - 1, "a|v|ve|na|pro|se|s|i|o"))
            --end;
        bool inside =
            std::ranges::any_of(found, [&](auto& other) { return at < other.tokens.last && end > other.tokens.first; });
        if (!inside && end > at + 1) found.push_back({one_line(printed(text, tokens, {at, end})), {at, end}, false});
        at = end - 1;
    }
    return found;
}

std::string organisation_name(std::string_view text) {
    auto tokens = tokens_of(text);
    std::size_t first = 0;
    while (first < tokens.size() && tokens[first].kind == TokenKind::sign) ++first;
    auto end = first;
    for (; end < tokens.size(); ++end) {
        auto& token = tokens[end];
        if (token.folded == "(" || token.folded == ";" || token.folded == ":" || token.folded == "@" ||
            token.folded == "|")
            break;
        if (token.folded == "-" && token.spaced && end > first + 1) break;
        if (match_at(tokens, end, "ic|ico|sidlo|sidlem|adresa|tel|zastoupen*|kter*") ||
            match_at(tokens, end, "se sidlem") || match_at(tokens, end, "dale jen"))
            break;
        if (token.folded == ",") {
            if (auto form = legal_form_at(tokens, end + 1)) {
                end = form->last;
                break;
            }
            if (end + 1 < tokens.size() && (tokens[end + 1].capital || tokens[end + 1].kind == TokenKind::number))
                break;
            if (match_at(tokens, end + 1, "ic*|se|zast*|tel*|kter*|dale")) break;
        }
        if (end > first)
            if (auto form = legal_form_at(tokens, end)) {
                end = form->last;
                break;
            }
        if (token.folded == "." && (end + 1 == tokens.size() || (tokens[end + 1].spaced && tokens[end + 1].capital)))
            break;
    }
    return one_line(std::string{trimmed(printed(text, tokens, {first, end}), ",;-–:\"„“*")});
}

}
