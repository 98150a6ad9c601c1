// People whom nobody introduced, told by the shape of their names: a title or „paní“ before a surname, a first name
// before or behind it, in any case.
#pragma once

#include "workgroups/minutes_reading/minutes_people_in_text.hpp"

namespace workgroups {

std::vector<PersonInText> people_by_shape(const reading::Letters&);

// „Barbory Vřesové“, „Hynka Jalovce“ in the nominative; what is no form of a known first name stays.
std::string name_in_nominative(const std::string& first, const std::string& surname);

}
