// Signing in by a code on the wall.  Whoever has the code may be a stranger: the page shows no name that the group does
// not show to all, its answer is the same whether a name fits a member or not, and what it writes says that it came by
// the code, so that the group's manager can look and correct.
#include "platform/auth/action_links.hpp"
#include "platform/history/acting.hpp"
#include "platform/search/fold.hpp"
#include "platform/sheets/record_sheet.hpp"
#include "platform/time/prague.hpp"
#include "workgroups/meetings/attendance_pages.hpp"

namespace workgroups {

namespace {

http::Response for_one_reader_only(http::Response response) {
    response.headers.emplace_back("Cache-Control", "no-store");
    response.headers.emplace_back("X-Robots-Tag", "noindex");
    return response;
}

http::Response code_is_gone(const http::Request& request) {
    return for_one_reader_only(respond(request, CodeGonePage{}, http::gone));
}

bool lets_sign_in(const Meeting& meeting, Date today) {
    return meeting.day == today && meeting.state != "cancelled" && meeting.state != "moved";
}

std::optional<MeetingInView> meeting_by_code(const http::Request& request, db::Session& db) {
    auto link = auth::usable_link(db, attendance_link, request.parameter("odkaz"), request.now);
    if (!link || !link->about) return {};
    auto view = MeetingInView::find(db, to_text(Id<Meeting>{*link->about}), request.today());
    if (!view || !lets_sign_in(view->meeting, request.today())) return {};
    return view;
}

}

documents::QrPicture AttendanceCodePage::picture(html::Out& out) const {
    return {address, out.text("attendance.code.label")};
}
http::PageHead AttendanceCodePage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("attendance.code.title"), .section = "/skupiny"};
}

http::Response make_code(const http::Request&, Permit<may::KeepMeeting> permit) {
    auto& db = permit.db();
    auto& view = permit.about();
    if (!lets_sign_in(view.meeting, permit.today())) throw Conflict{};
    auth::revoke_links(db, attendance_link, view.meeting.id.uuid, permit.now());
    auto token = auth::make_link(db, permit.now(), view.of.group.kept.organisation_id, attendance_link, {},
                                 view.meeting.id.uuid, code_holds);
    audit::note_done(permit, "workgroups.attendance_kept", view.meeting.id.uuid);
    return http::redirect(meeting_at(view.meeting, "/kod/"), token);
}

http::Response show_code(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto& view = permit.about();
    auto link = auth::usable_link(permit.db(), attendance_link, request.parameter("odkaz"), permit.now());
    if (!link || link->about != view.meeting.id.uuid) return code_is_gone(request);
    AttendanceCodePage page{view, request.facts->public_url + "/prezence/" + request.parameter("odkaz"),
                            to_czech(in_prague(link->expires_at).time), request.form_token};
    return for_one_reader_only(respond(request, page));
}

http::Response end_code(const http::Request&, Permit<may::KeepMeeting> permit) {
    auto& view = permit.about();
    auth::revoke_links(permit.db(), attendance_link, view.meeting.id.uuid, permit.now());
    return http::redirect(meeting_at(view.meeting, "/dochazka"));
}

// --- before the wall -------------------------------------------------------------------------------------------------

CodeForm::CodeForm(const http::Request& request) : Form{request} {
    if (request.values.first("jak") == "ucet") return;
    if (name.size() < 3) problem("jmeno", "attendance.name.missing");
    else if (name.size() > 120 || name.find('\n') != name.npos) problem("jmeno", "edit.too_long");
    if (organisation && (organisation->size() > 200 || organisation->find('\n') != organisation->npos))
        problem("organizace", "edit.too_long");
}

html::Field CodeSignInPage::organisation() const {
    auto field = form.field("organizace", "member.organisation");
    field.optional = true;
    return field;
}
http::PageHead CodeSignInPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("attendance.code.sign_in")};
}
http::PageHead CodeGonePage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("attendance.code.gone")};
}

