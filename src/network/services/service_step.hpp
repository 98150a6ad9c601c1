// One step of what happens to a person in a service, told to that person.
#pragma once

#include "network/services/service.hpp"

namespace network {

struct ServiceStep {
    Id<ServiceStep> id{};
    Id<Service> service_id{};
    std::int64_t position{};
    std::string title{};
    std::optional<std::string> explanation{};
    Kept kept{};

    static constexpr auto table = "service_steps";
    static constexpr auto content = "network";
    static void each_field(auto& step, auto& visit) {
        visit("id", step.id), visit("service_id", step.service_id), visit("position", step.position);
        visit("title", step.title), visit("explanation", step.explanation);
        Kept::each_field(step.kept, visit);
    }
};

std::vector<ServiceStep> steps_of(db::Session&, Id<Service>);

}
