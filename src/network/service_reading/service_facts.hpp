// What a careful person writes down after reading a description of a social service.
#pragma once

#include "platform/reading/passages/ages.hpp"
#include "platform/reading/passages/found_at.hpp"
#include "platform/reading/passages/hours.hpp"

#include <optional>
#include <string>
#include <vector>

namespace network {

using FoundText = passages::FoundAt<std::string>;
using FoundTexts = std::vector<FoundText>;

struct ServiceFacts {
    std::optional<FoundText> provider{};
    FoundText service_type{};    // the law's name: azylové domy
    std::string paragraph{};     // § 57; empty where the law gives none
    FoundTexts forms{};          // ambulantní, terénní, pobytová
    FoundTexts target_groups{};
    std::vector<passages::FoundAt<passages::AgeBand>> age_bands{};
    std::optional<passages::FoundAt<int>> age_min{}, age_max{};
    std::vector<passages::OpeningHours> opening_hours{};
    std::optional<reading::Place> nonstop{};
    FoundTexts places{}, capacity{}, territory{};
    std::optional<FoundText> registration_id{}, contract_no{}, project_registration_no{};
};

}
