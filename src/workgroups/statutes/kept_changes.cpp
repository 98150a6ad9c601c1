// Says changes of statutes, blocked periods and milestones in words.
#include "workgroups/statutes/kept_changes.hpp"

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

history::ToldChange said_change(db::Session& db, const history::Change& change, const i18n::Texts& texts) {
    auto said = history::told_change({change, history::who_saved(db, change)});
    auto fields = history::field_changes(db, change.id);
    said.undoable = !said.created() && !fields.empty() &&
                    std::ranges::none_of(fields, [](auto& field) { return is_identity(field.field); });
    for (auto& field : fields) {
        if (is_identity(field.field) || !history::tells_something(field, said.created())) continue;
        said.fields.push_back({"plan_history." + change.record_table + "." + field.field,
                               said_value(field, field.old_value, texts), said_value(field, field.new_value, texts)});
    }
    return said;
}

http::PageHead KeptChangesPage::head(const i18n::Texts& texts) const {
    return {.title = of + " – " + texts.text("history.title"), .section = "/skupiny", .staff = true};
}

}
