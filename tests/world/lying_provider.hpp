// A small identity provider for tests: OpenID Connect with real keys over a real socket, that can lie in every way.
#pragma once

#include "platform/http/server_test_client.hpp"
#include "platform/http/urlencoded.hpp"
#include "platform/identity/signed_token.hpp"
#include "platform/time/instant.hpp"

#include <atomic>
#include <boost/json.hpp>
#include <functional>
#include <map>
#include <mutex>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <optional>
#include <sodium.h>

namespace world {

using Claim = boost::json::object;

inline const unsigned char* raw(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

inline std::string sha256_of(std::string_view text) {
    std::string hash(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(hash.data()), raw(text), text.size());
    return hash;
}

// A pair of keys that signs.
struct SigningKey {
    std::string kid;
    std::shared_ptr<EVP_PKEY> key;
    bool elliptic = false;

    static SigningKey rsa(std::string kid, unsigned bits = 2048) {
        return {std::move(kid), {EVP_RSA_gen(bits), EVP_PKEY_free}};
    }
    static SigningKey p256(std::string kid) { return {std::move(kid), {EVP_EC_gen("P-256"), EVP_PKEY_free}, true}; }

    std::string number(const char* name) const {
        BIGNUM* number = nullptr;
        EVP_PKEY_get_bn_param(key.get(), name, &number);
        std::string bytes(std::size_t(BN_num_bytes(number)), '\0');
        BN_bn2bin(number, reinterpret_cast<unsigned char*>(bytes.data()));
        BN_free(number);
        return bytes;
    }

    Claim jwk() const {
        if (!elliptic)
            return {{"kid", kid},
                    {"kty", "RSA"},
                    {"use", "sig"},
                    {"n", identity::to_base64url(number(OSSL_PKEY_PARAM_RSA_N))},
                    {"e", identity::to_base64url(number(OSSL_PKEY_PARAM_RSA_E))}};
        auto padded = [&](const char* name) {
            auto bytes = number(name);
            return identity::to_base64url(std::string(32 - bytes.size(), '\0') + bytes);
        };
        return {{"kid", kid},
                {"kty", "EC"},
                {"crv", "P-256"},
                {"x", padded(OSSL_PKEY_PARAM_EC_PUB_X)},
                {"y", padded(OSSL_PKEY_PARAM_EC_PUB_Y)}};
    }

    // As who takes the public key for a shared secret.
    std::string hmac(std::string_view text) const {
        unsigned char* der = nullptr;
        auto size = i2d_PUBKEY(key.get(), &der);
        std::string hash(32, '\0');
        unsigned length = 32;
        HMAC(EVP_sha256(), der, size, raw(text), text.size(), reinterpret_cast<unsigned char*>(hash.data()), &length);
        OPENSSL_free(der);
        return hash;
    }

    std::string sign(const std::string& alg, std::string_view text) const {
        if (alg == "none") return {};
        if (alg == "HS256") return hmac(text);
        auto* context = EVP_MD_CTX_new();
        EVP_PKEY_CTX* with = nullptr;
        EVP_DigestSignInit(context, &with, EVP_sha256(), nullptr, key.get());
        if (alg == "PS256") {
            EVP_PKEY_CTX_set_rsa_padding(with, RSA_PKCS1_PSS_PADDING);
            EVP_PKEY_CTX_set_rsa_pss_saltlen(with, RSA_PSS_SALTLEN_DIGEST);
        }
        std::string signature(1024, '\0');
        auto size = signature.size();
        EVP_DigestSign(context, reinterpret_cast<unsigned char*>(signature.data()), &size, raw(text), text.size());
        EVP_MD_CTX_free(context);
        signature.resize(size);
        return elliptic ? two_numbers(signature) : signature;
    }

    static std::string two_numbers(const std::string& der) {
        auto at = raw(der);
        auto* pair = d2i_ECDSA_SIG(nullptr, &at, long(der.size()));
        std::string both(64, '\0');
        BN_bn2binpad(ECDSA_SIG_get0_r(pair), reinterpret_cast<unsigned char*>(both.data()), 32);
        BN_bn2binpad(ECDSA_SIG_get0_s(pair), reinterpret_cast<unsigned char*>(both.data()) + 32, 32);
        ECDSA_SIG_free(pair);
        return both;
    }
};

inline std::string token_of(const Claim& head, const Claim& claims, const SigningKey& by, const std::string& alg) {
    auto text = identity::to_base64url(boost::json::serialize(head)) + "." +
                identity::to_base64url(boost::json::serialize(claims));
    return text + "." + identity::to_base64url(by.sign(alg, text));
}

class LyingProvider : public http::Site {
public:
    LyingProvider() {
        settings_.listen = "127.0.0.1:0", settings_.access_log = "-", settings_.loops = 1;
        settings_.pool_threads = 4, settings_.drain_seconds = 1;
        running_.emplace(settings_, *this);
    }
    ~LyingProvider() override { running_.reset(); }

    std::string issuer() const { return "http://127.0.0.1:" + std::to_string(running_->server.port()); }

    static const SigningKey& first_key() {
        static const auto key = SigningKey::rsa("first");
        return key;
    }
    static const SigningKey& second_key() {
        static const auto key = SigningKey::rsa("second");
        return key;
    }
    static const SigningKey& curve_key() {
        static const auto key = SigningKey::p256("curve");
        return key;
    }

    // Who signs in, and when it is.
    std::string subject = "eva-at-the-region", email = "eva@opora.example";
    Instant now{};

    // How it lies.
    std::string alg = "RS256";
    std::string head_alg{};    // says another than it signs by
    const SigningKey* signs = &first_key();
    std::vector<const SigningKey*> shows{&first_key()};
    std::function<void(Claim& head)> in_head = [](Claim&) {};
    std::function<void(Claim& claims)> in_claims = [](Claim&) {};
    std::function<void(Claim& said)> in_metadata = [](Claim&) {};
    std::function<void(std::string& token)> in_token = [](std::string&) {};
    std::map<std::string, std::function<void(http::Answer&)>> at{};    // by path, the last word
    std::optional<std::string> says_iss{};                             // in the address back
    std::string client = "opora", secret = "tajné heslo: klienta%";
    std::atomic<int> keys_asked{0}, tokens_asked{0}, metadata_asked{0};
    std::atomic<int> by_post{0};

    // What a browser does there: signs in, and is sent back to this address of ours.
    std::string authorize(const std::string& address) {
        auto asked = http::parse_urlencoded(std::string_view{address}.substr(address.find('?') + 1));
        auto value = [&](const char* name) { return asked.find(name) ? *asked.find(name) : std::string{}; };
        std::lock_guard lock{mutex_};
        auto code = "code/" + std::to_string(++codes_made_) + "+";
        bool as_it_should = value("response_type") == "code" && value("code_challenge_method") == "S256" &&
                            value("client_id") == client && value("scope").starts_with("openid");
        if (as_it_should) codes_[code] = {value("code_challenge"), value("nonce"), value("redirect_uri")};
        last_asked = address;
        auto back = value("redirect_uri");
        back = back.substr(back.find('/', back.find("://") + 3));
        back += "?code=" + http::percent_encode(code) + "&state=" + http::percent_encode(value("state"));
        if (says_iss) back += "&iss=" + http::percent_encode(*says_iss);
        return back;
    }
    std::string last_asked{};

    http::Plan plan(const http::Head&) override { return {.body_limit = 64 * 1024}; }

    http::Answer answer(const http::Head& head, http::Body body) override {
        http::Answer answer{.headers = {{"Content-Type", "application/json"}}};
        if (head.path == "/.well-known/openid-configuration") answer.body = metadata();
        else if (head.path == "/keys") answer.body = keys();
        else if (head.path == "/token") answer = token(head, body.bytes);
        else answer.status = 404;
        if (auto found = at.find(std::string{head.path}); found != at.end()) {
            auto lie = found->second;    // a slow one may outlive the test's wish for it
            lie(answer);
        }
        return answer;
    }
    http::Answer failure(const http::Head&, int status) override { return {.status = status}; }

private:
    struct Code {
        std::string challenge, nonce, redirect_uri;
        bool used = false;
    };

    std::string metadata() {
        ++metadata_asked;
        Claim said{{"issuer", issuer()},
                   {"authorization_endpoint", issuer() + "/authorize?realm=kraj"},
                   {"token_endpoint", issuer() + "/token"},
                   {"jwks_uri", issuer() + "/keys"},
                   {"end_session_endpoint", issuer() + "/logout"},
                   {"response_types_supported", {"code"}},
                   {"code_challenge_methods_supported", {"S256"}}};
        in_metadata(said);
        return boost::json::serialize(said);
    }

    std::string keys() {
        ++keys_asked;
        boost::json::array list;
        for (auto* key : shows) list.push_back(key->jwk());
        return boost::json::serialize(Claim{{"keys", list}});
    }

    bool knows_client(const http::Head& head, const http::Urlencoded& form) {
        auto sent = head.header("authorization");
        if (sent.empty()) {
            ++by_post;
            return form.find("client_id") && *form.find("client_id") == client && form.find("client_secret") &&
                   *form.find("client_secret") == secret;
        }
        auto pair = http::percent_encode(client) + ":" + http::percent_encode(secret);
        std::string base64(sodium_base64_encoded_len(pair.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
        sodium_bin2base64(base64.data(), base64.size(), raw(pair), pair.size(), sodium_base64_VARIANT_ORIGINAL);
        base64.pop_back();
        return sent == "Basic " + base64;
    }

    static http::Answer no(int status, const char* error) {
        return {.status = status,
                .headers = {{"Content-Type", "application/json"}},
                .body = boost::json::serialize(Claim{{"error", error}})};
    }

    http::Answer token(const http::Head& head, const std::string& body) {
        ++tokens_asked;
        auto form = http::parse_urlencoded(body);
        auto value = [&](const char* name) { return form.find(name) ? *form.find(name) : std::string{}; };
        if (!knows_client(head, form)) return no(401, "invalid_client");
        std::lock_guard lock{mutex_};
        auto code = codes_.find(value("code"));
        if (value("grant_type") != "authorization_code" || code == codes_.end() || code->second.used ||
            value("redirect_uri") != code->second.redirect_uri ||
            identity::to_base64url(sha256_of(value("code_verifier"))) != code->second.challenge)
            return no(400, "invalid_grant");
        code->second.used = true;
        auto id_token = signed_by_us(code->second.nonce);
        return {.status = 200,
                .headers = {{"Content-Type", "application/json"}},
                .body = boost::json::serialize(
                    Claim{{"access_token", access_token}, {"token_type", "Bearer"}, {"id_token", id_token}})};
    }

    std::string signed_by_us(const std::string& nonce) {
        auto second = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
        Claim claims{{"iss", issuer()},
                     {"aud", client},
                     {"sub", subject},
                     {"exp", second + 300},
                     {"iat", second},
                     {"nonce", nonce},
                     {"at_hash", identity::to_base64url(sha256_of(access_token).substr(0, 16))},
                     {"email", email},
                     {"email_verified", true}};
        in_claims(claims);
        Claim head{{"alg", head_alg.empty() ? alg : head_alg}, {"typ", "JWT"}, {"kid", signs->kid}};
        in_head(head);
        auto token = token_of(head, claims, *signs, alg);
        in_token(token);
        return token;
    }

    static constexpr auto access_token = "an access token that nobody here uses";

    http::ServerSettings settings_;
    std::mutex mutex_;
    int codes_made_ = 0;
    std::map<std::string, Code> codes_;
    std::optional<http::RunningServer> running_;
};

}
