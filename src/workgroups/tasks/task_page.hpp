// The page of one task: what is to be done, whose it is, where it came from, its way through meetings, what can be
// done.
#pragma once

#include "platform/html/choice.hpp"
#include "platform/html/outcome.hpp"
#include "platform/html/parts.hpp"
#include "platform/http/form.hpp"
#include "platform/http/respond.hpp"
#include "workgroups/tasks/record_changes.hpp"
#include "workgroups/tasks/task_acts.hpp"
#include "workgroups/tasks/task_view.hpp"

namespace workgroups {

// A note, a reason, a day: what a button of the page asks for beside itself.
struct TaskActForm : http::Form {
    TaskActForm() = default;
    TaskActForm(const http::Request&, const char* note_field);
    std::string note{};
    std::optional<Date> day{};    // nothing: today
};

// One step on the way: a meeting that came back to it, or a note.
struct TaskStep {
    std::string day{};
    std::string what{};
    std::string by{}, note{};
    std::string href{};
    Instant sort{};
    static void each_field(auto& step, auto& visit) {
        visit("day", step.day), visit("what", step.what), visit("by", step.by), visit("note", step.note);
    }
};

struct TaskPage {
    const TaskInView& view;
    html::Tag tag{html::Tag::run, ""};
    std::string owner{}, due{}, added{}, given{}, given_at{}, agenda_item{};
    std::optional<html::Link> decision{};
    std::vector<TaskStep> steps{};
    RecordChanges changes{};
    bool leads = false, answers = false;
    std::string today_typed{}, form_token{}, done{}, problem{};
    TaskActForm form{};
    std::string tried{};    // which act had a problem: hotovo, zrusit, poznamka

    const Task& task() const { return view.task; }
    const WorkingGroup& group() const { return view.of.group; }
    bool open() const { return view.task.state == "open"; }
    std::string at(const char* rest = "") const { return "/ukoly/" + to_text(view.task.id) + rest; }
    bool owner_as_written() const {
        return view.task.owner_id && view.task.owner_text && *view.task.owner_text != owner;
    }
    html::Area area(const char* act, const char* name, const char* label, bool optional) const;
    html::Field day_field() const;
    html::ErrorSummary summary() const { return form.summary(); }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("id", page.view.task.id), visit("number", page.view.task.number), visit("text", page.view.task.body);
        visit("group", page.view.of.group.slug), visit("owner", page.owner), visit("due_on", page.view.task.due_on);
        visit("due_text", page.view.task.due_text), visit("state", page.view.task.state);
        visit("closed_on", page.view.task.closed_on), visit("steps", page.steps);
        visit("problems", page.form.problems()), visit("problem", page.problem);
    }
    void write(html::Out&) const;
};

http::Response show_task(const http::Request&, Permit<may::ReadTask>);
http::Response post_task_done(const http::Request&, Permit<may::AnswerForTask>);
http::Response post_task_note(const http::Request&, Permit<may::AnswerForTask>);
http::Response post_task_dropped(const http::Request&, Permit<may::KeepTask>);
http::Response post_task_reopened(const http::Request&, Permit<may::KeepTask>);
http::Response undo_at_task(const http::Request&, Permit<may::KeepTask>);

}
