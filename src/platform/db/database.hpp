// A database opened once and shared by all threads: connections are lent and come back.
#pragma once

#include "platform/db/session.hpp"

#include <mutex>

namespace db {

class Database;

class Lease {
public:
    Lease(Database& database, std::unique_ptr<Session> session, std::unique_lock<std::mutex> turn, bool writer)
        : database_{&database}, session_{std::move(session)}, turn_{std::move(turn)}, writer_{writer} {}
    Lease(Lease&&) = default;
    ~Lease();
    Session& session() { return *session_; }

private:
    Database* database_;
    std::unique_ptr<Session> session_;
    std::unique_lock<std::mutex> turn_;
    bool writer_;
};

class Database {
public:
    explicit Database(std::string url) : url_{std::move(url)} {}
    Lease read();
    Lease write();
    bool embedded() const { return url_.starts_with("sqlite:"); }

private:
    friend class Lease;
    std::string url_;
    std::mutex mutex_, writing_;
    std::vector<std::unique_ptr<Session>> readers_, writers_;
};

}
