// What stands around every page and comes from the whole program: menus and the names of styles and scripts.
#pragma once

#include "platform/auth/user.hpp"
#include "platform/db/database.hpp"
#include "platform/html/frame.hpp"
#include "platform/time/date.hpp"

#include <functional>

namespace http {

// An entry of the staff's menu, shown to those whose permission it is.
struct RailItem {
    std::string group;    // text key
    std::string href;
    std::string label;    // text key
    std::function<bool(const User&)> shown_to;
    std::function<std::int64_t(db::Session&, const User&)> waiting{};    // how much waits there for this person
    std::function<bool(db::Session&, const User&, Date)> also_to{};      // whom records name: leaders of a group
};

struct Surroundings {
    html::AssetNames assets{};
    std::vector<html::MenuItem> menu{};
    std::vector<RailItem> rail{};

    std::vector<html::MenuGroup> rail_of(const User&, db::Database*,
                                         Date) const;    // without a database nothing is counted
};

}
