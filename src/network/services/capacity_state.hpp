// What a provider says of its places and plans on a day: full, will grow, waits for a tender, seeks staff.
#pragma once

#include "network/services/service.hpp"

namespace network {

struct CapacityState {
    Id<CapacityState> id{};
    Id<Provider> provider_id{};
    std::optional<Id<Service>> service_id{};    // nothing: a service that is yet to come
    std::string kind{};    // full, free, expansion_planned, expanded, waiting_for_tender, seeking_staff…
    std::optional<std::string> territory{};    // codes of areas or districts, ; between
    std::optional<std::string> note{};
    Date as_of{};
    Kept kept{};

    static constexpr auto table = "capacity_states";
    static constexpr auto content = "network";
    static void each_field(auto& state, auto& visit) {
        visit("id", state.id), visit("provider_id", state.provider_id), visit("service_id", state.service_id);
        visit("kind", state.kind), visit("territory", state.territory);
        visit("note", state.note), visit("as_of", state.as_of);
        Kept::each_field(state.kept, visit);
    }
};

// Newest first.
std::vector<CapacityState> capacity_states_of(db::Session&, Id<Provider>);

}
