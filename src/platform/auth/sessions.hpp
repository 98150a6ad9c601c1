// In which browsers a person is signed in, and for how long.
#pragma once

#include "platform/auth/people.hpp"
#include "platform/db/database.hpp"

namespace auth {

// A session ends after this long without a request, and after this long in any case.
inline constexpr auto session_idle = std::chrono::hours{1};
inline constexpr auto session_whole = std::chrono::hours{12};

// 32 random bytes as text without padding; the database keeps their hash only.
std::string new_token();
db::Bytes token_hash(std::string_view token);

// Signs a person in: a new token each time, so that one known before sign-in is worth nothing.
std::string begin_session(db::Session& work, const Person&, Instant now);

// Who holds this token now; notes that they were seen, at most once a minute.
std::optional<User> session_user(db::Database&, const std::string& token, Instant now);

void end_session(db::Session& work, const std::string& token, Instant now);
void end_all_sessions(db::Session& work, Id<User>, Instant now);    // sign-out everywhere, half sign-ins too

// What forms of this session send back: bound to the token, so that another site cannot know it.
std::string form_token(const std::string& session_token);

// A link that signs in once, with a new password, and replaces earlier ones; the token for the address.
std::string make_sign_in_link(db::Session& work, const Person&, Instant now, std::chrono::hours valid);

}
