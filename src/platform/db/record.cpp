// Makes the statements that keep records.
#include "platform/db/record.hpp"

#include <mutex>
#include <unordered_set>

namespace db::record {

const char* kept_text(const std::string& text) {
    static std::mutex mutex;
    static std::unordered_set<std::string> texts;
    std::lock_guard lock{mutex};
    return texts.insert(text).first->c_str();
}

Statements statements(const char* table, std::span<const char* const> names) {
    Statements made;
    std::string numbers;
    for (std::size_t n = 0; n < names.size(); ++n) {
        made.columns += std::string{n ? ", " : ""} + names[n];
        numbers += (n ? ", $" : "$") + std::to_string(n + 1);
    }
    made.insert = kept_text(std::string{"INSERT INTO "} + table + " (" + made.columns + ") VALUES (" + numbers + ")");
    return made;
}

const char* update(const char* table, std::span<const char* const> names, std::uint64_t changed, bool if_version) {
    auto sql = std::string{"UPDATE "} + table + " SET ";
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

std::size_t place_of(std::span<const char* const> names, std::string_view field) {
    for (std::size_t n = 0; n < names.size(); ++n)
        if (names[n] == field) return n;
    throw Error{"the record has no field " + std::string{field}};
}

std::uint64_t bits(std::span<const char* const> names, std::span<const std::string_view> fields) {
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
