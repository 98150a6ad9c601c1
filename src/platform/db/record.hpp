// Keeps whole records: the statement is made of the names in their each_field, once per kind of record and table.
#pragma once

#include "platform/db/session.hpp"

#include <ranges>

namespace db {

// The name of a table, written out in the source.
class Table {
public:
    consteval Table(const char* name) : name_{name} {
        for (auto at = name; *at; ++at)
            if (!((*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9') || *at == '_'))
                mistake::no_name_of_a_table();
    }
    const char* name() const { return name_; }

private:
    const char* name_;
};

namespace record {

struct Statements {
    std::string columns;    // id, name, opened_on
    const char* insert = nullptr;
};
const Statements& statements(Table, const FieldNames&);

void insert(Session&, Table, const FieldNames&, std::span<const Value>);
std::int64_t update(Session&, Table, const FieldNames&, std::span<const Value>,
                    std::span<const std::string_view> changed, std::optional<std::int64_t> if_version);
}

template <class R>
void insert_record(Session& session, Table table, const R& record) {
    record::insert(session, table, field_names<R>(), values_of(record));
}

// Writes the named fields of the record that has its id, and says how many rows that were: none if it is not there, or
// if a version is given and somebody saved another since.
template <class R>
std::int64_t update_record(Session& session, Table table, const R& record, std::span<const std::string_view> changed,
                           std::optional<std::int64_t> if_version = {}) {
    return record::update(session, table, field_names<R>(), values_of(record), changed, if_version);
}

template <class R>
std::int64_t update_record(Session& session, Table table, const R& record,
                           std::initializer_list<std::string_view> changed,
                           std::optional<std::int64_t> if_version = {}) {
    return update_record(session, table, record, std::span{changed.begin(), changed.size()}, if_version);
}

// Many at once: COPY on PostgreSQL, one prepared statement on SQLite.  Says how many.  One that breaks a rule undoes
// all only in a transaction.  The range must hold its records, since their texts are looked at, not copied.
template <std::ranges::input_range Records>
    requires std::is_lvalue_reference_v<std::ranges::range_reference_t<Records>>
std::int64_t bulk_insert(Session& session, Table table, Records&& records) {
    using R = std::ranges::range_value_t<Records>;
    auto& statements = record::statements(table, field_names<R>());
    auto at = std::ranges::begin(records);
    return session.driver().fill(table.name(), statements.columns, statements.insert, [&](std::vector<Value>& values) {
        if (at == std::ranges::end(records)) return false;
        values_of(*at, values);
        ++at;
        return true;
    });
}

}
