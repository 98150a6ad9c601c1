// Shows a draft of minutes to whoever got it by a letter, and takes what they object to.
#include "workgroups/minutes/minutes_by_letter.hpp"

#include "platform/history/acting.hpp"
#include "platform/time/prague.hpp"
#include "workgroups/invitations/invitation_pages.hpp"

namespace workgroups {

namespace {

std::vector<html::Choice> part_choices(db::Session& db, const OpenedDraft& opened, const i18n::Texts& texts) {
    std::vector<html::Choice> choices{{"", texts.text("minutes.by_letter.whole")}};
    auto agenda = agenda_of(db, opened.meeting.id);
    for (auto& part : parts_of(db, opened.minutes.id)) {
        auto label = shown_label(opened.minutes, part, agenda);
        choices.push_back({to_text(part.id), label.empty() ? part.heading : label + " " + part.heading});
    }
    return choices;
}

http::Response dead_draft(const http::Request& request) {
    return for_its_reader(respond(request, DeadDraftPage{request.facts->contact_email}, http::gone));
}

http::Response draft_page(const http::Request& request, const Permit<may::CommentByLetter>& permit, db::Session& db,
                          const OpenedDraft& opened, const LetterCommentForm& form, http::Status status = http::ok) {
    // Nobody signed in: whose link it was says the reason.
    permit.trail().note("workgroups.draft_read", opened.minutes.id.uuid, audit::Outcome::allowed,
                        "letter " + to_text(opened.letter.id));
    DraftByLetterPage page{opened, form, request.parameter("odkaz"), request.form_token};
    auto& czech = czech_texts(request);
    page.runs = runs_of(whole_document(db, opened.group, opened.meeting, opened.minutes, czech));
    page.parts = part_choices(db, opened, *request.texts);
    for (auto& one : comments_by_letter(db, opened))
        page.own.push_back({to_text(one.id), one.author_name, to_czech(one.kept.created_at), one.body, one.state,
                            one.reason.value_or("")});
    if (request.asked.first("hotovo") == "ano") page.done = request.texts->text("minutes.done.pripominka");
    return for_its_reader(respond(request, page, status));
}

bool wrote_enough(db::Session& db, const OpenedDraft& opened, Instant now) {
    auto own = comments_by_letter(db, opened);
    auto lately = [&](auto& one) { return now - one.kept.created_at < std::chrono::days{1}; };
    return std::ranges::count_if(own, lately) >= comments_a_day;
}

}

LetterCommentForm::LetterCommentForm(const http::Request& request, const std::vector<MinutesPart>& parts)
    : Form{request} {
    body = sheets::tidy(text("text"));
    auto asked = text("cast");
    if (auto id = Id<MinutesPart>::parse(asked); id && std::ranges::count(parts, *id, &MinutesPart::id) > 0) part = id;
    else if (!asked.empty()) problem("cast", "edit.choice.unknown");
    if (body.empty()) problem("text", "minutes.comment.missing");
    else if (body.size() > longest_comment) problem("text", "minutes.comment.too_long");
}

html::Select DraftByLetterPage::part_field() const { return {{form.field("cast", "minutes.by_letter.part"), parts}}; }
html::Area DraftByLetterPage::body_field() const { return form.area("text", "minutes.by_letter.text"); }
http::PageHead DraftByLetterPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("minutes.by_letter.title", {day()})};
}
http::PageHead DeadDraftPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("minutes.by_letter.dead")};
}

http::Response show_draft_by_letter(const http::Request& request, Permit<may::CommentByLetter> permit) {
    auto& db = permit.look();
    auto opened = draft_by_link(db, request.parameter("odkaz"), permit.now());
    if (!opened) return dead_draft(request);
    return draft_page(request, permit, db, *opened, LetterCommentForm{});
}

http::Response comment_by_letter(const http::Request& request, Permit<may::CommentByLetter> permit) {
    auto& db = permit.db();
    auto opened = draft_by_link(db, request.parameter("odkaz"), permit.now());
    if (!opened) return dead_draft(request);
    LetterCommentForm form{request, parts_of(db, opened->minutes.id)};
    bool enough = wrote_enough(db, *opened, permit.now());
    if (enough) form.problem("text", "minutes.by_letter.enough");
    if (!form.clean())
        return draft_page(request, permit, db, *opened, form, enough ? http::too_many : http::unprocessable);
    MinutesComment comment;
    comment.minutes_id = opened->minutes.id, comment.part_id = form.part;
    comment.author_name = opened->person.name, comment.body = form.body;
    auto organisation = opened->group.kept.organisation_id;
    auto source = history::keep_source(db, permit.now(), {}, organisation, "person", "odkaz v dopise s návrhem zápisu");
    add(Author{db, permit.now(), {}, organisation, source}, comment);
    audit::note_done(permit, "workgroups.minutes_commented", opened->meeting.id.uuid);
    return http::redirect("/navrh-zapisu/", request.parameter("odkaz"), "?hotovo=ano");
}

}
