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
void end_all_sessions(db::Session& work, Id<User>, Instant now);    // sign-out everywhere

// What forms of this session send back: bound to the token, so that another site cannot know it.
std::string form_token(const std::string& session_token);

// A link that acts once and only by a button; the token for the address.
std::string make_sign_in_link(db::Session& work, const Person&, Instant now, std::chrono::hours valid);
struct SignInLink {
    db::Bytes token_hash;
    Id<User> person_id;
    Instant expires_at;
    std::optional<Instant> used_at;

    static void each_field(auto& link, auto& visit) {
        visit("token_hash", link.token_hash), visit("person_id", link.person_id), visit("expires_at", link.expires_at);
        visit("used_at", link.used_at);
    }
};
// The link if it may still be used.
std::optional<SignInLink> usable_sign_in_link(db::Session&, const std::string& token, Instant now);
// Marks it used; false if somebody was faster.
bool use_sign_in_link(db::Session& work, const SignInLink&, Instant now);

}
