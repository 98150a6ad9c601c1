// Network addresses: which are in a list of addresses and networks, who a client is behind trusted proxies, and how
// much of an address the access log may keep.
#pragma once

#include "platform/http/transport.hpp"

#include <array>

namespace http {

// 16 bytes; IPv4 as ::ffff:a.b.c.d, so that both families compare alike.
struct Address {
    std::array<unsigned char, 16> bytes{};

    static std::optional<Address> parse(std::string_view text);    // 192.0.2.1, 2001:db8::1, [2001:db8::1]
    bool is_v4() const;
    bool operator==(const Address&) const = default;
};

std::string to_text(const Address&);
std::string truncated(const Address&);    // 192.0.2.0 for the /24, 2001:db8:1:: for the /48

class AddressList {
public:
    explicit AddressList(const std::vector<std::string>& entries);    // 10.0.0.0/8, ::1; throws std::invalid_argument
    bool holds(const Address&) const;

private:
    struct Network {
        Address address;
        int bits;
    };
    std::vector<Network> networks_;
};

struct Client {
    Address address;
    bool secure = false;
};

// Who is asking, as far as it is vouched for.  A peer that is not trusted speaks only for itself.  Of a trusted one
// X-Forwarded-For is read from the right up to the first address that is not trusted, X-Forwarded-Proto at its last
// value; Forwarded (RFC 7239) only where no X-Forwarded-For stands, so the proxy must set or remove what it does not
// mean.
Client client_of(const Address& peer, const Head&, const AddressList& trusted);

}
