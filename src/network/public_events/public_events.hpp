// What of the network strangers may read, as webhooks watch it: services as HSDS tells them, published networks, and
// imports of the register that were taken over.
#pragma once

#include "network/hsds/hsds_feed.hpp"
#include "platform/webhooks/public_watch.hpp"

namespace network {

// What it is given must outlive the watch.
webhooks::Watch public_watch(hsds::HsdsFeed&, const std::string& public_url);

}
