// Goes rounds.
#include "platform/webhooks/courier.hpp"

#include <fmt/format.h>

namespace webhooks {

namespace {

constexpr auto between_looks = std::chrono::seconds{2};
constexpr auto after_failure = std::chrono::seconds{30};    // the database is away
// Looking at a whole country takes a while; it may take this share of the time at most.
constexpr int looking_share = 10;

}

Courier::Courier(db::Database& database, const Clock& clock, keys::KeyRoom& keys, const Watches& watches,
                 CourierSettings settings)
    : database_{database},
      clock_{clock},
      keys_{keys},
      watches_{watches},
      settings_{std::move(settings)},
      poster_{settings_.poster} {}

void Courier::start() {
    thread_ = std::thread{[this] {
        Instant next_look{};
        while (!stopping_) {
            std::chrono::milliseconds pause = between_looks;
            try {
                if (auto began = clock_.now(); began >= next_look) {
                    look();
                    next_look = clock_.now() + (clock_.now() - began) * looking_share;
                }
                round();
            } catch (const std::exception& error) {
                // What waits stays where it is.
                fmt::print(stderr, "webhooks: {}\n", error.what());
                pause = after_failure;
            }
            std::unique_lock lock{mutex_};
            something_.wait_for(lock, pause, [this] { return stopping_.load(); });
        }
    }};
}

void Courier::stop() {
    stopping_ = true;
    something_.notify_all();
    if (thread_.joinable()) thread_.join();
}

int Courier::look() {
    std::int64_t events = 0;
    for (auto& watch : watches_.all) events += webhooks::look(database_, clock_, watch, settings_.public_url);
    return int(events);
}

int Courier::round() {
    auto stale = [&] {
        return database_.in_read_transaction([&](db::Session& db) { return has_stale(db, clock_.now()); });
    };
    while (!stopping_ && stale())
        database_.in_write_transaction([&](db::Session& work) { return give_up_stale(work, clock_.now()); });
    int taken = 0;
    while (!stopping_ && try_one(taken)) {}
    poster_.hang_up();
    return taken;
}

bool Courier::try_one(int& taken) {
    // Most rounds find nothing, and then write nothing.
    auto waits = database_.in_read_transaction([&](db::Session& db) { return has_due_delivery(db, clock_.now()); });
    if (!waits) return false;
    auto parcel =
        database_.in_write_transaction([&](db::Session& work) { return take_next_parcel(work, clock_.now()); });
    if (!parcel) return false;
    // NB: killed between here and the note below, it goes out again: receivers know the event by its id.
    auto posted = send(*parcel);
    database_.in_write_transaction([&](db::Session& work) {
        auto now = clock_.now();
        switch (posted.kind) {
        case Posted::Kind::delivered: return note_delivered(work, *parcel, now);
        case Posted::Kind::stopped: return give_back(work, *parcel, now);
        case Posted::Kind::failed:
            return note_not_delivered(work, *parcel, posted.error, posted.away, posted.for_good, now);
        }
    });
    if (posted.kind == Posted::Kind::delivered) ++taken;
    return posted.kind != Posted::Kind::stopped;
}

Posted Courier::send(const Parcel& parcel) {
    auto secret = secret_of(keys_.store(), parcel.subscription);
    if (!secret) return {Posted::Kind::failed, "secret"};
    auto seconds = std::chrono::floor<std::chrono::seconds>(clock_.now()).time_since_epoch().count();
    std::vector<std::string> headers{"Content-Type: application/json", "X-Opora-Event: " + parcel.event.kind,
                                     "X-Opora-Event-Id: " + to_text(parcel.event.id),
                                     "X-Opora-Signature: " + signature(*secret, seconds, parcel.event.body)};
    return poster_.post(parcel.subscription.address, headers, parcel.event.body, stopping_);
}

}
