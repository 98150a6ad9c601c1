// Opens a connection, keeps its statements prepared, and turns what the server says into our types.
#include "platform/db/postgresql_connection.hpp"

namespace db::postgresql {

namespace {

std::string field(const PGresult* result, int code) {
    auto text = result ? PQresultErrorField(result, code) : nullptr;
    return text ? text : "";
}

std::string without_line_end(std::string text) {
    while (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
}

// The table stands before a column, as SQLite says it.
std::string column_in(const PGresult* result) {
    return field(result, PG_DIAG_TABLE_NAME) + "." + field(result, PG_DIAG_COLUMN_NAME);
}

bool says_lost(std::string_view state) {
    return state.starts_with("08") || state == "57P01" || state == "57P02" || state == "57P03" || state == "57P05" ||
           state == "25P03";
}

}

Connection::Connection(const std::string& url) {
    const char* words[] = {"connect_timeout", "fallback_application_name", "dbname", nullptr};
    const char* values[] = {"10", "opora", url.c_str(), nullptr};
    libpq = PQconnectdbParams(words, values, 1);
    if (PQstatus(libpq) != CONNECTION_OK) {
        auto text = without_line_end(PQerrorMessage(libpq));
        PQfinish(libpq);
        throw LostConnection{text};
    }
    // The details of an error would carry what people typed into the log.
    PQsetErrorVerbosity(libpq, PQERRORS_TERSE);
    PQsetNoticeProcessor(libpq, [](void*, const char*) {}, nullptr);
}

void Connection::refuse(const PGresult* result) {
    auto state = field(result, PG_DIAG_SQLSTATE);
    auto text = without_line_end(result ? PQresultErrorMessage(result) : PQerrorMessage(libpq));
    if (says_lost(state) || PQstatus(libpq) == CONNECTION_BAD) throw LostConnection{text};
    if (state == "23505" || state == "23P01") throw Unique{text, field(result, PG_DIAG_CONSTRAINT_NAME)};
    if (state == "23503") throw ForeignKey{text, field(result, PG_DIAG_CONSTRAINT_NAME)};
    if (state == "23502") throw NotNull{text, column_in(result)};
    if (state == "23514") throw Check{text, field(result, PG_DIAG_CONSTRAINT_NAME)};
    if (state == "P0001") throw Check{text, field(result, PG_DIAG_MESSAGE_PRIMARY)};
    if (state == "40001" || state == "40P01" || state == "55P03" || state == "53300") throw Busy{text};
    if (state == "57014") throw TookTooLong{text};
    if (state == "53100") throw DiskFull{text};
    if (state == "25006") throw ReadOnly{text};
    // The tables changed under a prepared statement: the same work, prepared anew, will do.
    if (state == "0A000" || state == "26000") {
        statements.clear();
        throw Busy{text};
    }
    // Such messages quote the value: "invalid input syntax for type integer: …".
    if (state.starts_with("22")) throw Error{"the database takes a value for none of its type (" + state + ")"};
    throw Error{text.empty() ? "the database gave no answer" : text};
}

Result Connection::checked(PGresult* answer) {
    Result result{answer};
    auto status = PQresultStatus(answer);
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) refuse(answer);
    return result;
}

void Connection::make_free() {
    if (arriving) arriving->buffer();
}

Result Connection::tell(const char* command) {
    make_free();
    return checked(PQexec(libpq, command));
}

std::shared_ptr<Prepared> Connection::prepared(const char* sql) {
    return statements.find(sql, [&] {
        auto made = std::make_shared<Prepared>();
        made->text = sql;
        made->name = "s" + std::to_string(++names);
        checked(PQprepare(libpq, made->name.c_str(), sql, 0, nullptr));
        return made;
    });
}

void Connection::forget_statements() {
    if (statements.empty()) return;
    statements.clear();
    tell("DEALLOCATE ALL");
}

}
