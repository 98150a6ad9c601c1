// The words of migrations, in the types of one database.
#include "platform/db/migrate.hpp"

#include <cctype>

namespace db {

namespace {

bool in_word(char letter) { return std::isalnum(static_cast<unsigned char>(letter)) || letter == '_'; }

// The columns that every table carries: whose it is, how long it is kept, and who made and changed it when.
constexpr std::string_view record_columns =
    "organisation_id {ref}, retention TEXT NOT NULL, version {int} NOT NULL, created_at {instant} NOT NULL,"
    " created_by {ref}, changed_at {instant} NOT NULL, changed_by {ref}";

// What held when: the last day is not part of it, and none means that it still holds.  The check belongs to the column,
// because SQLite takes no column after a check of the table.
constexpr std::string_view validity =
    "valid_from {date} NOT NULL, valid_to {date} CHECK (valid_to IS NULL OR valid_from < valid_to)";

std::string translated(const Driver&, std::string_view sql);

std::string meaning(const Driver& driver, std::string_view word, std::string_view before) {
    if (word == "record") return translated(driver, record_columns);
    if (word == "valid") return translated(driver, validity);
    // Behind a table: its rows lie in the order of the primary key.  PostgreSQL keeps a heap in any case.
    if (word == "clustered") return driver.kind() == Kind::sqlite ? "WITHOUT ROWID, STRICT" : "";
    if (word == "text_cs") {
        // A Czech text brings a second column that it sorts by.  It is written by i18n::sort_key: bytes, so that no
        // server applies a collation of its own.
        while (before.ends_with(' ')) before.remove_suffix(1);
        auto start = before.size();
        while (start > 0 && in_word(before[start - 1])) --start;
        return "TEXT NOT NULL, " + std::string{before.substr(start)} + "_sort " + driver.type("blob") + " NOT NULL";
    }
    auto type = driver.type(word);
    if (type.empty()) throw Error{"migrations know no word {" + std::string{word} + "}"};
    return type;
}

std::string translated(const Driver& driver, std::string_view sql) {
    std::string done;
    for (std::size_t at = 0; at < sql.size(); ++at) {
        auto end = at + 1;
        while (end < sql.size() && in_word(sql[end])) ++end;
        auto is_word = sql[at] == '{' && end > at + 1 && end < sql.size() && sql[end] == '}';
        if (!is_word) {
            done += sql[at];
            continue;
        }
        done += meaning(driver, sql.substr(at + 1, end - at - 1), done);
        at = end;
    }
    return done;
}

// Behind what stands in quotes, in a comment or as one letter.
std::size_t behind(std::string_view sql, std::size_t at) {
    auto after = [&](std::string_view end, std::size_t from) {
        auto found = sql.find(end, from);
        return found == sql.npos ? sql.size() : found + end.size();
    };
    if (sql[at] == '\'' || sql[at] == '"') return after(sql.substr(at, 1), at + 1);
    if (sql.substr(at, 2) == "--") return after("\n", at);
    if (sql.substr(at, 2) == "/*") return after("*/", at);
    return at + 1;
}

// SQLite would keep a text in a column of numbers; not in a strict table.
std::string with_strict_tables(std::string_view sql) {
    constexpr std::string_view create = "CREATE TABLE ";
    std::string done;
    auto depth = 0;
    auto in_table = false;
    for (std::size_t at = 0; at < sql.size();) {
        auto next = behind(sql, at);
        if (depth == 0 && sql.substr(at, create.size()) == create) in_table = true;
        if (next == at + 1 && sql[at] == '(') ++depth;
        auto closes = next == at + 1 && sql[at] == ')' && --depth == 0;
        done += sql.substr(at, next - at);
        at = next;
        if (!closes || !in_table) continue;
        in_table = false;
        auto rest = sql.substr(at);
        rest.remove_prefix(std::min(rest.find_first_not_of(" \n\t"), rest.size()));
        if (rest.empty() || rest.front() == ';') done += " STRICT";
    }
    return done;
}

}

std::string in_the_types_of(const Driver& driver, const std::string& sql) {
    auto done = translated(driver, sql);
    return driver.kind() == Kind::sqlite ? with_strict_tables(done) : done;
}

}
