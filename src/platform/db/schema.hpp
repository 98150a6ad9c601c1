// The shape of a database as a text to read and to compare: its tables, views, indexes and triggers, in alphabetical
// order.
#pragma once

#include "platform/db/session.hpp"

namespace db {

std::string schema_text(Session&);

}
