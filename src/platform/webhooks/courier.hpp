// Looks for news and carries deliveries to their receivers, one after another, in a thread of its own.
#pragma once

#include "platform/webhooks/poster.hpp"
#include "platform/webhooks/public_watch.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace webhooks {

struct CourierSettings {
    std::string public_url;
    PosterSettings poster{};
};

class Courier {
public:
    Courier(db::Database&, const Clock&, keys::KeyRoom&, const Watches&, CourierSettings);
    ~Courier() { stop(); }

    void start();
    void stop();    // breaks off a delivery under way; it goes out next time
    int look();     // writes what is new; says how many events
    int round();    // tries each delivery whose turn it is; says how many were taken
    bool loopback_allowed() const { return settings_.poster.loopback_allowed; }

private:
    bool try_one(int& taken);
    Posted send(const Parcel&);

    db::Database& database_;
    const Clock& clock_;
    keys::KeyRoom& keys_;
    const Watches& watches_;
    CourierSettings settings_;
    Poster poster_;
    std::thread thread_;
    std::mutex mutex_;
    std::condition_variable something_;
    std::atomic<bool> stopping_ = false;
};

}
