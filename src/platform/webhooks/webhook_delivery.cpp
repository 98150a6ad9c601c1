// Writes events, lends deliveries to who carries them, and notes what became of them.
#include "platform/webhooks/webhook_delivery.hpp"

#include "platform/base/json.hpp"
#include "platform/notices/notice.hpp"

#include <algorithm>

namespace webhooks {

namespace {

std::string body_of(const Event& event, const About* about) {
    JsonWriter json;
    json.object([&] {
        json("id", event.id), json("kind", event.kind), json("at", event.happened_at);
        if (!about) return;
        json.object("record", [&] {
            json("kind", about->kind), json("id", about->id), json("url", about->url);
            json.given("api", about->api);
        });
    });
    return json.take();
}

void deliver_to(db::Session& work, Instant now, const Event& event, const Subscription& subscription) {
    Delivery delivery{Id<Delivery>::made_at(now), subscription.id, event.id};
    delivery.next_attempt_at = delivery.made_at = now, delivery.give_up_at = now + delivered_within;
    delivery.organisation_id = subscription.kept.organisation_id;
    db::insert_record(work, Delivery::table, delivery);
}

Event new_event(Instant now, const std::string& kind, Id<Organisation> organisation) {
    Event event{Id<Event>::made_at(now), kind, now};
    event.organisation_id = organisation;
    return event;
}

}

void tell(db::Session& work, Instant now, const std::vector<Subscription>& active, const std::string& kind,
          const About& about) {
    auto first = std::ranges::find_if(active, [&](auto& subscription) { return subscription.wants(kind); });
    if (first == active.end()) return;
    auto event = new_event(now, kind, first->kept.organisation_id);
    event.record_id = about.id, event.body = body_of(event, &about);
    db::insert_record(work, Event::table, event);
    for (auto& subscription : active)
        if (subscription.wants(kind)) deliver_to(work, now, event, subscription);
}

void tell_test(db::Session& work, Instant now, const Subscription& subscription) {
    auto event = new_event(now, test_kind, subscription.kept.organisation_id);
    event.body = body_of(event, nullptr);
    db::insert_record(work, Event::table, event);
    deliver_to(work, now, event, subscription);
}

std::chrono::minutes wait_after_tries(std::int64_t attempts) {
    return std::chrono::minutes{
        std::min<std::int64_t>(std::int64_t{1} << std::clamp<std::int64_t>(attempts - 1, 0, 10), 240)};
}

std::chrono::minutes rest_after(std::int64_t away_in_a_row) {
    return std::min(wait_after_tries(away_in_a_row), std::chrono::minutes{30});
}

bool has_due_delivery(db::Session& db, Instant now) {
    return db.one<std::int64_t>(
               "SELECT count(*) FROM webhook_deliveries JOIN webhook_subscriptions ON webhook_subscriptions.id ="
               " subscription_id WHERE state = 'waiting' AND next_attempt_at <= $1 AND give_up_at > $1"
               " AND (trying_until IS NULL OR trying_until <= $1) AND paused_at IS NULL"
               " AND webhook_subscriptions.ended_at IS NULL AND (resting_until IS NULL OR resting_until <= $1)",
               now) > 0;
}

std::optional<Parcel> take_next_parcel(db::Session& work, Instant now) {
    auto due = work.all<Delivery>(
        "SELECT webhook_deliveries.* FROM webhook_deliveries JOIN webhook_subscriptions ON webhook_subscriptions.id ="
        " subscription_id WHERE state = 'waiting' AND next_attempt_at <= $1 AND give_up_at > $1"
        " AND (trying_until IS NULL OR trying_until <= $1) AND paused_at IS NULL"
        " AND webhook_subscriptions.ended_at IS NULL AND (resting_until IS NULL OR resting_until <= $1)"
        " ORDER BY next_attempt_at, webhook_deliveries.id LIMIT 5",
        now);
    for (auto& delivery : due) {
        auto taken =
            work.run("UPDATE webhook_deliveries SET attempts = attempts + 1, trying_until = $1 WHERE id = $2"
                     " AND attempts = $3 AND state = 'waiting' AND (trying_until IS NULL OR trying_until <= $4)",
                     now + one_post_takes, delivery.id, delivery.attempts, now);
        if (!taken) continue;    // another server has it
        ++delivery.attempts;
        auto event = work.one<Event>("SELECT * FROM webhook_events WHERE id = $1", delivery.event_id);
        auto subscription =
            work.one<Subscription>("SELECT * FROM webhook_subscriptions WHERE id = $1", delivery.subscription_id);
        return Parcel{std::move(delivery), std::move(event), std::move(subscription)};
    }
    return {};
}

void note_delivered(db::Session& work, const Parcel& parcel, Instant now) {
    work.run("UPDATE webhook_deliveries SET state = 'delivered', last_error = NULL, trying_until = NULL, ended_at = $1"
             " WHERE id = $2 AND state = 'waiting'",
             now, parcel.delivery.id);
    work.run("UPDATE webhook_subscriptions SET given_up_in_a_row = 0, away_in_a_row = 0, resting_until = NULL"
             " WHERE id = $1",
             parcel.delivery.subscription_id);
}

namespace {

std::vector<Id<User>> administrators(db::Session& db, Date day) {
    return db.all<Id<User>>("SELECT DISTINCT person_id FROM grants JOIN people ON people.id = person_id"
                            " WHERE role = 'administrator' AND scope = 'region' AND disabled_at IS NULL"
                            " AND valid_from <= $1 AND (valid_to IS NULL OR valid_to > $1)",
                            day);
}

// Too many in a row: somebody should look before more of them are lost.
void pause_failing(db::Session& work, const Subscription& subscription, Instant now) {
    auto organisation = subscription.kept.organisation_id;
    auto source = history::keep_source(work, now, {}, organisation, "import", "webhooks");
    history::Author author{work, now, {}, organisation, source};
    pause(author, subscription, "failing");
    notices::tell(author, administrators(work, day_in_prague(now)), paused_notice, subscription.name,
                  "/sprava/napojeni/" + to_text(subscription.id));
}

void give_up(db::Session& work, Id<Delivery> delivery, Id<Subscription> id, const std::string& error, Instant now) {
    auto given_up = work.run("UPDATE webhook_deliveries SET state = 'given_up', last_error = $1, trying_until = NULL,"
                             " ended_at = $2 WHERE id = $3 AND state = 'waiting'",
                             error, now, delivery);
    if (!given_up) return;
    work.run("UPDATE webhook_subscriptions SET given_up_in_a_row = given_up_in_a_row + 1 WHERE id = $1"
             " AND paused_at IS NULL",
             id);
    auto subscription = find_subscription(work, id);
    if (subscription && subscription->active() && subscription->given_up_in_a_row >= given_up_most)
        pause_failing(work, *subscription, now);
}

}

void note_not_delivered(db::Session& work, const Parcel& parcel, const std::string& error, bool away, bool for_good,
                        Instant now) {
    auto& delivery = parcel.delivery;
    if (away) {
        auto in_a_row = parcel.subscription.away_in_a_row + 1;
        work.run("UPDATE webhook_subscriptions SET away_in_a_row = $1, resting_until = $2 WHERE id = $3", in_a_row,
                 now + rest_after(in_a_row), delivery.subscription_id);
    }
    auto next = now + wait_after_tries(delivery.attempts);
    if (for_good || next >= delivery.give_up_at)
        return give_up(work, delivery.id, delivery.subscription_id, error, now);
    work.run("UPDATE webhook_deliveries SET last_error = $1, next_attempt_at = $2, trying_until = NULL WHERE id = $3"
             " AND state = 'waiting' AND attempts = $4",
             error, next, delivery.id, delivery.attempts);
}

void give_back(db::Session& work, const Parcel& parcel, Instant now) {
    work.run("UPDATE webhook_deliveries SET attempts = attempts - 1, trying_until = NULL, next_attempt_at = $1"
             " WHERE id = $2 AND state = 'waiting' AND attempts = $3",
             now, parcel.delivery.id, parcel.delivery.attempts);
}

bool has_stale(db::Session& db, Instant now) {
    return db.one<std::int64_t>("SELECT count(*) FROM webhook_deliveries WHERE state = 'waiting' AND give_up_at <= $1"
                                " AND (trying_until IS NULL OR trying_until <= $1)",
                                now) > 0;
}

std::int64_t give_up_stale(db::Session& work, Instant now) {
    auto stale = work.all<Delivery>("SELECT * FROM webhook_deliveries WHERE state = 'waiting' AND give_up_at <= $1"
                                    " AND (trying_until IS NULL OR trying_until <= $1) ORDER BY id LIMIT 200",
                                    now);
    for (auto& delivery : stale)
        give_up(work, delivery.id, delivery.subscription_id, delivery.last_error.value_or("too_late"), now);
    return std::int64_t(stale.size());
}

bool send_again(db::Session& work, const Subscription& subscription, Id<Delivery> id, Instant now) {
    return work.run("UPDATE webhook_deliveries SET state = 'waiting', attempts = 0, next_attempt_at = $1,"
                    " give_up_at = $2, ended_at = NULL, trying_until = NULL WHERE id = $3 AND subscription_id = $4"
                    " AND state <> 'waiting'",
                    now, now + delivered_within, id, subscription.id) == 1;
}

std::int64_t tidy(db::Session& work, Instant now) {
    auto dropped =
        work.run("DELETE FROM webhook_deliveries WHERE made_at < $1 AND state <> 'waiting'", now - deliveries_kept_for);
    work.run("DELETE FROM webhook_events WHERE happened_at < $1 AND NOT EXISTS"
             " (SELECT 1 FROM webhook_deliveries WHERE event_id = webhook_events.id)",
             now - deliveries_kept_for);
    return dropped;
}

}
