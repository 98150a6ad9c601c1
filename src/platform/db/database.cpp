// Lends connections, takes them back, opens new ones where the old were lost.
#include "platform/db/database.hpp"

#include <random>
#include <thread>

namespace db {

using namespace std::chrono_literals;

namespace {

// Which leases this thread holds, so that it never waits for itself.
struct Held {
    const Database* database;
    int readers = 0, writers = 0;
    int& of(Intent intent) { return intent == Intent::read ? readers : writers; }
};

Held& held_by_this_thread(const Database* database) {
    thread_local std::vector<Held> held;
    std::erase_if(held, [&](auto& one) { return one.database != database && one.readers + one.writers == 0; });
    for (auto& one : held)
        if (one.database == database) return one;
    return held.emplace_back(Held{database});
}

Kind kind_of(const std::string& url) {
    if (url.starts_with("sqlite::memory:") || url == "sqlite:")
        throw Error{"a database in memory has one connection: it is a session, not a database for many threads"};
    return url.starts_with("sqlite:") ? Kind::sqlite : Kind::postgresql;
}

}

Database::Database(std::string url, DatabaseOptions options)
    : url_{std::move(url)},
      options_{std::move(options)},
      kind_{kind_of(url_)},
      read_gate_{options_.readers},
      write_gate_{kind_ == Kind::sqlite ? 1 : options_.writers} {}

Database::Hurry::Hurry(Session& session, Durability durability)
    : session_{session}, hurries_{durability == Durability::soon} {
    if (hurries_ && session_.kind() == Kind::sqlite) session_.driver().tell("PRAGMA synchronous = NORMAL");
}

void Database::Hurry::begun() {
    if (hurries_ && session_.kind() == Kind::postgresql) session_.driver().tell("SET LOCAL synchronous_commit TO off");
}

// SQLite heeds it outside of a transaction only, so whoever leaves by an exception is undone first.
Database::Hurry::~Hurry() {
    if (!hurries_ || session_.kind() != Kind::sqlite) return;
    try {
        if (session_.in_transaction()) session_.rollback();
        session_.driver().tell("PRAGMA synchronous = FULL");
    } catch (const std::exception&) {
        // The connection is lost, and what it was told with it.
    }
}

// Threads that write never wait for a place to read, so who reads and waits to write is always waiting for somebody who
// gets on.  The few connections beyond the limit are closed afterwards.
void Database::enter(Intent intent) {
    auto& held = held_by_this_thread(this);
    if (intent == Intent::write && held.writers > 0)
        throw Error{"this thread writes already, and would wait for itself"};
    if (intent == Intent::read && held.readers + held.writers > 0) gate(intent).enter_beyond();
    else if (!gate(intent).enter(options_.patience)) throw Busy{"no connection to the database became free"};
    ++held.of(intent);
}

void Database::leave(Intent intent) {
    --held_by_this_thread(this).of(intent);
    gate(intent).leave();
}

std::unique_ptr<Session> Database::connection(Intent intent) {
    auto& idle = intent == Intent::read ? idle_readers_ : idle_writers_;
    for (;;) {
        std::unique_ptr<Session> session;
        {
            std::lock_guard lock{idle_mutex_};
            if (idle.empty()) break;
            session = std::move(idle.back());
            idle.pop_back();
        }
        if (session->driver().alive()) return session;
    }
    auto session = std::make_unique<Session>(url_, Limits{options_.patience, options_.statement});
    if (options_.prepare) options_.prepare(*session);
    if (kind_ == Kind::sqlite && intent == Intent::read) session->driver().script("PRAGMA query_only = ON");
    return session;
}

void Database::give_back(Intent intent, std::unique_ptr<Session> session) {
    if (!session->driver().alive() || session->in_transaction()) return;
    auto& idle = intent == Intent::read ? idle_readers_ : idle_writers_;
    auto most = std::size_t(intent == Intent::read ? options_.readers : options_.writers);
    std::lock_guard lock{idle_mutex_};
    if (idle.size() < most) idle.push_back(std::move(session));
}

// Twice as long each time, and not in step with the others who wait: 5 to 10 ms at first, 160 to 320 ms at last.
void Database::pause_or_throw(Moment began, int attempt) const {
    if (std::chrono::steady_clock::now() - began >= options_.patience) throw;
    thread_local std::minstd_rand chance{std::random_device{}()};
    auto longest = 10 << std::min(attempt, 5);
    std::this_thread::sleep_for(std::chrono::milliseconds{std::uniform_int_distribution{longest / 2, longest}(chance)});
}

Lease::Lease(Database& database, Intent intent) : database_{database}, intent_{intent} {
    database_.enter(intent_);
    try {
        session_ = database_.connection(intent_);
        if (intent_ == Intent::read) session_->begin(intent_);
    } catch (...) {
        session_.reset();
        database_.leave(intent_);
        throw;
    }
}

Lease::~Lease() {
    session_->rollback();
    database_.give_back(intent_, std::move(session_));
    database_.leave(intent_);
}

}
