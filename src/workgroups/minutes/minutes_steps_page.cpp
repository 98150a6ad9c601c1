// Shows and takes steps.
#include "workgroups/minutes/minutes_steps_page.hpp"

#include "platform/history/acting.hpp"
#include "platform/time/coming_date.hpp"

namespace workgroups {

http::PageHead MinutesStepPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("minutes.step." + step) + " – " + view.at.of.group.name,
            .section = "/skupiny",
            .staff = true};
}

std::string MinutesStepPage::who() const {
    if (step != "verified") return "minutes.step.who.keeper";
    return view.verifier && view.minutes_by != "chair" ? "minutes.step.who.verifier" : "minutes.step.who.chair";
}

html::Field MinutesStepPage::field(const char* name, const char* label, const std::string& value) const {
    html::Field field{name, label, value};
    for (auto& problem : problems)
        if (problem.field == name) field.problem = problem.text;
    return field;
}

html::Field MinutesStepPage::until_field() const {
    auto until_when = field("do", "minutes.step.until", until);
    until_when.size = 14, until_when.hint = "minutes.step.until.hint";
    return until_when;
}

namespace {

// A step that leads on from this phase, and may be taken by who asks.
std::string step_asked(const http::Request& request, const User& user, const MinutesInView& view) {
    auto step = request.parameter("faze");
    auto steps = steps_from(view.minutes.phase);
    if (std::ranges::find(steps, step) == steps.end()) throw NotFound{};
    if (!may_take(user, view, step)) throw Forbidden{};
    return step;
}

MinutesStepPage step_page(const http::Request& request, db::Session& db, const MinutesInView& view,
                          const std::string& step) {
    MinutesStepPage page{view, step, request.form_token};
    auto& texts = *request.texts;
    auto& meeting = view.at.meeting;
    if (step == "comments") {
        auto days = rules_on(db, meeting.group_id, meeting.day).minutes_days.value_or(14);
        page.until = day_in_form(request.today() + std::chrono::days{std::clamp<std::int64_t>(days, 3, 90)});
    }
    if (step == "approved") {
        page.meetings = {{"", texts.text(view.minutes_by == "next_meeting" ? "minutes.step.meeting.choose"
                                                                           : "minutes.step.meeting.none")}};
        for (auto& later : meetings_to_approve_at(db, meeting, request.today()))
            page.meetings.push_back({to_text(later.id), to_czech(later.day)});
    }
    if (step == "published") {
        auto hidden = HiddenNames::read(db, view.at.of.group, meeting, request.today());
        auto whole =
            minutes_markdown(whole_document(db, view.at.of.group, meeting, view.minutes, czech_texts(request)));
        for (auto names : {&hidden.users, &hidden.others})
            for (auto& name : *names) {
                HiddenNames alone;
                alone.users = {name}, alone.shown = hidden.shown;
                if (alone.count_in(whole) > 0) page.left_out.push_back(name);
            }
        auto copy = public_document(db, view.at.of.group, meeting, view.minutes, czech_texts(request), request.today());
        for (auto& piece : copy.pieces) {
            if (page.preview.empty() || page.preview.back().kind != piece.kind)
                page.preview.push_back({piece.kind, {}});
            page.preview.back().pieces.push_back(piece);
        }
    }
    return page;
}

}

http::Response show_minutes_step(const http::Request& request, Permit<may::StepMinutes> permit) {
    auto step = step_asked(request, permit.user(), permit.about());
    return respond(request, step_page(request, permit.db(), permit.about(), step));
}

http::Response take_minutes_step(const http::Request& request, Permit<may::StepMinutes> permit) {
    auto& db = permit.db();
    // NB: read again within the transaction, so that two people do not take one step twice.
    auto view = MinutesInView::find(db, to_text(permit.about().at.meeting.id), permit.today());
    if (!view) throw NotFound{};
    auto step = step_asked(request, permit.user(), *view);
    auto page = step_page(request, db, *view, step);
    auto& values = request.values;
    page.until = sheets::tidy(values.first("do")), page.meeting = values.first("schuzka");
    page.reason = sheets::tidy(values.first("duvod"));
    TypedStep typed{parse_coming_date(page.until, permit.today()), Id<Meeting>::parse(page.meeting),
                    sheets::text_or_nothing(page.reason)};
    page.problems = problems_of_step(db, *view, step, typed, permit.today());
    if (page.reason.size() > sheets::longest_text) page.problems.push_back({"duvod", "edit.too_long"});
    if (!page.problems.empty()) return respond(request, page, http::unprocessable);
    take_step(history::author_of(permit), *view, step, typed, {czech_texts(request), request.facts->public_url});
    audit::note_done(permit, "workgroups.minutes_stepped", view->at.meeting.id.uuid);
    return http::redirect(page.back(), "?hotovo=faze");
}

}
