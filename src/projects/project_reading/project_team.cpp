// Who works on the project: under headings about people, in tables, in lines by themselves and in sentences.
#include "projects/project_reading/project_team_parts.hpp"

#include <algorithm>
#include <utility>

namespace projects {

namespace {

using passages::Passage;
using passages::Tokens;

bool about_people(int field) {
    return field == team_field || field == person_field || field == role_field || field == contact_field;
}

bool has_people_or_posts(const Passage& passage) {
    auto& tokens = passage.tokens;
    return names_role(tokens, {0, tokens.size()}) || !project_people_in(passage.text, tokens).empty();
}

// Which passages stand under a heading about people; names and posts as headings do not end it.
std::vector<bool> passages_about_people(const Passages& all) {
    std::vector<bool> inside(all.size());
    bool open = false;
    for (std::size_t n = 0; n < all.size(); ++n) {
        auto& passage = all[n];
        if (about_people(passage.field)) open = true;
        else if (passage.heading()) open = open && passage.field == no_field && has_people_or_posts(passage);
        else if (passage.field != no_field)
            open = open && !passage.label.empty() && names_role(passages::tokens_of(passage.label), {0, 8});
        else if (!passage.tokens.empty() && passage.tokens.back().folded == ":" && !has_people_or_posts(passage) &&
                 !is_label_of_contact(passage.tokens, 0))
            open = false;
        inside[n] = open && passage.field != other_project_field;
    }
    return inside;
}

void take_passage(TeamStream& stream, const Passage& passage, bool after_gap) {
    auto text = passage.text;
    auto label = passages::tokens_of(passage.label);
    bool heading = passage.heading() && about_people(passage.field) && !has_people_or_posts(passage);
    if (heading) return stream.close();
    bool post = !passage.heading() && !label.empty() &&
                (names_role(label, {0, label.size()}) || is_label_of_contact(label, 0)) && passage.field != team_field;
    if (post || stands_apart(label, {0, label.size()})) text = passage.heading() ? text : passage.label + ' ' + text;
    for (std::string_view rest = text; !rest.empty();) {
        auto end = std::min(rest.find('\n'), rest.size());
        stream.take(rest.substr(0, end), passage.at, std::exchange(after_gap, false));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

std::vector<ReadMember> members_under_headings(const Passages& all, const std::vector<bool>& inside) {
    TeamStream stream{false};
    std::size_t last = 0;
    for (std::size_t n = 0; n < all.size(); ++n) {
        if (!inside[n]) {
            if (n > 0 && inside[n - 1]) stream.close();
            continue;
        }
        if (all[n].table && all[n].cells.size() > 1) continue;
        take_passage(stream, all[n], all[n].at.first > last + 1);
        last = all[n].at.last;
    }
    return std::move(stream.members);
}

// "Manažerka projektu: Mgr. Jana Nová, tel. …" and "Mgr. Jana Nová, manažerka projektu" wherever they stand.
bool is_line_of_member(const Passage& passage, std::string_view text, const Tokens& tokens) {
    auto people = project_people_in(text, tokens);
    if (people.size() != 1 || !people[0].sure || tokens.size() > 45 || of_another_project(passage)) return false;
    auto& person = people[0].tokens;
    if (stands_apart(tokens, {0, tokens.size()}) || has_left(tokens)) return false;
    bool behind = person.first == 0 && person.last < tokens.size() &&
                  tokens[person.last].kind == passages::TokenKind::sign && tokens[person.last].folded != "." &&
                  names_role(tokens, {person.last, std::min(person.last + 5, tokens.size())});
    bool ahead = person.first > 1 && person.first < 10 &&
                 (tokens[person.first - 1].folded == ":" || tokens[person.first - 1].folded == "-") &&
                 names_role(tokens, {0, person.first});
    return behind || ahead;
}

// A card without a heading, as below a letter: the name alone, the post below it, then how to reach the person.
void take_signature(TeamStream& stream, const Passages& all, std::size_t first) {
    std::vector<std::string_view> lines;
    auto& passage = all[first];
    for (auto n = first;
         n < all.size() && lines.size() < 8 && (n == first || all[n].at.first == all[n - 1].at.last + 1); ++n)
        for (auto rest = std::string_view{all[n].text}; all[n].label.empty() && !all[n].table && !rest.empty();) {
            lines.push_back(rest.substr(0, rest.find('\n')));
            rest.remove_prefix(std::min(lines.back().size() + 1, rest.size()));
        }
    for (std::size_t n = 0; n + 1 < lines.size(); ++n) {
        auto tokens = passages::tokens_of(lines[n]), post = passages::tokens_of(lines[n + 1]);
        auto people = project_people_in(lines[n], tokens);
        bool alone = people.size() == 1 && people[0].sure && people[0].tokens.size() == tokens.size();
        if (!alone || post.size() > 10 || !names_role(post, {0, post.size()}) || stands_apart(post, {0, post.size()}))
            continue;
        for (auto at = n; at < lines.size(); ++at) {
            auto own = passages::tokens_of(lines[at]);
            bool wanted = at < n + 2 || begin_of_contacts(lines[at], own, 0) < own.size();
            if (wanted) stream.take(lines[at], passage.at, false);
        }
        return stream.close();
    }
}

// "(tel. 604 118 294) a Ing. Jana Nová …" is the middle of a sentence.
bool only_contacts(std::string_view line) {
    auto tokens = passages::tokens_of(line);
    return begin_of_contacts(line, tokens, 0) < 3 && project_people_in(line, tokens).empty();
}

std::vector<ReadMember> members_in_free_lines(const Passages& all, const std::vector<bool>& inside) {
    TeamStream stream{true};
    for (std::size_t n = 0; n < all.size(); ++n) {
        auto& passage = all[n];
        bool whole = inside[n] || passage.heading() || (passage.table && passage.cells.size() > 1) ||
                     passage.field == other_project_field;
        stream.close();
        if (whole) continue;
        take_signature(stream, all, n);
        auto label = passages::tokens_of(passage.label);
        auto text =
            !label.empty() && names_role(label, {0, label.size()}) ? passage.label + ' ' + passage.text : passage.text;
        for (std::string_view rest = text; !rest.empty();) {
            auto line = rest.substr(0, rest.find('\n'));
            if (is_line_of_member(passage, line, passages::tokens_of(line))) stream.take(line, passage.at, true);
            else if (only_contacts(line)) stream.take(line, passage.at, false);
            else stream.close();
            rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        }
    }
    return std::move(stream.members);
}

bool same_member(const ReadMember& one, const ReadMember& other) {
    auto a = without_titles_folded(one.name), b = without_titles_folded(other.name);
    return a == b;
}

// A person told twice is one: the fuller name, the first post, all telephones.
void merge_members(std::vector<ReadMember>& all, std::vector<ReadMember> more, bool only_known) {
    bool lonely = all.size() < 2;    // one contact is no team
    for (auto& member : more) {
        auto known = std::ranges::find_if(all, [&](auto& one) { return same_member(one, member); });
        if (known == all.end()) {
            auto role = passages::tokens_of(member.role);
            bool strong = names_role(role, {0, role.size()}) && (!member.phones.empty() || !member.email.empty());
            bool second = lonely && names_role(role, {0, role.size()});
            if (!only_known || strong || second) all.push_back(std::move(member));
            continue;
        }
        if (member.name.size() > known->name.size()) known->name = member.name;
        auto role = passages::tokens_of(known->role), other = passages::tokens_of(member.role);
        if (!names_role(role, {0, role.size()}) && (known->role.empty() || names_role(other, {0, other.size()})))
            known->role = member.role;
        if (known->email.empty()) known->email = member.email;
        if (known->phones.empty()) known->phones = member.phones;
    }
}

// "Zprávu zpracovala: Ing. Jana Nová, tel. …": contacts of somebody whom the team has without them.
void contacts_by_name(const Passages& all, std::vector<ReadMember>& team) {
    for (auto& passage : all) {
        if (passage.field == other_project_field || passage.tokens.size() > 60) continue;
        auto text = with_at_signs(passage.text);
        auto tokens = passages::tokens_of(text);
        auto people = project_people_in(text, tokens);
        if (people.size() != 1 || begin_of_contacts(text, tokens, 0) == tokens.size()) continue;
        for (auto& member : team)
            if (member.phones.empty() && member.email.empty() &&
                without_titles_folded(member.name) == without_titles_folded(people[0].name))
                take_contacts(member, text, tokens);
    }
}

// The name of a member alone, how to reach them on the lines below: a signature without a post.
void contacts_below_name(const Passages& all, std::vector<ReadMember>& team) {
    for (std::size_t n = 0; n + 1 < all.size(); ++n) {
        auto name = without_titles_folded(all[n].text);
        auto& below = all[n + 1];
        bool alone = !name.empty() && all[n].tokens.size() <= 8 && all[n].text.find('\n') == std::string::npos &&
                     below.at.first <= all[n].at.last + 1 && !below.table;
        if (!alone || !project_people_in(below.text, below.tokens).empty()) continue;
        for (auto& member : team)
            if (without_titles_folded(member.name) == name) take_contacts(member, below.text, below.tokens);
    }
}

// „Volejte Jonášovi na 388 000 541, Janě na …“: the first name that only one member has.
void contacts_by_first_name(const Passages& all, std::vector<ReadMember>& team) {
    auto first_of = [](const ReadMember& member) {
        auto name = without_titles_folded(member.name);
        return name.substr(0, name.find(' '));
    };
    for (auto& passage : all) {
        if (passage.field == other_project_field || passage.heading()) continue;
        for (auto& phone : project_phones_in(passage.text, passage.tokens)) {
            auto at = phone.tokens.first;
            if (at == 0 || !passages::match_at(passage.tokens, at - 1, "na|:|-|(")) continue;
            auto& word = passage.tokens[at > 1 ? at - 2 : 0];
            if (at < 2 || !word.capital || word.folded.size() < 3) continue;
            std::vector<ReadMember*> called;
            for (auto& member : team)
                if (auto first = first_of(member);
                    first.size() > 2 && word.folded.starts_with(first.substr(0, first.size() - 1)))
                    called.push_back(&member);
            if (called.size() == 1 && called[0]->phones.empty()) called[0]->phones.push_back(phone.printed);
        }
    }
}

// "Zákravský: telefon …" below the table: by the surname alone.
void contacts_by_surname(const Passages& all, std::vector<ReadMember>& team) {
    for (auto& passage : all) {
        auto text = with_at_signs(passage.text);
        auto tokens = passages::tokens_of(text);
        if (tokens.size() < 3 || tokens.size() > 30 || !tokens[0].capital) continue;
        if (tokens[1].folded != ":" && tokens[1].folded != "-" && tokens[1].folded != ",") continue;
        for (auto& member : team)
            if (without_titles_folded(member.name).ends_with(' ' + tokens[0].folded))
                take_contacts(member, text, tokens);
    }
}

}

std::vector<ReadMember> find_team(const Passages& all, const reading::TextDocument& document) {
    auto inside = passages_about_people(all);
    std::vector<ReadMember> team;
    merge_members(team, members_in_rows(all, document, inside), false);
    merge_members(team, members_under_headings(all, inside), false);
    merge_members(team, members_in_free_lines(all, inside), false);
    merge_members(team, members_in_sentences(all), !team.empty());
    merge_members(team, writer_of_letter(all, document.sender), false);
    contacts_below_name(all, team);
    contacts_by_surname(all, team);
    contacts_by_first_name(all, team);
    contacts_by_name(all, team);
    return team;
}

}
