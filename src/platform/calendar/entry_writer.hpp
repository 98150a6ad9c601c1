// Long calendars that people subscribe to: entries of one day or more, written straight as RFC 5545 asks, ten thousand
// in a few milliseconds.  Tests read them with libical and ical.js.
#pragma once

#include "platform/time/date.hpp"

#include <string>
#include <string_view>

namespace calendar {

// By the clocks of Prague.
struct Entry {
    std::string uid{};    // the same for as long as the thing lives
    std::string title{}, description{}, place{}, address{}, category{};
    Date first{}, last{};                             // both belong to it
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

// One line of content, folded at 75 bytes, so that no letter is cut.  The value stands as it is.
void line(std::string& calendar, std::string_view name, std::string_view value);
// A text as RFC 5545, 3.3.11 writes it: ends of lines and separators escaped, without control bytes and without bytes
// that are no UTF-8.
std::string escaped(std::string_view text);

}
