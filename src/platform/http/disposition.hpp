// Content-Disposition of a part: the name of the field and of the file, in quotes, escaped as browsers do, or in UTF-8
// by RFC 8187.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace http {

struct Disposition {
    std::string name;
    std::optional<std::string> filename{};    // folders before it are cut off; "" when nothing was chosen
};

// form-data; name="…"; filename="…"; filename*=UTF-8''…  Nothing if it is not that.
std::optional<Disposition> parse_disposition(std::string_view value);

}
