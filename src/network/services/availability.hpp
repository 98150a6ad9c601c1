// Whether one gets in: places that are really free, the waiting list, as the provider reported on a day.
#pragma once

#include "network/services/service.hpp"

namespace network {

struct FreePlaces {
    Id<FreePlaces> id{};
    Id<Service> service_id{};
    std::string form_code{};
    std::string unit_code{};
    std::int64_t count{};
    Date as_of{};
    Kept kept{};

    static constexpr auto table = "free_places";
    static constexpr auto content = "network";
    static void each_field(auto& places, auto& visit) {
        visit("id", places.id), visit("service_id", places.service_id), visit("form_code", places.form_code);
        visit("unit_code", places.unit_code), visit("count", places.count), visit("as_of", places.as_of);
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

// The newest report up to the day; of free places, of each form and unit.
std::vector<FreePlaces> free_places_of(db::Session&, Id<Service>, Date day);
std::optional<Availability> availability_of(db::Session&, Id<Service>, Date day);

}
