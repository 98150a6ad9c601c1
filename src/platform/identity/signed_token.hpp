// Tokens signed by somebody else (JWS, RFC 7515) and the public keys that check them (JWK, RFC 7517): RS256, PS256 and
// ES256, and nothing else.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct evp_pkey_st;

namespace identity {

inline constexpr std::size_t token_most = 16 * 1024;    // bytes of a token
inline constexpr std::size_t keys_most = 64;            // of one set

std::string to_base64url(std::string_view bytes);
// Without padding, and only as to_base64url would have written it.
std::optional<std::string> from_base64url(std::string_view);

struct PublicKey {
    std::string kid{};
    std::string kty{};    // RSA of 2048 to 8192 bits, or EC on P-256
    std::string alg{};    // the only one it is for; empty: any that fits kty
    std::shared_ptr<evp_pkey_st> key{};
};

// The keys of a provider that may sign; those for encrypting, secret ones and unknown kinds are left out.  Nothing when
// it is no key set at all.
std::optional<std::vector<PublicKey>> read_keys(std::string_view json);

// Why a token is not believed, or that it is.
enum class Doubt {
    none,
    malformed,
    algorithm,    // none, HS256, or one that is not for this key
    unknown_key,
    signature,
    issuer,
    audience,
    time,
    nonce,
    at_hash,
    acr,
    subject
};
const char* to_text(Doubt);

struct OpenedToken {
    Doubt doubt = Doubt::malformed;
    std::string payload{};    // JSON, only where there is no doubt
};
OpenedToken open_token(std::string_view token, const std::vector<PublicKey>&);

}
