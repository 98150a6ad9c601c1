// The names and values of a record's fields, in the order of its each_field: what else is done with records is compiled
// once, and not for every kind of them.
#pragma once

#include "platform/db/value.hpp"

namespace db {

using FieldNames = std::vector<const char*>;

// Visits the fields of a record.
struct NameCollector {
    FieldNames& names;
    void operator()(const char* name, const auto&) { add(name); }
    void add(const char* name);    // throws an Error at the sixty-fifth
};
struct ValueCollector {
    std::vector<Value>& values;
    void operator()(const char*, const auto& value) { add(to_value(value)); }
    void add(Value&&);
};

// The same object for each R as long as the program runs.
template <class R>
const FieldNames& field_names() {
    static const auto names = [] {
        FieldNames found;
        NameCollector collect{found};
        const R blank{};
        R::each_field(blank, collect);
        return found;
    }();
    return names;
}

// Texts and bytes are looked at, not copied: the record must stay.
template <class R>
void values_of(const R& record, std::vector<Value>& values) {
    values.clear();
    ValueCollector collect{values};
    R::each_field(record, collect);
}

template <class R>
std::vector<Value> values_of(const R& record) {
    std::vector<Value> values;
    values_of(record, values);
    return values;
}

}
