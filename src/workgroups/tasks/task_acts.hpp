// What is done with a task: finished, dropped, opened again, written to; and how meetings came back to it.
#pragma once

#include "workgroups/tasks/task.hpp"

namespace workgroups {

// What somebody wrote to a task on its way.
struct TaskNote {
    Id<TaskNote> id{};
    Id<Task> task_id{};
    std::string author_name{};    // as it was then
    std::string body{};
    Kept kept{};

    static constexpr auto table = "task_notes";
    static void each_field(auto& note, auto& visit) {
        visit("id", note.id), visit("task_id", note.task_id), visit("author_name", note.author_name);
        visit("body", note.body);
        Kept::each_field(note.kept, visit);
    }
};

// Each says false where the task is in that state already.
bool finish_task(const Author&, const Task&, Date day, std::optional<std::string> note);
bool drop_task(const Author&, const Task&, Date day, const std::string& reason);
bool reopen_task(const Author&, const Task&);
void write_to_task(const Author&, Id<Task>, const std::string& author_name, const std::string& body);
std::vector<TaskNote> notes_of(db::Session&, Id<Task>);    // oldest first

// --- the check at a meeting ------------------------------------------------------------------------------------------

inline constexpr const char* check_outcomes[] = {"waiting", "done", "goes_on", "dropped"};

// What one meeting said of one task.
struct TaskCheck {
    Id<TaskCheck> id{};
    Id<Task> task_id{};
    Id<Meeting> meeting_id{};
    std::string outcome = "waiting";    // of check_outcomes
    std::optional<Date> due_before{};
    std::optional<std::string> due_text_before{};
    std::optional<Date> new_due_on{};
    std::optional<std::string> note{};
    Kept kept{};

    static constexpr auto table = "task_checks";
    static void each_field(auto& check, auto& visit) {
        visit("id", check.id), visit("task_id", check.task_id), visit("meeting_id", check.meeting_id);
        visit("outcome", check.outcome), visit("due_before", check.due_before);
        visit("due_text_before", check.due_text_before), visit("new_due_on", check.new_due_on);
        visit("note", check.note);
        Kept::each_field(check.kept, visit);
    }
};

// The tasks that a meeting comes back to, each with what was said of it so far.  Of a meeting to come: what is not
// closed.  Of a held one: what was not closed when it began, kept as a snapshot once anything was said there.
struct CheckedTask {
    Task task;
    TaskCheck check;    // without an id where nothing was kept yet
};
std::vector<CheckedTask> checked_at(db::Session&, const Meeting&);

// Keeps the list as it stands, so that what changes later does not change what the meeting saw.  The meeting's page
// calls it when the meeting is held; the first answer of the check does so too.
void keep_checked_tasks(const Author&, const Meeting&);

// One answer; a later one of the same meeting replaces it.  `outcome` is done, goes_on or dropped.
void answer_check(const Author&, const Meeting&, const Task&, const std::string& outcome, std::optional<Date> new_due,
                  std::optional<std::string> note);

std::vector<TaskCheck> checks_of(db::Session&, Id<Task>);    // by the meeting's day

}
