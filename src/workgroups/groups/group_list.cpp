// Reads and narrows lists of groups.
#include "workgroups/groups/group_list.hpp"

#include "platform/base/parts.hpp"
#include "platform/http/request.hpp"
#include "platform/search/fold.hpp"

namespace workgroups {

namespace {

struct CountedGroup {
    Id<WorkingGroup> group_id{};
    std::int64_t count{};
    static void each_field(auto& counted, auto& visit) {
        visit("group_id", counted.group_id), visit("count", counted.count);
    }
};

struct Leader {
    Id<WorkingGroup> group_id{};
    std::string name{}, side{}, role{};
    static void each_field(auto& leader, auto& visit) {
        visit("group_id", leader.group_id), visit("name", leader.name), visit("side", leader.side);
        visit("role", leader.role);
    }
    std::string words(const i18n::Texts& texts) const {
        return role == "chair" ? name : name + " (" + texts.text("member.role." + role) + ")";
    }
};

std::map<Id<WorkingGroup>, std::int64_t> member_counts(db::Session& db, Date day) {
    std::map<Id<WorkingGroup>, std::int64_t> counts;
    for (auto& one : db.all<CountedGroup>(
             "SELECT group_id, count(*) AS count FROM group_members WHERE valid_from <= $1"
             " AND (valid_to IS NULL OR valid_to > $1) AND role <> 'guest' AND stands_in_for_id IS NULL"
             " GROUP BY group_id",
             day))
        counts[one.group_id] = one.count;
    return counts;
}

// Who chairs, then who answers for the field: some groups have only such a guarantor.
std::vector<Leader> chairs(db::Session& db, Date day) {
    return db.all<Leader>("SELECT group_id, coalesce(people.name, planning_people.name) AS name, side, role"
                          " FROM group_members JOIN planning_people ON planning_people.id = planner_id"
                          " LEFT JOIN people ON people.id = account_id WHERE role IN ('chair', 'guarantor')"
                          " AND valid_from <= $1 AND (valid_to IS NULL OR valid_to > $1)"
                          " ORDER BY role, planning_people.name_sort",
                          day);
}

std::vector<Id<WorkingGroup>> sits_in(db::Session& db, const User& user, Date day) {
    if (!user.signed_in()) return {};
    return db.all<Id<WorkingGroup>>("SELECT group_id FROM group_members JOIN planning_people"
                                    " ON planning_people.id = planner_id WHERE account_id = $1 AND valid_from <= $2"
                                    " AND (valid_to IS NULL OR valid_to > $2)",
                                    user.id, day);
}

bool keeps(const User& user, const WorkingGroup& group, const GroupWords& words) {
    GroupInView view{group};
    if (auto land = group.territory ? words.find_land(*group.territory) : nullptr) view.districts = land->districts;
    return view.kept_by(user);
}

}

std::vector<ListedGroup> groups_visible_to(db::Session& db, const User& user, const GroupWords& words, Date day) {
    auto counts = member_counts(db, day);
    auto leaders = chairs(db, day);
    auto own = sits_in(db, user, day);
    std::vector<ListedGroup> visible;
    for (auto& group : list_groups(db)) {
        if (!group.published && std::ranges::count(own, group.id) == 0 && !keeps(user, group, words)) continue;
        ListedGroup listed{group};
        listed.members = counts[group.id];
        std::vector<std::string> names;
        for (auto& leader : leaders)
            if (leader.group_id == group.id && leader.side != "user" && group.names_shown != "nobody")
                names.push_back(leader.words(words.texts));
        listed.led_by = text::joined(names);
        visible.push_back(std::move(listed));
    }
    return visible;
}

std::vector<WorkingGroup> groups_kept_by(db::Session& db, const User& user, const GroupWords& words) {
    auto groups = list_groups(db);
    std::erase_if(groups, [&](auto& group) { return !keeps(user, group, words); });
    return groups;
}

GroupQuery GroupQuery::read(const http::Request& request) {
    auto& asked = request.asked;
    GroupQuery query;
    query.words = std::string{text::trimmed(asked.first("q").substr(0, 100))};
    query.kind = asked.first("druh"), query.land = asked.first("uzemi"), query.target = asked.first("cilova");
    query.typed_day = asked.first("den").substr(0, 30), query.day = parse_date(query.typed_day);
    query.others = asked.first("vse") == "1", query.as_list = asked.first("zobrazit") == "seznam";
    return query;
}

bool GroupQuery::takes(const WorkingGroup& group, const GroupWords& known, Date on) const {
    if (!others && !group.lives_on(on)) return false;
    if (!kind.empty() && group.kind_code != kind) return false;
    if (!target.empty() && group.target_group_code != target) return false;
    if (!words.empty() && !group.is_called(search::fold(words))) return false;
    if (land.empty()) return true;
    if (group.territory == land) return true;
    // A group of a town or an area is found under each district that it touches.
    auto own = group.territory ? known.find_land(*group.territory) : nullptr;
    return own && land.starts_with("orp:") && std::ranges::count(own->districts, land.substr(4)) > 0;
}

std::string GroupQuery::address() const {
    std::string address;
    auto add = [&](const char* name, const std::string& value) {
        if (!value.empty()) address += (address.empty() ? "" : "&") + std::string{name} + "=" + http::encoded(value);
    };
    add("q", words), add("druh", kind), add("uzemi", land), add("cilova", target), add("den", typed_day);
    add("vse", others ? "1" : ""), add("zobrazit", as_list ? "seznam" : "");
    return address;
}

}
