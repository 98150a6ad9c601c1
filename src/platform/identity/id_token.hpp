// What the provider says of who signed in (OpenID Connect Core 1.0, 3.1.3.7), checked claim by claim.
#pragma once

#include "platform/identity/signed_token.hpp"
#include "platform/time/instant.hpp"

#include <chrono>

namespace identity {

inline constexpr auto clock_tolerance = std::chrono::seconds{60};

struct Expected {
    std::string issuer{}, client_id{}, nonce{};
    std::string access_token{};                 // that came beside it, for at_hash
    std::vector<std::string> acr_required{};    // one of them; empty: any
    std::string email_claim = "email";
    Instant now{};
};

struct Claims {
    std::string subject{};
    std::string email{};    // empty unless email_verified is true
    std::string acr{};
    std::vector<std::string> amr{};
};

struct CheckedToken {
    Doubt doubt = Doubt::malformed;
    Claims claims{};    // only where there is no doubt
};
CheckedToken check_id_token(std::string_view token, const std::vector<PublicKey>&, const Expected&);

}
