// A form in which a service is provided: people come to it, it comes to them, or they live there.
#pragma once

#include "network/services/service.hpp"

namespace network {

struct ServiceForm {
    Id<ServiceForm> id{};
    Id<Service> service_id{};
    std::string form_code{};    // FormaSocialniSluzby/amb
    Validity validity{beginning, {}};
    Kept kept{};

    static constexpr auto table = "service_forms";
    static constexpr auto content = "network";
    static void each_field(auto& form, auto& visit) {
        visit("id", form.id), visit("service_id", form.service_id), visit("form_code", form.form_code);
        Validity::each_field(form.validity, visit), Kept::each_field(form.kept, visit);
    }
};

std::vector<ServiceForm> forms_of(db::Session&, Id<Service>);

}
