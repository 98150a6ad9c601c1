// Shows what comes back at a meeting and takes the answers.
#include "workgroups/tasks/task_check_pages.hpp"

#include "platform/base/parts.hpp"
#include "platform/history/acting.hpp"
#include "platform/time/coming_date.hpp"
#include "workgroups/tasks/task_list.hpp"

namespace workgroups {

namespace {

std::string check_said(const TaskCheck& check, const i18n::Texts& texts) {
    if (check.outcome == "waiting") return {};
    if (check.outcome == "goes_on" && check.new_due_on)
        return texts.text("task.check.goes_on.until", {to_czech(*check.new_due_on)});
    return texts.text("task.check." + check.outcome);
}

TaskCheckPage check_page(const http::Request& request, db::Session& db, const User& user, const MeetingInView& view) {
    TaskCheckPage page{view};
    page.keeps = view.kept_by(user), page.form_token = request.form_token;
    for (auto& [task, check] : checked_at(db, view.meeting)) {
        CheckLine line{task, check};
        line.owner = task.owner_text.value_or("");
        if (task.owner_id)
            line.owner = db.one<std::string>("SELECT coalesce(people.name, planning_people.name) FROM planning_people"
                                             " LEFT JOIN people ON people.id = account_id"
                                             " WHERE planning_people.id = $1",
                                             *task.owner_id);
        line.due = due_words(check.due_before, check.due_text_before), line.said = check_said(check, *request.texts);
        // How late it was on the day of the meeting, not how it stands by now.
        Task then = task;
        then.state = "open", then.due_on = check.due_before;
        line.tag = task_tag(then, view.meeting.day, *request.texts);
        page.waiting += !line.answered();
        page.lines.push_back(std::move(line));
    }
    return page;
}

}

std::vector<html::Problem> TaskCheckPage::problems() const {
    std::vector<html::Problem> found;
    for (auto& line : lines)
        if (!line.problem.empty())
            found.push_back(
                {line.problem == "task.reason.missing" ? line.id("poznamka") : line.id("termin"), line.problem});
    return found;
}

http::PageHead TaskCheckPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("task.check.title") + " – " + view.of.group.name, .section = "/skupiny", .staff = true};
}

http::Response show_task_check(const http::Request& request, Permit<may::TakePart> permit) {
    auto page = check_page(request, permit.db(), permit.user(), permit.about());
    if (request.asked.first("hotovo") == "zapsano") page.done = request.texts->text("task.check.saved");
    return respond(request, page);
}

http::Response answer_task_check(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto& db = permit.db();
    auto& view = permit.about();
    auto page = check_page(request, db, permit.user(), view);
    auto asked = request.values.first("ukol"), outcome = request.values.first("jak");
    auto line = std::ranges::find_if(page.lines, [&](auto& one) { return to_text(one.task.id) == asked; });
    if (line == page.lines.end()) throw NotFound{};
    line->typed_day = std::string{text::trimmed(request.values.first("termin"))};
    line->typed_note = std::string{text::trimmed(request.values.first("poznamka"))};
    auto day = parse_coming_date(line->typed_day, permit.today());
    if (outcome != "done" && outcome != "goes_on" && outcome != "dropped") line->problem = "edit.choice.unknown";
    else if (!line->typed_day.empty() && !day) line->problem = "form.date.unreadable";
    else if (outcome == "goes_on" && day && *day < view.meeting.day) line->problem = "task.check.day.past";
    else if (outcome == "dropped" && line->typed_note.empty()) line->problem = "task.reason.missing";
    else if (line->typed_note.size() > 4000) line->problem = "edit.too_long";
    if (!line->problem.empty()) return respond(request, page, http::unprocessable);
    // Somebody saved the task since this page was made: nobody answers for what they have not seen.
    if (request.values.first("verze") != std::to_string(line->task.kept.version)) {
        page.changed_meanwhile = true;
        return respond(request, page, http::conflict);
    }
    auto note = line->typed_note.empty() ? std::nullopt : std::optional{line->typed_note};
    answer_check(history::author_of(permit), view.meeting, line->task, outcome, day, note);
    audit::note_done(permit, "workgroups.task_checked", line->task.id.uuid);
    return http::redirect(page.at(), "?hotovo=zapsano#u-", std::to_string(line->task.number));
}

}
