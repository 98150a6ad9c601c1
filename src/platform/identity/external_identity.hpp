// Whose account at the provider belongs to which person, and who is on their way there and back.
#pragma once

#include "platform/auth/people.hpp"

namespace identity {

struct ExternalIdentity {
    Id<ExternalIdentity> id{};
    Id<User> person_id{};
    std::string issuer{};
    std::string subject{};                 // the provider's name of the account, which never changes
    std::optional<std::string> email{};    // as the provider verified it when it was linked
    std::optional<Instant> last_used_at{};
    std::optional<Instant> ended_at{};
    Kept kept{};

    static constexpr auto table = "external_identities";
    static void each_field(auto& identity, auto& visit) {
        visit("id", identity.id), visit("person_id", identity.person_id), visit("issuer", identity.issuer);
        visit("subject", identity.subject), visit("email", identity.email);
        visit("last_used_at", identity.last_used_at), visit("ended_at", identity.ended_at);
        Kept::each_field(identity.kept, visit);
    }
};

std::optional<ExternalIdentity> identity_of(db::Session&, const std::string& issuer, const std::string& subject);
std::optional<ExternalIdentity> identity_of(db::Session&, const std::string& issuer, Id<User>);
std::vector<ExternalIdentity> identities_of(db::Session&, Id<User>);    // linked now, of any provider

// Linked from now on; nothing where either of the two is linked with another.  An account that is linked with this
// person already stays as it is.
std::optional<ExternalIdentity> link_identity(const history::Author&, const auth::Person&, const std::string& issuer,
                                              const std::string& subject, const std::string& email);
void note_use(db::Session& work, const ExternalIdentity&, Instant now);
void end_identity(const history::Author&, const ExternalIdentity&);

// --- there and back --------------------------------------------------------------------------------------------------

struct Attempt {
    db::Bytes state_hash{};
    db::Bytes browser_hash{};
    db::Bytes remote_hash{};
    std::optional<Id<User>> person_id{};     // whose account is to be linked
    std::optional<db::Bytes> link_hash{};    // the link by which somebody comes in for the first time
    std::string back{};
    Instant made_at{};
    Instant expires_at{};
    std::optional<Instant> ended_at{};
    std::string retention = "session";

    static constexpr auto table = "identity_attempts";
    static void each_field(auto& attempt, auto& visit) {
        visit("state_hash", attempt.state_hash), visit("browser_hash", attempt.browser_hash);
        visit("remote_hash", attempt.remote_hash), visit("person_id", attempt.person_id);
        visit("link_hash", attempt.link_hash), visit("back", attempt.back), visit("made_at", attempt.made_at);
        visit("expires_at", attempt.expires_at), visit("ended_at", attempt.ended_at);
        visit("retention", attempt.retention);
    }
};

inline constexpr auto attempt_holds = std::chrono::minutes{10};
inline constexpr std::int64_t open_attempts_of_address = 30;

// What goes to the provider, made of the state and of what stands in the browser's cookie: the database holds neither,
// so who reads it can finish nobody's sign-in.
std::string nonce_of(const std::string& state, const std::string& browser);
std::string verifier_of(const std::string& state, const std::string& browser);

// False where too many were begun from one address and not finished.  Tidies what ran out.
bool begin_attempt(db::Session& work, Instant now, const std::string& state, const std::string& browser,
                   const std::string& remote, Attempt);
// If it was begun in this browser and may still be finished.
std::optional<Attempt> open_attempt(db::Session&, const std::string& state, const std::string& browser, Instant now);
bool end_attempt(db::Session& work, const Attempt&, Instant now);    // false if somebody was faster

// Somebody who is not signed in holds this token while they are at the provider.
bool under_way(db::Session&, const std::string& browser, Instant now);

// --- the second step at the provider ---------------------------------------------------------------------------------

void note_provider_step(db::Session& work, const std::string& session_token, const ExternalIdentity&, Instant now);
bool stepped_at_provider(db::Session&, const std::string& session_token);

}
