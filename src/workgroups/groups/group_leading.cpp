// Asks who leads.
#include "workgroups/groups/group_leading.hpp"

namespace workgroups {

bool leads_a_group(db::Session& db, const User& user, Date day) {
    if (!user.signed_in()) return false;
    return db.one<std::int64_t>("SELECT count(*) FROM group_members JOIN planning_people"
                                " ON planning_people.id = planner_id WHERE account_id = $1 AND valid_from <= $2"
                                " AND (valid_to IS NULL OR valid_to > $2) AND role IN ('chair', 'deputy', 'secretary')",
                                user.id, day) > 0;
}

}
