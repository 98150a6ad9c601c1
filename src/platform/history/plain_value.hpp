// A value as the text that history keeps and shows: ids, days and numbers as machines write them.
#pragma once

#include "platform/base/id.hpp"
#include "platform/base/money.hpp"
#include "platform/db/value.hpp"
#include "platform/time/date.hpp"

#include <concepts>

namespace history {

std::string base64(const db::Bytes&);
std::string number_text(double);

inline std::optional<std::string> plain_value(const std::string& value) { return value; }
inline std::optional<std::string> plain_value(bool value) { return value ? "true" : "false"; }
inline std::optional<std::string> plain_value(double value) { return number_text(value); }
inline std::optional<std::string> plain_value(Date value) { return to_iso(value); }
inline std::optional<std::string> plain_value(Instant value) { return to_iso(value); }
inline std::optional<std::string> plain_value(Money value) { return std::to_string(value.halere); }
inline std::optional<std::string> plain_value(const Uuid& value) { return to_text(value); }
inline std::optional<std::string> plain_value(const db::Bytes& value) { return base64(value); }
template <std::integral Number>
    requires(!std::same_as<Number, bool>)
std::optional<std::string> plain_value(Number value) { return std::to_string(value); }
template <class Of>
std::optional<std::string> plain_value(const Id<Of>& value) { return to_text(value); }
template <class T>
std::optional<std::string> plain_value(const std::optional<T>& value) {
    if (!value) return {};
    return plain_value(*value);
}

}
