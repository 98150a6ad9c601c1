// The statements for whole records.
#include "platform/db/records.hpp"

namespace db::inside {

std::string insert_text(const char* table, const std::vector<std::string>& columns) {
    std::string names, numbers;
    for (std::size_t n = 0; n < columns.size(); ++n) {
        names += (n ? ", " : "") + columns[n];
        numbers += (n ? ", $" : "$") + std::to_string(n + 1);
    }
    return "INSERT INTO " + std::string{table} + " (" + names + ") VALUES (" + numbers + ")";
}

std::string update_text(const char* table, const std::vector<std::string>& columns) {
    std::string sets;
    for (std::size_t n = 0; n < columns.size(); ++n)
        sets += (n ? ", " : "") + columns[n] + " = $" + std::to_string(n + 1);
    auto count = columns.size();
    return "UPDATE " + std::string{table} + " SET " + sets + " WHERE id = $" + std::to_string(count + 1) +
           " AND version = $" + std::to_string(count + 2);
}

}
