// When the group meets again – a sentence, a list, a table, a year's plan – and which meetings do not take place.
#include "workgroups/minutes_reading/schedule_reading.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

bool open_to_schedule(const Sentence& sentence, const MinutesSource& source) {
    static const Pattern next{"^\\W*(?:priste|pristi|dalsi (?:jednani|schuz|porad|setkani|zasedani|termin))"};
    bool in_head = sentence.place.first < source.head_end && !next.stands_in(sentence.letters.low);
    return !in_head && !source.used_lines.contains(sentence.place.first);
}

void read_schedule(MinutesSource& source, MinutesFacts& facts) {
    read_schedule_lists(source, facts);
    read_schedule_tables(source, facts);
    read_schedule_sentences(source, facts);
    read_schedule_rules(source, facts);
    std::ranges::sort(facts.schedule, {}, &PlannedMeeting::day);
    if (!facts.schedule.empty()) source.next_meeting = facts.schedule.front().day;
}

}
