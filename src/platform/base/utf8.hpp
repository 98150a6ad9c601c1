// Where a text stops being UTF-8: the first question to any file that a person hands us.
#pragma once

#include <string_view>

namespace utf8 {

// The byte at which the text stops being UTF-8, npos when it never does.  Overlong forms and surrogates are not UTF-8.
std::size_t first_fault(std::string_view text);

// The same for a piece cut out of a longer text: a character cut at either end is no fault.
std::size_t first_fault_in_piece(std::string_view piece);

}
