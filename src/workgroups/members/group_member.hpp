// Who sits in a group: people of community planning, how they are reached, and their mandates.
#pragma once

#include "workgroups/groups/group.hpp"

namespace workgroups {

struct PlanningPerson {
    Id<PlanningPerson> id{};
    std::optional<Id<User>> account_id{};    // nothing: a name alone
    std::string name{};
    db::Bytes name_sort{};
    std::optional<std::string> organisation{};
    Kept kept{};

    static constexpr auto table = "planning_people";
    static constexpr auto content = "planning";
    static void each_field(auto& person, auto& visit) {
        visit("id", person.id), visit("account_id", person.account_id), visit("name", person.name);
        visit("name_sort", person.name_sort), visit("organisation", person.organisation);
        Kept::each_field(person.kept, visit);
    }
};

// Apart from the person, so that no list reads it by the way.
struct PlanningContact {
    Id<PlanningContact> id{};
    Id<PlanningPerson> planner_id{};
    std::optional<std::string> email{}, phone{};
    Kept kept{};

    static constexpr auto table = "planning_contacts";
    static void each_field(auto& contact, auto& visit) {
        visit("id", contact.id), visit("planner_id", contact.planner_id), visit("email", contact.email);
        visit("phone", contact.phone);
        Kept::each_field(contact.kept, visit);
    }
};

struct GroupMember {
    Id<GroupMember> id{};
    Id<WorkingGroup> group_id{};
    Id<PlanningPerson> planner_id{};
    std::string role = "member";
    std::string side = "commissioner";
    std::optional<Id<GroupMember>> stands_in_for_id{};
    Date valid_from{};
    std::optional<Date> valid_to{};    // the first day without the mandate
    std::optional<std::string> end_reason{};
    Kept kept{};

    bool holds_on(Date day) const { return valid_from <= day && (!valid_to || day < *valid_to); }
    bool never_was() const { return valid_to && *valid_to == valid_from; }
    // Who answers for the group to the public.
    bool leads() const { return role == "chair" || role == "deputy" || role == "secretary" || role == "guarantor"; }
    // In the balance of the triad: neither guests nor those who stand in for somebody.
    bool counts() const { return role != "guest" && !stands_in_for_id; }

    static constexpr auto table = "group_members";
    static constexpr auto content = "planning";
    static void each_field(auto& member, auto& visit) {
        visit("id", member.id), visit("group_id", member.group_id), visit("planner_id", member.planner_id);
        visit("role", member.role), visit("side", member.side), visit("stands_in_for_id", member.stands_in_for_id);
        visit("valid_from", member.valid_from), visit("valid_to", member.valid_to);
        visit("end_reason", member.end_reason);
        Kept::each_field(member.kept, visit);
    }
};

inline constexpr const char* member_roles[] = {"chair", "deputy", "secretary", "guarantor", "member", "guest"};
inline constexpr const char* triad_sides[] = {"commissioner", "provider", "user", "public"};

// A mandate with whose it is.
struct NamedMember {
    GroupMember member{};
    std::string person_name{};    // of the account, where there is one
    std::optional<std::string> organisation{};
    std::optional<Id<User>> account_id{};

    static void each_field(auto& named, auto& visit) {
        GroupMember::each_field(named.member, visit);
        visit("person_name", named.person_name), visit("organisation", named.organisation);
        visit("account_id", named.account_id);
    }
    // Whether everybody may read the name: what the group says, and users' names never.
    bool shown_to_all(const WorkingGroup&) const;
};

// Of a group at any time, by role and name, without mandates that never were.
std::vector<NamedMember> members_of(db::Session&, Id<WorkingGroup>);
std::vector<NamedMember> members_on(db::Session&, Id<WorkingGroup>, Date day);
std::optional<GroupMember> find_member(db::Session&, Id<GroupMember>);
std::optional<PlanningPerson> find_planner(db::Session&, Id<PlanningPerson>);
std::optional<PlanningContact> contact_of(db::Session&, Id<PlanningPerson>);

// The same name and organisation among those of the given groups: one person has one contact.
std::optional<PlanningPerson> planner_called(db::Session&, const std::string& name,
                                             const std::optional<std::string>& organisation,
                                             const std::vector<Id<WorkingGroup>>& known_from);
std::optional<PlanningPerson> planner_of_account(db::Session&, Id<User>);
// New, changed or nothing to say.
void keep_contact(const Author&, Id<PlanningPerson>, std::optional<std::string> email,
                  std::optional<std::string> phone);

// The mandate of the same person in the same group at some of the same time.
std::optional<GroupMember> in_the_way(db::Session&, const GroupMember&);
bool overlap(const GroupMember&, const GroupMember&);
// From the day on; before the mandate began that means that it never was.
bool end_mandate(const Author&, const GroupMember&, Date day, std::optional<std::string> reason);

// How many sit on each side of the triad; those of triad_sides in their order.
struct TriadBalance {
    std::int64_t sides[4] = {};
    std::int64_t all() const { return sides[0] + sides[1] + sides[2] + sides[3]; }
    // lacking_commissioner, lacking_provider, lacking_user, heavy, even, nobody
    std::string finding() const;
    std::size_t heaviest() const;
};
TriadBalance balance_of(const std::vector<NamedMember>&);

}
