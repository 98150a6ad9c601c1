// When a thing holds, and when we knew it so: the two times that the network's records carry.
#pragma once

#include "platform/time/date.hpp"

namespace network {

// Half-open: valid_to is the first day on which it no longer holds; nothing there means until further notice.
struct Validity {
    Date valid_from{};
    std::optional<Date> valid_to{};

    bool holds_on(Date day) const { return valid_from <= day && (!valid_to || day < *valid_to); }

    static void each_field(auto& validity, auto& visit) {
        visit("valid_from", validity.valid_from), visit("valid_to", validity.valid_to);
    }
};

// What we held true from recorded_at on, until we learned better.
struct Recorded {
    Instant recorded_at{};
    std::optional<Instant> replaced_at{};

    bool held_at(Instant moment) const { return recorded_at <= moment && (!replaced_at || moment < *replaced_at); }

    static void each_field(auto& recorded, auto& visit) {
        visit("recorded_at", recorded.recorded_at), visit("replaced_at", recorded.replaced_at);
    }
};

// The day from which the act on social services (108/2006) is in force: the beginning of what has no known beginning.
inline constexpr Date beginning{std::chrono::year{2007} / 1 / 1};

}
