// The two ways to the points of the programme.
#pragma once

#include "workgroups/minutes_reading/minutes_readers.hpp"

namespace workgroups {

std::string point_text(std::string text);    // without signs at its end
// „1. Úvod, 2. Kontrola úkolů, 3. Různé“ in one line; also with commas or semicolons alone.
std::vector<std::string> points_in_line(const std::string& value, int first = 1);

// „…, tiskopisy a den pro pečující“ ends with two points, where the last part is the longest.
void part_last_at_and(std::vector<std::string>& points);

// Where no list says them: from the headings of the text.
void read_agenda_from_headings(MinutesSource&, MinutesFacts&);
// „Na programu bylo schválení zápisu, výběr projektů a úkoly.“
void read_agenda_from_sentences(MinutesSource&, MinutesFacts&);

}
