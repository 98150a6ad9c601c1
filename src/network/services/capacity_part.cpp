// Adds parts up on each day on which one of them begins: the only place where capacities are added at all.
#include "network/services/capacity_part.hpp"

#include "network/services/capacity_interval.hpp"
#include "platform/search/fold.hpp"

#include <algorithm>
#include <set>

namespace network {

namespace {

// Parts that services of the same provider hold in the same unit, as we know them now.
std::vector<RegisteredCapacity> other_parts(db::Session& db, const RegisteredCapacity& wish) {
    auto parts = db.all<RegisteredCapacity>(
        "SELECT registered_capacities.* FROM registered_capacities JOIN services ON services.id = service_id"
        " WHERE provider_id = (SELECT provider_id FROM services WHERE id = $1) AND unit_code = $2"
        " AND of_total IS NOT NULL AND replaced_at IS NULL ORDER BY registered_capacities.valid_from",
        wish.service_id, wish.unit_code);
    std::erase_if(parts, [&](auto& part) {
        auto gives_way = part.service_id == wish.service_id && part.form_code == wish.form_code;
        return gives_way || !of_one_whole(part, wish) || !meet(part.validity, wish.validity);
    });
    return parts;
}

}

bool of_one_whole(const RegisteredCapacity& a, const RegisteredCapacity& b) {
    if (a.unit_code != b.unit_code || !a.of_total || !b.of_total || a.whole.has_value() != b.whole.has_value())
        return false;
    if (a.whole) return search::fold(*a.whole) == search::fold(*b.whole);
    return a.service_id == b.service_id && a.of_total == b.of_total;
}

std::optional<PartProblem> part_problem(db::Session& db, const RegisteredCapacity& wish) {
    if (!wish.of_total) return {};
    if (wish.count > *wish.of_total) return PartProblem{wish.validity.valid_from, wish.count, *wish.of_total};
    auto others = other_parts(db, wish);
    std::set<Date> days{wish.validity.valid_from};
    for (auto& other : others) days.insert(std::max(other.validity.valid_from, wish.validity.valid_from));
    for (auto day : days) {
        PartProblem problem{day, wish.count, *wish.of_total};
        for (auto& other : others)
            if (other.validity.holds_on(day)) {
                problem.parts += other.count;
                problem.others.push_back(find_service(db, other.service_id)->name);
            }
        if (problem.parts > problem.whole) return problem;
    }
    return {};
}

std::vector<RegisteredCapacity> parts_that_differ(db::Session& db, const RegisteredCapacity& part, Date day) {
    if (!part.of_total || !part.whole) return {};
    auto others = other_parts(db, part);
    std::erase_if(others,
                  [&](auto& other) { return !other.validity.holds_on(day) || other.of_total == part.of_total; });
    return others;
}

}
