// Keeps the rows of history.
#include "platform/history/history.hpp"

#include <sodium.h>

#include <algorithm>
#include <charconv>

namespace history {

namespace {

struct InPlainText {
    std::optional<std::string> operator()(std::monostate) const { return {}; }
    std::optional<std::string> operator()(bool value) const { return value ? "true" : "false"; }
    std::optional<std::string> operator()(std::int64_t value) const { return std::to_string(value); }
    std::optional<std::string> operator()(double value) const {
        char text[32];
        return std::string{text, std::to_chars(text, text + sizeof text, value).ptr};
    }
    std::optional<std::string> operator()(std::string_view value) const { return std::string{value}; }
    std::optional<std::string> operator()(const std::string& value) const { return value; }
    std::optional<std::string> operator()(db::BytesView bytes) const {
        std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
        sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
        text.pop_back();    // its zero byte
        return text;
    }
    std::optional<std::string> operator()(const db::Bytes& bytes) const { return (*this)(db::BytesView{bytes}); }
    std::optional<std::string> operator()(const Uuid& value) const { return to_text(value); }
    std::optional<std::string> operator()(Date value) const { return to_iso(value); }
    std::optional<std::string> operator()(Instant value) const { return to_iso(value); }
};

}

std::optional<std::string> plain_text(const db::Value& value) { return std::visit(InPlainText{}, value); }

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
        author.work.run("INSERT INTO field_changes (change_id, field, old_value, new_value) VALUES ($1, $2, $3, $4)",
                        id, field.field, field.old_value, field.new_value);
}

void count_up(db::Session& work, const char* content) {
    work.run("INSERT INTO content_versions (content, version) VALUES ($1, 1)"
             " ON CONFLICT (content) DO UPDATE SET version = content_versions.version + 1",
             std::string{content});
}

std::int64_t content_version(db::Session& db, const char* content) {
    return db.maybe<std::int64_t>("SELECT version FROM content_versions WHERE content = $1", std::string{content})
        .value_or(0);
}

std::vector<Change> changes_of(db::Session& db, const Uuid& record) {
    return db.all<Change>("SELECT changes.id, record_table, record_id, happened_at, user_id, source_id,"
                          " sources.kind AS source_kind, sources.label AS source_label, changes.kind"
                          " FROM changes JOIN sources ON sources.id = source_id"
                          " WHERE record_id = $1 ORDER BY happened_at DESC, changes.id DESC",
                          record);
}

std::vector<FieldChange> field_changes(db::Session& db, Id<Change> change) {
    return db.all<FieldChange>(
        "SELECT field, old_value, new_value FROM field_changes WHERE change_id = $1 ORDER BY field", change);
}

namespace inside {

namespace {

// What is not part of the thing itself and changes with each save.
bool bookkeeping(std::string_view field) {
    return field == "version" || field == "created_at" || field == "created_by" || field == "changed_at" ||
           field == "changed_by" || field.ends_with("_sort");
}

}

std::vector<FieldChange> differences(const db::FieldNames& names, std::span<const db::Value> before,
                                     std::span<const db::Value> after) {
    std::vector<FieldChange> changed;
    for (std::size_t n = 0; n < after.size(); ++n) {
        if (bookkeeping(names[n])) continue;
        auto fresh = plain_text(after[n]), old = n < before.size() ? plain_text(before[n]) : std::nullopt;
        if (old == fresh) continue;
        // That a password was changed is history; what it was hashed to is nobody's.
        if (names[n] == std::string_view{"password_hash"}) changed.push_back({names[n], {}, {}});
        else changed.push_back({names[n], std::move(old), std::move(fresh)});
    }
    return changed;
}

void begin(const Author& author, Kept& kept) {
    if (kept.organisation_id == Id<Organisation>{}) kept.organisation_id = author.organisation;
    kept.version = 1;
    kept.created_at = kept.changed_at = author.now;
    kept.created_by = kept.changed_by = author.user;
}

void go_on(const Author& author, const Kept& before, Kept& after) {
    after = before;
    after.version = before.version + 1;
    after.changed_at = author.now;
    after.changed_by = author.user;
}

void keep_new(const Author& author, db::Table table, const char* content, const Uuid& id, const db::FieldNames& names,
              std::span<const db::Value> values) {
    db::record::insert(author.work, table, names, values);
    note(author, table.name(), id, "created", differences(names, {}, values));
    if (content && !author.quietly) count_up(author.work, content);
}

void keep_change(const Author& author, db::Table table, const char* content, const Uuid& id,
                 const db::FieldNames& names, std::span<const db::Value> values, std::int64_t version,
                 const std::vector<FieldChange>& changed, const char* kind) {
    std::vector<std::string_view> fields{"version", "changed_at", "changed_by"};
    for (auto& field : changed) fields.push_back(field.field);
    if (std::ranges::count(names, std::string_view{"name_sort"})) fields.push_back("name_sort");
    if (db::record::update(author.work, table, names, values, fields, version) != 1) throw Conflict{};
    note(author, table.name(), id, kind, changed);
    if (content && !author.quietly) count_up(author.work, content);
}
}

}
