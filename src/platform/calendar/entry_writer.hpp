// Long calendars that people subscribe to: entries of one day or more, written straight as RFC 5545 asks, ten thousand
// in a few milliseconds.  Tests and a fuzz target read them with libical, tests with ical.js too.  Texts come without
// control bytes and without bytes that are no UTF-8; no typed end of a line ends one of the calendar.
#pragma once

#include "platform/time/date.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace calendar {

// By the clocks of Prague.
struct Entry {
    std::string uid{};                                          // the same for as long as the thing lives
    std::string title{}, description{}, place{}, category{};    // as typed
    std::string address{};                                      // made by the program, as the uid is
    Date first{}, last{};                                       // both belong to it
    std::optional<std::int64_t> from{}, to{};         // minutes after midnight, on the first and on the last day
    std::optional<double> latitude{}, longitude{};    // WGS 84, degrees
    std::int64_t sequence = 0;                        // how many times it was changed
    Instant changed_at{};
    bool cancelled = false;    // it was to be and is not
    bool tentative = false;    // only if it turns out to be needed
    bool free = false;         // takes no time of who has it in the calendar: a day due

    void write(std::string& calendar) const;    // appends its VEVENT
};

// What stands before the entries and behind them.
void begin(std::string& calendar, std::string_view name);
void end(std::string& calendar);

}
