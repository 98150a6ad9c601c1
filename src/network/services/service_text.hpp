// A service's texts in another language, or in easy words.
#pragma once

#include "network/services/service.hpp"

namespace network {

struct ServiceText {
    Id<ServiceText> id{};
    Id<Service> service_id{};
    std::string language{};    // cs, en, uk, easy
    std::optional<std::string> name{};
    std::optional<std::string> summary{};
    std::optional<std::string> description{};
    std::optional<std::string> steps{};    // one a line
    Kept kept{};

    static constexpr auto table = "service_texts";
    static constexpr auto content = "network";
    static void each_field(auto& text, auto& visit) {
        visit("id", text.id), visit("service_id", text.service_id), visit("language", text.language);
        visit("name", text.name), visit("summary", text.summary), visit("description", text.description);
        visit("steps", text.steps);
        Kept::each_field(text.kept, visit);
    }
};

std::vector<ServiceText> texts_of(db::Session&, Id<Service>);

}
