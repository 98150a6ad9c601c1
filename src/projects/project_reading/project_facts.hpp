// What a careful person writes down after reading about a project that a fund pays for.
#pragma once

#include "platform/base/money.hpp"
#include "platform/reading/passages/found_at.hpp"
#include "platform/time/date.hpp"

#include <optional>
#include <string>
#include <vector>

namespace projects {

using FoundText = passages::FoundAt<std::string>;
using FoundTexts = std::vector<FoundText>;

struct ReadActivity {
    std::string no{};    // "2.1", "a", "ii"
    std::string title{};
    reading::Place at{};
    std::vector<ReadActivity> children{};
};

struct ReadMember {
    std::string name{}, role{};    // as printed, the name with its titles
    std::vector<std::string> phones{};
    std::string email{};
    reading::Place at{};
};

struct ProjectFacts {
    std::optional<FoundText> name{}, registration_number{}, programme{}, call{};
    std::optional<passages::FoundAt<Date>> start{}, end{};    // a month alone: its first day, its last day
    std::optional<passages::FoundAt<int>> months{};           // only where printed
    std::optional<passages::FoundAt<Money>> budget{};         // of the whole project
    FoundTexts funding_sources{}, target_groups{};
    std::vector<ReadActivity> key_activities{};
    std::vector<ReadMember> team{};
};

}
