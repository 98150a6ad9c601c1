// Calendars that other programs subscribe to: RFC 5545, written by libical.
#pragma once

#include "platform/time/date.hpp"

#include <optional>
#include <string>
#include <vector>

namespace calendar {

// An event by the clocks of Prague.
struct Event {
    std::string uid{};    // the same for as long as the event lives
    std::string title{}, description{}, place{}, address{};
    Date day{};    // its first
    // Minutes after midnight; an end after 24 × 60 falls on the next day.  Nothing: the whole day.
    std::optional<std::int64_t> from{}, to{};
    std::string weekdays{};         // MO,WE: comes again every week on these days; empty: comes once
    std::optional<Date> until{};    // the first day on which it comes no more
    Instant changed_at{};
};

// A letter that puts one event into a calendar, changes it there or takes it away: RFC 5546.
struct Scheduling {
    Event event{};
    bool cancels = false;         // METHOD:CANCEL instead of METHOD:REQUEST
    std::int64_t sequence = 0;    // counts changes of the event
    std::string organizer{}, organizer_name{}, attendee{}, attendee_name{};    // addresses of mail and whose they are
};

// The file of such a letter.  Whatever was typed, no text ends its line.
std::string scheduling(const Scheduling&);

// The whole file, in the order of the events.  Bytes that no calendar may hold are left out of the texts.
std::string feed(const std::string& name, const std::vector<Event>&);

}
