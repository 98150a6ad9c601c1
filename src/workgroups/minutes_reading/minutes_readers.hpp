// The readers of single facts, in the order in which they are called: later ones stand on what earlier ones found.
#pragma once

#include "workgroups/minutes_reading/minutes_source.hpp"

namespace workgroups {

void read_date_and_time(MinutesSource&, MinutesFacts&);
void read_group(MinutesSource&, MinutesFacts&);
void read_place(MinutesSource&, MinutesFacts&);
void read_writer(MinutesSource&, MinutesFacts&);
void read_attendance(MinutesSource&, MinutesFacts&);
void read_agenda(MinutesSource&, MinutesFacts&);
void read_schedule(MinutesSource&, MinutesFacts&);    // and what was cancelled
void read_tasks(MinutesSource&, MinutesFacts&);
void read_events(MinutesSource&, MinutesFacts&);
void read_numbers(MinutesSource&, MinutesFacts&);    // paragraphs, registration numbers, money, votes
void read_reports(MinutesSource&, MinutesFacts&);    // of groups, milestones, projects

bool is_title_line(const std::string& low);    // „Zápis z …“, „Usnesení …“, in plain small letters

// „řídicí skupiny“ is „řídicí skupina“: the head noun of a group and the adjectives before it.
std::string group_in_nominative(std::string_view genitive);
std::string place_in_nominative(std::string_view locative);    // „v malé zasedací síni“ is „malá zasedací síň“

}
