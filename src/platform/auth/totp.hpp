// Codes that change every half minute (RFC 6238): six digits made of a shared secret and the time.
#pragma once

#include "platform/time/instant.hpp"

namespace auth::totp {

inline constexpr auto step = std::chrono::seconds{30};
inline constexpr std::size_t secret_bytes = 20;    // RFC 4226: as long as the hash

std::string new_secret();
std::int64_t step_at(Instant);
std::string code(std::string_view secret, std::int64_t at_step, int digits = 6);

// The step whose code was typed: this one, the one before or the next, since clocks differ; and later than the last one
// that was used, so that a code read over a shoulder is worth nothing.
std::optional<std::int64_t> matching_step(std::string_view secret, std::string_view typed, Instant now,
                                          std::int64_t last_used);

std::string base32(std::string_view bytes);    // without padding, as programs on phones take it
std::string address(const std::string& issuer, const std::string& account,
                    std::string_view secret);    // otpauth://totp/…

}
