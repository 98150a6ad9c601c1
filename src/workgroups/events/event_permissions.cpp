// Finds the event that permissions are about.
#include "workgroups/events/event_permissions.hpp"

#include "network/network.hpp"

namespace workgroups {

std::optional<EventInView> EventInView::find(db::Session& db, const std::string& named, Date day) {
    auto event = find_event_by_slug(db, named);
    if (!event) return {};
    EventInView view{std::move(*event)};
    if (view.event.group_id) {
        auto group = find_group(db, *view.event.group_id);
        view.of = group ? GroupInView::find(db, group->slug, day) : std::nullopt;
        return view.of ? std::optional{std::move(view)} : std::nullopt;
    }
    if (auto land = view.event.land())
        if (auto found = network::find_land(db, *land, day)) view.districts = found->districts;
    if (!view.event.published)
        view.sitting = db.all<Id<User>>("SELECT DISTINCT account_id FROM group_members JOIN planning_people"
                                        " ON planning_people.id = planner_id WHERE account_id IS NOT NULL"
                                        " AND valid_from <= $1 AND (valid_to IS NULL OR valid_to > $1)",
                                        day);
    return view;
}

}
