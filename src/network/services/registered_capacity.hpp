// The registered maximum of one form of a service in one unit.  Never free places; never added up.
#pragma once

#include "network/services/service.hpp"

namespace network {

struct RegisteredCapacity {
    Id<RegisteredCapacity> id{};
    Id<Service> service_id{};
    std::string form_code{};
    std::string unit_code{};    // TypKapacitySocialniSluzby/klient
    std::int64_t count{};
    std::optional<std::string> scope{};        // at_once, day, year
    std::optional<std::int64_t> of_total{};    // part of a bigger house: 80 of 110 beds
    std::optional<std::string> note{};
    Validity validity{beginning, {}};
    Recorded recorded{};
    std::optional<std::string> whole{};    // name of that bigger house; parts of one whole are never above it together
    Kept kept{};

    static constexpr auto table = "registered_capacities";
    static constexpr auto content = "network";
    static void each_field(auto& capacity, auto& visit) {
        visit("id", capacity.id), visit("service_id", capacity.service_id), visit("form_code", capacity.form_code);
        visit("unit_code", capacity.unit_code), visit("count", capacity.count);
        visit("scope", capacity.scope), visit("of_total", capacity.of_total), visit("whole", capacity.whole);
        visit("note", capacity.note);
        Validity::each_field(capacity.validity, visit), Recorded::each_field(capacity.recorded, visit);
        Kept::each_field(capacity.kept, visit);
    }
};

inline bool same_number(const RegisteredCapacity& a, const RegisteredCapacity& b) {
    return a.count == b.count && a.note == b.note && a.of_total == b.of_total && a.whole == b.whole;
}

// What we now hold true of one form and unit, earliest first.
std::vector<RegisteredCapacity> held_now(db::Session&, const RegisteredCapacity& like);
// As it holds on the day and as we knew it at the moment, one row per form and unit.
std::vector<RegisteredCapacity> capacities_of(db::Session&, Id<Service>, Date day, Instant known_at);
// From this day on another number holds; the former ends that day.  The same number again changes nothing.  Throws
// std::invalid_argument where a part would be above its whole: forms and imports ask part_problem() first.
void set_capacity(const Author&, const RegisteredCapacity& from_then_on);
// The number was wrong all along: what we believed stays readable as known before.
void correct_capacity(const Author&, const RegisteredCapacity& wrong, std::int64_t count);

}
