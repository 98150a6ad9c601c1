// The one place that asks the time zone library.  It reads the system's tzdata, so that Debian's updates reach us.
#include "platform/time/prague.hpp"

#define USE_OS_TZDB 1    // as Debian builds libdate-tz
#define ONLY_C_LOCALE 1
#define HAS_STRING_VIEW 1
#include <date/tz.h>

using namespace std::chrono;

namespace {

const date::time_zone& prague() {
    static const auto* zone = date::locate_zone("Europe/Prague");
    return *zone;
}

auto wall_clock(Instant instant) { return prague().to_local(date::sys_time<milliseconds>{instant.time_since_epoch()}); }

}

Date day_in_prague(Instant instant) { return Date{date::floor<date::days>(wall_clock(instant)).time_since_epoch()}; }

PragueTime in_prague(Instant instant) {
    auto shown = wall_clock(instant);
    auto day = date::floor<date::days>(shown);
    return {Date{day.time_since_epoch()}, {std::int16_t(duration_cast<minutes>(shown - day).count())}};
}

Instant from_prague(Date day, TimeOfDay time) {
    date::local_time<minutes> shown{day.time_since_epoch() + minutes{time.minutes}};
    return Instant{prague().to_sys(shown, date::choose::earliest).time_since_epoch()};
}

std::string to_czech(Instant instant) {
    auto [day, time] = in_prague(instant);
    return to_czech(day) + " " + to_czech(time);
}
