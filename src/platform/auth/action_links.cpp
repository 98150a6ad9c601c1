// Makes, finds, uses and revokes links that act once.
#include "platform/auth/action_links.hpp"

#include "platform/auth/sessions.hpp"
#include "platform/db/record.hpp"

namespace auth {

std::string make_link(db::Session& work, Instant now, Id<Organisation> organisation, std::string_view kind,
                      std::optional<Id<User>> person, std::optional<Uuid> about, std::chrono::hours valid) {
    auto token = new_token();
    db::insert_record(
        work, ActionLink::table,
        ActionLink{token_hash(token), std::string{kind}, person, about, now, now + valid, {}, {}, organisation});
    return token;
}

std::optional<ActionLink> usable_link(db::Session& db, std::string_view kind, const std::string& token, Instant now) {
    auto link =
        db.maybe<ActionLink>("SELECT * FROM action_links WHERE token_hash = $1 AND kind = $2", token_hash(token), kind);
    if (!link || link->used_at || link->revoked_at || link->expires_at <= now) return {};
    return link;
}

bool use_link(db::Session& work, const ActionLink& link, Instant now) {
    return work.run("UPDATE action_links SET used_at = $1 WHERE token_hash = $2 AND used_at IS NULL"
                    " AND revoked_at IS NULL AND expires_at > $1",
                    now, link.token_hash) == 1;
}

void revoke_links(db::Session& work, std::string_view kind, Uuid about, Instant now) {
    work.run("UPDATE action_links SET revoked_at = $1 WHERE kind = $2 AND about_id = $3 AND used_at IS NULL"
             " AND revoked_at IS NULL",
             now, kind, about);
}

void revoke_links(db::Session& work, std::string_view kind, Id<User> person, Instant now) {
    work.run("UPDATE action_links SET revoked_at = $1 WHERE kind = $2 AND person_id = $3 AND used_at IS NULL"
             " AND revoked_at IS NULL",
             now, kind, person);
}

}
