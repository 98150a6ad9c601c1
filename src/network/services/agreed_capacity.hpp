// How much of a service the region took into its network, and how much of it the region pays for: two numbers, never
// added to each other nor to what is registered or free.
#pragma once

#include "network/services/service.hpp"

namespace network {

struct AgreedCapacity {
    Id<AgreedCapacity> id{};
    Id<Service> service_id{};
    std::string kind{};    // network, funded
    std::string form_code{};
    std::string unit_code{};
    std::int64_t count{};
    std::optional<std::string> note{};
    Validity validity{beginning, {}};
    Recorded recorded{};
    Kept kept{};

    static constexpr auto table = "agreed_capacities";
    static constexpr auto content = "network";
    static void each_field(auto& capacity, auto& visit) {
        visit("id", capacity.id), visit("service_id", capacity.service_id), visit("kind", capacity.kind);
        visit("form_code", capacity.form_code), visit("unit_code", capacity.unit_code), visit("count", capacity.count);
        visit("note", capacity.note);
        Validity::each_field(capacity.validity, visit), Recorded::each_field(capacity.recorded, visit);
        Kept::each_field(capacity.kept, visit);
    }
};

inline bool same_number(const AgreedCapacity& a, const AgreedCapacity& b) {
    return a.count == b.count && a.note == b.note;
}

std::vector<AgreedCapacity> held_now(db::Session&, const AgreedCapacity& like);    // of its kind, form and unit
std::vector<AgreedCapacity> agreed_capacities_of(db::Session&, Id<Service>, Date day, Instant known_at);
// As set_capacity and correct_capacity do with registered maxima.
void set_agreed_capacity(const Author&, const AgreedCapacity& from_then_on);
void correct_agreed_capacity(const Author&, const AgreedCapacity& wrong, std::int64_t count);

}
