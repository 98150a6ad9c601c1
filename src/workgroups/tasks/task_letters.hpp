// Letters that remind of tasks: a week before they are due, on the day, and each week after it; one a day at most for
// each person, with all that is near.
#pragma once

#include "platform/auth/action_links.hpp"
#include "platform/i18n/languages.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/mail/mail.hpp"
#include "workgroups/tasks/task_acts.hpp"

namespace http {
struct SiteFacts;
}

namespace workgroups {

inline constexpr auto task_letters_job = "tasks.remind";
inline constexpr auto task_letters_at = TimeOfDay{6 * 60 + 45};
inline constexpr auto task_notice = "task_due";    // by which who has an account chooses
inline constexpr std::string_view task_link = "task_letter";
inline constexpr auto task_link_valid = std::chrono::hours{30 * 24};

struct TaskLetter {
    Id<TaskLetter> id{};
    Id<PlanningPerson> planner_id{};
    Date sent_on{};
    std::optional<Instant> answered_at{};
    Kept kept{};

    static constexpr auto table = "task_letters";
    static void each_field(auto& letter, auto& visit) {
        visit("id", letter.id), visit("planner_id", letter.planner_id), visit("sent_on", letter.sent_on);
        visit("answered_at", letter.answered_at);
        Kept::each_field(letter.kept, visit);
    }
};

struct TaskReminder {
    Id<TaskReminder> id{};
    Id<TaskLetter> letter_id{};
    Id<Task> task_id{};
    std::string kind{};    // soon, today, overdue
    Date due_on{}, sent_on{};
    Kept kept{};

    static constexpr auto table = "task_reminders";
    static void each_field(auto& reminder, auto& visit) {
        visit("id", reminder.id), visit("letter_id", reminder.letter_id), visit("task_id", reminder.task_id);
        visit("kind", reminder.kind), visit("due_on", reminder.due_on), visit("sent_on", reminder.sent_on);
        Kept::each_field(reminder.kept, visit);
    }
};

struct TaskLetterChoice {
    Id<TaskLetterChoice> id{};
    Id<PlanningPerson> planner_id{};
    bool wanted = true;
    Kept kept{};

    static constexpr auto table = "task_letter_choices";
    static void each_field(auto& choice, auto& visit) {
        visit("id", choice.id), visit("planner_id", choice.planner_id), visit("wanted", choice.wanted);
        Kept::each_field(choice.kept, visit);
    }
};

// Open tasks of one person that are due within a week or were due, of groups that live; by day due.
std::vector<Task> near_tasks(db::Session&, Id<PlanningPerson>, Date today);

// Whose tasks ask for a letter today.
std::vector<Id<PlanningPerson>> planners_to_remind(db::Session&, Date today);

// Queues the letter with its link and revokes the one before.  False where nothing asks for it, the person has had one
// today, wants none, or nobody knows where to write.
bool remind(const Author&, Id<PlanningPerson>, const i18n::Texts&, const std::string& public_url);

// From the letter: an account chooses at its notices instead.
void choose_task_letters(const Author&, const PlanningPerson&, bool wanted);

void know_task_letters(jobs::Workers&, const i18n::Languages&, const http::SiteFacts&);

}
