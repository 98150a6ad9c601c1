// Which ID tokens are believed, and which are not: claim by claim, key by key.
#include "platform/identity/id_token.hpp"

#include "tests/world/lying_provider.hpp"

#include <gmock/gmock.h>

using namespace std::chrono_literals;
using identity::Doubt;
using world::Claim;
using world::LyingProvider;

namespace {

const Instant token_now = *parse_instant("2026-11-24T08:00:00Z");

std::int64_t second_of(Instant now) {
    return std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
}

boost::json::value as_value(const std::string& text) { return boost::json::string{text.data(), text.size()}; }

std::vector<identity::PublicKey> shown(std::vector<Claim> keys) {
    boost::json::array list;
    for (auto& key : keys) list.push_back(key);
    return identity::read_keys(boost::json::serialize(Claim{{"keys", list}})).value();
}

struct IdToken : testing::Test {
    IdToken() {
        expected.issuer = "https://prihlaseni.kraj.example", expected.client_id = "opora", expected.nonce = "N";
        expected.access_token = "A", expected.now = token_now;
        claims = {{"iss", expected.issuer}, {"aud", "opora"},
                  {"sub", "eva"},           {"exp", second_of(token_now) + 300},
                  {"nonce", "N"},           {"iat", second_of(token_now)}};
    }
    Doubt with(const std::string& name, boost::json::value value) {
        auto other = claims;
        other[name] = std::move(value);
        return check(other);
    }
    Doubt without(const std::string& name) {
        auto other = claims;
        other.erase(name);
        return check(other);
    }
    Doubt check(const Claim& other) {
        auto token = token_of(Claim{{"alg", "RS256"}, {"kid", "first"}}, other, LyingProvider::first_key(), "RS256");
        return identity::check_id_token(token, keys, expected).doubt;
    }
    Doubt signed_as(const Claim& head, const world::SigningKey& by, const std::string& alg) {
        return identity::check_id_token(token_of(head, claims, by, alg), keys, expected).doubt;
    }

    identity::Expected expected;
    Claim claims;
    std::vector<identity::PublicKey> keys = shown({LyingProvider::first_key().jwk(), LyingProvider::curve_key().jwk()});
};

}

TEST_F(IdToken, is_believed_when_all_of_it_is_right) {
    EXPECT_EQ(check(claims), Doubt::none);
    EXPECT_EQ(signed_as({{"alg", "PS256"}, {"kid", "first"}}, LyingProvider::first_key(), "PS256"), Doubt::none);
    EXPECT_EQ(signed_as({{"alg", "ES256"}, {"kid", "curve"}}, LyingProvider::curve_key(), "ES256"), Doubt::none);
    EXPECT_EQ(signed_as({{"alg", "ES256"}}, LyingProvider::curve_key(), "ES256"), Doubt::none)
        << "the only one that fits";
}

TEST_F(IdToken, is_for_us_alone_or_asked_for_by_us) {
    EXPECT_EQ(with("aud", boost::json::array{"opora"}), Doubt::none);
    EXPECT_EQ(with("aud", "jiny"), Doubt::audience);
    EXPECT_EQ(with("aud", boost::json::array{"jiny", "opora"}), Doubt::audience)
        << "for others too, and no word by whom";
    EXPECT_EQ(with("azp", "jiny"), Doubt::audience);
    claims["azp"] = "opora";
    EXPECT_EQ(with("aud", boost::json::array{"jiny", "opora"}), Doubt::none);
    EXPECT_EQ(with("aud", boost::json::array{}), Doubt::audience);
    EXPECT_EQ(with("aud", 7), Doubt::audience);
    EXPECT_EQ(without("aud"), Doubt::audience);
}

