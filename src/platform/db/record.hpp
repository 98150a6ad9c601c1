// Keeps whole records: the statement is made of the names in their each_field, once per kind of record and table.
#pragma once

#include "platform/db/session.hpp"

#include <map>
#include <ranges>
#include <tuple>

namespace db {

// The name of a table, written out in the source.
class Table {
public:
    consteval Table(const char* name) : name_{name} {
        for (auto at = name; *at; ++at)
            if (!((*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9') || *at == '_')) mistake::no_name_of_a_table();
    }
    const char* name() const { return name_; }

private:
    const char* name_;
};

namespace record {

struct Statements {
    std::string columns;               // id, name, opened_on
    const char* insert = nullptr;
};

// A text at an address that stays, the same for the same text: statements stay prepared under it.
const char* kept_text(const std::string&);
Statements statements(const char* table, std::span<const char* const> names);
const char* update(const char* table, std::span<const char* const> names, std::uint64_t changed, bool if_version);

struct Names {
    std::vector<const char*> found;
    void operator()(const char* name, const auto&) { found.push_back(name); }
};

struct Values {
    std::vector<Value>& found;
    void operator()(const char*, const auto& value) { found.push_back(to_value(value)); }
};

template <class R>
const std::vector<const char*>& names() {
    static const auto names = [] {
        Names names;
        const R blank{};
        R::each_field(blank, names);
        if (names.found.size() > 64) throw Error{"a record of more than sixty-four fields"};
        return names.found;
    }();
    return names;
}

template <class R>
const Statements& statements_for(Table table) {
    thread_local std::map<const char*, Statements> known;
    auto& statements = known[table.name()];
    if (!statements.insert) statements = record::statements(table.name(), names<R>());
    return statements;
}

template <class R>
void values_of(const R& record, std::vector<Value>& values) {
    values.clear();
    Values collect{values};
    R::each_field(record, collect);
}

// Which bits stand for the named fields.
std::uint64_t bits(std::span<const char* const> names, std::span<const std::string_view> fields);
std::size_t place_of(std::span<const char* const> names, std::string_view field);
std::int64_t run(Session&, const char* sql, std::span<const Value>);

}

template <class R>
void insert_record(Session& session, Table table, const R& record) {
    std::vector<Value> values;
    record::values_of(record, values);
    record::run(session, record::statements_for<R>(table).insert, values);
}

// Writes the named fields of the record that has its id, and says how many rows that were: none if it is not there, or
// if a version is given and somebody saved another since.
template <class R>
std::int64_t update_record(Session& session, Table table, const R& record, std::span<const std::string_view> changed,
                           std::optional<std::int64_t> if_version = {}) {
    thread_local std::map<std::tuple<const char*, std::uint64_t, bool>, const char*> known;
    auto& names = record::names<R>();
    auto bits = record::bits(names, changed);
    if (bits == 0) return 0;
    auto& sql = known[{table.name(), bits, if_version.has_value()}];
    if (!sql) sql = record::update(table.name(), names, bits, if_version.has_value());

    std::vector<Value> all, values;
    record::values_of(record, all);
    for (std::size_t n = 0; n < all.size(); ++n)
        if (bits >> n & 1) values.push_back(all[n]);
    values.push_back(all[record::place_of(names, "id")]);
    if (if_version) values.push_back(*if_version);
    return record::run(session, sql, values);
}

template <class R>
std::int64_t update_record(Session& session, Table table, const R& record, std::initializer_list<std::string_view> changed,
                           std::optional<std::int64_t> if_version = {}) {
    return update_record(session, table, record, std::span{changed.begin(), changed.size()}, if_version);
}

// Many at once: COPY on PostgreSQL, one prepared statement on SQLite.  Says how many.  One that breaks a rule undoes all
// only in a transaction.  The range must hold its records, since their texts are looked at, not copied.
template <std::ranges::input_range Records>
    requires std::is_lvalue_reference_v<std::ranges::range_reference_t<Records>>
std::int64_t bulk_insert(Session& session, Table table, Records&& records) {
    using R = std::ranges::range_value_t<Records>;
    auto& statements = record::statements_for<R>(table);
    auto at = std::ranges::begin(records);
    return session.driver().fill(table.name(), statements.columns, statements.insert, [&](std::vector<Value>& values) {
        if (at == std::ranges::end(records)) return false;
        record::values_of(*at, values);
        ++at;
        return true;
    });
}

}
