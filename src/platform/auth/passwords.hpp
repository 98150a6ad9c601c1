// Passwords: argon2id, at most two at a time, and a brake on guessing.
#pragma once

#include "platform/auth/people.hpp"

namespace auth {

// OWASP ASVS 5.0 6.2: at least 15 characters, at least 64 allowed, none cut
// off.
inline constexpr std::size_t password_least = 15;
inline constexpr std::size_t password_most = 256;

// A text key saying what is wrong with a new password, or nothing.
const char* password_problem(std::string_view password, std::string_view email);

std::string hash_password(const std::string& password);
// Takes as long for an account that does not exist or has no password.
bool password_fits(const std::optional<std::string>& hash, const std::string& password);

// How long this account or this address must wait before the next attempt; zero if it may try now.
std::chrono::seconds wait_before_attempt(db::Session&, std::string_view email, std::string_view remote, Instant now);
void note_failed_attempt(db::Session& work, std::string_view email, std::string_view remote, Instant now);
// The same for asking for a new password; only the address counts, since the account's own brake shows nothing.
std::chrono::seconds wait_before_reset(db::Session&, std::string_view remote, Instant now);
void note_reset(db::Session& work, std::string_view remote, Instant now);
// For coming back from the identity provider, by address.
std::chrono::seconds wait_before_provider(db::Session&, std::string_view remote, Instant now);
void note_failed_provider(db::Session& work, std::string_view remote, Instant now);
// And for the codes of the second step, by person.
std::chrono::seconds wait_before_code(db::Session&, Id<User>, Instant now);
void note_failed_code(db::Session& work, Id<User>, Instant now);
void forget_failed_codes(db::Session& work, Id<User>);
void forget_failed_attempts(db::Session& work, std::string_view email);

}
