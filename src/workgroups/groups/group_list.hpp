// Groups as lists show them: who leads them, how many sit in them, which of them a person may know of.
#pragma once

#include "platform/http/request.hpp"
#include "workgroups/groups/group_words.hpp"
#include "workgroups/permissions.hpp"

#include <map>

namespace workgroups {

struct ListedGroup {
    WorkingGroup group{};
    std::string led_by{};        // names that everybody may read
    std::int64_t members = 0;    // without guests and those who stand in
};

// On the day, by name: published ones, those one sits in, those one keeps.
std::vector<ListedGroup> groups_visible_to(db::Session&, const User&, const GroupWords&, Date day);

// Those that the person keeps, by name.
std::vector<WorkingGroup> groups_kept_by(db::Session&, const User&, const GroupWords&);

// What the list is asked for.
struct GroupQuery {
    std::string words{}, kind{}, land{}, target{};
    std::optional<Date> day{};
    std::string typed_day{};
    bool others = false;    // ended ones and those to come too
    bool as_list = false;

    static GroupQuery read(const http::Request&);
    bool narrows() const { return !words.empty() || !kind.empty() || !land.empty() || !target.empty(); }
    bool unreadable_day() const { return !typed_day.empty() && !day; }
    bool takes(const WorkingGroup&, const GroupWords&, Date day) const;
    std::string address() const;    // what stands behind the ?
};

}
