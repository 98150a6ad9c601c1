// Shows one task and does what its buttons say.
#include "workgroups/tasks/task_page.hpp"

#include "platform/base/steady_sort.hpp"
#include "platform/history/acting.hpp"
#include "workgroups/groups/group_words.hpp"
#include "workgroups/tasks/task_list.hpp"

namespace workgroups {

namespace {

constexpr std::size_t longest_note = 4000;

std::string name_of_planner(db::Session& db, Id<PlanningPerson> id) {
    return db
        .maybe<std::string>("SELECT coalesce(people.name, planning_people.name) FROM planning_people"
                            " LEFT JOIN people ON people.id = account_id WHERE planning_people.id = $1",
                            id)
        .value_or("");
}

std::string meeting_in_words(db::Session& db, Id<Meeting> id) {
    auto meeting = find_meeting(db, id);
    return meeting ? to_czech(meeting->day) : "";
}

TaskStep step_of(db::Session& db, const TaskCheck& check, const i18n::Texts& texts) {
    auto meeting = *find_meeting(db, check.meeting_id);
    TaskStep step{to_czech(meeting.day), texts.text("task.check." + check.outcome)};
    if (check.outcome == "goes_on" && check.new_due_on)
        step.what = texts.text("task.check.goes_on.until", {to_czech(*check.new_due_on)});
    step.note = check.note.value_or(""), step.href = "/jednani/" + to_text(meeting.id) + "/kontrola-ukolu";
    step.by = texts.text("task.step.meeting");
    step.sort = from_prague(meeting.day);
    return step;
}

std::vector<TaskStep> way_of(db::Session& db, const Task& task, const i18n::Texts& texts) {
    std::vector<TaskStep> steps;
    for (auto& check : checks_of(db, task.id))
        if (check.outcome != "waiting") steps.push_back(step_of(db, check, texts));
    for (auto& note : notes_of(db, task.id))
        steps.push_back({to_czech(day_in_prague(note.kept.created_at)), texts.text("task.step.note"), note.author_name,
                         note.body, "", note.kept.created_at});
    steady_sort(steps, [](auto& a, auto& b) { return a.sort < b.sort; });
    return steps;
}

SayValue saying_of_task(db::Session& db, const i18n::Texts& texts) {
    return [&db, &texts](const std::string& field, const std::string& value) -> std::string {
        if (field == "state") return texts.text("task.state." + value);
        if (field == "due_on" || field == "closed_on")
            if (auto day = parse_date(value)) return to_czech(*day);
        if (field == "owner_id")
            if (auto id = Id<PlanningPerson>::parse(value)) return name_of_planner(db, *id);
        if (field == "decision_id")
            if (auto id = Id<Decision>::parse(value))
                if (auto decision = find_decision(db, *id)) return decision->number;
        return value;
    };
}

TaskPage task_page(const http::Request& request, db::Session& db, const User& user, const TaskInView& view) {
    auto& texts = *request.texts;
    auto& task = view.task;
    TaskPage page{view, task_tag(task, request.today(), texts)};
    page.owner = task.owner_id ? name_of_planner(db, *task.owner_id) : task.owner_text.value_or("");
    page.due = due_words(task.due_on, task.due_text), page.added = to_czech(day_in_prague(task.kept.created_at));
    if (task.meeting_id)
        page.given = meeting_in_words(db, *task.meeting_id), page.given_at = "/jednani/" + to_text(*task.meeting_id);
    if (task.agenda_item_id)
        page.agenda_item =
            db.maybe<std::string>("SELECT title FROM agenda_items WHERE id = $1", *task.agenda_item_id).value_or("");
    if (auto decision = task.decision_id ? find_decision(db, *task.decision_id) : std::nullopt)
        page.decision = html::Link{decision->number + ": " + beginning_of(decision->body, 90),
                                   "/rozhodnuti/" + to_text(decision->id)};
    page.steps = way_of(db, task, texts);
    page.leads = view.kept_by(user), page.answers = page.leads || view.owned_by(user);
    page.today_typed = day_in_form(request.today()), page.form_token = request.form_token;
    page.changes = {changes_in_words(db, task.id.uuid, "task_history", texts, saying_of_task(db, texts)), page.at(),
                    request.form_token, page.leads};
    return page;
}

http::Response task_again(const http::Request& request, db::Session& db, const User& user, const TaskInView& view,
                          const TaskActForm& form, const char* tried) {
    auto page = task_page(request, db, user, view);
    page.form = form, page.tried = tried;
    return respond(request, page, http::unprocessable);
}

http::Response acted(const http::Request& request, const Task& task, const char* done) {
    auto back = request.values.first("zpet");
    if (back == "moje") return http::redirect("/ukoly?hotovo=", done);
    if (back == "prehled") return http::redirect("/prehled-planovani?hotovo=", done);
    return http::redirect("/ukoly/", task.id, "?hotovo=", done);
}

}

TaskActForm::TaskActForm(const http::Request& request, const char* note_field) : Form{request} {
    note = text(note_field);
    if (note.size() > longest_note) problem(note_field, "edit.too_long");
    day = date("den");
    if (day && *day > request.today()) problem("den", "task.day.future");
}

html::Area TaskPage::area(const char* act, const char* name, const char* label, bool optional) const {
    html::Area area{tried == act ? form.field(name, label) : html::Field{name, label, ""}};
    area.optional = optional;
    return area;
}

html::Field TaskPage::day_field() const {
    auto field =
        tried == "hotovo" ? form.field("den", "task.closed_on") : html::Field{"den", "task.closed_on", today_typed};
    field.size = 12;
    return field;
}

http::PageHead TaskPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("task.one", {std::to_string(task().number)}) + " – " + group().name,
            .section = "/ukoly",
            .staff = true};
}

