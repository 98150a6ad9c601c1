// Many new records of one kind at once, as a long import keeps them: the same rows as one by one, sent together.
#pragma once

#include "platform/history/history.hpp"

namespace history {

namespace inside {

struct ChangeRow {
    Id<Change> id{};
    std::string record_table{};
    Id<void> record_id{};
    Instant happened_at{};
    std::optional<Id<User>> user_id{};
    Id<Source> source_id{};
    std::string kind = "created";
    Id<Organisation> organisation_id{};
    std::string retention = "permanent";

    static void each_field(auto& change, auto& visit) {
        visit("id", change.id), visit("record_table", change.record_table), visit("record_id", change.record_id);
        visit("happened_at", change.happened_at), visit("user_id", change.user_id),
            visit("source_id", change.source_id);
        visit("kind", change.kind), visit("organisation_id", change.organisation_id),
            visit("retention", change.retention);
    }
};

struct FieldRow {
    Id<Change> change_id{};
    std::string field{};
    std::optional<std::string> old_value{}, new_value{};

    static void each_field(auto& row, auto& visit) {
        visit("change_id", row.change_id), visit("field", row.field), visit("old_value", row.old_value);
        visit("new_value", row.new_value);
    }
};

}

// New records that have their ids.  Fills in who and when.
template <class Record>
void keep_new_many(const Author& author, std::vector<Record>& records) {
    if (records.empty()) return;
    std::vector<inside::ChangeRow> changes;
    std::vector<inside::FieldRow> fields;
    for (auto& record : records) {
        inside::begin(author, record.kept);
        auto& change = changes.emplace_back(inside::ChangeRow{
            Id<Change>::made_at(author.now), Record::table, {record.id.uuid}, author.now, author.user, author.source});
        change.organisation_id = author.organisation;
        for (auto& [field, old_value, new_value] :
             inside::differences(db::field_names<Record>(), {}, db::values_of(record)))
            fields.push_back({change.id, std::move(field), std::move(old_value), std::move(new_value)});
    }
    db::bulk_insert(author.work, Record::table, records);
    db::bulk_insert(author.work, "changes", changes);
    db::bulk_insert(author.work, "field_changes", fields);
    if (auto content = inside::content_of<Record>(); content && !author.quietly) count_up(author.work, content);
}

}
