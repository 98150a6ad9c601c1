// Whom the instance tells of changes of public records: other programs' addresses, each with a secret that signs what
// is sent there.
#pragma once

#include "platform/history/history.hpp"
#include "platform/keys/key_room.hpp"

namespace webhooks {

// After so many deliveries given up, one after another, a subscription is paused and the administrators hear of it.
inline constexpr std::int64_t given_up_most = 5;
// Not about any record: an administrator tries the connection.
inline constexpr auto test_kind = "test";

struct Subscription {
    Id<Subscription> id{};
    std::string name{};
    std::string address{};    // https://…
    std::string kinds{};      // of events, parted by spaces
    Id<keys::KeyName> key_id{};
    db::Bytes secret{};    // sealed
    std::int64_t given_up_in_a_row = 0;
    std::int64_t away_in_a_row = 0;
    std::optional<Instant> resting_until{};
    std::optional<Instant> paused_at{};
    std::optional<std::string> paused_because{};    // person, failing
    std::optional<Instant> ended_at{};
    Kept kept{};

    static constexpr auto table = "webhook_subscriptions";
    bool active() const { return !paused_at && !ended_at; }
    bool wants(std::string_view kind) const;
    std::vector<std::string> wanted() const;
    static void each_field(auto& one, auto& visit) {
        visit("id", one.id), visit("name", one.name), visit("address", one.address), visit("kinds", one.kinds);
        visit("key_id", one.key_id), visit("secret", one.secret);
        visit("given_up_in_a_row", one.given_up_in_a_row), visit("away_in_a_row", one.away_in_a_row);
        visit("resting_until", one.resting_until), visit("paused_at", one.paused_at);
        visit("paused_because", one.paused_because), visit("ended_at", one.ended_at);
        Kept::each_field(one.kept, visit);
    }
};

struct SubscriptionWish {
    std::string name, address;
    std::vector<std::string> kinds;
};

// The secret is returned as text to be shown once.
struct MadeSubscription {
    Id<Subscription> id;
    std::string secret;
};
MadeSubscription subscribe(const history::Author&, keys::KeyStore&, const SubscriptionWish&);
void change(const history::Author&, const Subscription& before, const SubscriptionWish&);
std::string renew_secret(const history::Author&, keys::KeyStore&, const Subscription& before);
void pause(const history::Author&, const Subscription& before, const char* because);
void resume(const history::Author&, const Subscription& before);
// Nothing is sent there any more; its key is destroyed.
void end(const history::Author&, keys::KeyStore&, const Subscription& before);

std::optional<Subscription> find_subscription(db::Session&, Id<Subscription>);
std::vector<Subscription> list_subscriptions(db::Session&);      // by name, without those that ended
std::vector<Subscription> active_subscriptions(db::Session&);    // that events go to

// Nothing where the key or the secret was tampered with.
std::optional<std::string> secret_of(keys::KeyStore&, const Subscription&);

// t=1764489600,v1=hex(HMAC-SHA256(secret, "1764489600." + body))
std::string signature(std::string_view secret, std::int64_t seconds, std::string_view body);

}
