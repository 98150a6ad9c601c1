// Makes and compares codes; HMAC-SHA1 by OpenSSL, as phones use it.
#include "platform/auth/totp.hpp"

#include "platform/http/request.hpp"

#include <fmt/format.h>
#include <openssl/hmac.h>
#include <sodium.h>

namespace auth::totp {

std::string new_secret() {
    std::string secret(secret_bytes, '\0');
    randombytes_buf(secret.data(), secret.size());
    return secret;
}

std::int64_t step_at(Instant now) { return std::chrono::floor<std::chrono::seconds>(now.time_since_epoch()) / step; }

std::string code(std::string_view secret, std::int64_t at_step, int digits) {
    unsigned char counter[8], hash[EVP_MAX_MD_SIZE];
    for (int n = 0; n < 8; ++n) counter[n] = static_cast<unsigned char>(std::uint64_t(at_step) >> (56 - 8 * n));
    unsigned int length = 0;
    if (!HMAC(EVP_sha1(), secret.data(), int(secret.size()), counter, sizeof counter, hash, &length) || length != 20)
        throw std::runtime_error{"OpenSSL makes no HMAC"};
    // RFC 4226 5.3: the last four bits say where to read.
    auto at = hash[19] & 15u;
    auto number = (hash[at] & 127u) << 24 | hash[at + 1] << 16 | hash[at + 2] << 8 | hash[at + 3];
    auto text = fmt::format("{:010}", number);
    return text.substr(text.size() - std::size_t(digits));
}

std::optional<std::int64_t> matching_step(std::string_view secret, std::string_view typed, Instant now,
                                          std::int64_t last_used) {
    std::optional<std::int64_t> found;
    if (typed.size() != 6) return found;
    for (auto at = step_at(now) - 1; at <= step_at(now) + 1; ++at) {
        auto expected = code(secret, at);
        if (sodium_memcmp(expected.data(), typed.data(), expected.size()) == 0 && at > last_used && !found) found = at;
    }
    return found;
}

std::string base32(std::string_view bytes) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    unsigned held = 0, bits = 0;
    for (unsigned char byte : bytes) {
        held = held << 8 | byte, bits += 8;
        while (bits >= 5) bits -= 5, text += letters[held >> bits & 31];
    }
    if (bits) text += letters[held << (5 - bits) & 31];
    return text;
}

std::string address(const std::string& issuer, const std::string& account, std::string_view secret) {
    return "otpauth://totp/" + http::encoded(issuer) + ":" + http::encoded(account) + "?secret=" + base32(secret) +
           "&issuer=" + http::encoded(issuer) + "&algorithm=SHA1&digits=6&period=30";
}

}
