// Asks networks of a kind for a service.
#include "network/service_networks/fundability.hpp"

#include "network/network.hpp"

namespace network {

std::optional<NotFundable> why_not_fundable(db::Session& db, Id<Service> service, const std::string& kind, Date day) {
    auto lists = CodeLists::read(db, day);
    auto kind_name = lists.name(network_kinds, kind);
    if (!lists.find(network_kinds, kind)) return NotFundable{"network.fundable.unknown_kind", {kind}};
    std::optional<NotFundable> why;
    auto memberships = memberships_of(db, service);
    for (auto& network : list_networks(db)) {
        if (network.kind_code != kind || !network.validity.holds_on(day)) continue;
        // What is only prepared lets nobody be funded; of several networks one that lists the service is enough.
        auto reason = [&](const char* key, std::vector<std::string> values) {
            why = NotFundable{key, std::move(values), network.slug};
        };
        const NetworkMember *there = nullptr, *gone = nullptr;
        for (auto& member : memberships) {
            if (member.network_id != network.id) continue;
            if (member.validity.holds_on(day)) there = &member;
            else if (member.validity.valid_to && *member.validity.valid_to <= day) gone = &member;
        }
        if (there && !network.approved()) reason("network.fundable.in_preparation", {network.name});
        else if (there && there->conditions_late(day))
            reason("network.fundable.conditions_late", {network.name, to_czech(*there->conditions_until)});
        else if (there) return {};
        else if (gone) reason("network.fundable.left", {network.name, to_czech(*gone->validity.valid_to)});
        else reason("network.fundable.not_listed", {network.name});
    }
    if (!why) why = NotFundable{"network.fundable.no_network", {kind_name, to_czech(day)}};
    return why;
}

std::vector<std::string> kinds_asked_for_funding(const CodeLists& lists, Date day) {
    std::vector<std::string> kinds;
    for (auto item : lists.items(network_kinds, day))
        if (item->detail("condition_of_funding") == "1") kinds.push_back(item->code);
    return kinds;
}

}
