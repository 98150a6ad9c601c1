// The second step of signing in: a secret shared with the person's phone, sealed under a key of its own, and ten codes
// for the day when the phone is lost.
#pragma once

#include "platform/auth/people.hpp"
#include "platform/keys/key_room.hpp"

namespace auth {

struct SecondFactor {
    Id<SecondFactor> id{};
    Id<User> person_id{};
    Id<keys::KeyName> key_id{};
    db::Bytes secret{};    // sealed
    std::optional<Instant> confirmed_at{};
    std::int64_t last_step = 0;    // of the code used last
    Kept kept{};

    static constexpr auto table = "second_factors";
    static void each_field(auto& factor, auto& visit) {
        visit("id", factor.id), visit("person_id", factor.person_id), visit("key_id", factor.key_id);
        visit("secret", factor.secret), visit("confirmed_at", factor.confirmed_at);
        visit("last_step", factor.last_step);
        Kept::each_field(factor.kept, visit);
    }
};

// Shown until it is confirmed by a code, or this long.
inline constexpr auto set_up_within = std::chrono::hours{1};
inline constexpr int recovery_codes_count = 10;

std::optional<SecondFactor> second_factor(db::Session&, Id<User>);    // confirmed
std::optional<SecondFactor> factor_in_making(db::Session&, Id<User>, Instant now);
std::string secret_of(keys::KeyStore&, const SecondFactor&);

// A new secret that is to be confirmed; replaces one that was not, and leaves one that was.
void begin_second_factor(db::Session& work, Instant now, keys::KeyStore&, const Person&);
// With a code of the new secret; false if it does not fit.
bool confirm_second_factor(db::Session& work, Instant now, keys::KeyStore&, const SecondFactor&, std::string_view code);
// Ends it: the secret's key is destroyed, codes are forgotten.  Should the rest be undone after that, nobody gets in
// without an administrator: a secret that does not open lets nobody pass.
void drop_second_factor(db::Session& work, keys::KeyStore&, Id<User>);

// A code of the phone, used up by that; false also when somebody used it a moment ago.
bool use_code(db::Session& work, Instant now, keys::KeyStore&, const SecondFactor&, std::string_view code);

// New ones in place of the former; the texts to show once.
std::vector<std::string> renew_recovery_codes(db::Session& work, Instant now, const Person&);
bool use_recovery_code(db::Session& work, Instant now, Id<User>, std::string_view typed);
std::int64_t recovery_codes_left(db::Session&, Id<User>);
// Small letters and digits without what people put between.
std::string plain_recovery_code(std::string_view typed);

// --- who needs one ---------------------------------------------------------------------------------------------------

// A setting of the instance: does this role need a second step?  Unless told, those that see people do.
struct RoleRule {
    Id<RoleRule> id{};
    std::string role{};
    bool second_factor = false;
    Kept kept{};

    static constexpr auto table = "role_rules";
    static void each_field(auto& rule, auto& visit) {
        visit("id", rule.id), visit("role", rule.role), visit("second_factor", rule.second_factor);
        Kept::each_field(rule.kept, visit);
    }
};

std::optional<RoleRule> rule_of(db::Session&, Role);
bool needs_second_factor(db::Session&, Role);
void set_rule(const history::Author&, Role, bool second_factor);
// The person has such a role and no second step.
bool lacks_second_factor(db::Session&, const User&);

// --- half signed in
// ----------------------------------------------------------------------------------------------------

// The password was right, the code is to come: a row for ten minutes, found by a token.
struct SignInStep {
    db::Bytes token_hash{};
    Id<User> person_id{};
    std::string back{};
    Instant made_at{};
    Instant expires_at{};
    std::int64_t failures = 0;
    std::optional<Instant> ended_at{};
    Id<Organisation> organisation_id{};
    std::string retention = "session";

    static constexpr auto table = "sign_in_steps";
    static void each_field(auto& step, auto& visit) {
        visit("token_hash", step.token_hash), visit("person_id", step.person_id), visit("back", step.back);
        visit("made_at", step.made_at), visit("expires_at", step.expires_at), visit("failures", step.failures);
        visit("ended_at", step.ended_at), visit("organisation_id", step.organisation_id);
        visit("retention", step.retention);
    }
};

inline constexpr auto step_holds = std::chrono::minutes{10};
inline constexpr std::int64_t step_failures_most = 5;    // then the password is asked for again

// Its token stands in the cookie of the session to be; a session found by it there is none.
std::string begin_step(db::Session& work, Instant now, const Person&, const std::string& back);
std::optional<SignInStep> open_step(db::Session&, const std::string& token, Instant now);
bool end_step(db::Session& work, const SignInStep&, Instant now);    // false if somebody was faster
void note_step_failure(db::Session& work, const SignInStep&);

}