namespace {

const NamedMember* account_among(const std::vector<NamedMember>& members, const User& user) {
    if (!user.signed_in()) return nullptr;
    for (auto& one : members)
        if (one.account_id == user.id) return &one;
    return nullptr;
}

http::Response sign_in_page(const http::Request& request, db::Session& db, const MeetingInView& view,
                            const CodeForm& form, const std::string& signed_name = "", http::Status status = http::ok) {
    CodeSignInPage page{form, request.parameter("odkaz"), view.of.group.name, to_czech(view.meeting.day),
                        request.form_token};
    auto members = members_on(db, view.meeting.group_id, view.meeting.day);
    // NB: of a group that is not public, nobody's name.
    for (auto& one : members)
        if (view.of.group.published && one.shown_to_all(view.of.group)) page.names.push_back(one.person_name);
    if (auto own = account_among(members, *request.user)) page.account = own->person_name;
    page.signed_name = signed_name;
    return for_one_reader_only(respond(request, page, status));
}

// A name that fits exactly one member who has not been noted as there is theirs; what fits several stays a question.
void note_by_code(const Author& author, const MeetingInView& view, const CodeForm& form, const i18n::Texts& texts) {
    auto& db = author.work;
    auto members = members_on(db, view.meeting.group_id, view.meeting.day);
    auto folded = search::fold(form.name);
    std::vector<const NamedMember*> fitting;
    for (auto& one : members)
        if (search::fold(one.person_name) == folded) fitting.push_back(&one);
    auto all = attendance_of(db, view.meeting.id);
    if (fitting.size() == 1) {
        auto there = std::ranges::any_of(
            all, [&](auto& row) { return row.planner_id == fitting.front()->member.planner_id && row.was_there(); });
        if (!there) mark_attendance(author, view.meeting, members, *fitting.front(), "present", "code");
        return;
    }
    // A second click is no second guest.
    if (std::ranges::any_of(all, [&](auto& row) { return !row.planner_id && search::fold(row.name) == folded; }))
        return;
    Attendance guest;
    guest.meeting_id = view.meeting.id, guest.name = form.name, guest.organisation = form.organisation;
    guest.status = "guest", guest.came_by = "code";
    if (fitting.size() > 1) guest.open_question = texts.text("attendance.question.several");
    add(author, guest);
}

}

http::Response show_code_sign_in(const http::Request& request, Permit<may::SignInByCode> permit) {
    auto view = meeting_by_code(request, permit.db());
    if (!view) return code_is_gone(request);
    CodeForm form;
    return sign_in_page(request, permit.db(), *view, form);
}

http::Response sign_in_by_code(const http::Request& request, Permit<may::SignInByCode> permit) {
    auto view = meeting_by_code(request, permit.look());
    if (!view) return code_is_gone(request);
    CodeForm form{request};
    if (!form.clean()) return sign_in_page(request, permit.look(), *view, form, "", http::unprocessable);
    auto& db = permit.db();
    auto by_code = db.one<std::int64_t>("SELECT count(*) FROM attendance WHERE meeting_id = $1 AND came_by = 'code'"
                                        " AND withdrawn = FALSE",
                                        view->meeting.id);
    if (by_code >= signed_by_code_most) {
        form.problem("jmeno", "attendance.code.full");
        return sign_in_page(request, db, *view, form, "", http::unprocessable);
    }
    auto organisation = view->of.group.kept.organisation_id;
    auto user = permit.user().signed_in() ? std::optional{permit.user().id} : std::nullopt;
    auto source = history::keep_source(db, permit.now(), user, organisation, "person", "prezence kódem");
    Author author{db, permit.now(), user, organisation, source};
    auto members = members_on(db, view->meeting.group_id, view->meeting.day);
    auto own = account_among(members, permit.user());
    bool by_account = request.values.first("jak") == "ucet";
    if (by_account && !own) throw Forbidden{};
    if (by_account) mark_attendance(author, view->meeting, members, *own, "present", "code");
    else note_by_code(author, *view, form, *request.texts);
    CodeForm empty;
    return sign_in_page(request, db, *view, empty, by_account ? own->person_name : form.name);
}

}
