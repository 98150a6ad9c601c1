// People in sentences that say what somebody does in the project.
#include "projects/project_reading/project_team_parts.hpp"

#include "platform/reading/passages/sentences.hpp"

#include <algorithm>
#include <utility>

namespace projects {

namespace {

using passages::Tokens;

constexpr std::string_view work_cues[] = {"garant*",
                                          "manazer*",
                                          "koordinat*",
                                          "vede",
                                          "stara",
                                          "skoli",
                                          "vedouci",
                                          "metodi*",
                                          "ridi",
                                          "projektu",
                                          "lektor*",
                                          "asistent*",
                                          "vedeni*",
                                          "poveril*|poveren*",
                                          "terapeut*",
                                          "psycholo*",
                                          "pruvodc*|pruvodkyn*",
                                          "poradc*|poradkyn*",
                                          "ma na starosti|starost",
                                          "hlida",
                                          "odpovida|zodpovida",
                                          "socialni|komunitni|terenni|klicov*|peer|krizov* pracovni*"};

// "Odborným garantem projektu": odborný garant.
std::string role_in_nominative(std::string_view role) {
    struct Ending {
        std::string_view from, to;
    };
    static constexpr Ending endings[] = {{"ým", "ý"},    {"erem", "er"}, {"orem", "or"}, {"antem", "ant"},
                                         {"kou", "ka"},  {"ní", "ní"},   {"kem", "k"},   {"istou", "ista"},
                                         {"stem", "st"}, {"ou", "á"}};
    std::string out;
    auto tokens = passages::tokens_of(role);
    for (auto& token : tokens) {
        if (token.folded == "projektu") continue;
        auto word = std::string{role.substr(token.begin, token.end - token.begin)};
        for (auto& ending : endings)
            if (word.size() > ending.from.size() + 2 && word.ends_with(ending.from)) {
                word = word.substr(0, word.size() - ending.from.size()) + std::string{ending.to};
                break;
            }
        out += (out.empty() ? "" : " ") + word;
    }
    return out;
}

// "…, která projekt zároveň vede": behind the name, before the next sentence.
bool leads_project(const Tokens& tokens, std::size_t from) {
    for (auto at = from; at < tokens.size() && at < from + 8; ++at)
        if (passages::match_at(tokens, at, "vede")) return true;
    return false;
}

constexpr std::string_view posts_before_names =
    "vede|ridi|manazer*|koordinator*|projektu|vedouci|garant*|lektor*|pracovnice|pracovnik|skoli|asistent*|psycholo*|terapeut*|metodi*|stara|konzultant*";

bool begins_with_post(const Tokens& tokens, std::size_t at) {
    return passages::match_at(tokens, at, posts_before_names).has_value() || names_role(tokens, {at, at + 1});
}

// „říká Růžena …“ tells nothing of her post.
constexpr std::string_view sayings =
    "rika|vzpomina|uvedl*|rekl*|dodava|vysvetluje|doplnil*|popisuje|mini|potvrzuje|sdelil*|uvadi|upozornuje|hodnoti|tesi";

bool only_says(std::string_view role) { return passages::has(passages::tokens_of(role), sayings); }

// „kontaktujte Janu Novou“, „s Petrem Novákem“
bool in_another_case(const Tokens& tokens, std::size_t at) {
    return at > 0 &&
           passages::match_at(tokens, at - 1, "s|se|na|u|od|k|ke|pro|kontaktujte|kontaktovat|vedenim|volejte|napiste")
               .has_value();
}

// „vedoucí projektu Anna Sedláková, interkulturní pracovnice …“: the post stands before the name.
bool has_post_before(const Tokens& tokens, std::size_t from, std::size_t at) {
    auto begin = at;
    while (begin > from && tokens[begin - 1].kind == passages::TokenKind::word &&
           !passages::match_at(tokens, begin - 1, "a|i"))
        --begin;
    return begin < at && at - begin <= 5 && names_role(tokens, {begin, at});
}

// „Povídali jsme si s jeho vedoucí …“: the post begins behind the pronoun or preposition.
std::size_t begin_of_post(const Tokens& tokens, std::size_t begin, std::size_t end) {
    for (auto n = end; n > begin; --n)
        if (passages::match_at(tokens, n - 1, "jeho|jeji|jejich|nas|nase|nasi|nasim|s|se|je|jsou|byla|byl") &&
            names_role(tokens, {n, end}))
            return n;
    return begin;
}

// „Apolenou“, „Jiřího“: no nominative ends so.
bool is_oblique(std::string_view name) {
    for (std::string_view ending : {"ou ", "em ", "ovi ", "ího ", "ím "})
        if (name.find(ending) != name.npos) return true;
    return false;
}

// „Radovan Pešek jako finanční manažer“, „já (Jana Nová) jsem vedoucí projektu“, „Jan Nový je terapeut“.
std::size_t past_is(const Tokens& tokens, std::size_t at) {
    auto behind = passages::match_at(tokens, at, ") ?, jsem|je");
    if (!behind) behind = passages::match_at(tokens, at, "?, ?pracuje|pusobi jako|coby");
    if (!behind) behind = passages::match_at(tokens, at, "?, ?ktery|ktera je|bude");
    return behind ? behind->last : 0;
}

std::size_t end_of_clause(const Tokens& tokens, std::size_t at, std::size_t most) {
    while (at < most && tokens[at].folded != "," && tokens[at].folded != ";" && tokens[at].folded != "." &&
           tokens[at].folded != "(" && !passages::match_at(tokens, at, "a|ale|kter*"))
        ++at;
    return at;
}

// The words before the name, from the comma or the person before; `from` moves behind a post that stood behind the
// name.
ReadMember member_in_sentence(const passages::Sentence& sentence, const ProjectPerson& person, std::size_t& from,
                              std::size_t next, reading::Place place) {
    auto& tokens = sentence.tokens;
    auto at = person.tokens.first;
    ReadMember member{.name = in_another_case(tokens, at) || is_oblique(person.name) ? person_in_nominative(person.name)
                                                                                     : person.name,
                      .at = place};
    auto behind = person.tokens.last;
    bool bracket = behind + 1 < tokens.size() && tokens[behind].folded == "(";
    bool comma = behind + 1 < tokens.size() && (tokens[behind].folded == "," || tokens[behind].folded == "-") &&
                 names_role(tokens, {behind + 1, std::min(behind + 3, tokens.size())});
    if (bracket || (comma && !has_post_before(tokens, from, at))) {
        auto before = std::exchange(from, behind);
        auto end = std::min(begin_of_contacts(sentence.text, tokens, behind), tokens.size());
        for (auto n = behind + 1; n < end; ++n)
            if (tokens[n].folded == ")" || (comma && tokens[n].folded == ",") || n >= next) end = n;
        while (end > behind + 1 && passages::match_at(tokens, end - 1, "a|i")) --end;
        member.role = role_between(sentence.text, tokens, behind + 1, end);
        if (!member.role.empty()) return member;
        from = before;
    }
    auto begin = from;
    from = behind;
    if (auto is_behind = past_is(tokens, behind); is_behind > 0) {
        auto end = end_of_clause(tokens, is_behind, next);
        if (names_role(tokens, {is_behind, end})) {
            member.role = role_between(sentence.text, tokens, is_behind, end), from = end;
            if (!member.role.empty()) return member;
        }
    }
    if (passages::match_at(tokens, begin, "a|,")) ++begin;
    auto end = at;
    bool is = end > begin && passages::match_at(tokens, end - 1, "je|bude");
    if (is) --end;
    for (auto n = end; n > begin; --n)
        if (tokens[n - 1].folded == "," || tokens[n - 1].folded == "\"" || tokens[n - 1].folded == ";" ||
            tokens[n - 1].folded == ")" || tokens[n - 1].folded == ":") {
            begin = n;
            break;
        }
    member.role = role_between(sentence.text, tokens, begin_of_post(tokens, begin, end), end);
    if (passages::match_at(passages::tokens_of(member.role), 0, "ja|my")) member.role.clear();
    if (only_says(member.role)) member.role.clear();
    if (is) member.role = role_in_nominative(member.role);
    if (leads_project(tokens, person.tokens.last)) member.role = "vedoucí projektu";
    if (member.role.empty())
        member.role =
            role_between(sentence.text, tokens, person.tokens.last, std::min(person.tokens.last + 4, tokens.size()));
    return member;
}

bool holds_office(const Tokens& tokens, std::size_t at) {
    return at > 0 && (stands_apart(tokens, {at - 1, at}) || (at > 1 && stands_apart(tokens, {at - 2, at})));
}

void people_of_sentence(const passages::Sentence& sentence, reading::Place place, std::vector<ReadMember>& members) {
    auto& tokens = sentence.tokens;
    std::size_t from = 0;
    auto people = project_people_in(sentence.text, tokens);
    for (std::size_t n = 0; n < people.size(); ++n) {
        auto& person = people[n];
        auto at = person.tokens.first;
        bool post = at > 0 && !tokens[at - 1].capital && begins_with_post(tokens, at - 1);
        bool called = person.sure || (post && person.tokens.size() == 2);
        auto next = n + 1 < people.size() ? people[n + 1].tokens.first : tokens.size();
        bool taken = called && !holds_office(tokens, at);
        if (taken) {
            auto member = member_in_sentence(sentence, person, from, next, place);
            auto own = passages::printed(sentence.text, tokens, {person.tokens.last, next});
            take_contacts(member, own, passages::tokens_of(own));
            members.push_back(std::move(member));
        }
        if (!taken) from = person.tokens.last;
    }
}

}

// Sentences that say what somebody does: „O finance se stará Ing. Sylva Šafránová“.
std::vector<ReadMember> members_in_sentences(const Passages& all) {
    std::vector<ReadMember> members;
    for (auto& passage : all) {
        if (passage.field == other_field || passage.field == other_project_field || passage.heading() ||
            passage.cells.size() > 1)
            continue;
        for (auto& sentence : passages::sentences_of(with_at_signs(passage.text))) {
            if (!passages::has_any(sentence.tokens, work_cues) || passages::has(sentence.tokens, "mluvci|tiskov*") ||
                has_left(sentence.tokens) || of_another_project({.field = passage.field, .tokens = sentence.tokens}))
                continue;
            people_of_sentence(sentence, passage.at, members);
        }
    }
    return members;
}

}
