// What clocks in the Czech Republic show, and the moments that days and times there mean.
#pragma once

#include "platform/time/date.hpp"
#include "platform/time/time_of_day.hpp"

struct PragueTime {
    Date day;
    TimeOfDay time;    // the minute that is running

    friend auto operator<=>(const PragueTime&, const PragueTime&) = default;
};

PragueTime in_prague(Instant);

// The hour skipped in March counts as the moment of the change; the hour that comes twice in October as its first
// coming.
Instant from_prague(Date, TimeOfDay = {});

// 12. 6. 2025 10.00, in the time of Prague.
std::string to_czech(Instant);
