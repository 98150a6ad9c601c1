// Events, and each of them on its way to one subscription: at least once, until it is taken or given up.
#pragma once

#include "platform/webhooks/subscription.hpp"

namespace webhooks {

inline constexpr auto delivered_within = std::chrono::hours{24};    // then it is given up
inline constexpr auto one_post_takes = std::chrono::minutes{2};     // until somebody else may take it for lost
inline constexpr auto deliveries_kept_for = std::chrono::days{30};

struct Event {
    Id<Event> id{};
    std::string kind{};
    Instant happened_at{};
    std::optional<Uuid> record_id{};
    std::string body{};    // JSON, as it is sent
    Id<Organisation> organisation_id{};
    std::string retention = "webhook";

    static constexpr auto table = "webhook_events";
    static void each_field(auto& event, auto& visit) {
        visit("id", event.id), visit("kind", event.kind), visit("happened_at", event.happened_at);
        visit("record_id", event.record_id), visit("body", event.body);
        visit("organisation_id", event.organisation_id), visit("retention", event.retention);
    }
};

struct Delivery {
    Id<Delivery> id{};
    Id<Subscription> subscription_id{};
    Id<Event> event_id{};
    std::string state = "waiting";    // delivered, given_up
    std::int64_t attempts = 0;
    std::optional<std::string> last_error{};
    Instant next_attempt_at{};
    std::optional<Instant> trying_until{};
    Instant give_up_at{};
    std::optional<Instant> ended_at{};
    Instant made_at{};
    Id<Organisation> organisation_id{};
    std::string retention = "webhook";

    static constexpr auto table = "webhook_deliveries";
    bool waits() const { return state == "waiting"; }
    static void each_field(auto& delivery, auto& visit) {
        visit("id", delivery.id), visit("subscription_id", delivery.subscription_id);
        visit("event_id", delivery.event_id), visit("state", delivery.state), visit("attempts", delivery.attempts);
        visit("last_error", delivery.last_error), visit("next_attempt_at", delivery.next_attempt_at);
        visit("trying_until", delivery.trying_until), visit("give_up_at", delivery.give_up_at);
        visit("ended_at", delivery.ended_at), visit("made_at", delivery.made_at);
        visit("organisation_id", delivery.organisation_id), visit("retention", delivery.retention);
    }
};

// The public record that an event is about: nothing of it but where it may be read.
struct About {
    std::string kind;    // service, network
    Uuid id{};
    std::string url;      // the page
    std::string api{};    // the same for programs, if there is one
};

// Writes the event and its deliveries within the work; nothing where nobody wants this kind.
void tell(db::Session& work, Instant now, const std::vector<Subscription>& active, const std::string& kind,
          const About&);
void tell_test(db::Session& work, Instant now, const Subscription&);

// --- on the way ------------------------------------------------------------------------------------------------------

// After how many tries how long to wait: 1, 2, 4… minutes, at most 4 hours.
std::chrono::minutes wait_after_tries(std::int64_t attempts);
// After how many unanswered tries a receiver is left alone: the same, at most half an hour.
std::chrono::minutes rest_after(std::int64_t away_in_a_row);

struct Parcel {
    Delivery delivery;
    Event event;
    Subscription subscription;
};

bool has_due_delivery(db::Session&, Instant now);
// The one whose turn it is, taken for one try.
std::optional<Parcel> take_next_parcel(db::Session& work, Instant now);
void note_delivered(db::Session& work, const Parcel&, Instant now);
// Away: nobody was there to answer, so no other delivery need be tried now.
void note_not_delivered(db::Session& work, const Parcel&, const std::string& error, bool away, bool for_good,
                        Instant now);
void give_back(db::Session& work, const Parcel&, Instant now);    // not tried after all

// Gives up what waited for too long; says how many.
std::int64_t give_up_stale(db::Session& work, Instant now);
bool has_stale(db::Session&, Instant now);

// An administrator's act; false where it waits already.
bool send_again(db::Session& work, const Subscription&, Id<Delivery>, Instant now);

inline constexpr auto tidy_job = "webhooks.tidy", paused_notice = "webhook_paused";
std::int64_t tidy(db::Session& work, Instant now);    // drops what is older than deliveries_kept_for

}
