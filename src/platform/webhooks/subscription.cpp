// Keeps subscriptions and signs.
#include "platform/webhooks/subscription.hpp"

#include "platform/auth/sessions.hpp"

#include <algorithm>
#include <sodium.h>

namespace webhooks {

namespace {

keys::Where place_of_secret(Id<Subscription> id) { return {Subscription::table, "secret", id.uuid}; }

std::string parted(const std::vector<std::string>& words) {
    std::string text;
    for (auto& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

std::string new_secret() { return "whsec_" + auth::new_token(); }

db::Bytes sealed_secret(keys::KeyStore& store, const Subscription& subscription, const std::string& secret) {
    auto key = store.find(subscription.key_id);
    if (!key) throw std::runtime_error{"the key of a subscription is gone: is the key store the right one?"};
    return keys::seal(*key, place_of_secret(subscription.id), secret).bytes;
}

}

bool Subscription::wants(std::string_view kind) const { return std::ranges::count(wanted(), kind) > 0; }

std::vector<std::string> Subscription::wanted() const {
    std::vector<std::string> all;
    for (std::string_view rest = kinds; !rest.empty();) {
        auto end = rest.find(' ');
        all.emplace_back(rest.substr(0, end));
        rest = end == rest.npos ? std::string_view{} : rest.substr(end + 1);
    }
    return all;
}

MadeSubscription subscribe(const history::Author& author, keys::KeyStore& store, const SubscriptionWish& wish) {
    Subscription made{Id<Subscription>::made_at(author.now), wish.name, wish.address, parted(wish.kinds),
                      store.make(author.now)};
    auto secret = new_secret();
    made.secret = sealed_secret(store, made, secret);
    history::keep_new(author, made);
    return {made.id, std::move(secret)};
}

void change(const history::Author& author, const Subscription& before, const SubscriptionWish& wish) {
    auto after = before;
    after.name = wish.name, after.address = wish.address, after.kinds = parted(wish.kinds);
    // Another address has not been away yet.
    if (after.address != before.address) after.resting_until.reset(), after.away_in_a_row = 0;
    history::keep_change(author, before, after);
}

std::string renew_secret(const history::Author& author, keys::KeyStore& store, const Subscription& before) {
    auto after = before;
    auto secret = new_secret();
    // Where the key store was lost, this is the way on.
    if (!store.find(before.key_id)) after.key_id = store.make(author.now);
    after.secret = sealed_secret(store, after, secret);
    history::keep_change(author, before, after);
    return secret;
}

void pause(const history::Author& author, const Subscription& before, const char* because) {
    if (before.paused_at) return;
    auto after = before;
    after.paused_at = author.now, after.paused_because = because;
    history::keep_change(author, before, after);
}

void resume(const history::Author& author, const Subscription& before) {
    if (!before.paused_at) return;
    auto after = before;
    after.paused_at.reset(), after.paused_because.reset(), after.resting_until.reset();
    after.given_up_in_a_row = after.away_in_a_row = 0;
    history::keep_change(author, before, after);
}

void end(const history::Author& author, keys::KeyStore& store, const Subscription& before) {
    auto after = before;
    after.ended_at = author.now;
    history::keep_change(author, before, after);
    author.work.run("UPDATE webhook_deliveries SET state = 'given_up', last_error = 'ended', ended_at = $1"
                    " WHERE subscription_id = $2 AND state = 'waiting'",
                    author.now, before.id);
    store.destroy(before.key_id);
}

std::optional<Subscription> find_subscription(db::Session& db, Id<Subscription> id) {
    return db.maybe<Subscription>("SELECT * FROM webhook_subscriptions WHERE id = $1 AND ended_at IS NULL", id);
}

std::vector<Subscription> list_subscriptions(db::Session& db) {
    return db.all<Subscription>("SELECT * FROM webhook_subscriptions WHERE ended_at IS NULL ORDER BY name, id");
}

std::vector<Subscription> active_subscriptions(db::Session& db) {
    return db.all<Subscription>(
        "SELECT * FROM webhook_subscriptions WHERE ended_at IS NULL AND paused_at IS NULL ORDER BY id");
}

std::optional<std::string> secret_of(keys::KeyStore& store, const Subscription& subscription) {
    auto key = store.find(subscription.key_id);
    if (!key) return {};
    return keys::open(*key, place_of_secret(subscription.id), keys::Sealed{subscription.secret});
}

std::string signature(std::string_view secret, std::int64_t seconds, std::string_view body) {
    auto time = std::to_string(seconds);
    auto bytes = [](std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); };
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, bytes(secret), secret.size());
    auto signed_text = time + ".";
    crypto_auth_hmacsha256_update(&state, bytes(signed_text), signed_text.size());
    crypto_auth_hmacsha256_update(&state, bytes(body), body.size());
    unsigned char hash[crypto_auth_hmacsha256_BYTES];
    crypto_auth_hmacsha256_final(&state, hash);
    char hex[2 * sizeof hash + 1];
    sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
    return "t=" + time + ",v1=" + hex;
}

}
