// Lists of tasks: one's own, and those of a group.
#pragma once

#include "platform/documents/table_file.hpp"
#include "workgroups/tasks/task_list.hpp"
#include "workgroups/tasks/task_view.hpp"

namespace workgroups {

// The pages that a list needs, and which one this is, 1 at least.
struct PageOfList {
    std::int64_t page = 1, pages = 1;
    static PageOfList wished(const http::Request&, std::size_t all, std::size_t on_a_page);
    template <class Line>
    std::vector<Line> part(const std::vector<Line>& lines, std::size_t on_a_page) const {
        auto first = std::min(lines.size(), std::size_t(page - 1) * on_a_page);
        auto last = std::min(lines.size(), first + on_a_page);
        return {lines.begin() + std::ptrdiff_t(first), lines.begin() + std::ptrdiff_t(last)};
    }
};

struct GroupTasksPage {
    const WorkingGroup& group;
    TaskQuery query;
    Date today;
    std::vector<ListedTask> tasks{};    // of this page
    std::vector<html::Choice> states{}, owners{};
    std::int64_t all = 0, found = 0, overdue = 0;
    PageOfList at{};
    bool leads = false;
    const i18n::Texts* texts{};

    std::string address(const char* rest = "") const { return "/skupiny/" + group.slug + "/ukoly" + rest; }
    html::Select select(const char* name, const char* label, const std::vector<html::Choice>& choices,
                        const std::string& value) const {
        return {{{html::Field{name, label, value}}, choices}};
    }
    html::Table table(html::Out&) const;
    documents::Downloads downloads() const { return {address(), query.address()}; }
    html::Pager pager() const { return {address("?") + query.address() + "&strana=", at.page, at.pages}; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("found", page.found), visit("overdue", page.overdue), visit("tasks", page.tasks);
    }
    void write(html::Out&) const;
};

struct OwnTasksPage {
    Date today;
    std::vector<ListedTask> open{}, closed{};    // closed: of this page
    std::int64_t overdue = 0, closed_all = 0;
    PageOfList at{};
    std::string form_token{}, done{};
    const i18n::Texts* texts{};

    html::Tag tag(const ListedTask& listed, html::Out&) const;
    std::string due(const ListedTask& listed) const { return due_words(listed.task.due_on, listed.task.due_text); }
    html::Table table(html::Out&) const;    // of closed ones
    html::Pager pager() const { return {"/ukoly?strana=", at.page, at.pages}; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("overdue", page.overdue), visit("open", page.open), visit("closed", page.closed);
    }
    void write(html::Out&) const;
};

// How many open tasks the person has: the number in the menu.
std::int64_t count_own_open(db::Session&, const User&);

http::Response list_own_tasks(const http::Request&, Permit<may::SeeOwnTasks>);
http::Response list_group_tasks(const http::Request&, Permit<may::TakePartInGroup>);
http::Response export_group_tasks(const http::Request&, Permit<may::TakePartInGroup>);

}
