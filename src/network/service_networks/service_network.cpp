// Keeps networks and finds those that belong together.
#include "network/service_networks/service_network.hpp"

#include "network/providers/slug.hpp"
#include "platform/base/steady_sort.hpp"

#include <algorithm>

namespace network {

Date ServiceNetwork::shown_on(Date today) const {
    if (today < validity.valid_from) return validity.valid_from;
    if (validity.valid_to && *validity.valid_to <= today) return *validity.valid_to - std::chrono::days{1};
    return today;
}

std::string ServiceNetwork::years() const {
    auto first = year_of(validity.valid_from);
    if (!validity.valid_to) return std::to_string(first) + "–";
    auto last = year_of(*validity.valid_to - std::chrono::days{1});
    return first == last ? std::to_string(first) : std::to_string(first) + "–" + std::to_string(last);
}

std::string name_of_network(const std::string& kind, const Validity& validity) {
    ServiceNetwork network;
    network.validity = validity;
    auto name = kind + " " + network.years();
    if (name.starts_with("z")) name.front() = 'Z';
    return name;
}

Id<ServiceNetwork> add_network(const Author& author, ServiceNetwork& network) {
    auto wish = slug_of(network.name);
    // An address of its own: /site/porovnani compares two of them.
    if (wish.empty() || wish.starts_with("porovnani")) wish = "sit-" + wish;
    network.slug = free_slug(author.work, "service_network", wish);
    add(author, network);
    give_slug(author, "service_network", network.slug, network.id.uuid);
    return network.id;
}

std::optional<ServiceNetwork> find_network(db::Session& db, Id<ServiceNetwork> id) {
    return db.maybe<ServiceNetwork>("SELECT * FROM service_networks WHERE id = $1", id);
}

std::vector<ServiceNetwork> list_networks(db::Session& db) {
    return db.all<ServiceNetwork>(
        "SELECT * FROM service_networks ORDER BY kind_code, valid_from DESC, name_sort, slug");
}

std::vector<ServiceNetwork> networks_beside(const std::vector<ServiceNetwork>& all, const ServiceNetwork& network) {
    std::vector<ServiceNetwork> beside;
    for (auto& other : all)
        if (other.kind_code == network.kind_code && other.municipality_code == network.municipality_code)
            beside.push_back(other);
    steady_sort(beside, [](auto& a, auto& b) { return a.validity.valid_from < b.validity.valid_from; });
    return beside;
}

}
