// Work that goes by milestones, as a supplier or a project promised them: in days or in whole months, side by side if
// need be.
#pragma once

#include "network/network.hpp"
#include "platform/time/period.hpp"
#include "workgroups/groups/group.hpp"

namespace network {
struct Collection;
}

namespace workgroups {

struct MilestonePlan {
    Id<MilestonePlan> id{};
    Id<WorkingGroup> group_id{};
    std::string title{};
    std::optional<std::string> supplier{}, supplier_person{}, speaker{}, project_title{}, project_number{};
    std::optional<Date> project_first{}, project_last{};    // both belong to it
    bool published = false;
    bool dropped = false;    // taken back with the document it came from; no list shows it
    Kept kept{};

    // In whole months where it is so, as projects say it: 01/2017–12/2018.
    std::string term() const;

    static constexpr auto table = "milestone_plans";
    static void each_field(auto& plan, auto& visit) {
        visit("id", plan.id), visit("group_id", plan.group_id), visit("title", plan.title);
        visit("supplier", plan.supplier), visit("supplier_person", plan.supplier_person);
        visit("speaker", plan.speaker), visit("project_title", plan.project_title);
        visit("project_number", plan.project_number), visit("project_first", plan.project_first);
        visit("project_last", plan.project_last), visit("published", plan.published), visit("dropped", plan.dropped);
        Kept::each_field(plan.kept, visit);
    }
};

inline constexpr const char* milestone_states[] = {"waiting", "under_way", "done"};

struct Milestone {
    Id<Milestone> id{};
    Id<MilestonePlan> plan_id{};
    std::string title{};
    Date first_day{}, last_day{};       // both belong to it; of months, the first and the last day
    std::string precision = "month";    // day, month
    std::string state = "waiting";      // of milestone_states
    std::optional<std::string> note{};
    bool dropped = false;
    Kept kept{};

    void take(const Period&);
    Period period() const;
    bool late_on(Date day) const { return state != "done" && last_day < day; }
    bool outside(const MilestonePlan& plan) const {
        return (plan.project_first && first_day < *plan.project_first) ||
               (plan.project_last && *plan.project_last < last_day);
    }

    static constexpr auto table = "milestones";
    static void each_field(auto& milestone, auto& visit) {
        visit("id", milestone.id), visit("plan_id", milestone.plan_id), visit("title", milestone.title);
        visit("first_day", milestone.first_day), visit("last_day", milestone.last_day);
        visit("precision", milestone.precision), visit("state", milestone.state), visit("note", milestone.note);
        visit("dropped", milestone.dropped);
        Kept::each_field(milestone.kept, visit);
    }
};

struct MilestoneCollection {
    Id<MilestoneCollection> id{};
    Id<Milestone> milestone_id{};
    Id<network::Collection> collection_id{};
    std::string title{};
    Kept kept{};

    static constexpr auto table = "milestone_collections";
    static void each_field(auto& one, auto& visit) {
        visit("id", one.id), visit("milestone_id", one.milestone_id), visit("collection_id", one.collection_id);
        visit("title", one.title);
        Kept::each_field(one.kept, visit);
    }
};

struct MilestoneRecipient {
    Id<MilestoneRecipient> id{};
    Id<MilestoneCollection> asked_by_id{};
    std::string recipient_group{}, name{}, email{};
    Kept kept{};

    static constexpr auto table = "milestone_recipients";
    static void each_field(auto& one, auto& visit) {
        visit("id", one.id), visit("asked_by_id", one.asked_by_id), visit("recipient_group", one.recipient_group);
        visit("name", one.name), visit("email", one.email);
        Kept::each_field(one.kept, visit);
    }
};

std::optional<MilestonePlan> find_milestone_plan(db::Session&, Id<MilestonePlan>);
std::vector<MilestonePlan> milestone_plans(db::Session&);    // the newest first, without dropped ones
std::vector<MilestonePlan> milestone_plans_of(db::Session&, Id<WorkingGroup>);    // likewise
std::optional<Milestone> find_milestone(db::Session&, Id<Milestone>);
std::vector<Milestone> milestones_of(db::Session&, Id<MilestonePlan>);    // by their first day, without dropped ones

// A schedule as it stands in minutes, one milestone a line: „06-07/2017 sběr dat v území“.  What cannot be read, and
// what ends before it begins, is told apart.
struct TypedMilestones {
    std::vector<Milestone> milestones{};
    std::vector<std::string> unread{};
};
TypedMilestones typed_milestones(const std::string&);

// Recipients one a line, „jméno; e-mail“; a line with a colon at its end begins a group of them.
struct TypedRecipients {
    std::vector<MilestoneRecipient> recipients{};
    std::vector<std::string> unread{};
};
TypedRecipients typed_recipients(const std::string&);

// Questions one a line; behind it in brackets what is asked for: (číslo), (datum), (ano/ne), (výběr: a, b).
std::vector<network::WishedQuestion> typed_questions(const std::string&);

// How many of each group of recipients were asked and answered, in the order in which they were typed.
struct ResponseRate {
    std::string recipient_group{};
    std::int64_t asked = 0, answered = 0;

    std::int64_t percent() const { return asked ? (100 * answered + asked / 2) / asked : 0; }
    static void each_field(auto& rate, auto& visit) {
        visit("recipient_group", rate.recipient_group), visit("asked", rate.asked), visit("answered", rate.answered);
        visit("percent", rate.percent());
    }
};
std::vector<ResponseRate> response_rates(db::Session&, const MilestoneCollection&);
std::vector<MilestoneCollection> collections_of(db::Session&, Id<MilestonePlan>);    // oldest first

// Makes the collection through network and remembers whom it asks.
MilestoneCollection collect_for(const Author&, const Milestone&, const std::string& title, const std::string& letter,
                                Date deadline, const std::vector<network::WishedQuestion>&,
                                std::vector<MilestoneRecipient>);

}
