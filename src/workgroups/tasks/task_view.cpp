// Finds the task that permissions are about.
#include "workgroups/tasks/task_view.hpp"

namespace workgroups {

std::optional<TaskInView> TaskInView::find(db::Session& db, const std::string& named, Date day) {
    auto id = Id<Task>::parse(named);
    auto task = id ? find_task(db, *id) : std::nullopt;
    auto group = task ? find_group(db, task->group_id) : std::nullopt;
    auto of = group ? GroupInView::find(db, group->slug, day) : std::nullopt;
    if (!of) return {};
    TaskInView view{std::move(*of), std::move(*task)};
    if (view.task.owner_id)
        if (auto owner = find_planner(db, *view.task.owner_id)) view.owner_account = owner->account_id;
    return view;
}

}
