// Changes states of tasks, each time with history.
#include "workgroups/tasks/task_acts.hpp"

#include "platform/time/prague.hpp"

#include <algorithm>

namespace workgroups {

namespace {

bool close_task(const Author& author, const Task& task, const char* state, Date day, std::optional<std::string> note) {
    if (task.state == state) return false;
    auto closed = task;
    closed.state = state, closed.closed_on = day, closed.closing_note = std::move(note);
    return change(author, task, closed);
}

}

bool finish_task(const Author& author, const Task& task, Date day, std::optional<std::string> note) {
    return close_task(author, task, "done", day, std::move(note));
}

bool drop_task(const Author& author, const Task& task, Date day, const std::string& reason) {
    return close_task(author, task, "dropped", day, reason);
}

bool reopen_task(const Author& author, const Task& task) {
    if (task.state == "open") return false;
    auto opened = task;
    opened.state = "open", opened.closed_on = {}, opened.closing_note = {};
    return change(author, task, opened);
}

void write_to_task(const Author& author, Id<Task> task, const std::string& author_name, const std::string& body) {
    TaskNote note;
    note.task_id = task, note.author_name = author_name, note.body = body;
    add(author, note);
}

std::vector<TaskNote> notes_of(db::Session& db, Id<Task> task) {
    return db.all<TaskNote>("SELECT * FROM task_notes WHERE task_id = $1 ORDER BY created_at, id", task);
}

namespace {

// Given before the day and not closed before it: what a held meeting would have seen.
std::vector<Task> open_before(db::Session& db, const Meeting& meeting) {
    return db.all<Task>(
        "SELECT tasks.* FROM tasks LEFT JOIN meetings ON meetings.id = tasks.meeting_id WHERE tasks.group_id = $1"
        " AND ((tasks.meeting_id IS NULL AND tasks.created_at < $2) OR meetings.day < $3)"
        " AND (tasks.state = 'open' OR tasks.closed_on >= $3) ORDER BY coalesce(tasks.due_on, $4), tasks.number",
        meeting.group_id, from_prague(meeting.day), meeting.day, *day_of(latest_year, 12, 31));
}

TaskCheck waiting(const Task& task, const Meeting& meeting) {
    TaskCheck check;
    check.task_id = task.id, check.meeting_id = meeting.id;
    check.due_before = task.due_on, check.due_text_before = task.due_text;
    return check;
}

std::vector<TaskCheck> kept_checks(db::Session& db, Id<Meeting> meeting) {
    return db.all<TaskCheck>("SELECT * FROM task_checks WHERE meeting_id = $1 ORDER BY id", meeting);
}

}

std::vector<CheckedTask> checked_at(db::Session& db, const Meeting& meeting) {
    auto kept = kept_checks(db, meeting.id);
    std::vector<CheckedTask> list;
    // A snapshot has no newcomers; a meeting that is still to come, or going on, has.
    bool settled = meeting.state == "held" && !kept.empty();
    for (auto& check : kept)
        if (auto task = find_task(db, check.task_id)) list.push_back({*task, check});
    if (!settled)
        for (auto& task : meeting.state == "held" ? open_before(db, meeting) : tasks_to_check(db, meeting))
            if (std::ranges::find(kept, task.id, &TaskCheck::task_id) == kept.end())
                list.push_back({task, waiting(task, meeting)});
    std::ranges::sort(list, {}, [](const CheckedTask& one) {
        return std::pair{one.check.due_before.value_or(*day_of(latest_year, 12, 31)), one.task.number};
    });
    return list;
}

void keep_checked_tasks(const Author& author, const Meeting& meeting) {
    for (auto& one : checked_at(author.work, meeting))
        if (one.check.id == Id<TaskCheck>{}) add(author, one.check);
}

void answer_check(const Author& author, const Meeting& meeting, const Task& task, const std::string& outcome,
                  std::optional<Date> new_due, std::optional<std::string> note) {
    keep_checked_tasks(author, meeting);
    auto check = author.work.maybe<TaskCheck>("SELECT * FROM task_checks WHERE meeting_id = $1 AND task_id = $2",
                                              meeting.id, task.id);
    if (!check) throw NotFound{};
    auto answered = *check;
    answered.outcome = outcome, answered.note = note;
    answered.new_due_on = outcome == "goes_on" ? new_due : std::nullopt;
    change(author, *check, answered);

    auto after = task;
    after.state = outcome == "goes_on" ? "open" : outcome;
    after.closed_on = outcome == "goes_on" ? std::nullopt : std::optional{meeting.day};
    after.closing_note = outcome == "goes_on" ? std::nullopt : note;
    if (outcome == "goes_on" && new_due) after.due_on = new_due, after.due_text = {};
    change(author, task, after);
}

std::vector<TaskCheck> checks_of(db::Session& db, Id<Task> task) {
    return db.all<TaskCheck>("SELECT task_checks.* FROM task_checks JOIN meetings ON meetings.id = meeting_id"
                             " WHERE task_id = $1 ORDER BY meetings.day, task_checks.id",
                             task);
}

}
