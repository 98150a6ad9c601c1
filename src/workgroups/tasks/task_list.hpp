// Tasks as lists show them: whose, of which group, how late; narrowed by state, owner, day and words.
#pragma once

#include "platform/html/table.hpp"
#include "platform/http/request.hpp"
#include "workgroups/groups/group_words.hpp"
#include "workgroups/tasks/task.hpp"

#include <functional>

namespace workgroups {

struct ListedTask {
    Task task{};
    std::string owner{};    // the name of the account or of the person, else as written; empty: nobody yet
    std::string group_slug{}, group_name{};
    std::optional<Date> given_on{};    // the day of its meeting

    static void each_field(auto& listed, auto& visit) {
        Task::each_field(listed.task, visit);
        visit("owner", listed.owner), visit("group_slug", listed.group_slug);
        visit("group_name", listed.group_name), visit("given_on", listed.given_on);
    }
    std::string address() const { return "/ukoly/" + to_text(task.id); }
};

// All of a group, and all of one person: open ones first, by day due (those without one last), then by number; closed
// ones behind, the latest first.
std::vector<ListedTask> tasks_of_group(db::Session&, Id<WorkingGroup>);
std::vector<ListedTask> tasks_of_owner(db::Session&, Id<PlanningPerson>);
// Open ones of all groups by day due, until it says false.
void each_open_task(db::Session&, const std::function<bool(const ListedTask&)>&);

struct TaskQuery {
    std::string words{};
    std::string state{};    // otevrene (also nothing), po-terminu, hotove, zrusene, vse
    std::string owner{};    // id of a person; nikdo: without an owner; nothing: all

    static TaskQuery read(const http::Request&);
    bool narrows() const { return !words.empty() || !state.empty() || !owner.empty(); }
    bool takes(const ListedTask&, Date today) const;
    std::string address() const;    // what stands behind the ?
};

// 12 dní po termínu, dnes, za 5 dní, hotovo 3. 6. 2026
html::Tag task_tag(const Task&, Date today, const i18n::Texts&);
// 12. 6. 2026, průběžně; empty where nothing is said
std::string due_words(const std::optional<Date>&, const std::optional<std::string>&);
// The beginning of a text, cut between words.
std::string beginning_of(const std::string&, std::size_t letters);

}
