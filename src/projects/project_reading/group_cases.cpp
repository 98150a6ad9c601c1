// Puts nouns and their adjectives into the nominative by their endings.
#include "projects/project_reading/group_cases.hpp"

#include "platform/reading/passages/number_words.hpp"
#include "platform/reading/passages/pattern_rows.hpp"
#include "platform/search/fold.hpp"
#include "projects/projects.hpp"

#include <algorithm>
#include <unordered_map>

namespace projects {

namespace {

using passages::TokenKind;
using passages::Tokens;

// Every form of the nouns of both lists – people whom services and projects are for – and its nominative.
using NounForms = std::unordered_map<std::string, std::string_view>;

NounForms noun_forms() {
    NounForms forms;
    auto add = [&](const std::vector<passages::PatternRow>& rows) {
        for (auto& row : rows) {
            if (row[0].find(' ') != row[0].npos || row[0].find('*') != row[0].npos || row[1].empty()) continue;
            for (auto rest = row[0]; !rest.empty();) {
                auto end = std::min(rest.find('|'), rest.size());
                forms.emplace(rest.substr(0, end), row[1]);
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
        }
    };
    add(passages::pattern_rows(files(), "projects/project_reading/data/project_people.csv"));
    add(passages::pattern_rows("group_heads"));
    return forms;
}

bool is_plain(std::string_view text) {
    return std::ranges::none_of(text, [](unsigned char sign) { return sign >= 0x80; });
}

// The ending without accents where the text has none.
bool ends(std::string_view word, std::string_view ending, bool plain) {
    return word.ends_with(plain ? std::string_view{search::fold(ending)} : ending);
}

std::string with_ending(std::string_view word, std::string_view from, std::string_view to, bool plain) {
    auto letters = plain ? search::fold(from).size() : from.size();
    return std::string{word.substr(0, word.size() - letters)} + (plain ? search::fold(to) : std::string{to});
}

bool of_men(std::string_view nominative) {
    auto folded = search::fold(nominative);
    for (std::string_view other : {"deti", "obeti", "osti", "divky"})
        if (folded.ends_with(other)) return false;
    if (folded == "rodice" || folded.ends_with(" rodice")) return true;
    return folded.ends_with("i") || folded.ends_with("ove") || folded.ends_with("te") || folded.ends_with("le") ||
           folded.ends_with("lide") || folded.ends_with("ane");
}

// "ohroženým", "ohrožených", "ohroženými", "sociálním": an adjective in another case.
bool oblique_adjective(std::string_view word, bool plain) {
    for (std::string_view ending : {"ým", "ých", "ými", "ím", "ích", "ími"})
        if (word.size() > ending.size() + 2 && ends(word, ending, plain)) return true;
    return false;
}

bool any_adjective(std::string_view word, bool plain) {
    if (oblique_adjective(word, plain)) return true;
    for (std::string_view ending : {"ní", "cí", "ší", "čtí", "ští", "zí", "ové", "né", "ké", "lé", "dé", "ší", "té"})
        if (word.size() > ending.size() + 1 && ends(word, ending, plain)) return true;
    return false;
}

std::string adjective_in_nominative_plural(std::string_view word, bool men, bool plain) {
    struct Softened {
        std::string_view from, to;
    };
    static constexpr Softened soft[] = {{"sk", "ští"}, {"ck", "čtí"}, {"ch", "ší"},
                                        {"k", "cí"},   {"r", "ří"},   {"h", "zí"}};
    for (std::string_view ending : {"ými", "ých", "ým"}) {
        if (!ends(word, ending, plain)) continue;
        auto stem = with_ending(word, ending, "", plain);
        if (!men) return stem + (plain ? "e" : "é");
        for (auto& one : soft)
            if (stem.ends_with(one.from)) return with_ending(stem, one.from, one.to, plain);
        return stem + (plain ? "i" : "í");
    }
    for (std::string_view ending : {"ími", "ích", "ím"})
        if (ends(word, ending, plain)) return with_ending(word, ending, "í", plain);
    if (men && ends(word, "é", plain) && !plain) {    // „ohrožené seniory“
        auto stem = with_ending(word, "é", "", plain);
        for (auto& one : soft)
            if (stem.ends_with(one.from)) return with_ending(stem, one.from, one.to, plain);
        return stem + "í";
    }
    return std::string{word};
}

std::string_view word_at(std::string_view text, const Tokens& tokens, std::size_t at) {
    return text.substr(tokens[at].begin, tokens[at].end - tokens[at].begin);
}

// "seniorům" by the lists of nouns: the nominative, and whether it is another word than the printed one.
std::optional<PeopleNoun> known_noun(std::string_view text, const Tokens& tokens, std::size_t at, bool plain) {
    static const auto forms = noun_forms();
    auto known = forms.find(tokens[at].folded);
    if (known == forms.end()) return {};
    auto folded = search::fold(known->second);
    if (folded == tokens[at].folded || folded.find(' ') != std::string::npos)
        return PeopleNoun{at, std::string{word_at(text, tokens, at)}, false};
    return PeopleNoun{at, plain ? folded : std::string{known->second}, true};
}

constexpr std::string_view before_people =
    "a|i|pro|na|s|se|o|k|ke|u|take|zejmena|predevsim|hlavne|tez|dale|pak|i|rovnez|jak|tak|jednak|nejen|ale|take|asi|vsem|vsechny|vsech|vsemi|ti|ty|tem|ta|nasi|nase|nasim|celkem|priblizne|zhruba|jsou|az|taktez|konecne|nakonec|jakoz|ruzne|mnoha|nekolika|mistni|mistnim|mezi|jako|primarne|sekundarne";

std::size_t past_small_words(const Tokens& tokens, std::size_t at) {
    while (at < tokens.size()) {
        if (passages::match_at(tokens, at, "ti|ty|tem|tech , kdo|kter*")) break;
        bool number = passages::number_at(tokens, at).has_value() && !passages::match_at(tokens, at, "jedn*");
        if (!number && !passages::match_at(tokens, at, before_people)) break;
        ++at;
    }
    return at;
}

}

namespace {

std::optional<PeopleNoun> people_noun_in(std::string_view text, const Tokens& tokens, std::size_t at, bool plain) {
    std::optional<PeopleNoun> adjective;
    if (passages::match_at(tokens, at, "ti|ty|tem|tech , kdo|kter*"))    // „těm, kdo o ně doma pečují“
        return PeopleNoun{at, "ti", tokens[at].folded != "ti"};
    for (auto next = at; next < tokens.size() && next < at + 5; ++next) {
        if (tokens[next].kind != TokenKind::word) break;
        if (adjective && passages::match_at(tokens, next, "a|i|ci|nebo")) return adjective;
        if (passages::match_at(tokens, next, "jejich|jeho|jeji|svych|svym|sve|ci") ||
            (next > at && passages::match_at(tokens, next, "a|ci|nebo") &&
             any_adjective(word_at(text, tokens, next - 1), plain)))
            continue;
        auto known = known_noun(text, tokens, next, plain);
        bool more = any_adjective(word_at(text, tokens, next), plain);
        if (known && (!more || next + 1 >= tokens.size())) return known;
        if (known) adjective = known;    // „mladí“ of „mladí lidé“
        auto lower = tokens[next].folded;
        bool adverb = lower.ends_with("e") || lower.ends_with("o");
        if (!more && !(adverb && next + 1 < tokens.size() && any_adjective(word_at(text, tokens, next + 1), plain)))
            break;
    }
    return adjective;
}

}

std::optional<PeopleNoun> people_noun_at(std::string_view text, const Tokens& tokens, std::size_t at) {
    return people_noun_in(text, tokens, at, is_plain(text));
}

namespace {

// "lidem ohroženým", "osob ohrožených", "rodinami pečujícími": the adjective behind stands in the case of the noun.
bool agrees(std::string_view noun, std::string_view adjective) {
    bool dative = noun.ends_with("um") || noun.ends_with("am") || noun.ends_with("em") || noun.ends_with("im");
    bool instrumental = noun.ends_with("mi");
    if (adjective.ends_with("ymi") || adjective.ends_with("imi")) return instrumental;
    if (adjective.ends_with("ych") || adjective.ends_with("ich")) return !dative && !instrumental;
    if (adjective.ends_with("ene") || adjective.ends_with("ane")) return noun.ends_with("y");    // „seniory ohrožené“
    return (adjective.ends_with("ym") || adjective.ends_with("im")) && dative;
}

}

std::string people_in_nominative(std::string_view phrase, bool plain) {
    auto tokens = passages::tokens_of(phrase);
    auto noun = people_noun_in(phrase, tokens, 0, plain);
    if (!noun) return std::string{phrase};
    if (!noun->changed) return std::string{phrase};
    bool men = of_men(noun->nominative);
    std::string out;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        auto begin = at == 0 ? 0 : tokens[at - 1].end;
        out += phrase.substr(begin, tokens[at].begin - begin);
        auto word = word_at(phrase, tokens, at);
        if (at > noun->at + 1 && at <= noun->at + 2 && passages::match_at(tokens, at - 1, "a|i"))
            if (auto second = known_noun(phrase, tokens, at, plain);
                second && second->changed) {    // "sousedy a dobrovolníky"
                out += second->nominative;
                continue;
            }
        bool before = at<noun->at, behind = at> noun->at && at <= noun->at + 2 &&
                      agrees(tokens[noun->at].folded, tokens[at].folded) && tokens[at - 1].kind == TokenKind::word &&
                      !passages::match_at(tokens, at - 1, "s|se|v|ve|o|na|k|po|pod|za|nad|z|ze|do|od|bez|u|pro");
        if (at == noun->at) out += noun->nominative;
        else if (before || behind) out += adjective_in_nominative_plural(word, men, plain);
        else out += word;
    }
    out += phrase.substr(tokens.back().end);
    return out;
}

namespace {

bool relative(const Tokens& tokens, std::size_t at) {
    return passages::match_at(tokens, at,
                              "?s|se|v|ve|pro|o|u|na|za|k kter*|jejichz|kdo|jez|jimz|jimiz|nimz|nichz|jehoz|jejiz")
        .has_value();
}

bool infinitive(std::string_view text, const Tokens& tokens, std::size_t at) {
    auto word = word_at(text, tokens, at);
    if (word.size() < 5 || tokens[at].kind != TokenKind::word ||
        passages::match_at(tokens, at, "internet*|byt|klient|pobyt"))
        return false;
    for (std::string_view ending : {"at", "it", "ít", "ět", "nout", "ýt"})
        if (word.ends_with(ending)) return true;
    return false;
}

bool ends_people(std::string_view text, const Tokens& tokens, std::size_t at) {
    auto& sign = tokens[at].folded;
    if (sign == "(" || sign == ";" || sign == "|" || sign == ":" || sign == "!" || sign == "?") return true;
    if (sign == "." && (at + 1 == tokens.size() || tokens[at + 1].spaced)) return true;
    if (sign == "-" && tokens[at].spaced) return true;
    return infinitive(text, tokens, at) ||
           passages::match_at(
               tokens, at,
               "aby|nabizi|poskytuje|poskytne|nabidne|poradaji|porada|otevira|otevre|zajisti|zajistuje|pripravil*|vznikl*|vznikne|projekt|mysli|prostrednictvim|diky|formou|pomoci|behem|jimz|pomaha|potrebuji|dostanou|ziskaji|muzou|mohou|najdou")
               .has_value();
}

// Behind the bracket that opens here.
std::size_t past_bracket(const Tokens& tokens, std::size_t at) {
    if (at >= tokens.size() || tokens[at].folded != "(") return at;
    while (at < tokens.size() && tokens[at].folded != ")") ++at;
    return std::min(at + 1, tokens.size());
}

struct Piece {
    std::size_t first = 0, last = 0;
    bool joined = false;    // an „a“ stood before it, no comma
};

}

std::vector<std::string> people_listed(std::string_view text, const Tokens& tokens, std::size_t from, bool plain) {
    std::vector<Piece> pieces;
    auto at = past_small_words(tokens, from);
    bool joined = false;
    while (at < tokens.size()) {
        if (!people_noun_at(text, tokens, at)) break;
        auto noun = people_noun_at(text, tokens, at)->at;
        auto end = noun + 1;
        bool in_clause = false;
        for (; end < tokens.size() && !ends_people(text, tokens, end); ++end) {
            if (tokens[end].folded == ",") {
                if (!in_clause && relative(tokens, end + 1)) in_clause = true;
                else break;
            }
            auto next = past_small_words(tokens, end + 1);
            bool other = passages::match_at(tokens, end, "a|i|nebo|ci") && next < tokens.size() &&
                         people_noun_at(text, tokens, next);
            bool again = other && passages::match_at(tokens, end + 1, "pro|na|s|se|o|k|ke|take|dale|jejich|i|u");
            auto mine = people_noun_at(text, tokens, at),
                 theirs = other ? people_noun_at(text, tokens, next) : std::nullopt;
            bool either = mine && !mine->changed && !of_men(mine->nominative);    // „osoby“ in two cases
            bool alike = theirs && mine && (theirs->changed == mine->changed || either);
            bool both = alike;
            if (other && (again || (both && end - at >= 2 && theirs->at > next) || (alike && !pieces.empty()))) break;
        }
        pieces.push_back({at, end, joined});
        end = past_bracket(tokens, end);
        auto next = end;
        if (next < tokens.size() && (tokens[next].folded == "," || tokens[next].folded == ";")) ++next;
        bool goes_on = next > end || passages::match_at(tokens, next, "a|i|nebo|ci");
        if (!goes_on) break;
        joined = passages::match_at(tokens, next, "a|i").has_value();
        at = past_small_words(tokens, next);
    }
    std::vector<std::string> groups;
    for (auto& piece : pieces) {
        auto shown = passages::printed(text, tokens, {piece.first, piece.last});
        std::ranges::replace(shown, '\n', ' ');
        groups.push_back(people_in_nominative(passages::trimmed(shown, ",;."), plain));
    }
    return groups;
}

}
