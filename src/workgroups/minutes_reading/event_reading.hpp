// Words that tell of events: what takes place, what it is called, and which days are none of theirs.
#pragma once

#include "platform/reading/pattern.hpp"
#include "workgroups/minutes_reading/minutes_readers.hpp"

namespace workgroups {

const reading::Pattern& event_noun();     // the stems of data/event_nouns.csv
const reading::Pattern& takes_place();    // „koná se“, „proběhne“, „chystáme“
bool is_adjective(const std::string& low);
// The word before a date makes it a deadline, the beginning of a validity …
bool is_other_day(const reading::Letters&, const reading::DateInText&);
bool of_a_meeting(const reading::Letters&);    // of the group, not one open to others
bool has_passed(const std::string& low);
// The noun with what belongs to it: „Dvoudenní seminář pro starosty“ up to the verb, the day or a comma.
std::string noun_phrase(const reading::Letters&, std::size_t noun, const std::vector<reading::DateInText>&);
// What stands before the verb of a clause where no noun tells: „Na Bouzov pojedeme“ is „Na Bouzov“.
std::string subject_phrase(const reading::Letters&, const reading::DateInText&);

// Where no noun tells, what a verb says takes place: „Noc s Andersenem se letos koná“, „jedeme na výměnu zkušeností“.
std::string told_title(const reading::Letters&, const reading::DateInText&);
// „odbornou konferenci Péče“ is „odborná konference Péče“.
std::string event_in_nominative(const std::string& phrase);

// A part of a sentence with the days that belong to it: „A bude 8. 4., B 15. 5. a C 28. 5.“ are three.
struct EventClause {
    std::size_t from = 0, to = 0;
    std::vector<reading::DateInText> dates{};    // in the letters of the sentence
};
std::vector<EventClause> event_clauses(const reading::Letters&, const std::vector<reading::DateInText>&);

bool heads_event_list(const reading::Line&);    // „Co nás čeká“, „Akce v kraji“
// „v pátek 13. května a v sobotu 14. května“, „začíná 18. ledna a končí 24. ledna“ are stretches of days.
std::vector<reading::DateInText> with_days_joined(const reading::Letters&, std::vector<reading::DateInText>);
// „Bude v úterý 22. 10. v učilišti“: its noun stood in the sentence before.
bool begins_bare(const reading::Letters&);
std::optional<std::size_t> nearest_noun(const reading::Letters&, const reading::DateInText&);
// In an item of a list, and in running text.
std::string listed_title(const reading::Sentence&, const reading::DateInText&);
std::string title_in_sentence(const MinutesSource&, const reading::Sentence&, std::size_t index,
                              std::optional<std::size_t> noun, const reading::DateInText&,
                              const std::vector<reading::DateInText>& all);

// „Co | Kdy | Kdo jede“, „Od | Do | Název | Kde“: the head of a table of what takes place.
bool heads_events(const reading::Line&);
void read_event_tables(MinutesSource&, MinutesFacts&);

}
