// Recognises people by titles, first names and what they are not.
#include "projects/project_reading/project_people.hpp"

#include "platform/reading/passages/pattern_rows.hpp"
#include "platform/reading/word_lists.hpp"
#include "platform/search/fold.hpp"
#include "projects/projects.hpp"

#include <algorithm>

namespace projects {

namespace {

using passages::Span;
using passages::TokenKind;
using passages::Tokens;

bool listed(std::string_view list, std::string_view word) { return reading::words_of(list).contains(word); }

constexpr std::string_view academic[] = {"ph . d ?.", "phd ?.",  "csc ?.", "dis ?.", "mba",  "mpa", "ll . m ?.",
                                         "th . d ?.", "drsc ?.", "msc ?.", "mha",    "ma",   "mph", "d . i . s ?.",
                                         "bc .",      "mgr .",   "ing .",  "phdr .", "bca ."};

std::size_t past_titles_before(const Tokens& tokens, std::size_t at) {
    for (;;) {
        if (at + 1 >= tokens.size() || !listed("titles", tokens[at].folded)) return at;
        bool dotted = tokens[at + 1].folded == ".";
        if (!dotted && tokens[at].folded != "et" && tokens[at].folded.size() < 3 && tokens[at].folded != "bc")
            return at;
        at += dotted ? 2 : 1;
        if (at < tokens.size() && tokens[at].folded == ",") ++at;
    }
}

std::size_t past_academic(const Tokens& tokens, std::size_t at) {
    for (;;) {
        auto next = at;
        if (next < tokens.size() && tokens[next].folded == ",") ++next;
        std::optional<Span> found;
        for (auto title : academic)
            if (auto words = passages::match_at(tokens, next, title))
                found = found && found->last > words->last ? found : words;
        // "Jana Nová, Mgr. Petr Malý": the title of the next person
        bool of_next = found && found->last < tokens.size() && tokens[found->last].capital &&
                       passages::match_at(tokens, next, "bc|mgr|ing|phdr|bca");
        if (!found || of_next) return at;
        at = found->last;
    }
}

bool mixed_case(std::string_view text, const passages::Token& token) {
    auto word = text.substr(token.begin, token.end - token.begin);
    search::take(word);
    if (word.empty()) return false;
    auto second = search::take(word);
    return search::lower(second) == second;
}

// Words that begin with a capital and are no name: offices, posts, months, towns.
bool is_no_name(const Tokens& tokens, std::size_t at) {
    auto& word = tokens[at].folded;
    static constexpr std::string_view more =
        "tel|telefon|mobil|mob|email|e|mail|kontakt*|adresa|projekt*|klicov*|aktivit*|evropsk*|socialni*|operacni*|krajsk*|mestsk*|obecni*|"
        "magistrat*|odbor*|urad*|statutarni*|sdruzeni|ustav|spolek|centrum|centra|domov*|nadac*|charit*|diakonie|nove|nova|stare|hlavni|"
        "ulice|namesti|trida|ceska|ceske|narodni|cilov*|registracni|realizacni|program*|fond*|kancelar*|skola|unie|rozvoj*|podpor*|sluzb*|"
        "republik*|ministerstv*|cast|clanek|priloha|strana|dozor|stavby|jmeno|prijmeni|pozice|funkce|role|titul|uvazek|organizace|zahajeni|ukonceni|celkov*|dotace";
    if (passages::match_at(tokens, at, "nova|nove")) return false;    // a surname as often
    return listed("not_a_name", word) || passages::match_at(tokens, at, more).has_value();
}

bool is_a_place(const Tokens& tokens, Span words) {
    std::string joined;
    for (auto n = words.first; n < words.last; ++n) joined += (joined.empty() ? "" : " ") + tokens[n].folded;
    return listed("towns", joined);
}

bool ends_like_adjective(std::string_view folded) {
    for (std::string_view ending : {"sky", "ska", "ske", "cky", "cka", "cke", "skeho", "ckeho", "skem", "ckem"})
        if (folded.ends_with(ending)) return true;
    return false;
}

// Words with capitals from here on; hyphened surnames and initials in the middle count as one.
std::pair<std::size_t, std::size_t> name_words_from(const Tokens& tokens, std::size_t at) {
    std::size_t words = 0, end = at;
    while (end < tokens.size() && words < 4) {
        auto& token = tokens[end];
        if (token.kind != TokenKind::word || !token.capital || (words > 0 && !token.spaced)) break;
        bool initial = token.folded.size() == 1 && !(words == 0 && passages::match_at(tokens, end + 2, "lide")) &&
                       end + 1 < tokens.size() && tokens[end + 1].folded == ".";
        if (initial && end + 2 < tokens.size() && tokens[end + 2].capital) {
            end += 2, ++words;
            continue;
        }
        if (token.folded.size() < 2 || (is_no_name(tokens, end) && !(words > 0 && token.folded == "kriz"))) break;
        if (words >= 2 && names_role(tokens, {end, end + 1})) break;
        if (words > 0 && end + 1 < tokens.size() && tokens[end + 1].folded == "." && listed("titles", token.folded))
            break;
        ++end, ++words;
        if (end + 1 < tokens.size() && tokens[end].folded == "-" && !tokens[end].spaced && tokens[end + 1].capital)
            end += 2;
    }
    return {end, words};
}

bool has_first_name(const Tokens& tokens, Span words) {
    for (auto n = words.first; n < words.last; ++n)
        if (listed("first_names", tokens[n].folded)) return true;
    return false;
}

}

std::optional<ProjectPerson> project_person_at(std::string_view text, const Tokens& tokens, std::size_t at) {
    auto begin = past_titles_before(tokens, at);
    auto [end, words] = name_words_from(tokens, begin);
    if (words < 2) return {};
    auto last = past_academic(tokens, end);
    bool titled = begin > at || last > end;
    bool sure = titled || has_first_name(tokens, {begin, end});
    if (!sure) {
        if (is_a_place(tokens, {begin, end}) || ends_like_adjective(tokens[begin].folded) || words > 3) return {};
        bool house = begin > 1 && tokens[begin - 1].folded == "," &&
                     tokens[begin - 2].kind == TokenKind::number;    // Kostelní 5, Havlíčkův Brod
        bool capitals = !mixed_case(text, tokens[begin]) && !mixed_case(text, tokens[end - 1]);
        if (house || capitals) return {};    // OPZ PLUS
        if (tokens[end - 1].folded.find_first_not_of("ivx") == std::string::npos) return {};
        for (auto n = begin; n < end; ++n)
            if (names_role(tokens, {n, n + 1})) return {};
    }
    auto shown = passages::printed(text, tokens, {at, last});
    if (last < tokens.size() && tokens[last - 1].folded == "dis" && tokens[last].folded == ".") shown += '.';
    std::ranges::replace(shown, '\n', ' ');
    return ProjectPerson{shown, {at, last}, sure};
}

std::vector<ProjectPerson> project_people_in(std::string_view text, const Tokens& tokens) {
    std::vector<ProjectPerson> people;
    for (std::size_t at = 0; at < tokens.size();) {
        bool may = tokens[at].kind == TokenKind::word &&
                   (at == 0 || tokens[at].spaced || tokens[at - 1].kind == TokenKind::sign) &&
                   (tokens[at].capital || passages::match_at(tokens, at, "doc|prof|prim|arch"));
        bool mail = at > 0 && (tokens[at - 1].folded == "@" ||
                               (tokens[at - 1].folded == "." && !tokens[at - 1].spaced && !tokens[at].spaced &&
                                at > 1 && !listed("titles", tokens[at - 2].folded)));
        bool street = at > 0 && passages::match_at(tokens, at > 1 && tokens[at - 1].folded == "." ? at - 2 : at - 1,
                                                   "nam|namesti|ul|ulice|ulici|trida|tr|nabrezi|nabr|sady");
        auto person = may && !mail && !street ? project_person_at(text, tokens, at) : std::nullopt;
        if (person) at = person->tokens.last, people.push_back(std::move(*person));
        else ++at;
    }
    return people;
}

std::string without_titles_folded(std::string_view name) {
    std::string out;
    auto tokens = passages::tokens_of(name);
    for (auto at = past_titles_before(tokens, 0); at < tokens.size(); ++at) {
        if (tokens[at].kind != TokenKind::word || past_academic(tokens, at) > at) break;
        out += (out.empty() ? "" : " ") + tokens[at].folded;
    }
    return out;
}

namespace {

struct CaseEnding {
    std::string_view from, to;
};

std::optional<std::string> first_name_meant(const std::string& word) {
    if (listed("first_names", search::fold(word))) return word;
    static constexpr CaseEnding endings[] = {
        {"ou", "a"}, {"u", "a"}, {"y", "a"},  {"i", "e"},   {"í", "e"},    {"em", ""},    {"a", ""},    {"ovi", ""},
        {"e", ""},   {"u", ""},  {"ím", "í"}, {"ího", "í"}, {"kem", "ek"}, {"lem", "el"}, {"la", "el"}, {"ka", "ek"}};
    for (auto& ending : endings)
        if (word.size() > ending.from.size() + 1 && word.ends_with(ending.from)) {
            auto base = word.substr(0, word.size() - ending.from.size()) + std::string{ending.to};
            if (listed("first_names", search::fold(base))) return base;
        }
    return {};
}

std::string surname_meant(const std::string& word, bool woman) {
    static constexpr CaseEnding of_women[] = {{"ovou", "ová"}, {"ové", "ová"}, {"ou", "á"}, {"é", "á"}};
    static constexpr CaseEnding of_men[] = {{"em", ""},   {"ovi", ""}, {"ého", "ý"}, {"ým", "ý"},
                                            {"ému", "ý"}, {"u", "a"},  {"ou", "a"},  {"a", ""}};
    auto try_all = [&](auto& endings) {
        for (auto& ending : endings)
            if (word.size() > ending.from.size() + 2 && word.ends_with(ending.from))
                return word.substr(0, word.size() - ending.from.size()) + std::string{ending.to};
        return word;
    };
    return woman ? try_all(of_women) : try_all(of_men);
}

}

std::string person_in_nominative(std::string_view printed) {
    auto tokens = passages::tokens_of(printed);
    auto begin = past_titles_before(tokens, 0);
    auto [end, words] = name_words_from(tokens, begin);
    if (words != 2 || end != begin + 2) return std::string{printed};
    auto word = [&](std::size_t n) {
        return std::string{printed.substr(tokens[n].begin, tokens[n].end - tokens[n].begin)};
    };
    auto first = first_name_meant(word(begin));
    if (!first || (*first == word(begin) && !word(end - 1).ends_with("ovou"))) return std::string{printed};
    bool woman = first->ends_with("a") || first->ends_with("e");
    auto head = std::string{printed.substr(0, tokens[begin].begin)},
         tail = std::string{printed.substr(tokens[end - 1].end)};
    return head + *first + ' ' + surname_meant(word(end - 1), woman) + tail;
}

namespace {

const std::vector<passages::PatternRow>& team_roles() {
    static const auto rows = passages::pattern_rows(files(), "projects/project_reading/data/team_roles.csv");
    return rows;
}

bool has_kind(const Tokens& tokens, Span span, std::string_view kind) {
    for (auto at = span.first; at < std::min(span.last, tokens.size()); ++at)
        for (auto& row : team_roles())
            if (row[1] == kind && passages::match_at(tokens, at, row[0])) return true;
    return false;
}

}

bool names_role(const Tokens& tokens, Span span) { return has_kind(tokens, span, "role"); }
bool stands_apart(const Tokens& tokens, Span span) { return has_kind(tokens, span, "apart"); }

}
