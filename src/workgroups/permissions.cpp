// Finds the group that permissions are about.
#include "workgroups/permissions.hpp"

#include "network/network.hpp"

namespace workgroups {

std::optional<GroupInView> GroupInView::find(db::Session& db, const std::string& named, Date day) {
    auto group = find_group_by_slug(db, named);
    if (!group) return {};
    GroupInView view{*group};
    if (group->territory)
        if (auto land = network::find_land(db, *group->territory, day)) view.districts = land->districts;
    view.leaders = db.all<Id<User>>("SELECT DISTINCT account_id FROM group_members JOIN planning_people"
                                    " ON planning_people.id = planner_id WHERE group_id = $1 AND account_id IS NOT NULL"
                                    " AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2)"
                                    " AND role IN ('chair', 'deputy', 'secretary')",
                                    group->id, day);
    view.members = db.all<Id<User>>("SELECT DISTINCT account_id FROM group_members JOIN planning_people"
                                    " ON planning_people.id = planner_id WHERE group_id = $1 AND account_id IS NOT NULL"
                                    " AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2)",
                                    group->id, day);
    return view;
}

}
