// Reads what all pages of history share.
#include "platform/history/told_history.hpp"

#include "platform/time/prague.hpp"

namespace history {

std::string ToldChange::moment() const { return to_czech(happened_at); }

std::string ToldChange::source_said(const html::Out& out) const {
    if (!source_words.empty()) return source_words;
    if (source == "person") return label.empty() ? out.text("history.by_hand") : label;
    auto kind = out.text("history.source." + source);
    return source == "document" && !label.empty() ? kind + ", " + label : kind;
}

ToldChange told_change(const SavedChange& saved) {
    auto& change = saved.change;
    ToldChange told{to_text(change.id), change.kind, change.record_table, saved.about, saved.who, change.source_kind};
    told.label = change.source_label, told.happened_at = change.happened_at, told.undoable = saved.undoable;
    return told;
}

HistoryPart::HistoryPart(const http::Request& request, const char* problem)
    : undone{request.asked.first("vraceno") == "ano"}, form_token{request.form_token}, problem{problem} {
    auto typed = request.asked.first("strana");
    std::from_chars(typed.data(), typed.data() + typed.size(), page);
    page = std::clamp<std::int64_t>(page, 1, 10'000);
}

std::optional<Change> find_change(db::Session& db, Id<Change> id) {
    return db.maybe<Change>(
        "SELECT changes.id, record_table, record_id, happened_at, user_id, source_id, sources.kind AS source_kind,"
        " sources.label AS source_label, changes.kind FROM changes JOIN sources ON sources.id = source_id"
        " WHERE changes.id = $1",
        id);
}

std::string who_saved(db::Session& db, const Change& change) {
    if (!change.user_id) return {};
    return db.maybe<std::string>("SELECT name FROM people WHERE id = $1", *change.user_id).value_or("");
}

bool tells_something(const FieldChange& field, bool created) {
    if (field.field == "organisation_id")
        return false;    // of Kept: who answers for the record, the same for all of it
    return !created || (field.new_value && !field.new_value->empty() && *field.new_value != "false");
}

const char* why_not_undone(Undoing outcome) {
    if (outcome == Undoing::not_found) throw NotFound{};
    if (outcome == Undoing::changed_since) return "history.undo.changed_since";
    return outcome == Undoing::forgotten ? "history.undo.forgotten" : "history.undo.not_possible";
}

}
