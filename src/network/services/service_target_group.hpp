// Whom a service is for, by the register's list of groups of people.
#pragma once

#include "network/services/service.hpp"

namespace network {

struct ServiceTargetGroup {
    Id<ServiceTargetGroup> id{};
    Id<Service> service_id{};
    std::string group_code{};    // CilovaSkupinaOsoby/10
    std::optional<std::string> note{};
    Validity validity{beginning, {}};
    Kept kept{};

    static constexpr auto table = "service_target_groups";
    static constexpr auto content = "network";
    static void each_field(auto& group, auto& visit) {
        visit("id", group.id), visit("service_id", group.service_id), visit("group_code", group.group_code);
        visit("note", group.note);
        Validity::each_field(group.validity, visit), Kept::each_field(group.kept, visit);
    }
};

std::vector<ServiceTargetGroup> target_groups_of(db::Session&, Id<Service>);

}