TEST_F(IdToken, holds_in_its_time_with_a_minute_of_tolerance) {
    auto now = second_of(token_now);
    EXPECT_EQ(with("exp", now - 59), Doubt::none);
    EXPECT_EQ(with("exp", now - 60), Doubt::time);
    EXPECT_EQ(with("exp", "2099-01-01"), Doubt::time);
    EXPECT_EQ(with("exp", 1e300), Doubt::time);
    EXPECT_EQ(without("exp"), Doubt::time);
    EXPECT_EQ(with("iat", now + 60), Doubt::none);
    EXPECT_EQ(with("iat", now + 61), Doubt::time);
    EXPECT_EQ(without("iat"), Doubt::time);
    EXPECT_EQ(with("nbf", now + 60), Doubt::none);
    EXPECT_EQ(with("nbf", now + 61), Doubt::time);
    EXPECT_EQ(with("nbf", "soon"), Doubt::time);
    EXPECT_EQ(with("exp", double(now) + 0.5), Doubt::none);
}

TEST_F(IdToken, says_the_issuer_the_nonce_and_the_person) {
    EXPECT_EQ(with("iss", "https://prihlaseni.kraj.example/"), Doubt::issuer) << "not nearly the same";
    EXPECT_EQ(without("iss"), Doubt::issuer);
    EXPECT_EQ(with("nonce", "M"), Doubt::nonce);
    EXPECT_EQ(with("nonce", ""), Doubt::nonce);
    EXPECT_EQ(without("nonce"), Doubt::nonce);
    EXPECT_EQ(without("sub"), Doubt::subject);
    EXPECT_EQ(with("sub", ""), Doubt::subject);
    EXPECT_EQ(with("sub", as_value(std::string(256, 's'))), Doubt::subject);
    EXPECT_EQ(with("sub", "eva\n"), Doubt::subject);
    expected.nonce = "";
    EXPECT_EQ(with("nonce", ""), Doubt::nonce) << "none was asked for: nothing is believed";
}

TEST_F(IdToken, belongs_to_the_access_token_beside_it) {
    auto right = identity::to_base64url(world::sha256_of("A").substr(0, 16));
    EXPECT_EQ(with("at_hash", as_value(right)), Doubt::none);
    EXPECT_EQ(with("at_hash", as_value("x" + right.substr(1))), Doubt::at_hash);
    EXPECT_EQ(with("at_hash", 1), Doubt::at_hash);
    expected.access_token = "";
    EXPECT_EQ(with("at_hash", as_value(right)), Doubt::at_hash);
}

TEST_F(IdToken, shows_how_strongly_the_person_signed_in_when_that_is_asked_for) {
    expected.acr_required = {"high", "substantial"};
    EXPECT_EQ(without("acr"), Doubt::acr);
    EXPECT_EQ(with("acr", "low"), Doubt::acr);
    EXPECT_EQ(with("acr", "substantial"), Doubt::none);
}

TEST_F(IdToken, tells_an_email_only_when_it_was_verified) {
    auto email_of = [&](boost::json::value verified) {
        auto other = claims;
        other["email"] = "eva@opora.example", other["email_verified"] = std::move(verified);
        auto token = token_of(Claim{{"alg", "RS256"}, {"kid", "first"}}, other, LyingProvider::first_key(), "RS256");
        return identity::check_id_token(token, keys, expected).claims.email;
    };
    EXPECT_EQ(email_of(true), "eva@opora.example");
    EXPECT_EQ(email_of(false), "");
    EXPECT_EQ(email_of("true"), "");
    EXPECT_EQ(email_of(nullptr), "");
}

