// The one way in which records are saved: every save leaves who, when, from which source, and old and new of each
// field.
#pragma once

#include "platform/base/outcomes.hpp"
#include "platform/db/record.hpp"
#include "platform/history/kept.hpp"
#include "platform/history/plain_value.hpp"

namespace history {

// Where values come from.
struct Source {
    Id<Source> id{};
    std::string kind = "person";    // person, register, document, import, sample
    std::string label{};            // for people: the register's file of 24. 11. 2026
    std::optional<std::string> address{};
    Instant retrieved_at{};
    Kept kept{};

    static constexpr auto table = "sources";
    static void each_field(auto& source, auto& visit) {
        visit("id", source.id), visit("kind", source.kind), visit("label", source.label);
        visit("address", source.address), visit("retrieved_at", source.retrieved_at);
        Kept::each_field(source.kept, visit);
    }
};

// Who saves, for which organisation, from which source, in which transaction.
struct Author {
    db::Session& work;
    Instant now;
    std::optional<Id<User>> user;
    Id<Organisation> organisation;
    Id<Source> source;
    bool quietly = false;    // a long import counts its content up once, at its end
};

// Keeps the source itself, so that later saves can name it.
Id<Source> keep_source(db::Session& work, Instant now, std::optional<Id<User>> user, Id<Organisation>, std::string kind,
                       std::string label, std::optional<std::string> address = {});

struct FieldChange {
    std::string field;
    std::optional<std::string> old_value;
    std::optional<std::string> new_value;

    static void each_field(auto& change, auto& visit) {
        visit("field", change.field), visit("old_value", change.old_value), visit("new_value", change.new_value);
    }
};

struct Change {
    Id<Change> id;
    std::string record_table;
    Id<void> record_id;
    Instant happened_at;
    std::optional<Id<User>> user_id;
    Id<Source> source_id;
    std::string source_kind;
    std::string source_label;
    std::string kind;

    static void each_field(auto& change, auto& visit) {
        visit("id", change.id), visit("record_table", change.record_table), visit("record_id", change.record_id);
        visit("happened_at", change.happened_at), visit("user_id", change.user_id),
            visit("source_id", change.source_id);
        visit("source_kind", change.source_kind), visit("source_label", change.source_label),
            visit("kind", change.kind);
    }
};

// Newest first.
std::vector<Change> changes_of(db::Session&, const Uuid& record);
std::vector<FieldChange> field_changes(db::Session&, Id<Change>);

void note(const Author&, const char* table, const Uuid& record, const char* kind, const std::vector<FieldChange>&);
void count_up(db::Session& work, const char* content);    // content_versions: "network" after any save of its records
std::int64_t content_version(db::Session&, const char* content);

namespace inside {

// What differs between two states of a record, without what changes with each save.
std::vector<FieldChange> differences(const db::FieldNames&, std::span<const db::Value> before,
                                     std::span<const db::Value> after);

void begin(const Author&, Kept&);
void go_on(const Author&, const Kept& before, Kept& after);

void keep_new(const Author&, db::Table, const char* content, const Uuid& id, const db::FieldNames&,
              std::span<const db::Value>);
void keep_change(const Author&, db::Table, const char* content, const Uuid& id, const db::FieldNames&,
                 std::span<const db::Value>, std::int64_t version, const std::vector<FieldChange>&, const char* kind);

// Whose version counts up with each save; nothing where a kind of record belongs to none.
template <class Record>
constexpr const char* content_of() {
    if constexpr (requires { Record::content; }) return Record::content;
    else return nullptr;
}
}

// A new record.  Fills in who and when.
template <class Record>
void keep_new(const Author& author, Record& record) {
    inside::begin(author, record.kept);
    inside::keep_new(author, Record::table, inside::content_of<Record>(), record.id.uuid, db::field_names<Record>(),
                     db::values_of(record));
}

// A changed record; false if nothing differs.  Throws Conflict if somebody saved since `before` was read.
template <class Record>
bool keep_change(const Author& author, const Record& before, Record& after, const char* kind = "changed") {
    auto& names = db::field_names<Record>();
    auto changed = inside::differences(names, db::values_of(before), db::values_of(after));
    if (changed.empty()) return false;
    inside::go_on(author, before.kept, after.kept);
    inside::keep_change(author, Record::table, inside::content_of<Record>(), after.id.uuid, names, db::values_of(after),
                        before.kept.version, changed, kind);
    return true;
}

}
