// What a careful person writes down after reading a description of a social service.
#pragma once

#include "platform/reading/ages.hpp"
#include "platform/reading/found.hpp"
#include "platform/reading/hours.hpp"

#include <optional>
#include <string>
#include <vector>

namespace network {

using FoundText = reading::Found<std::string>;
using FoundTexts = std::vector<FoundText>;

struct ServiceFacts {
    std::optional<FoundText> provider{};
    FoundText service_type{};    // the law's name: azylové domy
    std::string paragraph{};     // § 57; empty where the law gives none
    FoundTexts forms{};          // ambulantní, terénní, pobytová
    FoundTexts target_groups{};
    std::vector<reading::Found<reading::AgeBand>> age_bands{};
    std::optional<reading::Found<int>> age_min{}, age_max{};
    std::vector<reading::OpeningHours> opening_hours{};
    std::optional<reading::Place> nonstop{};
    FoundTexts places{}, capacity{}, territory{};
    std::optional<FoundText> registration_id{}, contract_no{}, project_registration_no{};
};

}
