// Keeps the rows of history.
#include "platform/history/history.hpp"

#include <sodium.h>

#include <charconv>

namespace history {

std::string base64(const db::Bytes& bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();    // its zero byte
    return text;
}

std::string number_text(double value) {
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

Id<Source> keep_source(db::Session& work, Instant now, std::optional<Id<User>> user, Id<Organisation> organisation,
                       std::string kind, std::string label, std::optional<std::string> address) {
    Source source{Id<Source>::made_at(now), std::move(kind), std::move(label), std::move(address), now, {}};
    source.kept = {organisation, "permanent", 1, now, user, now, user};
    db::insert_record(work, Source::table, source);
    return source.id;
}

void note(const Author& author, const char* table, const Uuid& record, const char* kind,
          const std::vector<FieldChange>& fields) {
    auto id = Id<Change>::made_at(author.now);
    author.work.run("INSERT INTO changes (id, record_table, record_id, happened_at, user_id, source_id, kind,"
                    " organisation_id, retention) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'permanent')",
                    id, std::string{table}, record, author.now, author.user, author.source, std::string{kind},
                    author.organisation);
    for (auto& field : fields)
        author.work.run("INSERT INTO field_changes (change_id, field, old_value, new_value) VALUES ($1, $2, $3, $4)", id,
                        field.field, field.old_value, field.new_value);
}

void count_up(db::Session& work, const char* content) {
    work.run("INSERT INTO content_versions (content, version) VALUES ($1, 1)"
             " ON CONFLICT (content) DO UPDATE SET version = content_versions.version + 1",
             std::string{content});
}

std::int64_t content_version(db::Session& db, const char* content) {
    return db.maybe<std::int64_t>("SELECT version FROM content_versions WHERE content = $1", std::string{content}).value_or(0);
}

std::vector<Change> changes_of(db::Session& db, const Uuid& record) {
    return db.all<Change>("SELECT changes.id, record_table, record_id, happened_at, user_id, source_id,"
                          " sources.kind AS source_kind, sources.label AS source_label, changes.kind"
                          " FROM changes JOIN sources ON sources.id = source_id"
                          " WHERE record_id = $1 ORDER BY happened_at DESC, changes.id DESC",
                          record);
}

std::vector<FieldChange> field_changes(db::Session& db, Id<Change> change) {
    return db.all<FieldChange>("SELECT field, old_value, new_value FROM field_changes WHERE change_id = $1 ORDER BY field", change);
}

namespace inside {

std::vector<FieldChange> differences(const Texts& before, const Texts& after) {
    std::vector<FieldChange> changed;
    for (std::size_t n = 0; n < after.values.size(); ++n) {
        auto& [field, fresh] = after.values[n];
        auto old = n < before.values.size() ? before.values[n].second : std::nullopt;
        if (bookkeeping(field) || old == fresh) continue;
        // That a password was changed is history; what it was hashed to is nobody's.
        if (field == "password_hash") changed.push_back({field, {}, {}});
        else changed.push_back({field, old, fresh});
    }
    return changed;
}

}

}
