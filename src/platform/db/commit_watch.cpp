// Finds the index of the write-ahead log in memory and reads its head.
#include "platform/db/commit_watch.hpp"

#include <atomic>
#include <sqlite3.h>

namespace db {

namespace {

constexpr int index_piece = 32 * 1024;    // bytes: the size of the pieces in which SQLite maps the index

// SQLite's own view of the file, so that its locks, which a second opening would drop, stay as they are.
const std::uint64_t* index_of(sqlite3* connection) {
    sqlite3_file* file = nullptr;
    if (sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&file)) != SQLITE_OK ||
        !file || !file->pMethods)
        return nullptr;
    if (file->pMethods->iVersion < 2 || !file->pMethods->xShmMap) return nullptr;
    void volatile* piece = nullptr;
    if (file->pMethods->xShmMap(file, 0, index_piece, 0, &piece) != SQLITE_OK) return nullptr;
    return static_cast<const std::uint64_t*>(const_cast<void*>(piece));
}

}

void CommitWatch::open() {
    if (database_.kind() != Kind::sqlite) return;
    session_ = std::make_unique<Session>(database_.url());
    session_->one<std::int64_t>("SELECT count(*) FROM sqlite_schema");    // the first read opens the index
    index_ = index_of(static_cast<sqlite3*>(session_->driver().handle()));
}

std::optional<CommitWatch::Mark> CommitWatch::mark() {
    std::call_once(opened_, [this] { open(); });
    if (!index_) return {};
    Mark mark;
    // A commit writes the second copy of the head first and this one last, before it is confirmed; a mark that was read
    // while it was being written differs from the one before as well.
    for (std::size_t n = 0; n < mark.size(); ++n) mark[n] = __atomic_load_n(index_ + n, __ATOMIC_ACQUIRE);
    return mark;
}

}
