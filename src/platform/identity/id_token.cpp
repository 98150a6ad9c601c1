// Checks the claims of an ID token, after its signature.
#include "platform/identity/id_token.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <sodium.h>

namespace identity {

namespace {

using Object = boost::json::object;

std::string claim_text(const Object& claims, std::string_view name) {
    auto* value = claims.if_contains(name);
    return value && value->is_string() ? std::string{value->get_string().c_str(), value->get_string().size()} : "";
}

// Seconds since 1970, also with a fraction; nothing where they are no sensible number.
std::optional<Instant> moment(const Object& claims, std::string_view name) {
    auto* value = claims.if_contains(name);
    if (!value || !value->is_number()) return {};
    auto seconds = value->to_number<double>();
    if (!std::isfinite(seconds) || seconds < 0 || seconds > 32503680000.0) return {};    // the year 3000
    return Instant{std::chrono::seconds{std::int64_t(seconds)}};
}

std::vector<std::string> texts(const Object& claims, std::string_view name) {
    std::vector<std::string> found;
    auto* value = claims.if_contains(name);
    if (value && value->is_string()) found.push_back(claim_text(claims, name));
    if (value && value->is_array())
        for (auto& item : value->get_array())
            if (item.is_string()) found.emplace_back(item.get_string().c_str(), item.get_string().size());
    return found;
}

// For us; where it is for others too, the provider says that we asked for it.
bool for_us(const Object& claims, const std::string& client_id) {
    auto audience = texts(claims, "aud");
    if (std::ranges::count(audience, client_id) == 0) return false;
    if (claims.contains("azp")) return claim_text(claims, "azp") == client_id;
    return audience.size() == 1;
}

bool at_a_good_time(const Object& claims, Instant now) {
    auto expires = moment(claims, "exp"), issued = moment(claims, "iat"), begins = moment(claims, "nbf");
    if (!expires || !issued || (claims.contains("nbf") && !begins)) return false;
    return now < *expires + clock_tolerance && *issued <= now + clock_tolerance &&
           (!begins || *begins <= now + clock_tolerance);
}

bool same(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

// The left half of the hash of the access token; all our algorithms hash by SHA-256.
bool hash_fits(const Object& claims, const std::string& access_token) {
    if (!claims.contains("at_hash")) return true;
    unsigned char hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(hash, reinterpret_cast<const unsigned char*>(access_token.data()), access_token.size());
    auto half = to_base64url({reinterpret_cast<const char*>(hash), sizeof hash / 2});
    return !access_token.empty() && same(claim_text(claims, "at_hash"), half);
}

bool good_subject(const std::string& subject) {
    return !subject.empty() && subject.size() <= 255 &&
           std::ranges::all_of(subject, [](unsigned char c) { return c >= ' ' && c != 0x7f; });
}

std::string verified_email(const Object& claims, const std::string& name) {
    auto* verified = claims.if_contains("email_verified");
    return verified && verified->is_bool() && verified->get_bool() ? claim_text(claims, name) : "";
}

Doubt doubt_about(const Object& claims, const Expected& expected) {
    if (claim_text(claims, "iss") != expected.issuer) return Doubt::issuer;
    if (!for_us(claims, expected.client_id)) return Doubt::audience;
    if (!at_a_good_time(claims, expected.now)) return Doubt::time;
    if (expected.nonce.empty() || !same(claim_text(claims, "nonce"), expected.nonce)) return Doubt::nonce;
    if (!hash_fits(claims, expected.access_token)) return Doubt::at_hash;
    if (!good_subject(claim_text(claims, "sub"))) return Doubt::subject;
    auto& acr = expected.acr_required;
    if (!acr.empty() && std::ranges::count(acr, claim_text(claims, "acr")) == 0) return Doubt::acr;
    return Doubt::none;
}

}

CheckedToken check_id_token(std::string_view token, const std::vector<PublicKey>& keys, const Expected& expected) {
    auto opened = open_token(token, keys);
    if (opened.doubt != Doubt::none) return {opened.doubt};
    boost::json::error_code error;
    boost::json::parse_options options;
    options.max_depth = 8;
    auto value = boost::json::parse(opened.payload, error, {}, options);
    if (error || !value.is_object()) return {Doubt::malformed};
    auto& claims = value.get_object();
    if (auto doubt = doubt_about(claims, expected); doubt != Doubt::none) return {doubt};
    return {Doubt::none,
            {claim_text(claims, "sub"), verified_email(claims, expected.email_claim), claim_text(claims, "acr"),
             texts(claims, "amr")}};
}

}
