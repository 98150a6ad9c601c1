// Reads what a provider said of its places and plans.
#include "network/services/capacity_state.hpp"

#include "platform/base/parts.hpp"
#include "platform/search/fold.hpp"

#include <algorithm>

namespace network {

std::vector<CapacityState> capacity_states_of(db::Session& db, Id<Provider> provider) {
    return db.all<CapacityState>("SELECT * FROM capacity_states WHERE provider_id = $1 ORDER BY as_of DESC, id",
                                 provider);
}

std::vector<CapacityState> capacity_states_of_service(db::Session& db, Id<Service> service) {
    return db.all<CapacityState>("SELECT * FROM capacity_states WHERE service_id = $1 ORDER BY as_of DESC, id",
                                 service);
}

std::vector<CapacityState> capacity_states_holding(db::Session& db, Date day) {
    return db.all<CapacityState>("SELECT * FROM capacity_states WHERE service_id IS NOT NULL AND as_of <= $1"
                                 " AND (ends_on IS NULL OR ends_on > $1) ORDER BY service_id, as_of DESC, id",
                                 day);
}

namespace {

struct NamedTerritory {
    std::string code, name;
};

std::vector<NamedTerritory> named_territories(const Territory& territory) {
    std::vector<NamedTerritory> all;
    for (auto& area : territory.areas()) all.push_back({area.code, area.name});
    for (auto& district : territory.districts())
        if (district.kind == "orp") all.push_back({district.code, "ORP " + district.name});
    return all;
}

}

std::string territory_words(const std::optional<std::string>& codes, const Territory& territory) {
    if (!codes) return {};
    auto all = named_territories(territory);
    std::vector<std::string> names;
    for (auto& code : text::parted(*codes, ";")) {
        auto found = std::ranges::find(all, code, &NamedTerritory::code);
        names.push_back(found == all.end() ? code : found->name);
    }
    return text::joined(names);
}

std::optional<std::string> territory_codes(const std::string& typed, const Territory& territory) {
    auto all = named_territories(territory);
    auto commas = typed;
    std::ranges::replace(commas, ';', ',');
    std::ranges::replace(commas, '\n', ',');
    std::vector<std::string> codes;
    for (auto& word : text::parted(commas, ",")) {
        auto wanted = search::fold(word);
        auto found = std::ranges::find_if(all, [&](auto& one) {
            auto name = search::fold(one.name);
            return search::fold(one.code) == wanted || name == wanted || name == "orp " + wanted;
        });
        if (found == all.end()) return {};
        if (std::ranges::find(codes, found->code) == codes.end()) codes.push_back(found->code);
    }
    return text::joined(codes, ";");
}

}
