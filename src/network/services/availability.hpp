// Whether one gets in: places that are really free, the waiting list, as the provider reported on a day.
#pragma once

#include "network/services/report_pace.hpp"

namespace network {

struct FreePlaces {
    Id<FreePlaces> id{};
    Id<Service> service_id{};
    std::string form_code{};
    std::string unit_code{};
    std::int64_t count{};
    Date as_of{};
    std::optional<Date> ends_on{};    // nobody reports it any more; on the day of the report: it was taken back
    Kept kept{};

    static constexpr auto table = "free_places";
    static constexpr auto content = "network";
    static void each_field(auto& places, auto& visit) {
        visit("id", places.id), visit("service_id", places.service_id), visit("form_code", places.form_code);
        visit("unit_code", places.unit_code), visit("count", places.count), visit("as_of", places.as_of);
        visit("ends_on", places.ends_on);
        Kept::each_field(places.kept, visit);
    }
};

struct Availability {
    Id<Availability> id{};
    Id<Service> service_id{};
    std::string state = "unknown";    // free, waiting, open (no place is needed), unknown
    std::optional<std::string> wording{};
    std::optional<std::int64_t> waiting_people{};
    std::optional<std::int64_t> waiting_weeks{};
    Date as_of{};
    Kept kept{};

    static constexpr auto table = "availabilities";
    static constexpr auto content = "network";
    static void each_field(auto& availability, auto& visit) {
        visit("id", availability.id), visit("service_id", availability.service_id), visit("state", availability.state);
        visit("wording", availability.wording), visit("waiting_people", availability.waiting_people);
        visit("waiting_weeks", availability.waiting_weeks), visit("as_of", availability.as_of);
        Kept::each_field(availability.kept, visit);
    }
};

// Whether one gets in, of all that a service reported: what lists show.
struct PlaceState {
    std::string state{};    // free, open, waiting, full; nothing where no report says anything any more
    std::optional<Date> as_of{};
    bool unconfirmed = false;    // nobody confirmed it for longer than the pace asks
    std::optional<std::int64_t> waiting_people{};

    bool gets_in() const { return state == "free" || state == "open"; }
};
// Numbers of places say more than words; of two reports the newer one counts.  Units are never added up.
PlaceState place_state(const std::vector<FreePlaces>&, const Availability*, ReportPace, Date day);

// The newest report up to the day; of free places, of each form and unit.
std::vector<FreePlaces> free_places_of(db::Session&, Id<Service>, Date day);
std::optional<Availability> availability_of(db::Session&, Id<Service>, Date day);
// The same of all services, by service.
std::vector<FreePlaces> free_places_of_all(db::Session&, Date day);
std::vector<Availability> availabilities_of_all(db::Session&, Date day);

// A report of the day: one more, or another number where the day has one.  True if anything differed.
bool report_free_places(const Author&, const FreePlaces& said);
bool report_availability(const Author&, const Availability& said);

}
