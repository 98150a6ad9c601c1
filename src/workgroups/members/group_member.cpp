// Keeps mandates and the people who hold them.
#include "workgroups/members/group_member.hpp"

#include "platform/base/steady_sort.hpp"
#include "platform/search/fold.hpp"

namespace workgroups {

bool NamedMember::shown_to_all(const WorkingGroup& group) const {
    if (member.side == "user" || group.names_shown == "nobody") return false;
    return group.names_shown == "members" || member.leads();
}

namespace {

auto rank(const std::string& role) { return std::ranges::find(member_roles, role) - std::begin(member_roles); }

}

std::vector<NamedMember> members_of(db::Session& db, Id<WorkingGroup> group) {
    auto members = db.all<NamedMember>(
        "SELECT group_members.*, coalesce(people.name, planning_people.name) AS person_name,"
        " planning_people.organisation, planning_people.account_id FROM group_members"
        " JOIN planning_people ON planning_people.id = planner_id LEFT JOIN people ON people.id = account_id"
        " WHERE group_id = $1 AND (valid_to IS NULL OR valid_to <> valid_from)"
        " ORDER BY planning_people.name_sort, valid_from, group_members.id",
        group);
    steady_sort(members, [](auto& a, auto& b) { return rank(a.member.role) < rank(b.member.role); });
    return members;
}

std::vector<NamedMember> members_on(db::Session& db, Id<WorkingGroup> group, Date day) {
    auto members = members_of(db, group);
    std::erase_if(members, [&](auto& one) { return !one.member.holds_on(day); });
    return members;
}

std::optional<GroupMember> find_member(db::Session& db, Id<GroupMember> id) {
    return db.maybe<GroupMember>("SELECT * FROM group_members WHERE id = $1", id);
}

std::optional<PlanningPerson> find_planner(db::Session& db, Id<PlanningPerson> id) {
    return db.maybe<PlanningPerson>("SELECT * FROM planning_people WHERE id = $1", id);
}

std::optional<PlanningContact> contact_of(db::Session& db, Id<PlanningPerson> id) {
    return db.maybe<PlanningContact>("SELECT * FROM planning_contacts WHERE planner_id = $1", id);
}

std::optional<PlanningPerson> planner_called(db::Session& db, const std::string& name,
                                             const std::optional<std::string>& organisation,
                                             const std::vector<Id<WorkingGroup>>& known_from) {
    auto folded = search::fold(name), of = search::fold(organisation.value_or(""));
    for (auto& group : known_from) {
        auto people = db.all<PlanningPerson>("SELECT * FROM planning_people WHERE account_id IS NULL AND id IN"
                                             " (SELECT planner_id FROM group_members WHERE group_id = $1) ORDER BY id",
                                             group);
        for (auto& person : people)
            if (search::fold(person.name) == folded && search::fold(person.organisation.value_or("")) == of)
                return person;
    }
    return {};
}

std::optional<PlanningPerson> planner_of_account(db::Session& db, Id<User> account) {
    return db.maybe<PlanningPerson>("SELECT * FROM planning_people WHERE account_id = $1", account);
}

void keep_contact(const Author& author, Id<PlanningPerson> planner, std::optional<std::string> email,
                  std::optional<std::string> phone) {
    auto known = contact_of(author.work, planner);
    if (!known && !email && !phone) return;
    auto contact = known.value_or(PlanningContact{});
    contact.planner_id = planner, contact.email = std::move(email), contact.phone = std::move(phone);
    if (known) change(author, *known, contact);
    else add(author, contact);
}

bool overlap(const GroupMember& a, const GroupMember& b) {
    return (!a.valid_to || b.valid_from < *a.valid_to) && (!b.valid_to || a.valid_from < *b.valid_to);
}

std::optional<GroupMember> in_the_way(db::Session& db, const GroupMember& member) {
    auto others = db.all<GroupMember>("SELECT * FROM group_members WHERE group_id = $1 AND planner_id = $2"
                                      " AND (valid_to IS NULL OR valid_to <> valid_from) ORDER BY valid_from, id",
                                      member.group_id, member.planner_id);
    for (auto& other : others)
        if (other.id != member.id && overlap(other, member)) return other;
    return {};
}

bool end_mandate(const Author& author, const GroupMember& member, Date day, std::optional<std::string> reason) {
    auto ended = member;
    ended.valid_to = std::max(day, member.valid_from), ended.end_reason = std::move(reason);
    return change(author, member, ended);
}

TriadBalance balance_of(const std::vector<NamedMember>& members) {
    TriadBalance balance;
    for (auto& one : members)
        if (one.member.counts())
            ++balance.sides[std::ranges::find(triad_sides, one.member.side) - std::begin(triad_sides)];
    return balance;
}

std::size_t TriadBalance::heaviest() const { return std::size_t(std::ranges::max_element(sides) - std::begin(sides)); }

std::string TriadBalance::finding() const {
    if (all() == 0) return "nobody";
    for (auto side : {2, 1, 0})    // users are missing most often, and matter most
        if (sides[side] == 0) return std::string{"lacking_"} + triad_sides[side];
    return sides[heaviest()] * 2 > all() ? "heavy" : "even";
}

}
