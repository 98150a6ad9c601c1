// Turns coverages of all levels into municipalities.
#include "network/facilities/coverage.hpp"

#include <algorithm>

namespace network {

bool Reach::reaches_whole(std::string_view orp_code, const Territory& territory) const {
    auto all = territory.municipalities_of("orp", orp_code);
    return !all.empty() && std::ranges::includes(municipalities, all);
}

Reach reach(const std::vector<Coverage>& coverages, const Territory& territory) {
    Reach reach;
    for (auto& coverage : coverages) reach.municipalities.merge(territory.municipalities_of(coverage.level, coverage.code));
    for (auto& code : reach.municipalities)
        if (auto town = territory.municipality(code)) reach.orps.insert(town->orp_code);
    return reach;
}

std::vector<Coverage> coverages_of(db::Session& db, Id<Service> service) {
    return db.all<Coverage>("SELECT * FROM coverages WHERE service_id = $1 ORDER BY id", service);
}

}
