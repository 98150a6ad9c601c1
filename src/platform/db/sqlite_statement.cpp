// Values into SQLite, rows out of it: a column is read only as what it holds, since SQLite would convert anything.
#include "platform/db/sqlite_statement.hpp"

#include <algorithm>
#include <cstring>

namespace db::sqlite {

namespace {

// "UNIQUE constraint failed: gardens.name" names the rule behind the colon.
std::string rule_in(const std::string& text) {
    auto colon = text.find(": ");
    return colon == text.npos ? "" : text.substr(colon + 2);
}

struct Bind {
    sqlite3_stmt* statement;
    int at;

    int operator()(std::monostate) const { return sqlite3_bind_null(statement, at); }
    int operator()(bool value) const { return sqlite3_bind_int(statement, at, value); }
    int operator()(std::int64_t value) const { return sqlite3_bind_int64(statement, at, value); }
    int operator()(double value) const { return sqlite3_bind_double(statement, at, value); }
    int operator()(const Uuid& value) const { return bytes(value.bytes); }
    int operator()(const Bytes& value) const { return bytes(value); }
    int operator()(BytesView value) const { return bytes(value); }
    int operator()(const std::string& value) const { return text(value, SQLITE_STATIC); }
    int operator()(std::string_view value) const { return text(value, SQLITE_STATIC); }
    int operator()(Date value) const { return text(to_iso(value), SQLITE_TRANSIENT); }
    int operator()(Instant value) const { return text(to_iso(value), SQLITE_TRANSIENT); }

private:
    int text(std::string_view text, sqlite3_destructor_type keeper) const {
        // PostgreSQL keeps no such text, and a program that runs on both must hear so from both.
        if (text.find('\0') != text.npos) throw Error{"a text with a zero byte"};
        return sqlite3_bind_text64(statement, at, text.empty() ? "" : text.data(), text.size(), keeper, SQLITE_UTF8);
    }
    int bytes(BytesView bytes) const {
        if (bytes.empty()) return sqlite3_bind_zeroblob(statement, at, 0);
        return sqlite3_bind_blob64(statement, at, bytes.data(), bytes.size(), SQLITE_STATIC);
    }
};

class SqliteRows : public Rows {
public:
    SqliteRows(sqlite3* connection, std::shared_ptr<Prepared> prepared, std::span<const Value> values)
        : connection_{connection}, prepared_{std::move(prepared)}, statement_{prepared_->statement} {
        prepared_->in_use = true;
        changed_before_ = sqlite3_total_changes64(connection_);
        try {
            bind(values);
        } catch (...) {
            done();
            throw;
        }
    }
    ~SqliteRows() override { done(); }
    SqliteRows(const SqliteRows&) = delete;

    bool next() override {
        column_ = -1;
        auto step = sqlite3_step(statement_);
        if (step != SQLITE_ROW && step != SQLITE_DONE) refuse(connection_);
        return step == SQLITE_ROW;
    }
    // sqlite3_changes alone would tell of an earlier statement after one that changes nothing.
    std::int64_t changed() const override {
        return sqlite3_total_changes64(connection_) == changed_before_ ? 0 : sqlite3_changes64(connection_);
    }
    int columns() const override { return sqlite3_column_count(statement_); }
    std::string name(int column) const override { return sqlite3_column_name(statement_, column); }
    ColumnOrder& order() override {
        auto again = sqlite3_stmt_status(statement_, SQLITE_STMTSTATUS_REPREPARE, 0);
        if (again != prepared_->prepared_again) prepared_->order = {};
        prepared_->prepared_again = again;
        return prepared_->order;
    }

