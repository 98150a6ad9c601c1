// Cuts embedded files into rows.
#include "platform/reading/passages/pattern_rows.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <stdexcept>
#include <string>

namespace passages {

namespace {

std::string_view take_until(std::string_view& text, char sign) {
    auto end = std::min(text.find(sign), text.size());
    auto piece = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return piece;
}

PatternRow row_of(std::string_view line) {
    PatternRow row;
    for (auto& cell : row) cell = take_until(line, ';');
    return row;
}

std::mutex rows_lock;

}

std::vector<PatternRow> pattern_rows(std::span<const embedded::File> files, std::string_view path) {
    auto file = std::ranges::find(files, path, &embedded::File::path);
    if (file == files.end()) throw std::logic_error{"no list of patterns: " + std::string{path}};
    auto bytes = file->bytes;
    take_until(bytes, '\n');
    std::vector<PatternRow> rows;
    while (!bytes.empty())
        if (auto line = take_until(bytes, '\n'); !line.empty()) rows.push_back(row_of(line));
    return rows;
}

const std::vector<PatternRow>& pattern_rows(std::string_view name) {
    static std::map<std::string, std::vector<PatternRow>, std::less<>> lists;
    std::scoped_lock lock{rows_lock};
    auto found = lists.find(name);
    if (found == lists.end()) {
        auto path = "platform/reading/data/" + std::string{name} + ".csv";
        found = lists.emplace(name, pattern_rows(platform::files(), path)).first;
    }
    return found->second;
}

const std::vector<std::string_view>& patterns(std::string_view name) {
    static std::map<std::string, std::vector<std::string_view>, std::less<>> lists;
    auto& rows = pattern_rows(name);
    std::scoped_lock lock{rows_lock};
    auto [found, fresh] = lists.try_emplace(std::string{name});
    if (fresh)
        for (auto& row : rows) found->second.push_back(row[0]);
    return found->second;
}

}
