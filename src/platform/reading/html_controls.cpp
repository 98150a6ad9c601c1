#include "platform/reading/html_controls.hpp"

#include <algorithm>
#include <array>

namespace reading {

bool has_attribute(const HtmlToken& tag, std::string_view name) {
    return std::ranges::any_of(tag.attributes, [&](auto& one) { return one.first == name; });
}

std::string value_of_input(const HtmlToken& tag) {
    static constexpr std::array<std::string_view, 6> written = {"", "text", "number", "date", "time", "tel"};
    auto type = tag.attribute("type");
    if (type == "checkbox" || type == "radio") return has_attribute(tag, "checked") ? " [x] " : " [ ] ";
    if (std::ranges::find(written, type) == written.end()) return {};
    auto value = tag.attribute("value");
    return value.empty() ? std::string{} : ' ' + std::string{value};
}

}
