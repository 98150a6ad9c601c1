// The coordinator's first page of planning: what waits, tasks by group, next meetings, latest decisions.
#pragma once

#include "platform/html/table.hpp"
#include "platform/http/respond.hpp"
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

struct NextMeeting {
    Meeting meeting{};
    std::string group{}, place{}, time{};
    std::string address() const { return "/jednani/" + to_text(meeting.id); }
};

struct PlanningOverviewPage {
    const User& user;
    Date today;
    OwnPlanning own;
    const i18n::Texts& texts;
    std::vector<PlanningNeed> needs{};
    std::int64_t needs_hidden = 0;      // more than the page shows
    std::vector<ListedTask> tasks{};    // one's own, nearest first
    std::vector<TasksOfGroup> by_group{};
    std::vector<NextMeeting> meetings{};
    std::vector<ListedDecision> decisions{};

    html::Tag tag(const PlanningNeed&, html::Out&) const;
    html::Tag task_state(const ListedTask& one) const { return task_tag(one.task, today, texts); }
    html::Table table(html::Out&) const;
    bool leads() const;
    std::string short_day(Date) const;    // 17. 6.
    std::string weekday(Date, html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("needs", page.needs), visit("groups", page.by_group); }
    void write(html::Out&) const;
};

http::Response show_planning_overview(const http::Request&, Permit<may::SeeOwnTasks>);

}
