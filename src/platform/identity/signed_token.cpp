// Checks signatures by OpenSSL.
#include "platform/identity/signed_token.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>
#include <sodium.h>

namespace identity {

namespace {

namespace json = boost::json;

template <auto free>
struct Freed {
    void operator()(auto* thing) const { free(thing); }
};
template <class Thing, auto free>
using Owned = std::unique_ptr<Thing, Freed<free>>;
using Number = Owned<BIGNUM, BN_free>;

std::optional<json::object> object_in(std::string_view text) {
    json::error_code error;
    json::parse_options options;
    options.max_depth = 8;
    auto value = json::parse(json::string_view{text.data(), text.size()}, error, {}, options);
    if (error || !value.is_object()) return {};
    return std::move(value.get_object());
}

std::string text_in(const json::object& object, std::string_view name) {
    auto* value = object.if_contains(name);
    return value && value->is_string() ? std::string{value->get_string().c_str(), value->get_string().size()} : "";
}

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

std::shared_ptr<EVP_PKEY> key_of(const char* kind, OSSL_PARAM_BLD* parts) {
    Owned<OSSL_PARAM, OSSL_PARAM_free> params{OSSL_PARAM_BLD_to_param(parts)};
    Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free> context{EVP_PKEY_CTX_new_from_name(nullptr, kind, nullptr)};
    EVP_PKEY* made = nullptr;
    bool fine = params && context && EVP_PKEY_fromdata_init(context.get()) == 1 &&
                EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_PUBLIC_KEY, params.get()) == 1;
    std::shared_ptr<EVP_PKEY> key{made, EVP_PKEY_free};
    ERR_clear_error();
    return fine ? key : nullptr;
}

// Long exponents only cost time; short moduli are no protection.
std::shared_ptr<EVP_PKEY> rsa_key(const json::object& jwk) {
    auto n = from_base64url(text_in(jwk, "n")), e = from_base64url(text_in(jwk, "e"));
    if (!n || !e || n->size() < 256 || n->size() > 1024 || e->empty() || e->size() > 4) return {};
    Number modulus{BN_bin2bn(bytes_of(*n), int(n->size()), nullptr)},
        exponent{BN_bin2bn(bytes_of(*e), int(e->size()), nullptr)};
    if (!modulus || !exponent || BN_num_bits(modulus.get()) < 2048 || !BN_is_odd(modulus.get()) ||
        !BN_is_odd(exponent.get()) || BN_is_one(exponent.get()))
        return {};
    Owned<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free> parts{OSSL_PARAM_BLD_new()};
    if (!parts || OSSL_PARAM_BLD_push_BN(parts.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get()) != 1 ||
        OSSL_PARAM_BLD_push_BN(parts.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get()) != 1)
        return {};
    return key_of("RSA", parts.get());
}

std::shared_ptr<EVP_PKEY> ec_key(const json::object& jwk) {
    auto x = from_base64url(text_in(jwk, "x")), y = from_base64url(text_in(jwk, "y"));
    if (text_in(jwk, "crv") != "P-256" || !x || !y || x->size() != 32 || y->size() != 32) return {};
    auto point = "\x04" + *x + *y;    // uncompressed; OpenSSL refuses one that is not on the curve
    Owned<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free> parts{OSSL_PARAM_BLD_new()};
    if (!parts || OSSL_PARAM_BLD_push_utf8_string(parts.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0) != 1 ||
        OSSL_PARAM_BLD_push_octet_string(parts.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()) != 1)
        return {};
    auto key = key_of("EC", parts.get());
    Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free> context{key ? EVP_PKEY_CTX_new(key.get(), nullptr) : nullptr};
    bool fine = context && EVP_PKEY_public_check(context.get()) == 1;
    ERR_clear_error();
    return fine ? key : nullptr;
}

bool may_verify(const json::object& jwk) {
    auto use = text_in(jwk, "use");
    if (!use.empty() && use != "sig") return false;
    auto* acts = jwk.if_contains("key_ops");
    if (!acts) return true;
    return acts->is_array() && std::ranges::any_of(acts->get_array(), [](auto& act) { return act == "verify"; });
}

// RFC 7518, 3.4: two numbers of 32 bytes; OpenSSL wants them in DER.
std::string in_der(std::string_view signature) {
    if (signature.size() != 64) return {};
    Owned<ECDSA_SIG, ECDSA_SIG_free> pair{ECDSA_SIG_new()};
    Number r{BN_bin2bn(bytes_of(signature), 32, nullptr)}, s{BN_bin2bn(bytes_of(signature) + 32, 32, nullptr)};
    if (!pair || !r || !s || ECDSA_SIG_set0(pair.get(), r.get(), s.get()) != 1) return {};
    r.release(), s.release();
    unsigned char* der = nullptr;
    auto size = i2d_ECDSA_SIG(pair.get(), &der);
    std::string text{reinterpret_cast<char*>(der), size > 0 ? std::size_t(size) : 0};
    OPENSSL_free(der);
    return text;
}

bool signature_fits(const PublicKey& key, std::string_view alg, std::string_view text, std::string signature) {
    if (alg == "ES256") signature = in_der(signature);
    if (signature.empty()) return false;
    Owned<EVP_MD_CTX, EVP_MD_CTX_free> context{EVP_MD_CTX_new()};
    EVP_PKEY_CTX* with = nullptr;
    bool fine = context && EVP_DigestVerifyInit(context.get(), &with, EVP_sha256(), nullptr, key.key.get()) == 1;
    if (fine && alg == "PS256")
        fine = EVP_PKEY_CTX_set_rsa_padding(with, RSA_PKCS1_PSS_PADDING) == 1 &&
               EVP_PKEY_CTX_set_rsa_pss_saltlen(with, RSA_PSS_SALTLEN_DIGEST) == 1;
    fine = fine &&
           EVP_DigestVerify(context.get(), bytes_of(signature), signature.size(), bytes_of(text), text.size()) == 1;
    ERR_clear_error();
    return fine;
}

const char* kty_of(std::string_view alg) {
    if (alg == "RS256" || alg == "PS256") return "RSA";
    return alg == "ES256" ? "EC" : nullptr;
}

// The key that the head names; where it names none, the only one that fits.
const PublicKey* key_for(const std::vector<PublicKey>& keys, std::string_view alg, const std::string& kid,
                         Doubt& doubt) {
    const PublicKey* found = nullptr;
    doubt = Doubt::unknown_key;
    for (auto& key : keys) {
        if (!kid.empty() && key.kid != kid) continue;
        if (key.kty != kty_of(alg) || (!key.alg.empty() && key.alg != alg)) {
            if (!kid.empty()) doubt = Doubt::algorithm;
            continue;
        }
        if (found) return nullptr;
        found = &key;
    }
    return found;
}

}