    bool is_null(int column) const override { return type_at(column) == SQLITE_NULL; }
    bool boolean(int column) const override {
        auto value = integer(column);
        if (value != 0 && value != 1) throw Error{"neither yes nor no stands in " + name(column)};
        return value;
    }
    std::int64_t integer(int column) const override {
        if (type_at(column) != SQLITE_INTEGER) throw Error{"no whole number stands in " + name(column)};
        return sqlite3_value_int64(value_);
    }
    double real(int column) const override {
        auto type = type_at(column);
        if (type != SQLITE_FLOAT && type != SQLITE_INTEGER) throw Error{"no number stands in " + name(column)};
        return sqlite3_value_double(value_);
    }
    std::string_view view(int column) const override {
        if (type_at(column) == SQLITE_BLOB) throw Error{"no text stands in " + name(column)};
        auto start = reinterpret_cast<const char*>(sqlite3_value_text(value_));
        return {start, std::size_t(sqlite3_value_bytes(value_))};
    }
    Uuid uuid(int column) const override {
        auto stored = blob(column);
        Uuid uuid;
        if (stored.size() != uuid.bytes.size()) throw Error{"no id stands in " + name(column)};
        std::ranges::copy(stored, uuid.bytes.begin());
        return uuid;
    }
    Bytes bytes(int column) const override {
        auto stored = blob(column);
        return {stored.begin(), stored.end()};
    }

private:
    void bind(std::span<const Value> values) {
        if (values.size() != prepared_->places.size()) throw Error{"the statement and its values differ in number"};
        for (std::size_t n = 0; n < values.size(); ++n)
            if (std::visit(Bind{statement_, prepared_->places[n]}, values[n]) != SQLITE_OK) refuse(connection_);
    }
    // What stands in the column becomes value_, until the next row or column.  NB: SQLite warns of such values where
    // threads share a connection; ours are used by one thread at a time.
    int type_at(int column) const {
        if (column != column_) value_ = sqlite3_column_value(statement_, column), column_ = column;
        return sqlite3_value_type(value_);
    }
    BytesView blob(int column) const {
        if (type_at(column) != SQLITE_BLOB) throw Error{"no bytes stand in " + name(column)};
        auto start = static_cast<const std::uint8_t*>(sqlite3_value_blob(value_));
        return {start, std::size_t(sqlite3_value_bytes(value_))};
    }
    void done() {
        sqlite3_reset(statement_);
        sqlite3_clear_bindings(statement_);
        prepared_->in_use = false;
    }

    sqlite3* connection_;
    std::shared_ptr<Prepared> prepared_;
    sqlite3_stmt* statement_;
    std::int64_t changed_before_;
    mutable int column_ = -1;
    mutable sqlite3_value* value_{};
};

}

void refuse(sqlite3* connection) {
    std::string text = sqlite3_errmsg(connection);
    auto code = sqlite3_extended_errcode(connection);
    switch (code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID: throw Unique{text, rule_in(text)};
    case SQLITE_CONSTRAINT_FOREIGNKEY: throw ForeignKey{text};
    case SQLITE_CONSTRAINT_NOTNULL: throw NotNull{text, rule_in(text)};
    case SQLITE_CONSTRAINT_CHECK: throw Check{text, rule_in(text)};
    case SQLITE_CONSTRAINT_TRIGGER: throw Check{text, text};
    default: break;
    }
    switch (code & 255) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: throw Busy{text};
    case SQLITE_FULL: throw DiskFull{text};
    case SQLITE_READONLY: throw ReadOnly{text};
    case SQLITE_INTERRUPT: throw TookTooLong{text};
    default: throw Error{text};
    }
}

Prepared::Prepared(sqlite3* connection, const char* sql) : text{sql} {
    const char* rest = nullptr;
    if (sqlite3_prepare_v3(connection, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, &rest) != SQLITE_OK)
        refuse(connection);
    if (!statement) throw Error{"an empty statement"};
    auto count = sqlite3_bind_parameter_count(statement);
    for (auto n = 1; n <= count; ++n) {
        auto place = sqlite3_bind_parameter_index(statement, ("$" + std::to_string(n)).c_str());
        if (place == 0) {
            sqlite3_finalize(statement);
            throw Error{"the values of a statement are $1 to $n, none left out"};
        }
        places.push_back(place);
    }
}

std::unique_ptr<Rows> start(sqlite3* connection, std::shared_ptr<Prepared> prepared, std::span<const Value> values) {
    return std::make_unique<SqliteRows>(connection, std::move(prepared), values);
}

}
