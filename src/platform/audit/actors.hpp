// How the audit writes who acted, beside the person: person, stranger, job NAME, token ID.
#pragma once

#include <string_view>

namespace audit {

// A token of a person; whose it is stands in the row.
inline constexpr std::string_view by_token = "token ";

}
