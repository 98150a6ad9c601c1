// One save of a service, provider, place, contract or premises, or of something that belongs to it, in words; and
// undoing it.
#pragma once

#include "network/permissions.hpp"
#include "platform/history/undoing.hpp"

namespace network {

// A change together with who made it and what each field held before and after.
struct RecordChange {
    history::Change change;
    std::string who{};    // empty: a job or an import
    std::vector<history::FieldChange> fields{};
    bool undoable = false;
    std::string about{};    // the place or service at the other end of what was saved
    static void each_field(auto& change, auto& visit) {
        visit("id", change.change.id), visit("record", change.change.record_table), visit("kind", change.change.kind);
        visit("happened_at", change.change.happened_at), visit("who", change.who),
            visit("source", change.change.source_kind);
        visit("fields", change.fields);
    }
};

// Of a service, provider, place, contract or premises (owner is its id) and of all rows that belong to it, newest
// first.
std::vector<RecordChange> changes_around(db::Session&, const Uuid& owner, std::int64_t most, std::int64_t skip);
std::vector<RecordChange> changes_of_record(db::Session&, const Uuid& record);

// What it held was deleted when its place became secret.
inline bool forgotten(const history::FieldChange& field) { return !field.old_value && !field.new_value; }
// What history must not tell, nor undoing bring back, once the place is secret.
bool leads_to_place(std::string_view field);

std::string name_of_person(db::Session&, Id<User>);    // empty where nobody is known

using history::Undoing;
// A new change of kind undone, only where each value is still the one that the change set.
Undoing undo_change(const Author&, const Uuid& owner, Id<history::Change>);
}
