// Names and values as they were asked or typed, in order; a name may come several times (two ticked boxes).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace http {

class Values {
public:
    Values() = default;
    explicit Values(std::vector<std::pair<std::string, std::string>> items) : items_{std::move(items)} {}
    Values(std::initializer_list<std::pair<std::string, std::string>> items) : items_{items} {}

    void add(std::string name, std::string value) { items_.emplace_back(std::move(name), std::move(value)); }

    bool has(std::string_view name) const { return find(name) != nullptr; }
    std::string first(std::string_view name) const {
        auto found = find(name);
        return found ? *found : "";
    }
    std::vector<std::string> all(std::string_view name) const {
        std::vector<std::string> values;
        for (auto& [key, value] : items_)
            if (key == name) values.push_back(value);
        return values;
    }
    const std::vector<std::pair<std::string, std::string>>& items() const { return items_; }

private:
    const std::string* find(std::string_view name) const {
        for (auto& [key, value] : items_)
            if (key == name) return &value;
        return nullptr;
    }

    std::vector<std::pair<std::string, std::string>> items_;
};

}
