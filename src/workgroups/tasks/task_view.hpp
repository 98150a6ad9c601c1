// Who may read a task, keep it, and say that it is done: what permissions of tasks are about.
#pragma once

#include "workgroups/meetings/meeting_view.hpp"
#include "workgroups/tasks/task.hpp"

namespace workgroups {

// A task as somebody comes to it, with its group and the account of its owner.
struct TaskInView {
    GroupInView of;
    Task task;
    std::optional<Id<User>> owner_account{};

    static std::optional<TaskInView> find(db::Session&, const std::string& named, Date day);

    bool kept_by(const User& user) const { return of.kept_by(user) || of.led_by(user); }
    bool owned_by(const User& user) const { return user.signed_in() && owner_account == user.id; }
    // Tasks carry names, so a public group's are no more public than another's.
    bool visible_to(const User& user) const { return kept_by(user) || of.has(user) || owned_by(user); }
    Uuid uuid() const { return task.id.uuid; }
};

namespace may {

struct ReadTask {
    using About = TaskInView;
    static constexpr auto name = "workgroups.read_task";
    static bool allows(const User&, const TaskInView&) { return true; }
};

// Its text, owner and day, dropping it, opening it again.
struct KeepTask {
    using About = TaskInView;
    static constexpr auto name = "workgroups.keep_task";
    static bool allows(const User& user, const TaskInView& view) { return view.kept_by(user); }
};

// Saying that it is done, and notes on the way: its owner too.
struct AnswerForTask {
    using About = TaskInView;
    static constexpr auto name = "workgroups.answer_for_task";
    static bool allows(const User& user, const TaskInView& view) { return view.kept_by(user) || view.owned_by(user); }
};

// One's own tasks, and what waits for one in the groups that one keeps, leads or sits in.
struct SeeOwnTasks {
    using About = Everything;
    static constexpr auto name = "workgroups.see_own_tasks";
    static bool allows(const User& user, const Everything&) { return user.signed_in(); }
};

// The page behind the link of a letter: the link is the proof.
struct AnswerTaskLetter {
    using About = Everything;
    static constexpr auto name = "public.task_letter";
    static constexpr bool open = true;
    static bool allows(const User&, const Everything&) { return true; }
};

}

}
