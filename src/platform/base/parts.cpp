#include "platform/base/parts.hpp"

#include <algorithm>

namespace text {

std::string_view trimmed(std::string_view text) {
    auto first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::vector<std::string> parted(std::string_view text, std::string_view separator) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        auto part = text.substr(0, text.find(separator));
        text.remove_prefix(std::min(text.size(), part.size() + separator.size()));
        if (auto found = trimmed(part); !found.empty()) parts.emplace_back(found);
    }
    return parts;
}

}
