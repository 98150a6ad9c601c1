// Rows of values, compiled once.
#include "platform/db/value.hpp"

template class std::vector<db::Value>;
