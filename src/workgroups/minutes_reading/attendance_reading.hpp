// What readers of attendance share: how somebody was there, told once.
#pragma once

#include "workgroups/minutes_reading/minutes_readers.hpp"

namespace workgroups {

enum class Came { yes, excused, no, guest };

std::optional<Came> said_of(const std::string& low);                              // „omluvena“, „bez omluvy“, „host“
std::optional<Came> came_by(const Labelled&);                                     // „Nepřítomni (omluveni)“
void add_person(MinutesFacts&, Came, const std::string& name, reading::Place);    // who is known stays as first told

// A column of names and one that says who came; „Přítomni | Omluveni“ above two columns of names.
void read_people_side_by_side(MinutesSource&, MinutesFacts&);
void read_attendance_tables(MinutesSource&, MinutesFacts&);

// „Přichází Mgr. Eva Malá, omlouvá se za zdržení“ in the course of the meeting; „za magistrát svolavatelka“.
void read_late_and_referred(MinutesSource&, MinutesFacts&);
void drop_what_is_no_person(MinutesFacts&);    // „LDN“, „Štítky“ among whole names

}
