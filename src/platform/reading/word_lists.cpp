#include "platform/reading/word_lists.hpp"

#include "platform/base/embedded.hpp"

#include <algorithm>
#include <mutex>
#include <stdexcept>
#include <utility>

namespace reading {

namespace {

std::string_view list_bytes(std::string_view name) {
    auto path = "platform/reading/data/" + std::string{name} + ".csv";
    for (auto& file : platform::files())
        if (file.path == path) return file.bytes;
    throw std::logic_error{"no list of words: " + path};
}

std::vector<std::pair<std::string, std::string>> list_rows(std::string_view name) {
    std::vector<std::pair<std::string, std::string>> rows;
    auto bytes = list_bytes(name);
    bool header = true;
    while (!bytes.empty()) {
        auto end = std::min(bytes.find('\n'), bytes.size());
        auto line = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        if (std::exchange(header, false) || line.empty()) continue;
        auto semicolon = line.find(';');
        rows.emplace_back(line.substr(0, semicolon),
                          semicolon == line.npos ? std::string_view{} : line.substr(semicolon + 1));
    }
    return rows;
}

std::mutex lists_lock;

}

const Words& words_of(std::string_view name) {
    static std::map<std::string, Words, std::less<>> lists;
    std::scoped_lock lock{lists_lock};
    auto found = lists.find(name);
    if (found != lists.end()) return found->second;
    Words words;
    for (auto& [word, kind] : list_rows(name)) words.insert(word);
    return lists.emplace(name, std::move(words)).first->second;
}

const std::vector<std::pair<std::string, std::string>>& kinds_of(std::string_view name) {
    static std::map<std::string, std::vector<std::pair<std::string, std::string>>, std::less<>> lists;
    std::scoped_lock lock{lists_lock};
    auto found = lists.find(name);
    if (found != lists.end()) return found->second;
    auto rows = list_rows(name);
    std::ranges::sort(rows, [](auto& a, auto& b) {
        return a.first.size() != b.first.size() ? a.first.size() > b.first.size() : a.first < b.first;
    });
    return lists.emplace(name, std::move(rows)).first->second;
}

}
