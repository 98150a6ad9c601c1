// Says the changes of one record in words.
#include "workgroups/tasks/record_changes.hpp"

namespace workgroups {

namespace {

// Of a source that is no account: odkaz z dopisu, Jana Nová.
std::string who_changed(db::Session& db, const history::Change& change) {
    return change.user_id ? history::who_saved(db, change) : change.source_label;
}

bool is_told_of(const history::FieldChange& field, bool created) {
    for (auto hidden : {"id", "group_id", "retention", "number", "meeting_id", "agenda_item_id"})
        if (field.field == hidden) return false;
    return history::tells_something(field, created);
}

}

std::vector<RecordChange> changes_in_words(db::Session& db, const Uuid& record, const char* prefix,
                                           const i18n::Texts& texts, const SayValue& say) {
    std::vector<RecordChange> told;
    for (auto& saved : history::changes_of(db, record)) {
        RecordChange change{saved, who_changed(db, saved)};
        bool created = saved.kind == "created";
        change.undoable = !created;
        for (auto& field : history::field_changes(db, saved.id)) {
            if (!is_told_of(field, created)) continue;
            auto said = [&](const std::optional<std::string>& value) {
                return value && !value->empty() ? say(field.field, *value) : texts.text("history.nothing");
            };
            change.fields.push_back(
                {texts.text(std::string{prefix} + "." + field.field), said(field.old_value), said(field.new_value)});
        }
        told.push_back(std::move(change));
    }
    return told;
}

}
