// Parts of a capacity: 80 of the 110 beds of a house.  A part is never above its whole, nor are the parts of one whole
// together.
#pragma once

#include "network/services/registered_capacity.hpp"

namespace network {

// A part of that interval cannot be: from this day on the parts are more than the whole.
struct PartProblem {
    Date from{};
    std::int64_t parts{}, whole{};
    std::vector<std::string> others{};    // services that hold the other parts, by name; none: it is too much alone
};

// Parts belong to one whole where their provider, unit and name of the whole agree; without a name those of one service
// that say the same total.
bool of_one_whole(const RegisteredCapacity&, const RegisteredCapacity&);

// Asked before each save.  What stands of the same form and unit of the service gives way to the wish.
std::optional<PartProblem> part_problem(db::Session&, const RegisteredCapacity& wish);

// Other parts of the same whole that say another total on the day: a question to a person.
std::vector<RegisteredCapacity> parts_that_differ(db::Session&, const RegisteredCapacity&, Date day);

}
