// The one way in which records are saved: every save leaves who, when, from which source, and old and new of each field.
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
        visit("happened_at", change.happened_at), visit("user_id", change.user_id), visit("source_id", change.source_id);
        visit("source_kind", change.source_kind), visit("source_label", change.source_label), visit("kind", change.kind);
    }
};

// Newest first.
std::vector<Change> changes_of(db::Session&, const Uuid& record);
std::vector<FieldChange> field_changes(db::Session&, Id<Change>);

void note(const Author&, const char* table, const Uuid& record, const char* kind, const std::vector<FieldChange>&);
void count_up(db::Session& work, const char* content);    // content_versions: "network" after any save of its records
std::int64_t content_version(db::Session&, const char* content);

namespace inside {

// What is not part of the thing itself and changes with each save.
inline bool bookkeeping(std::string_view field) {
    return field == "version" || field == "created_at" || field == "created_by" || field == "changed_at" ||
           field == "changed_by" || field.ends_with("_sort");
}

struct Texts {
    std::vector<std::pair<std::string, std::optional<std::string>>> values{};
    void operator()(const char* field, const auto& value) { values.emplace_back(field, plain_value(value)); }
};

std::vector<FieldChange> differences(const Texts& before, const Texts& after);

template <class Record>
std::vector<FieldChange> differences(const Record* before, const Record& after) {
    Texts old, fresh;
    if (before) Record::each_field(*before, old);
    Record::each_field(after, fresh);
    return differences(old, fresh);
}

}

// A new record.  Fills in who and when.
template <class Record>
void keep_new(const Author& author, Record& record) {
    record.kept.organisation_id = record.kept.organisation_id == Id<Organisation>{} ? author.organisation : record.kept.organisation_id;
    record.kept.version = 1;
    record.kept.created_at = record.kept.changed_at = author.now;
    record.kept.created_by = record.kept.changed_by = author.user;
    db::insert_record(author.work, Record::table, record);
    note(author, Record::table, record.id.uuid, "created", inside::differences<Record>(nullptr, record));
    if constexpr (requires { Record::content; })
        if (!author.quietly) count_up(author.work, Record::content);
}

// A changed record; false if nothing differs.  Throws Conflict if somebody saved since `before` was read.
template <class Record>
bool keep_change(const Author& author, const Record& before, Record& after, const char* kind = "changed") {
    auto changed = inside::differences(&before, after);
    if (changed.empty()) return false;
    after.kept = before.kept;
    after.kept.version = before.kept.version + 1;
    after.kept.changed_at = author.now;
    after.kept.changed_by = author.user;
    std::vector<std::string_view> fields{"version", "changed_at", "changed_by"};
    for (auto& field : changed) fields.push_back(field.field);
    if constexpr (requires { after.name_sort; }) fields.push_back("name_sort");
    if (db::update_record(author.work, Record::table, after, fields, before.kept.version) != 1) throw Conflict{};
    note(author, Record::table, after.id.uuid, kind, changed);
    if constexpr (requires { Record::content; })
        if (!author.quietly) count_up(author.work, Record::content);
    return true;
}

}
