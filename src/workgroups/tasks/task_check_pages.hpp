// The check of tasks at a meeting: those that come back, each with one button for what became of it.
#pragma once

#include "platform/html/choice.hpp"
#include "platform/html/parts.hpp"
#include "platform/http/form.hpp"
#include "platform/http/respond.hpp"
#include "workgroups/meetings/meeting_way.hpp"
#include "workgroups/tasks/task_acts.hpp"
#include "workgroups/tasks/task_view.hpp"

namespace workgroups {

struct CheckLine {
    Task task;
    TaskCheck check;
    std::string owner{}, due{}, said{};    // said: what the meeting said of it
    html::Tag tag{html::Tag::run, ""};
    std::string typed_day{}, typed_note{}, problem{};    // problem: text key

    bool answered() const { return check.outcome != "waiting"; }
    std::string id(const char* what) const { return std::string{what} + "-" + std::to_string(task.number); }
    static void each_field(auto& line, auto& visit) {
        visit("task", line.task.id), visit("text", line.task.body), visit("owner", line.owner);
        visit("due", line.due), visit("outcome", line.check.outcome), visit("note", line.check.note);
        visit("problem", line.problem);
    }
};

struct TaskCheckPage {
    const MeetingInView& view;
    std::vector<CheckLine> lines{};
    std::int64_t waiting = 0;
    bool keeps = false, changed_meanwhile = false;
    std::string form_token{}, done{};

    std::string meeting_at() const { return "/jednani/" + to_text(view.meeting.id); }
    std::string at() const { return meeting_at() + "/kontrola-ukolu"; }
    std::vector<html::Problem> problems() const;
    html::ErrorSummary summary() const { return {problems()}; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("waiting", page.waiting), visit("tasks", page.lines), visit("problems", page.problems());
    }
    void write(html::Out&) const;
};

http::Response show_task_check(const http::Request&, Permit<may::TakePart>);
http::Response answer_task_check(const http::Request&, Permit<may::KeepMeeting>);

}
