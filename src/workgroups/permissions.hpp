// Who may know of a group, keep it, keep its members, and read how they are reached.
#pragma once

#include "platform/auth/permissions.hpp"
#include "workgroups/groups/group.hpp"

namespace workgroups {

// A group as somebody comes to it, with who sits in it on the day.
struct GroupInView {
    WorkingGroup group;
    std::vector<std::string> districts{};    // ORP codes of its territory; none of the whole region
    std::vector<Id<User>> leaders{};         // accounts of its chair, deputy and secretary
    std::vector<Id<User>> members{};         // accounts of all who sit in it

    static std::optional<GroupInView> find(db::Session&, const std::string& named, Date day);

    Lies lies() const { return {.organisation = group.kept.organisation_id, .districts = districts}; }
    // A planner keeps all groups, a coordinator those of the districts of the grant.
    bool kept_by(const User& user) const {
        return user.reaches(Role::regional_planner, lies()) || user.reaches(Role::planning_coordinator, lies());
    }
    bool led_by(const User& user) const { return std::ranges::count(leaders, user.id) > 0; }
    bool has(const User& user) const { return std::ranges::count(members, user.id) > 0; }
    bool visible_to(const User& user) const {
        if (kept_by(user)) return true;
        return !group.never_was() && (group.published || has(user));
    }
    Uuid uuid() const { return group.id.uuid; }
};

// Whether somebody keeps a group somewhere, so that lists offer to make one.
inline bool founds_groups(const User& user) {
    return user.holds(Role::regional_planner) || user.holds(Role::planning_coordinator);
}

namespace may {

struct ReadGroup {
    using About = GroupInView;
    static constexpr auto name = "public.group";
    static constexpr bool open = true;
    static bool allows(const User&, const GroupInView&) { return true; }
};

// A new group; where it may lie is said at its form.
struct FoundGroup {
    using About = Everything;
    static constexpr auto name = "workgroups.found_group";
    static bool allows(const User& user, const Everything&) { return founds_groups(user); }
};

// What it is, its place in the tree, its end.
struct KeepGroup {
    using About = GroupInView;
    static constexpr auto name = "workgroups.keep_group";
    static bool allows(const User& user, const GroupInView& view) { return view.kept_by(user); }
};

// Who sits in it: its own leaders too.
struct KeepMembers {
    using About = GroupInView;
    static constexpr auto name = "workgroups.keep_members";
    static bool allows(const User& user, const GroupInView& view) { return view.kept_by(user) || view.led_by(user); }
};

// Telephones and e-mails of members: every reading is on record.
struct ReadContacts {
    using About = GroupInView;
    static constexpr auto name = "workgroups.read_contacts";
    static constexpr bool closed = true;
    static bool allows(const User& user, const GroupInView& view) { return view.kept_by(user) || view.led_by(user); }
};

}

}
