// Which addresses may be told of events: https on the public network, never a machine beside this one.
#pragma once

#include "platform/http/addresses.hpp"

#include <string>

namespace webhooks {

// Anything that is routed on the public network: neither private, loopback, link-local, shared, reserved, multicast nor
// a way around through another family (RFC 6890 and the registries of IANA that it began).
bool is_public(const http::Address&);
bool is_loopback(const http::Address&);

// What a connection may be made to.
inline bool may_connect(const http::Address& address, bool loopback_allowed) {
    return is_public(address) || (loopback_allowed && is_loopback(address));
}

// A text key that says why this may not be an address of a receiver; nullptr where it may.  Names are looked up later,
// when the connection is made.
const char* address_problem(const std::string& url, bool loopback_allowed);

}
