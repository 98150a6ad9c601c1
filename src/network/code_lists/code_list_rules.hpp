// What people may do with each code list, in one place: the program itself knows some codes by name.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace network {

// One more column of a list that people may fill in.
struct CodeDetail {
    enum Kind { words, days, tick, paragraph, number };    // days: 1 to 365; paragraph: § 37; number: digits

    const char* column;    // in CodeListItem::details
    const char* label;     // text key; with .yes behind for a tick
    const char* hint = "";
    Kind kind = words;
    bool needed = false;
};

struct CodeListRules {
    std::string_view list;
    bool grows = false;       // people add and end items; else they may put words right only
    bool regional = false;    // the region's own: what the program carries is a beginning, an update changes nothing
    std::string_view prefix{};    // of each code, as the register writes it: DruhSocialniSluzby/
    std::string_view copied{};    // the detail that holds the rest of a new code, and what stands before it there
    std::string_view before{};
    std::vector<CodeDetail> details{};
};

// Lists that we do not know may be reworded, no more.
const CodeListRules& rules_of(std::string_view list);

}
