// Finds who is to be reminded and writes the letters.
#include "workgroups/tasks/task_letters.hpp"

#include "platform/http/request.hpp"
#include "platform/notices/notice.hpp"
#include "workgroups/tasks/task_list.hpp"

namespace workgroups {

namespace {

constexpr auto week = std::chrono::days{7};

struct Addressee {
    std::string name{}, email{};
    static void each_field(auto& one, auto& visit) { visit("name", one.name), visit("email", one.email); }
};

// The contact that the group keeps, else the account's; nobody whose account is closed.
std::optional<Addressee> addressee_of(db::Session& db, const PlanningPerson& planner) {
    auto found =
        db.maybe<Addressee>("SELECT coalesce(people.name, planning_people.name) AS name,"
                            " coalesce(planning_contacts.email, people.email, '') AS email FROM planning_people"
                            " LEFT JOIN people ON people.id = account_id"
                            " LEFT JOIN planning_contacts ON planning_contacts.planner_id = planning_people.id"
                            " WHERE planning_people.id = $1 AND (people.id IS NULL OR people.disabled_at IS NULL)",
                            planner.id);
    return found && mail::is_address(found->email) ? found : std::nullopt;
}

bool wants_letters(db::Session& db, const PlanningPerson& planner) {
    if (planner.account_id && notices::way_of(db, *planner.account_id, task_notice) == "never") return false;
    auto choice = db.maybe<TaskLetterChoice>("SELECT * FROM task_letter_choices WHERE planner_id = $1", planner.id);
    return !choice || choice->wanted;
}

// Why this task asks for a letter today; nothing where it was told of already.
std::optional<std::string> reason_today(db::Session& db, const Task& task, Date today) {
    std::string kind = *task.due_on > today ? "soon" : *task.due_on == today ? "today" : "overdue";
    // A day on which the program stood still loses no reminder; a new day due begins anew.
    auto last = db.maybe<Date>("SELECT sent_on FROM task_reminders WHERE task_id = $1 AND due_on = $2 AND kind = $3"
                               " ORDER BY sent_on DESC LIMIT 1",
                               task.id, *task.due_on, kind);
    if (last && (kind != "overdue" || *last + week > today)) return {};
    return kind;
}

std::string line_of_letter(db::Session& db, const Task& task, Date today, const i18n::Texts& texts) {
    auto group = find_group(db, task.group_id);
    return "- " + beginning_of(task.body, 300) + "\n  " +
           texts.text("task.letter.line", {group->name, to_czech(*task.due_on), task_tag(task, today, texts).text}) +
           "\n";
}

// --- the round -------------------------------------------------------------------------------------------------------

std::string remind_all(jobs::Run& run, const i18n::Texts& texts, const std::string& public_url) {
    auto& database = run.database();
    auto today = day_in_prague(run.now());
    auto people = database.in_read_transaction([&](db::Session& db) { return planners_to_remind(db, today); });
    std::int64_t done = 0;
    for (auto id : people) {
        database.in_write_transaction([&](db::Session& work) {
            auto planner = find_planner(work, id);
            if (!planner) return;
            auto organisation = planner->kept.organisation_id;
            auto source = history::keep_source(work, run.now(), {}, organisation, "import", task_letters_job);
            remind({work, run.now(), {}, organisation, source}, id, texts, public_url);
        });
        run.progress(++done, std::int64_t(people.size()));
    }
    return "task.letters.done";
}

}

std::vector<Task> near_tasks(db::Session& db, Id<PlanningPerson> planner, Date today) {
    return db.all<Task>("SELECT tasks.* FROM tasks JOIN working_groups ON working_groups.id = tasks.group_id"
                        " WHERE owner_id = $1 AND state = 'open' AND due_on IS NOT NULL AND due_on <= $2"
                        " AND (ended_on IS NULL OR ended_on > $3) ORDER BY due_on, tasks.id",
                        planner, today + week, today);
}

std::vector<Id<PlanningPerson>> planners_to_remind(db::Session& db, Date today) {
    return db.all<Id<PlanningPerson>>("SELECT DISTINCT owner_id FROM tasks WHERE state = 'open' AND due_on <= $1"
                                      " AND owner_id IS NOT NULL AND owner_id NOT IN"
                                      " (SELECT planner_id FROM task_letters WHERE sent_on = $2) ORDER BY owner_id",
                                      today + week, today);
}

bool remind(const Author& author, Id<PlanningPerson> id, const i18n::Texts& texts, const std::string& public_url) {
    auto& db = author.work;
    auto today = day_in_prague(author.now);
    auto had =
        db.one<std::int64_t>("SELECT count(*) FROM task_letters WHERE planner_id = $1 AND sent_on = $2", id, today);
    auto planner = find_planner(db, id);
    auto to = planner ? addressee_of(db, *planner) : std::nullopt;
    if (had > 0 || !to || !wants_letters(db, *planner)) return false;
    auto tasks = near_tasks(db, id, today);
    std::vector<TaskReminder> reminders;
    std::string lines;
    for (auto& task : tasks) {
        if (auto kind = reason_today(db, task, today))
            reminders.push_back({{}, {}, task.id, *kind, *task.due_on, today});
        lines += line_of_letter(db, task, today, texts);
    }
    if (reminders.empty()) return false;
    TaskLetter kept;
    kept.planner_id = id, kept.sent_on = today;
    add(author, kept);
    for (auto& reminder : reminders) reminder.letter_id = kept.id, add(author, reminder);
    auth::revoke_links(db, task_link, kept.planner_id.uuid, author.now);
    auto token = auth::make_link(db, author.now, author.organisation, task_link, {}, id.uuid, task_link_valid);
    mail::Letter letter;
    letter.to = to->email, letter.to_name = to->name, letter.kind = "task_reminder";
    auto count = std::int64_t(tasks.size());
    letter.subject = texts.text("task.letter.subject", {std::to_string(count)}, count);
    letter.text = texts.text("task.letter.text", {lines, public_url + "/ukoly/z-dopisu/" + token,
                                                  to_czech(day_in_prague(author.now + task_link_valid))});
    mail::send(db, author.now, author.organisation, letter);
    return true;
}

void choose_task_letters(const Author& author, const PlanningPerson& planner, bool wanted) {
    if (planner.account_id) {
        notices::choose_way(author, *planner.account_id, task_notice, wanted ? "at_once" : "never");
        return;
    }
    auto known =
        author.work.maybe<TaskLetterChoice>("SELECT * FROM task_letter_choices WHERE planner_id = $1", planner.id);
    auto choice = known.value_or(TaskLetterChoice{});
    choice.planner_id = planner.id, choice.wanted = wanted;
    if (known) change(author, *known, choice);
    else if (!wanted) add(author, choice);
}

void know_task_letters(jobs::Workers& workers, const i18n::Languages& languages, const http::SiteFacts& facts) {
    workers.know(task_letters_job,
                 [&languages, &facts](jobs::Run& run) { return remind_all(run, languages.czech(), facts.public_url); });
}

}
