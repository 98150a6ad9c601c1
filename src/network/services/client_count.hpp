// How many clients of a service come from a territory, as somebody reported it: a measure of its own, not a capacity.
#pragma once

#include "network/services/service.hpp"

namespace network {

struct ClientCount {
    Id<ClientCount> id{};
    Id<Service> service_id{};
    std::string level{};    // region, orp, pou, municipality, area
    std::string code{};
    Date as_of{};
    std::int64_t count{};
    std::optional<std::string> note{};
    Kept kept{};

    static constexpr auto table = "client_counts";
    static constexpr auto content = "network";
    static void each_field(auto& clients, auto& visit) {
        visit("id", clients.id), visit("service_id", clients.service_id), visit("level", clients.level);
        visit("code", clients.code), visit("as_of", clients.as_of), visit("count", clients.count);
        visit("note", clients.note);
        Kept::each_field(clients.kept, visit);
    }
};

// Newest first.
std::vector<ClientCount> client_counts_of(db::Session&, Id<Service>);

// What may be shown in public: fewer than five people could be recognised, so that number is withheld.
std::optional<int> shown_count(std::int64_t count);

}
