// One save of a service or of something that belongs to it, in words; and undoing it.
#pragma once

#include "network/permissions.hpp"

namespace network {

// A change together with who made it and what each field held before and after.
struct RecordChange {
    history::Change change;
    std::string who{};    // empty: a job or an import
    std::vector<history::FieldChange> fields{};
    bool undoable = false;
    static void each_field(auto& change, auto& visit) {
        visit("id", change.change.id), visit("record", change.change.record_table), visit("kind", change.change.kind);
        visit("happened_at", change.change.happened_at), visit("who", change.who), visit("source", change.change.source_kind);
        visit("fields", change.fields);
    }
};

// Of the service and of all its rows, newest first.
std::vector<RecordChange> changes_around(db::Session&, Id<Service>, std::int64_t most, std::int64_t skip);

enum class Undoing { done, changed_since, not_possible, not_found };
// A new change of kind undone, only where each value is still the one that the change set.
Undoing undo_change(const Author&, Id<Service>, Id<history::Change>);

}
