// Keeps tasks and decisions.
#include "workgroups/tasks/task.hpp"

namespace workgroups {

Id<Task> add_task(const Author& author, Task& task) {
    task.number = author.work.one<std::int64_t>("SELECT coalesce(max(number), 0) + 1 FROM tasks WHERE group_id = $1",
                                                task.group_id);
    return add(author, task);
}

Id<Decision> add_decision(const Author& author, Decision& decision) {
    auto year = "/" + std::to_string(year_of(decision.decided_on));
    for (auto n = author.work.one<std::int64_t>("SELECT count(*) FROM decisions WHERE group_id = $1 AND number LIKE $2",
                                                decision.group_id, "%" + year);
         decision.number.empty();) {
        auto next = std::to_string(++n) + year;
        if (!author.work.maybe<std::int64_t>("SELECT 1 FROM decisions WHERE group_id = $1 AND number = $2",
                                             decision.group_id, next))
            decision.number = next;
    }
    return add(author, decision);
}

std::optional<Task> find_task(db::Session& db, Id<Task> id) {
    return db.maybe<Task>("SELECT * FROM tasks WHERE id = $1", id);
}

std::optional<Decision> find_decision(db::Session& db, Id<Decision> id) {
    return db.maybe<Decision>("SELECT * FROM decisions WHERE id = $1", id);
}

std::vector<Task> tasks_given_at(db::Session& db, Id<Meeting> meeting) {
    return db.all<Task>("SELECT * FROM tasks WHERE meeting_id = $1 ORDER BY number", meeting);
}

std::vector<Decision> decisions_of(db::Session& db, Id<Meeting> meeting) {
    return db.all<Decision>("SELECT * FROM decisions WHERE meeting_id = $1 ORDER BY number, id", meeting);
}

std::vector<Task> tasks_to_check(db::Session& db, const Meeting& meeting) {
    return db.all<Task>(
        "SELECT tasks.* FROM tasks LEFT JOIN meetings ON meetings.id = tasks.meeting_id WHERE tasks.group_id = $1"
        " AND tasks.state = 'open' AND (tasks.meeting_id IS NULL OR meetings.day < $2)"
        " ORDER BY coalesce(tasks.due_on, $3), tasks.number",
        meeting.group_id, meeting.day, *day_of(latest_year, 12, 31));
}

}
