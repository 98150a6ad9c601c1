// Makes tokens, keeps them, and tells people when one runs out.
#include "platform/tokens/token.hpp"

#include "platform/auth/sessions.hpp"
#include "platform/notices/notice.hpp"

#include <sodium.h>

namespace tokens {

namespace {

std::string joined(const std::vector<std::string>& groups) {
    std::string text;
    for (auto& group : groups) text += (text.empty() ? "" : " ") + group;
    return text;
}

}

std::vector<std::string> ApiToken::reached() const {
    std::vector<std::string> all;
    for (std::string_view rest = reach; !rest.empty();) {
        auto end = rest.find(' ');
        all.emplace_back(rest.substr(0, end));
        rest = end == rest.npos ? std::string_view{} : rest.substr(end + 1);
    }
    return all;
}

db::Bytes hash_of(std::string_view text) {
    constexpr std::string_view purpose = "opora api token";
    db::Bytes hash(32);
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                       reinterpret_cast<const unsigned char*>(purpose.data()), purpose.size());
    return hash;
}

Made make_token(db::Session& work, Instant now, const User& person, const Wish& wish) {
    auto text = std::string{token_prefix} + auth::new_token();
    ApiToken token{Id<ApiToken>::made_at(now), person.id, wish.name, hash_of(text), joined(wish.reach)};
    token.may_write = wish.may_write;
    token.expires_at = from_prague(wish.last_day + std::chrono::days{1});
    auto organisation = person.organisation_id.value_or(Id<Organisation>{});
    token.kept = {organisation, "session", 1, now, person.id, now, person.id};
    db::insert_record(work, ApiToken::table, token);
    return {token.id, std::move(text)};
}

std::optional<ApiToken> find_token(db::Session& db, Id<ApiToken> id) {
    return db.maybe<ApiToken>("SELECT * FROM api_tokens WHERE id = $1", id);
}

std::vector<ApiToken> tokens_of(db::Session& db, Id<User> person) {
    return db.all<ApiToken>("SELECT * FROM api_tokens WHERE person_id = $1 ORDER BY created_at DESC, id DESC", person);
}

bool revoke(db::Session& work, const ApiToken& token, Id<User> by, Instant now) {
    return work.run("UPDATE api_tokens SET revoked_at = $1, revoked_by = $2, version = version + 1, changed_at = $1,"
                    " changed_by = $2 WHERE id = $3 AND revoked_at IS NULL AND expires_at > $1",
                    now, by, token.id) == 1;
}

std::int64_t tidy(db::Session& work, Instant now) {
    auto soon = work.all<ApiToken>("SELECT * FROM api_tokens WHERE revoked_at IS NULL AND warned_at IS NULL"
                                   " AND expires_at > $1 AND expires_at <= $2 ORDER BY id",
                                   now, now + warned_before);
    for (auto& token : soon) {
        auto source = history::keep_source(work, now, {}, token.kept.organisation_id, "import", "tokens");
        notices::tell({work, now, {}, token.kept.organisation_id, source}, {token.person_id}, expires_notice,
                      token.name, "/ucet/tokeny#token-" + ::to_text(token.id));
        work.run("UPDATE api_tokens SET warned_at = $1 WHERE id = $2", now, token.id);
    }
    return std::int64_t(soon.size()) +
           work.run("DELETE FROM api_tokens WHERE expires_at < $1 OR revoked_at < $1", now - ended_kept_for);
}

}
