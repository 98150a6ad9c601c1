// A statement of SQLite: prepared once, kept under the address of its text, filled with values, read row by row.
#pragma once

#include "platform/db/rows.hpp"

#include <memory>
#include <sqlite3.h>

namespace db::sqlite {

[[noreturn]] void refuse(sqlite3*);

struct Prepared {
    Prepared(sqlite3*, const char* sql);
    ~Prepared() { sqlite3_finalize(statement); }
    Prepared(const Prepared&) = delete;

    std::string text;
    sqlite3_stmt* statement{};
    std::vector<int> places;    // of $1, $2…: SQLite numbers $2 before $1 when it meets $2 first
    ColumnOrder order;
    int prepared_again = 0;    // by SQLite itself, after the schema changed: the columns may stand elsewhere
    bool in_use = false;
};

// Shared with the connection's store, which may forget a statement while it is still being read.
std::unique_ptr<Rows> start(sqlite3*, std::shared_ptr<Prepared>, std::span<const Value>);

}
