// What two networks differ in: who enters, who leaves, whose capacity or conditions change.
#pragma once

#include "network/service_networks/network_member.hpp"

namespace network {

struct ChangedMember {
    ListedMember before{}, after{};
};

struct NetworkDifference {
    std::vector<ListedMember> entering{}, leaving{};
    std::vector<ChangedMember> capacity{}, terms{};    // one service may stand in both
    std::int64_t unchanged = 0;

    bool none() const { return entering.empty() && leaving.empty() && capacity.empty() && terms.empty(); }
};

// Each list as it holds on one day, by name.
NetworkDifference difference(const std::vector<ListedMember>& before, const std::vector<ListedMember>& after);

// Of two networks as we know them: the former as it ends or stands today, the latter on a day.  Why somebody leaves is
// said where they were last, or where they were taken out before the new one began.
NetworkDifference difference_of(db::Session&, const ServiceNetwork& from, const ServiceNetwork& to, Date to_day,
                                Date today, Instant now);

}
