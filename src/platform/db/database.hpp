// A database that many threads use: it lends connections, one writer at a time on SQLite, so many at a time on
// PostgreSQL.
#pragma once

#include "platform/db/gate.hpp"
#include "platform/db/session.hpp"

namespace db {

struct DatabaseOptions {
    int readers = 8;                               // connections at once
    int writers = 8;                               // the same on PostgreSQL; SQLite has one
    std::chrono::milliseconds patience{5000};      // for a connection, for a lock, and for trying again
    std::chrono::milliseconds statement{30000};    // the longest one on PostgreSQL
    std::function<void(Session&)> prepare;         // told to each new connection, such as its own functions of SQLite
};

class Database;

// What a commit promises.  A program that dies takes nothing with it either way; when the machine loses its power, the
// last commits of `soon` may be undone, in order, unless one of `now` came after them – whoever made them also commits.
enum class Durability { now, soon };

// A lent connection, given back at the end of its scope by the thread that took it.  One for reading is a snapshot: all
// its statements see the same moment, and it refuses to write (ReadOnly).  One for writing begins no transaction by
// itself. A thread that holds one for reading may take one for writing and the other way round; a second one for
// writing is refused, since it would wait for itself.
class Lease {
public:
    Lease(Database&, Intent);    // Busy when no connection becomes free in time
    ~Lease();
    Lease(const Lease&) = delete;
    Session& operator*() const { return *session_; }
    Session* operator->() const { return session_.get(); }

private:
    Database& database_;
    Intent intent_;
    std::unique_ptr<Session> session_;
};

class Database {
public:
    // sqlite:PATH or postgresql://…; a database in memory has one connection and is a Session.  Opens nothing yet.
    explicit Database(std::string url, DatabaseOptions = {});
    Database(const Database&) = delete;

    Lease read() { return Lease{*this, Intent::read}; }
    Lease write() { return Lease{*this, Intent::write}; }

    // Does the work in a transaction and commits; any exception undoes it.  When somebody else was in the way, or the
    // connection was lost before the commit, the whole work is done again – so it must leave alone what is not in the
    // database.  Once the commit was sent, nothing is done twice: UnknownOutcome.
    template <class Work>
    auto in_write_transaction(Work work, Durability durability = Durability::now) {
        return with_retry(Intent::write, work, durability);
    }

    // The same in a snapshot.
    template <class Work>
    auto in_read_transaction(Work work) {
        return with_retry(Intent::read, work);
    }

    Kind kind() const { return kind_; }
    const std::string& url() const { return url_; }

private:
    friend class Lease;
    using Moment = std::chrono::steady_clock::time_point;

    // Has commits of `soon` not wait for the disk, as long as it stands.
    class Hurry {
    public:
        Hurry(Session&, Durability);
        Hurry(const Hurry&) = delete;
        ~Hurry();
        void begun();

    private:
        Session& session_;
        bool hurries_;
    };

    template <class Work>
    auto with_retry(Intent intent, Work& work, Durability durability = Durability::now)
        -> std::invoke_result_t<Work&, Session&> {
        auto began = std::chrono::steady_clock::now();
        for (auto attempt = 0;; ++attempt) {
            try {
                return once(intent, work, durability);
            } catch (const Busy&) { pause_or_throw(began, attempt); } catch (const LostConnection&) {
                pause_or_throw(began, attempt);
            }
        }
    }

    template <class Work>
    auto once(Intent intent, Work& work, Durability durability) -> std::invoke_result_t<Work&, Session&> {
        Lease lease{*this, intent};
        Hurry hurry{*lease, durability};
        if (intent == Intent::write) lease->begin(intent), hurry.begun();
        if constexpr (std::is_void_v<std::invoke_result_t<Work&, Session&>>) {
            work(*lease);
            lease->commit();
        } else {
            auto result = work(*lease);
            lease->commit();
            return result;
        }
    }

    void pause_or_throw(Moment began, int attempt) const;    // throws what is being caught when patience is at its end
    void enter(Intent);
    void leave(Intent);
    Gate& gate(Intent intent) { return intent == Intent::read ? read_gate_ : write_gate_; }
    std::unique_ptr<Session> connection(Intent);
    void give_back(Intent, std::unique_ptr<Session>);

    std::string url_;
    DatabaseOptions options_;
    Kind kind_;
    Gate read_gate_, write_gate_;
    std::mutex idle_mutex_;
    std::vector<std::unique_ptr<Session>> idle_readers_, idle_writers_;
};

}
