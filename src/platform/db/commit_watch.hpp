// Tells without asking the database whether anybody has committed since one last looked: this process or another.
#pragma once

#include "platform/db/database.hpp"

#include <array>
#include <mutex>

namespace db {

class CommitWatch {
public:
    // What SQLite writes anew at each commit: the first 48 bytes of the index of its write-ahead log, which all
    // processes share in memory (sqlite.org/walformat.html, section 2.1).  Two equal marks: nothing was committed in
    // between.
    using Mark = std::array<std::uint64_t, 6>;

    // Looks at the database from the first mark() on; must not outlive it.
    explicit CommitWatch(const Database& database) : database_{database} {}
    CommitWatch(const CommitWatch&) = delete;

    // Costs some nanoseconds and never blocks after the first one.  Nothing on PostgreSQL and where the index cannot be
    // seen: then the database has to be asked.
    std::optional<Mark> mark();

private:
    void open();

    const Database& database_;
    std::once_flag opened_;
    std::unique_ptr<Session> session_;    // keeps the index in memory
    const std::uint64_t* index_ = nullptr;
};

}
