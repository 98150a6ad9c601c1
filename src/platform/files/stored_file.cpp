// Names and sizes of files as people see them.
#include "platform/files/stored_file.hpp"

#include "platform/base/number.hpp"
#include "platform/base/utf8.hpp"

#include <algorithm>

namespace files {

std::optional<File> find(db::Session& db, Id<File> id) {
    return db.maybe<File>("SELECT * FROM files WHERE id = $1", id);
}

HandedOver handed_over(db::Session& db, Id<User> person, Instant since) {
    return db.one<HandedOver>("SELECT count(*) AS files, CAST(coalesce(sum(size_bytes), 0) AS bigint) AS bytes"
                              " FROM files WHERE created_by = $1 AND created_at >= $2",
                              person, since);
}

namespace {

constexpr std::size_t longest_name = 150;    // bytes

// Marks of direction and of nothing at all make a name look like another one.
bool invisible(std::string_view character) {
    static constexpr std::string_view marks[] = {"\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u202a", "\u202b",
                                                 "\u202c", "\u202d", "\u202e", "\u2060", "\u2066", "\u2067", "\u2068",
                                                 "\u2069", "\u061c", "\ufeff", "\u2028", "\u2029"};
    bool control_c1 =
        character.size() == 2 && character[0] == '\xc2' && static_cast<unsigned char>(character[1]) < 0xa0;
    return control_c1 || std::ranges::count(marks, character) > 0;
}

std::size_t length_of_character(char first) {
    auto byte = static_cast<unsigned char>(first);
    return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

void shorten(std::string& name) {
    if (name.size() <= longest_name) return;
    auto ending = ending_of(name);
    if (ending.size() > 10) ending.clear();
    auto keep = longest_name - ending.size();
    while (keep > 0 && (static_cast<unsigned char>(name[keep]) & 0xc0) == 0x80) --keep;
    name = name.substr(0, keep) + ending;
}

}

std::string clean_name(std::string_view given) {
    if (utf8::first_fault(given) != given.npos) return {};
    given = given.substr(given.find_last_of("/\\") + 1);
    std::string name;
    for (std::size_t at = 0; at < given.size();) {
        auto character = given.substr(at, length_of_character(given[at]));
        at += character.size();
        auto byte = static_cast<unsigned char>(character[0]);
        if (invisible(character)) continue;
        if (byte < 0x20 || byte == 0x7f) name += ' ';
        else if (std::string_view{"<>:\"|?*"}.find(character[0]) != std::string_view::npos) name += '_';
        else name += character;
    }
    auto first = name.find_first_not_of(" .");
    if (first == name.npos) return {};
    name = name.substr(first, name.find_last_not_of(" .") - first + 1);
    shorten(name);
    return name.substr(0, name.find_last_not_of(" .") + 1);
}

std::string ending_of(std::string_view name) {
    auto dot = name.rfind('.');
    if (dot == name.npos || dot == 0 || dot + 1 == name.size()) return {};
    std::string ending{name.substr(dot)};
    for (auto& letter : ending)
        if (letter >= 'A' && letter <= 'Z') letter = char(letter - 'A' + 'a');
    return ending;
}

std::string size_in_words(std::int64_t bytes) {
    constexpr std::int64_t kilo = 1000, mega = 1'000'000;
    if (bytes < kilo) return std::to_string(bytes) + "\u00a0B";
    if (bytes < mega) return std::to_string((bytes + kilo / 2) / kilo) + "\u00a0kB";
    return to_czech(Decimal{(bytes + mega / 20) / (mega / 10), 1}) + "\u00a0MB";
}

}
