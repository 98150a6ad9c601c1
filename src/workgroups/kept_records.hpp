// How the records of groups are kept: new and changed, each time with history.
#pragma once

#include "platform/history/history.hpp"
#include "platform/i18n/sort_key.hpp"
#include "platform/time/date.hpp"

namespace workgroups {

using history::Author;

// A new record: it gets its id here.
template <class Record>
Id<Record> add(const Author& author, Record& record) {
    record.id = Id<Record>::made_at(author.now);
    if constexpr (requires { record.name_sort; }) record.name_sort = i18n::sort_key(record.name);
    history::keep_new(author, record);
    return record.id;
}

// False if nothing differs; throws Conflict if somebody saved since `before` was read.
template <class Record>
bool change(const Author& author, const Record& before, Record after) {
    if constexpr (requires { after.name_sort; }) after.name_sort = i18n::sort_key(after.name);
    return history::keep_change(author, before, after);
}

}
