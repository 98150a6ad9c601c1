// What stands in the fields of a form that a web page shows filled in.
#pragma once

#include "platform/reading/html_tokens.hpp"

namespace reading {

// The value of an <input> that can be read; of a box "[x] " or "[ ] ".
std::string value_of_input(const HtmlToken&);
bool has_attribute(const HtmlToken&, std::string_view name);

}
