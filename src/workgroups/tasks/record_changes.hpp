// What changed at one record, on its own page: when, by whom, old and new of each field, and a button that takes it
// back.
#pragma once

#include "platform/history/told_history.hpp"
#include "platform/html/field.hpp"
#include "platform/time/prague.hpp"

#include <functional>

namespace workgroups {

struct ChangedField {
    std::string label{}, before{}, after{};    // as people read them
    static void each_field(auto& field, auto& visit) {
        visit("label", field.label), visit("before", field.before), visit("after", field.after);
    }
};

struct RecordChange {
    history::Change change;
    std::string who{};
    std::vector<ChangedField> fields{};
    bool undoable = false;

    std::string what() const { return "history.what." + change.kind; }
    std::string moment() const { return to_czech(change.happened_at); }
    static void each_field(auto& one, auto& visit) {
        visit("id", one.change.id), visit("kind", one.change.kind), visit("happened_at", one.change.happened_at);
        visit("who", one.who), visit("fields", one.fields);
    }
};

struct RecordChanges {
    std::vector<RecordChange> changes{};    // newest first
    std::string address{};                  // of the record: /ukoly/…; undoing is POST {address}/historie/{id}/zpet
    std::string form_token{};
    bool may_undo = false;

    std::string undo_at(const RecordChange& one) const {
        return address + "/historie/" + to_text(one.change.id) + "/zpet";
    }
    void write(html::Out&) const;
};

// A value of a field in words: 2026-06-12 → 12. 6. 2026, an id → a name.
using SayValue = std::function<std::string(const std::string& field, const std::string& value)>;

// Labels are texts PREFIX.FIELD; a field without such a text is not told.
std::vector<RecordChange> changes_in_words(db::Session&, const Uuid& record, const char* prefix, const i18n::Texts&,
                                           const SayValue&);

// Puts one change of the record back; not that by which it came into being.
template <class Record>
history::Undoing undo_change(const history::Author& author, const std::optional<Record>& now, Id<history::Change> id) {
    if (!now) return history::Undoing::not_found;
    for (auto& change : history::changes_of(author.work, now->id.uuid)) {
        if (change.id != id) continue;
        if (change.kind == "created") return history::Undoing::not_possible;
        return history::undo(author, now, history::field_changes(author.work, id));
    }
    return history::Undoing::not_found;
}

}
