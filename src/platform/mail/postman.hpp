// Carries letters from the outbox to the mail server, one after another, in a thread of its own.
#pragma once

#include "platform/db/database.hpp"
#include "platform/mail/outbox.hpp"
#include "platform/mail/smtp.hpp"
#include "platform/time/clock.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace mail {

class Postman {
public:
    // Without a server he only tidies.
    Postman(db::Database& database, const Clock& clock, std::optional<Server> server);
    ~Postman() { stop(); }

    bool has_server() const { return smtp_.has_value(); }
    void start();
    void stop();    // breaks off a letter under way; it goes out next time
    int round();    // tries each letter whose turn it is; says how many went out

private:
    bool try_one(int& sent);    // false when there is none, or the server is away

    db::Database& database_;
    const Clock& clock_;
    std::optional<Smtp> smtp_;
    std::thread thread_;
    std::mutex mutex_;
    std::condition_variable something_;
    std::atomic<bool> stopping_ = false;
};

}
