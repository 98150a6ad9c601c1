// A network of social services: which kind, for which time, whose, and how far it is agreed.
#pragma once

#include "network/services/service.hpp"

namespace network {

struct ServiceNetwork {
    Id<ServiceNetwork> id{};
    std::string slug{};
    std::string kind_code{};    // code list network_kinds
    std::string name{};
    db::Bytes name_sort{};
    std::optional<std::string> municipality_code{};    // whose it is; nothing: the region's
    std::optional<Date> approved_on{};                 // nothing: in preparation
    std::optional<std::string> resolution{};
    std::optional<std::string> resolution_body{};
    bool published{};
    std::optional<std::string> note{};
    Validity validity{};
    Kept kept{};

    bool approved() const { return approved_on.has_value(); }
    // Of a past one its last day, of one to come its first, otherwise today.
    Date shown_on(Date today) const;
    std::string years() const;    // 2026, 2026–2028

    static constexpr auto table = "service_networks";
    static constexpr auto content = "network";
    static void each_field(auto& network, auto& visit) {
        visit("id", network.id), visit("slug", network.slug), visit("kind_code", network.kind_code);
        visit("name", network.name), visit("name_sort", network.name_sort);
        visit("municipality_code", network.municipality_code), visit("approved_on", network.approved_on);
        visit("resolution", network.resolution), visit("resolution_body", network.resolution_body);
        visit("published", network.published), visit("note", network.note);
        Validity::each_field(network.validity, visit), Kept::each_field(network.kept, visit);
    }
};

inline constexpr auto network_kinds = "network_kinds", network_marks = "network_marks", network_units = "network_units";

Id<ServiceNetwork> add_network(const Author&, ServiceNetwork&);    // makes the slug out of its name
// A kind that was named without years gets them: „základní síť 2027“.
std::string name_of_network(const std::string& kind, const Validity&);

std::optional<ServiceNetwork> find_network(db::Session&, Id<ServiceNetwork>);
std::vector<ServiceNetwork> list_networks(db::Session&);    // by kind, the newest first
// Those of the same kind and owner, the oldest first.
std::vector<ServiceNetwork> networks_beside(const std::vector<ServiceNetwork>&, const ServiceNetwork&);

}
