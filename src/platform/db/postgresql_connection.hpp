// A connection to PostgreSQL: what its libpq says as our types, its prepared statements, and the rows still on their
// way.
#pragma once

#include "platform/db/driver.hpp"
#include "platform/db/statement_store.hpp"

#include <libpq-fe.h>

namespace db::postgresql {

struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, Clear>;

struct Prepared {
    std::string text, name;
    ColumnOrder order;
};

// Rows that arrive one by one; another statement may need the connection before they are all read.
struct Arriving {
    virtual void buffer() = 0;

protected:
    ~Arriving() = default;
};

struct Connection {
    explicit Connection(const std::string& url);
    ~Connection() { PQfinish(libpq); }
    Connection(const Connection&) = delete;

    [[noreturn]] void refuse(const PGresult*);
    Result checked(PGresult*);
    void make_free();    // for the next command
    Result tell(const char* command);
    std::shared_ptr<Prepared> prepared(const char* sql);
    void forget_statements();

    PGconn* libpq;
    Arriving* arriving = nullptr;
    StatementStore<Prepared> statements;
    int names = 0;
};

std::unique_ptr<Rows> ask(Connection&, const char* sql, std::span<const Value>);
std::unique_ptr<Rows> stream(Connection&, const char* sql, std::span<const Value>);

// As PostgreSQL reads a value in a text.
void append_text(std::string&, const Value&);

}
