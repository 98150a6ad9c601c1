// Texts taken apart and put together.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace text {

// Without blanks, tabs and ends of lines around it.
std::string_view trimmed(std::string_view text);

// What stands between the separators, trimmed; no empty parts.
std::vector<std::string> parted(std::string_view text, std::string_view separator);

// The parts that are not empty, with something between them.
template <class Parts>
std::string joined(const Parts& parts, std::string_view between = ", ") {
    std::string whole;
    for (const auto& part : parts) {
        if (std::string_view{part}.empty()) continue;
        if (!whole.empty()) whole += between;
        whole += part;
    }
    return whole;
}

}
