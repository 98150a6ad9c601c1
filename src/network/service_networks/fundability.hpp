// „Funded only if listed“: whether a network lets a service be funded on a day, and why not.
#pragma once

#include "network/code_lists/code_list.hpp"
#include "network/service_networks/network_member.hpp"

namespace network {

// Kinds whose listing the region asks for before it funds, as the code list says.
std::vector<std::string> kinds_asked_for_funding(const CodeLists&, Date day);

}