http::Response show_task(const http::Request& request, Permit<may::ReadTask> permit) {
    auto page = task_page(request, permit.db(), permit.user(), permit.about());
    auto done = request.asked.first("hotovo");
    for (auto known : {"zadan", "ulozen", "uzavren", "zrusen", "otevren", "zapsano", "vraceno"})
        if (done == known) page.done = request.texts->text(std::string{"task.done."} + known);
    return respond(request, page);
}

http::Response post_task_done(const http::Request& request, Permit<may::AnswerForTask> permit) {
    auto& view = permit.about();
    TaskActForm form{request, "poznamka"};
    if (!form.clean()) return task_again(request, permit.db(), permit.user(), view, form, "hotovo");
    auto note = form.note.empty() ? std::nullopt : std::optional{form.note};
    // A second click changes nothing.
    if (finish_task(history::author_of(permit), view.task, form.day.value_or(permit.today()), note))
        audit::note_done(permit, "workgroups.task_done", view.task.id.uuid);
    return acted(request, view.task, "uzavren");
}

http::Response post_task_note(const http::Request& request, Permit<may::AnswerForTask> permit) {
    auto& view = permit.about();
    TaskActForm form{request, "zprava"};
    if (form.note.empty()) form.problem("zprava", "task.note.missing");
    if (!form.clean()) return task_again(request, permit.db(), permit.user(), view, form, "poznamka");
    auto who = permit.db().maybe<std::string>("SELECT name FROM people WHERE id = $1", permit.user().id).value_or("");
    write_to_task(history::author_of(permit), view.task.id, who, form.note);
    audit::note_done(permit, "workgroups.task_noted", view.task.id.uuid);
    return acted(request, view.task, "zapsano");
}

http::Response post_task_dropped(const http::Request& request, Permit<may::KeepTask> permit) {
    auto& view = permit.about();
    TaskActForm form{request, "duvod"};
    if (form.note.empty()) form.problem("duvod", "task.reason.missing");
    if (!form.clean()) return task_again(request, permit.db(), permit.user(), view, form, "zrusit");
    if (drop_task(history::author_of(permit), view.task, permit.today(), form.note))
        audit::note_done(permit, "workgroups.task_dropped", view.task.id.uuid);
    return acted(request, view.task, "zrusen");
}

http::Response post_task_reopened(const http::Request& request, Permit<may::KeepTask> permit) {
    auto& view = permit.about();
    if (reopen_task(history::author_of(permit), view.task))
        audit::note_done(permit, "workgroups.task_reopened", view.task.id.uuid);
    return acted(request, view.task, "otevren");
}

http::Response undo_at_task(const http::Request& request, Permit<may::KeepTask> permit) {
    auto& view = permit.about();
    auto outcome =
        undo_change(history::author_of(permit), std::optional{view.task}, request.id<history::Change>("zmena"));
    if (outcome != history::Undoing::done) {
        auto why = history::why_not_undone(outcome);
        auto page = task_page(request, permit.db(), permit.user(), view);
        page.problem = why;
        return respond(request, page, http::conflict);
    }
    audit::note_done(permit, "workgroups.task_change_undone", view.task.id.uuid);
    return acted(request, view.task, "vraceno");
}

}
