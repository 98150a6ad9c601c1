// The coordinator's first page of planning: what waits, tasks by group, next meetings, latest decisions.
#pragma once

#include "platform/html/table.hpp"
#include "platform/http/respond.hpp"
#include "workgroups/planning_overview/opened_records.hpp"
#include "workgroups/planning_overview/planning_needs.hpp"
#include "workgroups/tasks/task_view.hpp"

namespace workgroups {

struct TasksOfGroup {
    Id<WorkingGroup> group_id{};
    std::int64_t open{}, overdue{}, soon{};
    std::string name{}, slug{};
    static void each_field(auto& one, auto& visit) {
        visit("group_id", one.group_id), visit("open", one.open), visit("overdue", one.overdue);
        visit("soon", one.soon);
    }
};

// Meetings, events, ends of comments to minutes.
struct OverviewDate {
    Date day{};
    std::int64_t from = 0;    // minutes after midnight; 0: not known
    std::string what{}, href{}, time{}, where{};
    static void each_field(auto& one, auto& visit) {
        visit("day", one.day), visit("what", one.what), visit("address", one.href), visit("where", one.where);
    }
};

// What the list of tasks shows.
enum class TasksShown { own, team, done };

struct PlanningOverviewPage {
    const User& user;
    Date today;
    OwnPlanning own;
    const i18n::Texts& texts;
    std::vector<PlanningNeed> needs{};
    std::int64_t needs_hidden = 0;    // more than the page shows
    TasksShown shown = TasksShown::own;
    std::vector<ListedTask> tasks{};    // nearest first
    std::int64_t own_open = 0, team_open = 0;
    std::vector<TasksOfGroup> by_group{};
    std::vector<OverviewDate> dates{};
    std::vector<ListedDecision> decisions{};
    std::vector<OpenedLine> opened{};      // by this person, the latest first
    std::vector<html::Link> to_write{};    // meetings whose minutes nobody began
    std::string form_token{}, done{};

    std::vector<html::Link> new_tasks() const;    // by group that one leads
    std::string where_minutes_begin() const;      // without a meeting that waits for them
    bool shows(TasksShown one) const { return shown == one; }
    bool may_finish(const ListedTask&) const;
    html::Tag tag(const PlanningNeed&, html::Out&) const;
    html::Tag task_state(const ListedTask& one) const { return task_tag(one.task, today, texts); }
    html::Table table(html::Out&) const;
    bool leads() const;
    std::string short_day(Date) const;    // 17. 6.
    std::string weekday(Date, html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("needs", page.needs), visit("groups", page.by_group), visit("dates", page.dates);
        visit("opened_last", page.opened);
    }
    void write(html::Out&) const;
};

http::Response show_planning_overview(const http::Request&, Permit<may::SeeOwnTasks>);

}
