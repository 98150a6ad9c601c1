// Puts back what one change replaced, where each value is still the one that the change set.
#pragma once

#include "platform/history/history.hpp"
#include "platform/i18n/sort_key.hpp"
#include "platform/time/date.hpp"

#include <algorithm>
#include <charconv>

namespace history {

enum class Undoing { done, changed_since, not_possible, forgotten, not_found };

namespace inside {

// Texts of history back as values; false where a text is none of the field's.
inline bool put(std::string& field, const std::optional<std::string>& text) {
    if (text) field = *text;
    return text.has_value();
}
inline bool put(bool& field, const std::optional<std::string>& text) {
    field = text == "true";
    return text.has_value();
}
inline bool put(std::int64_t& field, const std::optional<std::string>& text) {
    return text && std::from_chars(text->data(), text->data() + text->size(), field).ec == std::errc{};
}
inline bool put(double& field, const std::optional<std::string>& text) {
    return text && std::from_chars(text->data(), text->data() + text->size(), field).ec == std::errc{};
}
inline bool put(Date& field, const std::optional<std::string>& text) {
    auto day = text ? parse_date(*text) : std::nullopt;
    if (day) field = *day;
    return day.has_value();
}
inline bool put(Instant& field, const std::optional<std::string>& text) {
    auto moment = text ? parse_instant(*text) : std::nullopt;
    if (moment) field = *moment;
    return moment.has_value();
}
inline bool put(db::Bytes&, const std::optional<std::string>&) { return false; }
template <class Of>
bool put(Id<Of>& field, const std::optional<std::string>& text) {
    auto id = text ? Id<Of>::parse(*text) : std::nullopt;
    if (id) field = *id;
    return id.has_value();
}
template <class Value>
bool put(std::optional<Value>& field, const std::optional<std::string>& text) {
    field.reset();
    return !text || put(field.emplace(), text);
}

// Puts back what a change replaced, while it is still there.
struct PutBack {
    const std::vector<FieldChange>& fields;
    Undoing outcome = Undoing::done;

    void operator()(const char* name, auto& value) {
        auto change = std::ranges::find(fields, name, &FieldChange::field);
        if (change == fields.end()) return;
        if (plain_value(value) != change->new_value) outcome = Undoing::changed_since;
        else if (!put(value, change->old_value) && outcome == Undoing::done) outcome = Undoing::not_possible;
    }
};

}

// The record as it is now; nothing where it is not there any more.
template <class Record>
Undoing undo(const Author& author, const std::optional<Record>& now, const std::vector<FieldChange>& fields) {
    if (!now) return Undoing::changed_since;
    auto before = *now;
    inside::PutBack put_back{fields};
    Record::each_field(before, put_back);
    if (put_back.outcome != Undoing::done) return put_back.outcome;
    if constexpr (requires { before.name_sort; }) before.name_sort = i18n::sort_key(before.name);
    return keep_change(author, *now, before, "undone") ? Undoing::done : Undoing::changed_since;
}

}
