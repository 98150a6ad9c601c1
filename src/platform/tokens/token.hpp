// Tokens by which a person's programs ask in the person's name: random bits behind a word that scanners for leaks know,
// shown once; the database keeps their hash.  A token never reaches further than its person does now.
#pragma once

#include "platform/auth/people.hpp"
#include "platform/db/database.hpp"

#include <variant>

namespace tokens {

// Groups of permissions that programs may be let into, by the beginning of their names.  What is not named here is
// closed to them: accounts, people, the audit, and what a later capability has not opened.
inline constexpr std::string_view groups[] = {"public", "network"};

inline constexpr std::string_view token_prefix = "opora_";
inline constexpr std::size_t token_length = token_prefix.size() + 43;    // 32 bytes as text
inline constexpr auto token_lasts_most = std::chrono::days{366};
inline constexpr auto warned_before = std::chrono::days{14};
inline constexpr std::int64_t tokens_most = 20;                       // of one person that hold at once
inline constexpr auto ended_kept_for = std::chrono::days{2 * 366};    // the audit names them by id

struct ApiToken {
    Id<ApiToken> id{};
    Id<User> person_id{};
    std::string name{};
    db::Bytes token_hash{};
    std::string reach{};    // groups, parted by spaces
    bool may_write = false;
    Instant expires_at{};
    std::optional<Date> last_used_on{};
    std::optional<Instant> warned_at{};
    std::optional<Instant> revoked_at{};
    std::optional<Id<User>> revoked_by{};
    Kept kept{};

    static constexpr auto table = "api_tokens";
    bool holds(Instant now) const { return !revoked_at && now < expires_at; }
    Date last_day() const { return day_in_prague(expires_at - std::chrono::seconds{1}); }
    std::vector<std::string> reached() const;
    static void each_field(auto& token, auto& visit) {
        visit("id", token.id), visit("person_id", token.person_id), visit("name", token.name);
        visit("token_hash", token.token_hash), visit("reach", token.reach), visit("may_write", token.may_write);
        visit("expires_at", token.expires_at), visit("last_used_on", token.last_used_on);
        visit("warned_at", token.warned_at), visit("revoked_at", token.revoked_at);
        visit("revoked_by", token.revoked_by);
        Kept::each_field(token.kept, visit);
    }
};

// What a person wishes for; the last day belongs to it.
struct Wish {
    std::string name;
    std::vector<std::string> reach;    // of groups
    bool may_write = false;
    Date last_day{};
};

struct Made {
    Id<ApiToken> id;
    std::string text;    // nobody can read it again
};
// What the database keeps.  Not the hash of a session: a token is none, even if somebody puts it into the cookie.
db::Bytes hash_of(std::string_view token);
Made make_token(db::Session& work, Instant now, const User&, const Wish&);

std::optional<ApiToken> find_token(db::Session&, Id<ApiToken>);
std::vector<ApiToken> tokens_of(db::Session&, Id<User>);                      // the newest first; those that ended too
bool revoke(db::Session& work, const ApiToken&, Id<User> by, Instant now);    // false if it was over already

// --- asking by one ---------------------------------------------------------------------------------------------------

// What stands after the word Bearer, which may be nothing; no answer for any other way of signing in (RFC 6750).
std::optional<std::string_view> bearer(std::string_view authorization);
// May it be one of ours at all?
bool well_formed(std::string_view token);

// A permission by its name: in a group that is open to programs, and in one that this token reaches.
bool reaches(const ApiToken&, std::string_view permission);
bool open_to_programs(std::string_view permission);

struct Holder {
    ApiToken token;
    User user;    // with the grants that hold now
};
enum class Refusal {
    unknown,    // forged, mistyped, long gone
    expired,
    revoked,
    closed,         // the person may not sign in any more
    second_step,    // a role of the person asks for one since, and there is none
};
const char* to_text(Refusal);

// A token that was ours is named in the audit when it is refused.
struct Refused {
    Refusal why;
    std::optional<Holder> holder{};
};

// Who asks by this token; notes the day.  A demonstration asks for no second step.
std::variant<Holder, Refused> holder_of(db::Database&, std::string_view token, Instant now, bool demonstration);

// How the audit names who asked by it: token 01976294-7400-….
std::string actor(const ApiToken&);

// How long an address that keeps trying wrong ones must wait; those with a right one never do.
std::chrono::seconds wait_after_wrong(db::Database&, std::string_view remote, Instant now);
void note_wrong(db::Database&, std::string_view remote, Instant now);

// --- every day -------------------------------------------------------------------------------------------------------

inline constexpr auto tidy_job = "tokens.tidy", expires_notice = "token_expires";
// Tells people of those that run out soon, each once, and drops those that ended long ago.
std::int64_t tidy(db::Session& work, Instant now);

}
