// Puts cards of people together line by line.
#include "projects/project_reading/project_team_parts.hpp"

#include <algorithm>

namespace projects {

namespace {

using passages::Span;
using passages::TokenKind;
using passages::Tokens;

constexpr std::size_t role_words_max = 14;

// "Pozice: …", "jméno a příjmení: …": what follows.
std::size_t past_label_of_person(const Tokens& tokens) {
    for (std::string_view label :
         {"jmeno ?a ?prijmeni :", "pozice ?v ?tymu|projektu :", "funkce ?v ?projektu :", "role ?v ?projektu :",
          "pracovni pozice :", "post :", "kontaktni osob* ?projektu ?je :|-"})
        if (auto words = passages::match_at(tokens, 0, label)) return words->last;
    return 0;
}

bool contact_person(const Tokens& tokens) {
    return passages::match_at(tokens, 0, "kontaktni osob*|pracovnik|pracovnice").has_value();
}

// "úvazek 0,5", "(0,8 úv.)", "40 hod. měsíčně", "do 29. 2. 2024" are no part of the post.
std::size_t end_of_post(const Tokens& tokens, std::size_t first, std::size_t last) {
    for (auto at = first; at < last; ++at) {
        if (passages::match_at(tokens, at, "uvazek|uvazku|uvazkem|dpp|dpc")) return at;
        if (at > first && passages::match_at(tokens, at, "# , #|uvaz*|uv")) return at;
        if (at > first && passages::match_at(tokens, at, "# ?, ?# uv*|hod*|%")) return at;
        if (at > first && passages::match_at(tokens, at, "od|do # .")) return at;
        if (at > first && (tokens[at].folded == ";" || tokens[at].folded == "|")) return at;
        if (at > first && tokens[at].folded == "." &&
            (at + 1 == last || (tokens[at + 1].capital && tokens[at + 1].spaced)) && tokens[at - 1].folded.size() > 3)
            return at;
    }
    return last;
}

}

bool is_label_of_contact(const Tokens& tokens, std::size_t at) {
    if (passages::match_at(
            tokens, at,
            "tel|telefon|telefony|telefonni|telefonicky|mob|mobil|mobilni|email|emaily|mail|gsm|linka|kontakt"))
        return true;
    return passages::match_at(tokens, at, "e - mail*") || passages::match_at(tokens, at, "m|t|e :");
}

std::size_t begin_of_contacts(std::string_view text, const Tokens& tokens, std::size_t from) {
    auto phones = project_phones_in(text, tokens);
    for (auto at = from; at < tokens.size(); ++at) {
        if (is_label_of_contact(tokens, at) &&
            (at + 1 == tokens.size() || tokens[at + 1].kind != TokenKind::word || at > from))
            return at;
        if (tokens[at].folded == "@") {
            while (at > from && !tokens[at].spaced) --at;
            return at;
        }
        for (auto& phone : phones)
            if (phone.tokens.first == at) return at;
    }
    return tokens.size();
}

std::string role_between(std::string_view text, const Tokens& tokens, std::size_t first, std::size_t last) {
    auto useless = [&](std::size_t at) { return tokens[at].kind == TokenKind::sign; };
    while (first < last &&
           (useless(first) || passages::match_at(tokens, first, "je|jako|coby|bude|pani|pan|pi|p|a|dale|take")))
        ++first;
    for (auto at = first; at < last && at < first + 6; ++at)    // „tým bude tvořit projektová manažerka“
        if (passages::match_at(tokens, at, "tvorit|tvori|sestava|jsou|pracuji|pracuje")) first = at + 1;
    last = end_of_post(tokens, first, last);
    while (last > first && ((useless(last - 1) && tokens[last - 1].folded != ")") ||
                            passages::match_at(tokens, last - 1, "je|bude|a|pani|pan|jmeno")))
        --last;
    auto role = passages::printed(text, tokens, {first, last});
    if (role.ends_with(')') && role.find('(') == role.npos) role.pop_back();
    std::ranges::replace(role, '\n', ' ');
    return role;
}

void take_contacts(ReadMember& member, std::string_view text, const Tokens& tokens) {
    auto digits = [](std::string_view phone) {
        std::string out;
        for (char sign : phone)
            if (sign >= '0' && sign <= '9') out += sign;
        return out.size() > 9 ? out.substr(out.size() - 9) : out;
    };
    for (auto& phone : project_phones_in(text, tokens)) {
        if (phone.tokens.first > 1 && passages::match_at(tokens, phone.tokens.first - 2, "fax")) continue;
        bool known =
            std::ranges::any_of(member.phones, [&](auto& one) { return digits(one) == digits(phone.printed); });
        if (!known) member.phones.push_back(phone.printed);
    }
    auto emails = passages::emails_in(text);
    if (!emails.empty() && member.email.empty()) member.email = emails.front();
}

bool has_left(const Tokens& tokens) {
    return passages::has(tokens, "nepracuj*|ukoncil*|odesel|odesla|byval*|drive|vynech*|puvodni*");
}

void TeamStream::people_of_line(const std::string& text, const Tokens& tokens, const std::vector<ProjectPerson>& people,
                                reading::Place at) {
    auto label = past_label_of_person(tokens);
    auto& first = people.front();
    bool sign_before = first.tokens.first > 0 && tokens[first.tokens.first - 1].kind == TokenKind::sign &&
                       first.tokens.first > label + 1;
    bool ahead =
        names_role(tokens, {label, first.tokens.first}) || (sign_before && first.tokens.first <= role_words_max);
    auto last = first.tokens.last;
    bool bracket = last < tokens.size() && tokens[last].folded == "(";
    if (bracket && names_role(tokens, {last, std::min(begin_of_contacts(text, tokens, last), last + 8)})) ahead = false;
    auto begin = label;
    for (std::size_t n = 0; n < people.size(); ++n) {
        auto& person = people[n];
        auto next = n + 1 < people.size() ? people[n + 1].tokens.first : tokens.size();
        auto end = std::max(begin_of_contacts(text, tokens, person.tokens.last), person.tokens.last);
        ReadMember member{.name = person.name, .at = at};
        auto role_end = ahead ? person.tokens.first : std::min(end, next);
        member.role = ahead ? role_between(text, tokens, begin, person.tokens.first)
                            : role_between(text, tokens, person.tokens.last, role_end);
        if (passages::tokens_of(member.role).size() > role_words_max + 6) member.role.clear();
        if (!ahead && !member.role.empty() && !names_role(tokens, {person.tokens.last, role_end}) && !pending_.empty())
            member.role.clear();
        if (member.role.empty()) member.role = pending_;
        auto own = people.size() == 1 ? text : passages::printed(text, tokens, {person.tokens.last, next});
        take_contacts(member, own, passages::tokens_of(own));
        pending_.clear();
        bool apart =
            stands_apart(tokens, {ahead ? begin : person.tokens.first, ahead ? person.tokens.first : role_end}) ||
            stands_apart(passages::tokens_of(member.role), {0, 40});
        begin = person.tokens.last;
        auto contacts = project_phones_in(text, tokens);
        for (auto& phone : contacts)
            if (phone.tokens.last <= next && phone.tokens.last > begin) begin = phone.tokens.last;
        for (auto n2 = begin; n2 < next; ++n2)
            if (tokens[n2].folded == ";") begin = n2 + 1;
        open_ = !apart && !has_left(tokens);
        if (open_) members.push_back(std::move(member));
    }
    if (!seen_role_ && ahead) role_first_ = seen_role_ = true;
}

void TeamStream::other_line(const std::string& text, const Tokens& tokens, bool after_gap) {
    auto contacts = begin_of_contacts(text, tokens, 0);
    bool reaches = contacts < tokens.size();
    auto label = past_label_of_person(tokens);
    bool role = contacts - std::min(label, contacts) <= role_words_max &&
                (label > 0 || names_role(tokens, {0, contacts})) && contacts > label;
    if ((role || reaches) && stands_apart(tokens, {0, contacts})) return close();
    bool below = open_ && !members.empty() && members.back().role.empty() && !(role_first_ && after_gap);
    if (role && below) members.back().role = role_between(text, tokens, label, contacts);
    else if (role && !reaches) {
        pending_ = contact_person(tokens) && contacts < 4 ? "" : role_between(text, tokens, label, contacts);
        if (!seen_role_ && members.empty()) role_first_ = true;
        if (after_gap || role_first_) open_ = false;
    }
    if (reaches && open_ && !members.empty()) take_contacts(members.back(), text, tokens);
    if (!reaches && !role && tokens.size() > 25) open_ = false;
    seen_role_ = seen_role_ || role;
}

void TeamStream::take(std::string_view piece, reading::Place at, bool after_gap) {
    auto text = with_at_signs(passages::trimmed(piece));
    auto tokens = passages::tokens_of(text);
    if (tokens.empty()) return;
    auto people = project_people_in(text, tokens);
    if (only_sure_) std::erase_if(people, [](auto& person) { return !person.sure; });
    if (people.empty()) other_line(text, tokens, after_gap);
    else people_of_line(text, tokens, people, at);
}

}
