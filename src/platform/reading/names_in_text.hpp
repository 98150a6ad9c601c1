// People in texts: lists of those who came, names with titles, the same person by an initial or in another case.
#pragma once

#include "platform/reading/letters.hpp"

#include <optional>
#include <string>
#include <vector>

namespace reading {

struct PersonNamed {
    std::string name{};    // as printed, without titles and role
    std::string role{};    // what stands beside: „vedoucí skupiny“, an organisation, „omluvena“
};

// Those in a list: separated by commas, semicolons, lines or „a“; roles in brackets, behind dashes and commas.
// `\n` parts lines where each begins with a person.
std::vector<PersonNamed> people_in_list(std::string_view list);

// A name alone, nothing where it is none: „Mgr. Jana Modrá“ is Jana Modrá, „odbor sociálních věcí“ none.
std::optional<std::string> name_alone(std::string_view);
std::string without_titles(std::string_view);

// One person: the same words in any order, or the same surname with the same first letter before it.
bool same_person(std::string_view one, std::string_view other);
// The person among those known whom a form in another case names: „Janu Modrou“, „p. Vlčka Trnky“, „Kamilem“.
std::optional<std::string> person_meant(std::string_view printed, const std::vector<std::string>& known);
// Whether a word may be a form of a name in any case, by their common beginning.
bool may_be_form_of(std::string_view low_word, std::string_view low_name);

}
