// Opens the link of a letter, and acts only when a button was pressed.
#include "workgroups/tasks/task_letter_pages.hpp"

#include "platform/base/parts.hpp"
#include "platform/history/acting.hpp"

namespace workgroups {

namespace {

// Not for memories of machines between us and the reader, nor for search engines.
http::Response for_its_reader(http::Response response) {
    response.headers.emplace_back("Cache-Control", "no-store");
    response.headers.emplace_back("X-Robots-Tag", "noindex");
    return response;
}

http::Response letter_is_gone(const http::Request& request) {
    return for_its_reader(respond(request, TaskLetterGonePage{request.facts->contact_email}, http::gone));
}

struct OpenedLetter {
    auth::ActionLink link;
    PlanningPerson planner;
};

std::optional<OpenedLetter> opened_letter(const http::Request& request, db::Session& db) {
    auto link = auth::usable_link(db, task_link, request.parameter("odkaz"), request.now);
    auto planner = link && link->about ? find_planner(db, Id<PlanningPerson>{*link->about}) : std::nullopt;
    if (!planner) return {};
    return OpenedLetter{*link, *planner};
}

TaskLetterPage letter_page(const http::Request& request, db::Session& db, const OpenedLetter& opened) {
    TaskLetterPage page{opened.planner.name};
    page.token = request.parameter("odkaz"), page.form_token = request.form_token;
    page.valid_to = day_in_prague(opened.link.expires_at);
    for (auto& listed : tasks_of_owner(db, opened.planner.id)) {
        if (listed.task.state != "open") continue;
        LetterTask one{listed.task, listed.group_name, task_tag(listed.task, request.today(), *request.texts)};
        one.ticked = request.values.first(one.field("hotovo")) == "ano";
        one.note = std::string{text::trimmed(request.values.first(one.field("zprava")))};
        page.tasks.push_back(std::move(one));
    }
    return page;
}

}

http::PageHead TaskLetterPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("task.letter.title")};
}
http::PageHead TaskLetterGonePage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("task.letter.gone")};
}
http::PageHead TaskLetterThanksPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("task.letter.thanks")};
}

http::Response show_task_letter(const http::Request& request, Permit<may::AnswerTaskLetter> permit) {
    if (request.parameter("odkaz") == "hotovo")
        return respond(request, TaskLetterThanksPage{request.asked.first("dopisy") == "ne"});
    auto opened = opened_letter(request, permit.look());
    if (!opened) return letter_is_gone(request);
    return for_its_reader(respond(request, letter_page(request, permit.look(), *opened)));
}

http::Response answer_task_letter(const http::Request& request, Permit<may::AnswerTaskLetter> permit) {
    auto opened = opened_letter(request, permit.look());
    if (!opened) return letter_is_gone(request);
    auto& db = permit.db();
    auto page = letter_page(request, db, *opened);
    bool off = request.values.first("dopisy") == "ne";
    bool anything = off;
    for (auto& one : page.tasks) {
        anything |= one.ticked || !one.note.empty();
        if (one.note.size() > 4000) page.problem = "edit.too_long";
    }
    if (!anything) page.problem = "task.letter.nothing";
    if (!page.problem.empty()) return for_its_reader(respond(request, page, http::unprocessable));
    if (!auth::use_link(db, opened->link, permit.now())) return letter_is_gone(request);
    // The person of the letter speaks, not somebody's account.
    auto organisation = opened->planner.kept.organisation_id;
    auto source = history::keep_source(db, permit.now(), {}, organisation, "person",
                                       request.texts->text("task.letter.source", {opened->planner.name}));
    Author author{db, permit.now(), {}, organisation, source};
    for (auto& one : page.tasks) {
        if (!one.note.empty()) write_to_task(author, one.task.id, opened->planner.name, one.note);
        if (one.ticked)
            finish_task(author, one.task, permit.today(), one.note.empty() ? std::nullopt : std::optional{one.note});
    }
    if (off) choose_task_letters(author, opened->planner, false);
    if (auto letter = db.maybe<TaskLetter>(
            "SELECT * FROM task_letters WHERE planner_id = $1 ORDER BY sent_on DESC LIMIT 1", opened->planner.id)) {
        auto answered = *letter;
        answered.answered_at = permit.now();
        change(author, *letter, answered);
    }
    audit::note_done(permit, "workgroups.task_letter_answered", opened->planner.id.uuid);
    return http::redirect("/ukoly/z-dopisu/hotovo", off ? "?dopisy=ne" : "");
}

}
