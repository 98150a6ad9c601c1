// How the schedule is read: words that announce, cancel and move meetings, where they stand, and the days they give.
#pragma once

#include "platform/reading/pattern.hpp"
#include "workgroups/minutes_reading/minutes_readers.hpp"

namespace workgroups {

using DaysInText = std::vector<reading::DateInText>;

const reading::Pattern& cancels();         // „ruší se“, „odpadá“, „porada nebude“
const reading::Pattern& replaces();        // „náhradní“, „přesouvá se“
bool announces(const std::string& low);    // „příští porada“, not „do příští porady“; in plain small letters

std::optional<int> year_named(std::string_view low);    // 20xx
int year_meant(const reading::YearContext&);            // by days that say none; nought where nothing tells

// A stretch of weeks between two days in a plan is two meetings: „út 12. 3. – út 16. 4.“
DaysInText single_days(DaysInText);

// The days that one row or sentence tells of.
struct DaysTold {
    const reading::Letters& letters;
    DaysInText dates{};
    reading::Place at{};
    std::optional<TimeOfDay> usual_time{};    // where none stands beside the days
    bool only_moved = false;                  // nothing is planned but what replaces a cancelled day
};
// Each is planned, cancelled, or what another was moved to.
void take_days(DaysTold, MinutesFacts&);
void plan_meeting(Date, std::optional<TimeOfDay>, reading::Place, MinutesFacts&);    // once, and only ahead

// Whether no reader before took its lines; in the head of the minutes only „příští schůze“ is open.
bool open_to_schedule(const reading::Sentence&, const MinutesSource&);

void read_schedule_lists(MinutesSource&, MinutesFacts&);     // „Harmonogram jednání pro rok 2016“ above rows of days
void read_schedule_tables(MinutesSource&, MinutesFacts&);    // „Termín | Čas | Místo“, „leden | únor | březen“
void read_schedule_sentences(const MinutesSource&, MinutesFacts&);
void read_schedule_rules(const MinutesSource&, MinutesFacts&);    // „vždy první středa v měsíci“

}
