// What a provider says of its places and plans on a day: full, will grow, waits for a tender, seeks staff.
#pragma once

#include "network/services/service.hpp"
#include "network/territory/territory.hpp"

namespace network {

struct CapacityState {
    Id<CapacityState> id{};
    Id<Provider> provider_id{};
    std::optional<Id<Service>> service_id{};    // nothing: a service that is yet to come
    std::string kind{};    // full, free, expansion_planned, expanded, waiting_for_tender, seeking_staff…
    std::optional<std::string> territory{};    // codes of areas or districts, ; between
    std::optional<std::string> note{};
    Date as_of{};
    std::optional<Date> ends_on{};    // first day on which it no longer holds; nothing: as far as we know it does
    Kept kept{};

    bool holds_on(Date day) const { return as_of <= day && (!ends_on || day < *ends_on); }

    static constexpr auto table = "capacity_states";
    static constexpr auto content = "network";
    static void each_field(auto& state, auto& visit) {
        visit("id", state.id), visit("provider_id", state.provider_id), visit("service_id", state.service_id);
        visit("kind", state.kind), visit("territory", state.territory);
        visit("note", state.note), visit("as_of", state.as_of), visit("ends_on", state.ends_on);
        Kept::each_field(state.kept, visit);
    }
};

inline constexpr const char* capacity_state_kinds[] = {
    "full",       "free", "expansion_planned", "expanded", "waiting_for_tender", "seeking_staff", "investment_grant",
    "development"};

// Newest first, those that ended too.
std::vector<CapacityState> capacity_states_of(db::Session&, Id<Provider>);
std::vector<CapacityState> capacity_states_of_service(db::Session&, Id<Service>);
// Those that hold on the day, of all services, by service.
std::vector<CapacityState> capacity_states_holding(db::Session&, Date day);

// What a state is about: names of areas and districts for people, and codes back from what somebody typed; nothing
// where a word names none.
std::string territory_words(const std::optional<std::string>& codes, const Territory&);
std::optional<std::string> territory_codes(const std::string& typed, const Territory&);

}
