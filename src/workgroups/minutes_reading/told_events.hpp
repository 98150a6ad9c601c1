// Events out of sentences and lines: each day of them with what takes place then.
#pragma once

#include "workgroups/minutes_reading/event_reading.hpp"

namespace workgroups {

class ToldEvents {
public:
    ToldEvents(MinutesSource& source, MinutesFacts& facts) : source_{source}, facts_{facts} {}

    // In a list of events each day is one; `index` is that of the sentence in the source.
    void read(const reading::Sentence&, std::size_t index, bool in_list);
    void keep_for_events(std::size_t line);    // a line of a list: no other sentence on it tells of an event
    bool is_kept(const reading::Sentence&) const;

private:
    struct Part {
        const reading::Sentence& sentence;
        const std::vector<reading::DateInText>& dates;
        std::size_t index = 0;
        bool in_list = false;
        bool has_verb = false;    // somewhere in the sentence: „koná se“
    };

    void join_other_days(const reading::Letters&, std::vector<EventClause>&) const;
    void read_day(const Part&, reading::DateInText);
    bool is_listed(const Part&, const reading::DateInText&) const;
    std::optional<std::string> told_in_text(const Part&, const reading::DateInText&, std::optional<std::size_t> noun,
                                            bool listed) const;

    bool is_behind(const reading::DateInText&) const;
    void put_ahead(reading::DateInText&) const;
    bool is_planned(Date, const reading::Sentence&) const;
    bool of_used_lines(const reading::Sentence&) const;
    bool told_beside(const reading::Sentence&, std::optional<std::size_t> noun, const reading::DateInText&) const;
    bool in_table_of_events(const reading::Sentence&) const;
    void add(EventFound);

    MinutesSource& source_;
    MinutesFacts& facts_;
    std::set<std::size_t> kept_{};    // lines
};

bool refuses_event(const reading::Letters&);    // cancelled, or of the minutes themselves
// „v hotelu Orion“ of a sentence that tells of this day; „v hotelu Orion AT seminář“ ends before the title.
std::string event_place(const reading::Letters&, const reading::DateInText&, const std::string& title);

// „Název akce: Den rodiny“ / „Termín: 15. 5. 2021“ / „Místo: park“
void read_labelled_events(const MinutesSource&, MinutesFacts&);
// „sobota 2. 10. – Den seniorů na zámku“, line by line below a heading of events.
void read_dated_lines(MinutesSource&, ToldEvents&);
// The line heads a list of events, and is no point of a programme.
bool begins_event_list(const MinutesSource&, std::size_t line);
bool is_numbered(const reading::Line&);

}
