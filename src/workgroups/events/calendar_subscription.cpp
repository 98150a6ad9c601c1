// Makes, finds and revokes subscriptions.
#include "workgroups/events/calendar_subscription.hpp"

#include "platform/auth/sessions.hpp"

#include <sodium.h>

namespace workgroups {

namespace {

// Not the hash of a session: the token is none, even if somebody puts it into the cookie.
db::Bytes hash_of_subscription(std::string_view token) {
    constexpr std::string_view purpose = "opora calendar";
    db::Bytes hash(32);
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(token.data()), token.size(),
                       reinterpret_cast<const unsigned char*>(purpose.data()), purpose.size());
    return hash;
}

}

std::string make_subscription(db::Session& work, Instant now, const User& person, const std::string& name) {
    auto token = auth::new_token();
    CalendarSubscription one{Id<CalendarSubscription>::made_at(now), person.id, name, hash_of_subscription(token)};
    one.kept = {person.organisation_id.value_or(Id<Organisation>{}), "session", 1, now, person.id, now, person.id};
    db::insert_record(work, CalendarSubscription::table, one);
    return token;
}

std::vector<CalendarSubscription> subscriptions_of(db::Session& db, Id<User> person) {
    return db.all<CalendarSubscription>("SELECT * FROM calendar_subscriptions WHERE person_id = $1"
                                        " AND revoked_at IS NULL ORDER BY created_at DESC, id DESC",
                                        person);
}

bool revoke_subscription(db::Session& work, Id<CalendarSubscription> id, Id<User> person, Instant now) {
    return work.run("UPDATE calendar_subscriptions SET revoked_at = $1, version = version + 1, changed_at = $1,"
                    " changed_by = $2 WHERE id = $3 AND person_id = $2 AND revoked_at IS NULL",
                    now, person, id) == 1;
}

std::optional<FeedInView> FeedInView::find(db::Session& db, const std::string& named, Date day) {
    std::string_view token{named};
    if (token.ends_with(".ics")) token.remove_suffix(4);
    auto found = db.maybe<CalendarSubscription>("SELECT * FROM calendar_subscriptions WHERE token_hash = $1"
                                                " AND revoked_at IS NULL",
                                                hash_of_subscription(token));
    auto person = found ? auth::user(db, found->person_id, day) : std::nullopt;
    if (!person) return {};
    return FeedInView{std::move(*found), std::move(*person)};
}

}
