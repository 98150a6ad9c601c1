// Keeps groups and walks their tree.
#include "workgroups/groups/group.hpp"

#include "network/network.hpp"
#include "platform/base/parts.hpp"
#include "platform/search/fold.hpp"

#include <algorithm>

namespace workgroups {

bool WorkingGroup::is_called(const std::string& folded) const {
    return search::fold(name + "\n" + short_name.value_or("") + "\n" + aliases + "\n" + lead_text.value_or(""))
               .find(folded) != std::string::npos;
}

Id<WorkingGroup> add_group(const Author& author, WorkingGroup& group) {
    auto wish = network::slug_of(group.name);
    // An address of its own: /skupiny/nova makes a group.
    if (wish.empty() || wish == "nova") wish = "skupina";
    group.slug = wish;
    for (auto n = 2; find_group_by_slug(author.work, group.slug); ++n) group.slug = wish + "-" + std::to_string(n);
    return add(author, group);
}

std::optional<WorkingGroup> find_group(db::Session& db, Id<WorkingGroup> id) {
    return db.maybe<WorkingGroup>("SELECT * FROM working_groups WHERE id = $1", id);
}

std::optional<WorkingGroup> find_group_by_slug(db::Session& db, const std::string& slug) {
    return db.maybe<WorkingGroup>("SELECT * FROM working_groups WHERE slug = $1", slug);
}

std::vector<WorkingGroup> list_groups(db::Session& db) {
    return db.all<WorkingGroup>("SELECT * FROM working_groups WHERE founded_on IS NULL OR ended_on IS NULL"
                                " OR founded_on <> ended_on ORDER BY name_sort, slug");
}

namespace {

const WorkingGroup* parent_of(const std::vector<WorkingGroup>& all, const WorkingGroup& group) {
    if (!group.parent_id) return nullptr;
    auto found = std::ranges::find(all, *group.parent_id, &WorkingGroup::id);
    return found == all.end() ? nullptr : &*found;
}

}

const WorkingGroup* above(const std::vector<WorkingGroup>& all, const WorkingGroup& group, Date day) {
    auto at = parent_of(all, group);
    for (std::size_t steps = 0; at && !at->lives_on(day) && steps < all.size(); ++steps) at = parent_of(all, *at);
    return at && at->lives_on(day) && at->id != group.id ? at : nullptr;
}

bool is_within(const std::vector<WorkingGroup>& all, const WorkingGroup& group, Id<WorkingGroup> of) {
    auto at = &group;
    for (std::size_t steps = 0; at && steps <= all.size(); ++steps, at = parent_of(all, *at))
        if (at->id == of) return true;
    return false;
}

}
