// Links that act once and only by a button: random bits in the address, their hash in the database.  Opening one
// changes nothing, since scanners of mail open them too.
#pragma once

#include "platform/db/session.hpp"
#include "platform/history/kept.hpp"

#include <chrono>

namespace auth {

// Kinds that end in a new password.
inline constexpr auto sign_in_link = "sign_in", reset_link = "password_reset";

struct ActionLink {
    db::Bytes token_hash{};
    std::string kind{};
    std::optional<Id<User>> person_id{};
    std::optional<Uuid> about{};    // the record that it acts upon
    Instant made_at{};
    Instant expires_at{};
    std::optional<Instant> used_at{};
    std::optional<Instant> revoked_at{};
    Id<Organisation> organisation_id{};
    std::string retention = "session";

    static constexpr auto table = "action_links";
    static void each_field(auto& link, auto& visit) {
        visit("token_hash", link.token_hash), visit("kind", link.kind), visit("person_id", link.person_id);
        visit("about_id", link.about), visit("made_at", link.made_at), visit("expires_at", link.expires_at);
        visit("used_at", link.used_at), visit("revoked_at", link.revoked_at);
        visit("organisation_id", link.organisation_id), visit("retention", link.retention);
    }
};

// The token for the address; nobody can read it again.
std::string make_link(db::Session& work, Instant now, Id<Organisation>, std::string_view kind,
                      std::optional<Id<User>> person, std::optional<Uuid> about, std::chrono::hours valid);

// The link if it is of this kind and may still be used.
std::optional<ActionLink> usable_link(db::Session&, std::string_view kind, const std::string& token, Instant now);

// Marks it used; false if somebody was faster, or if it was revoked or ran out meanwhile.
bool use_link(db::Session& work, const ActionLink&, Instant now);

// Those of this kind that could still be used, no more.
void revoke_links(db::Session& work, std::string_view kind, Uuid about, Instant now);
void revoke_links(db::Session& work, std::string_view kind, Id<User> person, Instant now);

}
