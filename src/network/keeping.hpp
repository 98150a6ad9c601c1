// How the network's records are kept: new, changed, ended, replaced by better knowledge; each time with history.
#pragma once

#include "network/validity.hpp"
#include "platform/history/history.hpp"
#include "platform/i18n/sort_key.hpp"

namespace network {

using history::Author;

namespace inside {

template <class Record>
void sort_by_name(Record& record) {
    if constexpr (requires { record.name_sort; }) record.name_sort = i18n::sort_key(record.name);
}

}

// A new record: it gets its id here.
template <class Record>
Id<Record> add(const Author& author, Record& record) {
    record.id = Id<Record>::made_at(author.now);
    if constexpr (requires { record.recorded; }) record.recorded = {author.now, {}};
    inside::sort_by_name(record);
    history::keep_new(author, record);
    return record.id;
}
template <class Record>
    requires(!std::is_lvalue_reference_v<Record>)
Id<Record> add(const Author& author, Record&& record) {
    return add<Record>(author, static_cast<Record&>(record));
}

// False if nothing differs; throws Conflict if somebody saved since `before` was read.
template <class Record>
bool change(const Author& author, const Record& before, Record after) {
    inside::sort_by_name(after);
    return history::keep_change(author, before, after);
}

// From this day on it no longer holds; what was stays readable.
template <class Record>
bool end_on(const Author& author, const Record& record, Date day) {
    auto ended = record;
    ended.validity.valid_to = day;
    return change(author, record, ended);
}

// We learned better about the same time: the former row keeps what we believed till now.
template <class Record>
Id<Record> replace(const Author& author, const Record& record, Record better) {
    auto former = record;
    former.recorded.replaced_at = author.now;
    change(author, record, former);
    better.kept = {};
    return add(author, better);
}

}
