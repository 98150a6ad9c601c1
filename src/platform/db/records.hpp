// Records written whole: the statement is made once per type from the names in each_field, which are our own.
#pragma once

#include "platform/db/session.hpp"

namespace db {

namespace inside {

struct Columns {
    std::vector<std::string> names{};
    std::vector<Value> values{};
    void operator()(const char* name, const auto& value) { names.push_back(name), values.push_back(to_value(value)); }
};

std::string insert_text(const char* table, const std::vector<std::string>& columns);
std::string update_text(const char* table, const std::vector<std::string>& columns);

}

// INSERT of every field of a record.
template <class Record>
void insert_record(Session& session, const char* table, const Record& record) {
    inside::Columns columns;
    Record::each_field(record, columns);
    static const auto text = inside::insert_text(table, columns.names);
    auto rows = session.driver().ask(text.c_str(), columns.values);
    while (rows->next()) {}
}

// UPDATE of every field of the record with this id, if its version is still the expected one; false if it is not.
template <class Record>
bool update_record(Session& session, const char* table, const Record& record, std::int64_t expected_version) {
    inside::Columns columns;
    Record::each_field(record, columns);
    static const auto text = inside::update_text(table, columns.names);
    columns.values.push_back(record.id.uuid);
    columns.values.push_back(expected_version);
    auto rows = session.driver().ask(text.c_str(), columns.values);
    while (rows->next()) {}
    return rows->changed() == 1;
}

}
