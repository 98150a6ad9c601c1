// Says changes of statutes, blocked periods and milestones in words.
#include "workgroups/statutes/kept_changes.hpp"

#include <charconv>

namespace workgroups {

namespace {

bool is_identity(std::string_view field) {
    return field == "id" || field.ends_with("_id") || field == "came_from" || field == "retention";
}

// Of a day after the last one people say the last one.
std::string said_value(const history::FieldChange& field, const std::optional<std::string>& value,
                       const i18n::Texts& texts) {
    if (!value || value->empty()) return texts.text("history.nothing");
    for (auto coded : {"kind", "quorum", "voting", "minutes_by", "state", "precision"})
        if (field.field == coded) return texts.text("plan_history.value." + *value);
    if (*value == "true" || *value == "false") return texts.text(*value == "true" ? "form.yes" : "form.no");
    auto day = parse_date(*value);
    if (day && field.field == "valid_to") return to_czech(*day - std::chrono::days{1});
    if (day && (field.field == "valid_from" || field.field.ends_with("_day"))) return to_czech(*day);
    // A long text is read at its record; here is how it begins.
    constexpr std::size_t shown = 300;
    if (value->size() <= shown) return *value;
    auto end = shown;
    while (end > 0 && (static_cast<unsigned char>((*value)[end]) & 0xC0) == 0x80) --end;
    return value->substr(0, end) + "…";
}

}

std::int64_t page_of_changes(const http::Request& request) {
    std::int64_t page = 1;
    auto typed = request.asked.first("strana");
    std::from_chars(typed.data(), typed.data() + typed.size(), page);
    return std::clamp<std::int64_t>(page, 1, 10'000);
}

SaidChange said_change(db::Session& db, const history::Change& saved, const i18n::Texts& texts) {
    SaidChange said{to_text(saved.id), saved.kind, saved.record_table};
    said.happened_at = saved.happened_at, said.source = saved.source_kind, said.created = saved.kind == "created";
    if (saved.user_id)
        said.who = db.maybe<std::string>("SELECT name FROM people WHERE id = $1", *saved.user_id).value_or("");
    auto fields = history::field_changes(db, saved.id);
    said.undoable = !said.created && !fields.empty() &&
                    std::ranges::none_of(fields, [](auto& field) { return is_identity(field.field); });
    for (auto& field : fields) {
        if (is_identity(field.field)) continue;
        if (said.created && (!field.new_value || field.new_value->empty() || *field.new_value == "false")) continue;
        said.fields.push_back({"plan_history." + saved.record_table + "." + field.field,
                               said_value(field, field.old_value, texts), said_value(field, field.new_value, texts)});
    }
    return said;
}

std::optional<history::Change> find_change(db::Session& db, Id<history::Change> id) {
    return db.maybe<history::Change>(
        "SELECT changes.id, record_table, record_id, happened_at, user_id, source_id, sources.kind AS source_kind,"
        " sources.label AS source_label, changes.kind FROM changes JOIN sources ON sources.id = source_id"
        " WHERE changes.id = $1",
        id);
}

http::PageHead KeptChangesPage::head(const i18n::Texts& texts) const {
    return {.title = of + " – " + texts.text("history.title"), .section = "/skupiny", .staff = true};
}

}
