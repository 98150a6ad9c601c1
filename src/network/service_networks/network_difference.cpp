// Compares two lists of members by their services.
#include "network/service_networks/network_difference.hpp"

#include <algorithm>
#include <map>

namespace network {

namespace {

bool same_terms(const NetworkMember& a, const NetworkMember& b) {
    return a.mark_code == b.mark_code && a.conditions == b.conditions && a.conditions_until == b.conditions_until &&
           a.conditions_met_on == b.conditions_met_on && a.entrustment_number == b.entrustment_number;
}

}

NetworkDifference difference(const std::vector<ListedMember>& before, const std::vector<ListedMember>& after) {
    NetworkDifference found;
    std::map<Id<Service>, const ListedMember*> had, has;
    for (auto& one : before) had.emplace(one.member.service_id, &one);
    for (auto& one : after) has.emplace(one.member.service_id, &one);
    for (auto& one : before)
        if (!has.contains(one.member.service_id)) found.leaving.push_back(one);
    for (auto& one : after) {
        auto former = had.find(one.member.service_id);
        if (former == had.end()) {
            found.entering.push_back(one);
            continue;
        }
        auto& was = *former->second;
        bool capacity = was.member.capacities != one.member.capacities, terms = !same_terms(was.member, one.member);
        if (capacity) found.capacity.push_back({was, one});
        if (terms) found.terms.push_back({was, one});
        if (!capacity && !terms) ++found.unchanged;
    }
    return found;
}

NetworkDifference difference_of(db::Session& db, const ServiceNetwork& from, const ServiceNetwork& to, Date to_day,
                                Date today, Instant now) {
    auto found = difference(members_of(db, from.id, from.shown_on(today), now), members_of(db, to.id, to_day, now));
    auto taken_out = taken_out_of(db, to.id);
    for (auto& one : found.leaving) {
        auto out = std::ranges::find(taken_out, one.member.service_id, &NetworkMember::service_id);
        if (one.member.left_reason || out == taken_out.end()) continue;
        one.member.left_reason = out->left_reason;
        if (out->resolution) one.member.resolution = out->resolution;
    }
    return found;
}

}
