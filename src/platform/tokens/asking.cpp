// Who asks by a token, and how far it reaches.
#include "platform/audit/actors.hpp"
#include "platform/auth/second_factor.hpp"
#include "platform/tokens/token.hpp"

#include <algorithm>
#include <sodium.h>

namespace tokens {

std::optional<std::string_view> bearer(std::string_view authorization) {
    constexpr std::string_view scheme = "bearer";
    auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; };
    if (authorization.size() < scheme.size()) return {};
    if (!std::ranges::equal(authorization.substr(0, scheme.size()), scheme, {}, lower)) return {};
    auto rest = authorization.substr(scheme.size());
    if (!rest.empty() && rest.front() != ' ') return {};
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    while (rest.ends_with(' ')) rest.remove_suffix(1);
    return rest;
}

bool well_formed(std::string_view token) {
    if (token.size() != token_length || !token.starts_with(token_prefix)) return false;
    return std::ranges::all_of(token.substr(token_prefix.size()), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

bool open_to_programs(std::string_view permission) {
    // Signing in and the look of pages are a browser's business.
    if (permission == "public.enter") return false;
    return std::ranges::count(groups, permission.substr(0, permission.find('.'))) > 0;
}

bool reaches(const ApiToken& token, std::string_view permission) {
    auto group = permission.substr(0, permission.find('.'));
    return open_to_programs(permission) && std::ranges::count(token.reached(), group) > 0;
}

const char* to_text(Refusal refusal) {
    switch (refusal) {
    case Refusal::unknown: return "unknown";
    case Refusal::expired: return "expired";
    case Refusal::revoked: return "revoked";
    case Refusal::closed: return "closed";
    case Refusal::second_step: return "second_step";
    }
    return "";
}

namespace {

std::variant<Holder, Refused> found_holder(db::Session& db, std::string_view typed, Instant now, bool demonstration) {
    auto token = db.maybe<ApiToken>("SELECT * FROM api_tokens WHERE token_hash = $1", hash_of(typed));
    if (!token) return Refused{Refusal::unknown};
    User known{token->person_id, {}, token->kept.organisation_id};
    auto refuse = [&](Refusal why) { return Refused{why, Holder{*token, known}}; };
    if (token->revoked_at) return refuse(Refusal::revoked);
    if (token->expires_at <= now) return refuse(Refusal::expired);
    auto user = auth::user(db, token->person_id, day_in_prague(now));
    if (!user) return refuse(Refusal::closed);
    if (!demonstration && auth::lacks_second_factor(db, *user)) return refuse(Refusal::second_step);
    return Holder{std::move(*token), std::move(*user)};
}

}

std::variant<Holder, Refused> holder_of(db::Database& database, std::string_view typed, Instant now,
                                        bool demonstration) {
    if (!well_formed(typed)) return Refused{Refusal::unknown};
    auto found =
        database.in_read_transaction([&](db::Session& db) { return found_holder(db, typed, now, demonstration); });
    auto today = day_in_prague(now);
    if (auto holder = std::get_if<Holder>(&found); holder && holder->token.last_used_on != today) {
        auto lease = database.write();
        lease->run("UPDATE api_tokens SET last_used_on = $1 WHERE id = $2", today, holder->token.id);
    }
    return found;
}

std::string actor(const ApiToken& token) { return std::string{audit::by_token} + ::to_text(token.id); }

namespace {

struct WrongOnes {
    std::int64_t failures = 0;
    Instant last_at{};
    static void each_field(auto& row, auto& visit) { visit("failures", row.failures), visit("last_at", row.last_at); }
};

db::Bytes address_of_wrong(std::string_view remote) {
    auto text = "token address " + std::string{remote};
    db::Bytes hash(16);
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                       nullptr, 0);
    return hash;
}

constexpr std::int64_t wrong_ones_free = 20;

}

// As at the sign-in of an office: twenty are free, then 2, 4, 8… seconds, at most 15 minutes.
std::chrono::seconds wait_after_wrong(db::Database& database, std::string_view remote, Instant now) {
    auto lease = database.read();
    auto row = lease->maybe<WrongOnes>("SELECT failures, last_at FROM sign_in_attempts WHERE subject = $1",
                                       address_of_wrong(remote));
    if (!row || row->failures < wrong_ones_free) return {};
    auto power = std::min<std::int64_t>(row->failures - wrong_ones_free + 1, 10);
    auto until = row->last_at + std::chrono::seconds{std::min<std::int64_t>(std::int64_t{1} << power, 900)};
    return until <= now ? std::chrono::seconds{} : std::chrono::ceil<std::chrono::seconds>(until - now);
}

void note_wrong(db::Database& database, std::string_view remote, Instant now) {
    database.in_write_transaction([&](db::Session& work) {
        work.run("INSERT INTO sign_in_attempts (subject, failures, last_at) VALUES ($1, 1, $2)"
                 " ON CONFLICT (subject) DO UPDATE SET failures = CASE WHEN sign_in_attempts.last_at < $3 THEN 1"
                 " ELSE sign_in_attempts.failures + 1 END, last_at = $2",
                 address_of_wrong(remote), now, now - std::chrono::hours{24});
    });
}

}
