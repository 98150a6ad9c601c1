// What of planning waits for one person: late tasks and minutes, proposals, replies.  Each kind is a function of its
// own.
#pragma once

#include "workgroups/decisions/decision_list.hpp"
#include "workgroups/tasks/task_list.hpp"

namespace workgroups {

// The groups of one person: which they lead or keep, and which they only sit in.
struct OwnPlanning {
    struct Group {
        WorkingGroup group;
        bool leads = false;
    };
    std::vector<Group> groups{};    // by name, living ones
    std::optional<Id<PlanningPerson>> planner{};

    static OwnPlanning read(db::Session&, const User&, const GroupWords&, Date day);
    const Group* find(Id<WorkingGroup>) const;    // nothing: none of theirs
    const Group* led(Id<WorkingGroup>) const;     // only one that they lead or keep
};

// One line of „co čeká“: how urgent, what, how many, where.
struct PlanningNeed {
    html::Tag::Kind kind = html::Tag::part;
    std::string text{}, href{};
    std::string about{};    // the group, where it is about one
    static void each_field(auto& need, auto& visit) {
        visit("text", need.text), visit("address", need.href), visit("about", need.about);
    }
};

struct NeedsQuestion {
    db::Session& db;
    const User& user;
    const OwnPlanning& own;
    Date today;
    const i18n::Texts& texts;
};
using NeedsSource = std::vector<PlanningNeed> (*)(const NeedsQuestion&);

std::vector<PlanningNeed> own_tasks_overdue(const NeedsQuestion&);
std::vector<PlanningNeed> group_tasks_overdue(const NeedsQuestion&);
std::vector<PlanningNeed> minutes_late(const NeedsQuestion&);
std::vector<PlanningNeed> minutes_under_way(const NeedsQuestion&);    // from comments to publishing
std::vector<PlanningNeed> proposals_open(const NeedsQuestion&);
std::vector<PlanningNeed> replies_missing(const NeedsQuestion&);
std::vector<PlanningNeed> checks_waiting(const NeedsQuestion&);

std::vector<PlanningNeed> accounts_to_link(const NeedsQuestion&);

std::vector<PlanningNeed> plan_to_mend(const NeedsQuestion&);    // what the watchdog finds

// Most urgent kinds first.
inline constexpr NeedsSource needs_sources[] = {own_tasks_overdue,   plan_to_mend,      minutes_late,
                                                group_tasks_overdue, minutes_under_way, checks_waiting,
                                                replies_missing,     proposals_open,    accounts_to_link};

}
