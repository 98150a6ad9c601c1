// Makes the statements that keep records, once per kind of record and table.
#include "platform/db/record.hpp"

#include <map>
#include <mutex>
#include <tuple>
#include <unordered_set>

namespace db {

void NameCollector::add(const char* name) {
    if (names.size() == 64) throw Error{"a record of more than sixty-four fields"};
    names.push_back(name);
}

void ValueCollector::add(Value&& value) { values.push_back(std::move(value)); }

}

namespace db::record {

namespace {

// A text at an address that stays, the same for the same text: statements stay prepared under it.
const char* kept_text(const std::string& text) {
    static std::mutex mutex;
    static std::unordered_set<std::string> texts;
    std::lock_guard lock{mutex};
    return texts.insert(text).first->c_str();
}

Statements made_statements(Table table, const FieldNames& names) {
    Statements made;
    std::string numbers;
    for (std::size_t n = 0; n < names.size(); ++n) {
        made.columns += std::string{n ? ", " : ""} + names[n];
        numbers += (n ? ", $" : "$") + std::to_string(n + 1);
    }
    made.insert =
        kept_text(std::string{"INSERT INTO "} + table.name() + " (" + made.columns + ") VALUES (" + numbers + ")");
    return made;
}

const char* made_update(Table table, const FieldNames& names, std::uint64_t changed, bool if_version) {
    auto sql = std::string{"UPDATE "} + table.name() + " SET ";
    auto number = 0;
    for (std::size_t n = 0; n < names.size(); ++n) {
        if (!(changed >> n & 1)) continue;
        sql += std::string{number ? ", " : ""} + names[n] + " = $" + std::to_string(number + 1);
        ++number;
    }
    sql += " WHERE id = $" + std::to_string(number + 1);
    if (if_version) sql += " AND version = $" + std::to_string(number + 2);
    return kept_text(sql);
}

std::size_t place_of(const FieldNames& names, std::string_view field) {
    for (std::size_t n = 0; n < names.size(); ++n)
        if (names[n] == field) return n;
    throw Error{"the record has no field " + std::string{field}};
}

// Which bits stand for the named fields.
std::uint64_t bits_of(const FieldNames& names, std::span<const std::string_view> fields) {
    std::uint64_t bits = 0;
    for (auto field : fields) bits |= std::uint64_t{1} << place_of(names, field);
    return bits;
}

std::int64_t run(Session& session, const char* sql, std::span<const Value> values) {
    auto rows = session.driver().ask(sql, values);
    while (rows->next()) {}
    return rows->changed();
}

}

const Statements& statements(Table table, const FieldNames& names) {
    thread_local std::map<std::pair<const char*, const FieldNames*>, Statements> known;
    auto& statements = known[{table.name(), &names}];
    if (!statements.insert) statements = made_statements(table, names);
    return statements;
}

void insert(Session& session, Table table, const FieldNames& names, std::span<const Value> values) {
    run(session, statements(table, names).insert, values);
}

std::int64_t update(Session& session, Table table, const FieldNames& names, std::span<const Value> values,
                    std::span<const std::string_view> changed, std::optional<std::int64_t> if_version) {
    thread_local std::map<std::tuple<const char*, const FieldNames*, std::uint64_t, bool>, const char*> known;
    auto bits = bits_of(names, changed);
    if (bits == 0) return 0;
    auto& sql = known[{table.name(), &names, bits, if_version.has_value()}];
    if (!sql) sql = made_update(table, names, bits, if_version.has_value());

    std::vector<Value> given;
    for (std::size_t n = 0; n < values.size(); ++n)
        if (bits >> n & 1) given.push_back(values[n]);
    given.push_back(values[place_of(names, "id")]);
    if (if_version) given.push_back(*if_version);
    return run(session, sql, given);
}

}
