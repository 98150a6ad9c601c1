// People on pages of projects and how to reach them.
#pragma once

#include "platform/reading/passages/contacts.hpp"

namespace projects {

struct ProjectPerson {
    std::string name{};    // as printed, with titles
    passages::Span tokens{};
    bool sure = false;    // a title or a known first name; others only look like a name
};

// Two to four words with capitals that are no post, office or town; "Nováková Jana, Mgr." too.
std::optional<ProjectPerson> project_person_at(std::string_view text, const passages::Tokens&, std::size_t at);
std::vector<ProjectPerson> project_people_in(std::string_view text, const passages::Tokens&);

// „Janu Novou“, „Petrem Novákem“ behind a preposition or a verb: Jana Nová; as it stands where no rule fits.
std::string person_in_nominative(std::string_view printed);
std::string without_titles_folded(std::string_view name);

// "name (at) example.cz", "name [zavináč] example.cz" written with the sign.
std::string with_at_signs(std::string_view text);

// Telephones also as 602/123 456, 602-123-456, 602.123.456, (+420) 602 123 456.
std::vector<passages::PhoneFound> project_phones_in(std::string_view text, const passages::Tokens&);

// Words of posts in a project; words of those who only stand beside it: the press, mayors, those who signed.
bool names_role(const passages::Tokens&, passages::Span);
bool stands_apart(const passages::Tokens&, passages::Span);

}
