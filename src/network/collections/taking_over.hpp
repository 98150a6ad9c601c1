// What answers ask of the network that was collected: shown first, then done for those that the planner ticks.
#pragma once

#include "network/collections/collection.hpp"
#include "network/service_networks/network_member.hpp"

namespace network {

// One thing that an answer asks for.
struct NetworkWish {
    enum Kind { enters, changes, leaves, stays, proposes };
    Kind kind{};
    std::string key{};    // of the box that is ticked: recipient and service, or recipient
    CollectionRecipient recipient{};
    std::optional<Service> service{};
    std::optional<NetworkMember> member{};    // as it stands in the network
    std::string capacities{};                 // tokens; of a change or a proposal
    std::string reason{};
    std::string proposal_name{}, type_code{};
    bool done = false;    // it stands so already
};

// Of answers that were sent, by name of the recipient.
std::vector<NetworkWish> wishes_of(db::Session&, const Collection&, const ServiceNetwork&);
// True if anything changed.  What is made has the answer as its source.
bool take_over(const Author&, const Collection&, const ServiceNetwork&, const NetworkWish&);

}