std::string to_base64url(std::string_view bytes) {
    constexpr auto variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes_of(bytes), bytes.size(), variant);
    text.pop_back();
    return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
    std::string bytes(text.size() / 4 * 3 + 3, '\0');
    std::size_t size = 0;
    const char* end = nullptr;
    auto result = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                                    text.size(), nullptr, &size, &end, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    if (result != 0 || end != text.data() + text.size()) return {};
    bytes.resize(size);
    if (to_base64url(bytes) != text) return {};
    return bytes;
}

std::optional<std::vector<PublicKey>> read_keys(std::string_view text) {
    auto set = object_in(text);
    auto* list = set ? set->if_contains("keys") : nullptr;
    if (!list || !list->is_array() || list->get_array().size() > keys_most) return {};
    std::vector<PublicKey> keys;
    for (auto& item : list->get_array()) {
        auto* jwk = item.if_object();
        if (!jwk || !may_verify(*jwk)) continue;
        PublicKey key{text_in(*jwk, "kid"), text_in(*jwk, "kty"), text_in(*jwk, "alg")};
        if (key.kty == "RSA") key.key = rsa_key(*jwk);
        else if (key.kty == "EC") key.key = ec_key(*jwk);
        if (key.key) keys.push_back(std::move(key));
    }
    return keys;
}

const char* to_text(Doubt doubt) {
    switch (doubt) {
    case Doubt::none: return "none";
    case Doubt::malformed: return "malformed";
    case Doubt::algorithm: return "algorithm";
    case Doubt::unknown_key: return "unknown_key";
    case Doubt::signature: return "signature";
    case Doubt::issuer: return "issuer";
    case Doubt::audience: return "audience";
    case Doubt::time: return "time";
    case Doubt::nonce: return "nonce";
    case Doubt::at_hash: return "at_hash";
    case Doubt::acr: return "acr";
    case Doubt::subject: return "subject";
    }
    return "malformed";
}

OpenedToken open_token(std::string_view token, const std::vector<PublicKey>& keys) {
    auto first = token.find('.'), last = token.rfind('.');
    if (token.size() > token_most || first == token.npos || first == last) return {};
    auto head_text = from_base64url(token.substr(0, first)),
         payload = from_base64url(token.substr(first + 1, last - first - 1)),
         signature = from_base64url(token.substr(last + 1));
    auto head = head_text ? object_in(*head_text) : std::nullopt;
    // What must be understood and is not (RFC 7515, 4.1.11), or a token of another kind.
    if (!head || !payload || !signature || head->contains("crit")) return {};
    auto type = text_in(*head, "typ");
    if (!type.empty() && type != "JWT" && type != "jwt") return {};
    auto alg = text_in(*head, "alg");
    if (!kty_of(alg)) return {Doubt::algorithm};
    Doubt doubt;
    auto* key = key_for(keys, alg, text_in(*head, "kid"), doubt);
    if (!key) return {doubt};
    if (!signature_fits(*key, alg, token.substr(0, last), *signature)) return {Doubt::signature};
    return {Doubt::none, std::move(*payload)};
}

}
