// A value as the text that history keeps and shows: ids, days and numbers as machines write them, bytes as base64.
#pragma once

#include "platform/db/value.hpp"

namespace history {

std::optional<std::string> plain_text(const db::Value&);
std::optional<std::string> plain_value(const auto& field) { return plain_text(db::to_value(field)); }
}
