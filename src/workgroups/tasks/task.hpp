// What a group decided, and what somebody is to do by a day.
#pragma once

#include "workgroups/meetings/meeting.hpp"

namespace workgroups {

struct Decision {
    Id<Decision> id{};
    Id<WorkingGroup> group_id{};
    std::optional<Id<Meeting>> meeting_id{};
    std::optional<Id<AgendaItem>> agenda_item_id{};
    std::string number{};    // 3/2024, within the group
    std::string body{};
    Date decided_on{};
    std::string state = "valid";    // valid, replaced, withdrawn
    std::optional<Id<Decision>> replaced_by_id{};
    Kept kept{};

    static constexpr auto table = "decisions";
    static void each_field(auto& decision, auto& visit) {
        visit("id", decision.id), visit("group_id", decision.group_id), visit("meeting_id", decision.meeting_id);
        visit("agenda_item_id", decision.agenda_item_id), visit("number", decision.number);
        visit("body", decision.body), visit("decided_on", decision.decided_on), visit("state", decision.state);
        visit("replaced_by_id", decision.replaced_by_id);
        Kept::each_field(decision.kept, visit);
    }
};

struct Task {
    Id<Task> id{};
    Id<WorkingGroup> group_id{};
    std::optional<Id<Meeting>> meeting_id{};    // where it was given; nothing: without a meeting
    std::optional<Id<AgendaItem>> agenda_item_id{};
    std::optional<Id<Decision>> decision_id{};
    std::int64_t number{};    // within the group, from 1; given by add_task
    std::string body{};
    std::optional<std::string> source_text{};    // the sentence of the minutes that it was read from
    std::optional<Id<PlanningPerson>> owner_id{};
    std::optional<std::string> owner_text{};    // as written, where nobody known fits
    std::optional<Date> due_on{};
    std::optional<std::string> due_text{};    // průběžně
    std::string state = "open";               // open, done, dropped
    std::optional<Date> closed_on{};
    std::optional<std::string> closing_note{};
    Kept kept{};

    bool overdue_on(Date day) const { return state == "open" && due_on && *due_on < day; }

    static constexpr auto table = "tasks";
    static constexpr auto content = "calendar";
    static void each_field(auto& task, auto& visit) {
        visit("id", task.id), visit("group_id", task.group_id), visit("meeting_id", task.meeting_id);
        visit("agenda_item_id", task.agenda_item_id), visit("decision_id", task.decision_id);
        visit("number", task.number), visit("body", task.body), visit("source_text", task.source_text);
        visit("owner_id", task.owner_id), visit("owner_text", task.owner_text), visit("due_on", task.due_on);
        visit("due_text", task.due_text), visit("state", task.state), visit("closed_on", task.closed_on);
        visit("closing_note", task.closing_note);
        Kept::each_field(task.kept, visit);
    }
};

Id<Task> add_task(const Author&, Task&);                // gives it the group's next number
Id<Decision> add_decision(const Author&, Decision&);    // gives it the next number of its year, unless it has one
std::optional<Task> find_task(db::Session&, Id<Task>);
std::optional<Decision> find_decision(db::Session&, Id<Decision>);
std::vector<Task> tasks_given_at(db::Session&, Id<Meeting>);    // by number
std::vector<Decision> decisions_of(db::Session&, Id<Meeting>);
// Open ones of the group that come back at a meeting: given before it, still not closed; by day due, then number.
std::vector<Task> tasks_to_check(db::Session&, const Meeting&);

}
