// Turns coverages of all levels into municipalities.
#include "network/facilities/coverage.hpp"

#include <algorithm>

namespace network {

bool Reach::reaches_whole(std::string_view orp_code, const Territory& territory) const {
    auto all = territory.municipalities_of("orp", orp_code);
    return !all.empty() && std::ranges::includes(municipalities, all);
}

std::optional<std::vector<Coverage>> parse_coverages(std::string_view tokens) {
    constexpr std::string_view levels[] = {"country", "region", "orp", "pou", "municipality", "area"};
    std::vector<Coverage> coverages;
    while (!tokens.empty()) {
        auto token = tokens.substr(0, tokens.find(';'));
        tokens.remove_prefix(std::min(tokens.size(), token.size() + 1));
        auto colon = token.find(':');
        if (colon == token.npos || colon + 1 == token.size()) return {};
        Coverage coverage;
        auto level = token.substr(0, colon);
        coverage.level = level == "town" ? "municipality" : level;
        coverage.code = token.substr(colon + 1);
        if (!std::ranges::count(levels, coverage.level)) return {};
        coverages.push_back(std::move(coverage));
    }
    return coverages;
}

Reach reach(const std::vector<Coverage>& coverages, const Territory& territory) {
    Reach reach;
    for (auto& coverage : coverages)
        reach.municipalities.merge(territory.municipalities_of(coverage.level, coverage.code));
    for (auto& code : reach.municipalities)
        if (auto town = territory.municipality(code)) reach.orps.insert(town->orp_code);
    return reach;
}

std::vector<Coverage> coverages_of(db::Session& db, Id<Service> service) {
    return db.all<Coverage>("SELECT * FROM coverages WHERE service_id = $1 ORDER BY id", service);
}

}
