// Who × may, for one group: a planner, a coordinator here and elsewhere, a leader, a member, somebody else, a stranger.
#include "workgroups/permissions.hpp"

#include <gtest/gtest.h>

using namespace workgroups;

namespace {

constexpr Instant group_test_now{};
const Id<Organisation> planning_office{*Uuid::parse("019abcde-0000-7000-8000-000000000001")};

User somebody(std::vector<Grant> grants = {}) {
    return {Id<User>::made_at(group_test_now), "kdosi", planning_office, std::move(grants)};
}

struct Looking {
    const char* who;
    User user;
    bool published;
    const char* expected;    // see, keep, members, contacts: + or -
};

}

TEST(GroupPermissions, are_those_of_this_table) {
    auto leader = somebody(), member = somebody();
    Looking table[] = {
        {"planner", somebody({{Role::regional_planner, Scope::region, planning_office}}), false, "++++"},
        {"coordinator here", somebody({{Role::planning_coordinator, Scope::area, planning_office, {}, {"5104"}}}),
         false, "++++"},
        {"coordinator elsewhere", somebody({{Role::planning_coordinator, Scope::area, planning_office, {}, {"5105"}}}),
         false, "----"},
        {"coordinator elsewhere", somebody({{Role::planning_coordinator, Scope::area, planning_office, {}, {"5105"}}}),
         true, "+---"},
        {"leader", leader, false, "+-++"},
        {"member", member, false, "+---"},
        {"somebody", somebody(), false, "----"},
        {"somebody", somebody(), true, "+---"},
        {"administrator", somebody({{Role::administrator, Scope::region, planning_office}}), false, "----"},
        {"stranger", User{}, true, "+---"},
    };
    for (auto& [who, user, published, expected] : table) {
        GroupInView view;
        view.group.published = published, view.districts = {"5104"};
        view.leaders = {leader.id}, view.members = {leader.id, member.id};
        std::string said;
        bool sees = view.visible_to(user);
        said += sees ? '+' : '-';
        said += sees && may::KeepGroup::allows(user, view) ? '+' : '-';
        said += sees && may::KeepMembers::allows(user, view) ? '+' : '-';
        said += sees && may::ReadContacts::allows(user, view) ? '+' : '-';
        EXPECT_EQ(said, expected) << who << (published ? ", published" : "");
    }
}

TEST(GroupPermissions, let_nobody_but_its_keepers_know_of_a_group_that_never_was) {
    GroupInView view;
    view.group.founded_on = view.group.ended_on = Date{};
    EXPECT_FALSE(view.visible_to(User{}));
    EXPECT_TRUE(view.visible_to(somebody({{Role::regional_planner, Scope::region, planning_office}})));
}