TEST_F(IdToken, is_signed_by_a_key_of_the_provider_in_a_way_that_it_is_for) {
    auto& first = LyingProvider::first_key();
    auto& curve = LyingProvider::curve_key();
    EXPECT_EQ(signed_as({{"alg", "none"}}, first, "none"), Doubt::algorithm);
    EXPECT_EQ(signed_as({{"alg", "None"}, {"kid", "first"}}, first, "none"), Doubt::algorithm);
    EXPECT_EQ(signed_as({{"alg", "HS256"}, {"kid", "first"}}, first, "HS256"), Doubt::algorithm);
    EXPECT_EQ(signed_as({{"kid", "first"}}, first, "RS256"), Doubt::algorithm);
    EXPECT_EQ(signed_as({{"alg", "RS512"}, {"kid", "first"}}, first, "RS256"), Doubt::algorithm);
    EXPECT_EQ(signed_as({{"alg", "ES256"}, {"kid", "first"}}, curve, "ES256"), Doubt::algorithm)
        << "a key of another kind";
    EXPECT_EQ(signed_as({{"alg", "RS256"}, {"kid", "second"}}, LyingProvider::second_key(), "RS256"),
              Doubt::unknown_key);
    EXPECT_EQ(signed_as({{"alg", "RS256"}, {"kid", "first"}}, LyingProvider::second_key(), "RS256"), Doubt::signature);
    EXPECT_EQ(signed_as({{"alg", "PS256"}, {"kid", "first"}}, first, "RS256"), Doubt::signature);
    EXPECT_EQ(signed_as({{"alg", "RS256"}, {"kid", "first"}, {"crit", boost::json::array{"exp"}}}, first, "RS256"),
              Doubt::malformed);
    EXPECT_EQ(signed_as({{"alg", "RS256"}, {"kid", "first"}, {"typ", "at+jwt"}}, first, "RS256"), Doubt::malformed);
}

TEST_F(IdToken, is_whole_and_as_it_was_written) {
    auto token = token_of(Claim{{"alg", "RS256"}, {"kid", "first"}}, claims, LyingProvider::first_key(), "RS256");
    auto doubt = [&](const std::string& other) { return identity::check_id_token(other, keys, expected).doubt; };
    EXPECT_EQ(doubt(token), Doubt::none);
    for (auto& broken :
         {std::string{}, std::string{"."}, std::string{".."}, std::string{"a.b.c"}, token + "=", token + ".",
          "." + token, token + " ", token.substr(0, token.rfind('.')), std::string(20'000, 'a')})
        EXPECT_NE(doubt(broken), Doubt::none) << broken.substr(0, 40);
    // One letter of what was signed, of the signature, and its last letter with bits that mean nothing.
    for (auto place : {token.find('.') + 5, token.rfind('.') + 5}) {
        auto other = token;
        other[place] = other[place] == 'A' ? 'B' : 'A';
        EXPECT_NE(doubt(other), Doubt::none) << place;
    }
    claims["padding"] = std::string(17'000, 'x');
    EXPECT_EQ(check(claims), Doubt::malformed) << "longer than any honest one";
}

TEST(PublicKeys, are_those_that_may_sign_and_are_strong_enough) {
    auto weak = world::SigningKey::rsa("weak", 1024);
    auto& rsa = LyingProvider::first_key();
    auto& curve = LyingProvider::curve_key();
    auto with = [](Claim key, const char* name, boost::json::value value) {
        key[name] = std::move(value);
        return key;
    };
    EXPECT_EQ(shown({rsa.jwk(), curve.jwk()}).size(), 2u);
    EXPECT_EQ(shown({weak.jwk()}).size(), 0u);
    EXPECT_EQ(shown({with(rsa.jwk(), "use", "enc")}).size(), 0u);
    EXPECT_EQ(shown({with(rsa.jwk(), "key_ops", boost::json::array{"encrypt"})}).size(), 0u);
    EXPECT_EQ(shown({with(rsa.jwk(), "key_ops", boost::json::array{"verify"})}).size(), 1u);
    EXPECT_EQ(shown({with(rsa.jwk(), "e", "AQ")}).size(), 0u) << "an exponent of one signs everything";
    EXPECT_EQ(shown({with(curve.jwk(), "crv", "P-384")}).size(), 0u);
    EXPECT_EQ(shown({with(curve.jwk(), "x", curve.jwk()["y"])}).size(), 0u) << "not on the curve";
    EXPECT_EQ(shown({Claim{{"kty", "oct"}, {"k", "c2VjcmV0"}}}).size(), 0u);
    for (auto no_set : {"", "[]", "{}", "{\"keys\":{}}", "{\"keys\":[", "null"})
        EXPECT_FALSE(identity::read_keys(no_set)) << no_set;
    boost::json::array many;
    for (int n = 0; n < 65; ++n) many.push_back(rsa.jwk());
    EXPECT_FALSE(identity::read_keys(boost::json::serialize(Claim{{"keys", many}})));
}
