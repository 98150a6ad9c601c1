// Handlers of the attendance sheet.
#include "workgroups/meetings/attendance_pages.hpp"

#include "platform/files/file_room.hpp"
#include "platform/history/acting.hpp"
#include "platform/i18n/spoken_dates.hpp"
#include "platform/search/fold.hpp"
#include "platform/sheets/record_sheet.hpp"
#include "workgroups/invitations/invitation.hpp"

namespace workgroups {

namespace {

const Attendance* row_of(const std::vector<Attendance>& all, Id<PlanningPerson> planner) {
    for (auto& one : all)
        if (one.planner_id == planner) return &one;
    return nullptr;
}

std::string reply_of(const Invitee& one, const i18n::Texts& texts) {
    if (!one.invitation || !one.invitation->reply) return {};
    if (*one.invitation->reply == "substitute")
        return texts.text("reply.sends", {one.invitation->substitute_name.value_or("")});
    return texts.text("reply." + *one.invitation->reply);
}

std::string family_name(const std::string& name) {
    auto folded = search::fold(name);
    return folded.substr(folded.rfind(' ') + 1);
}

// Whom the manager wrote down as a guest is one, unless a member is called so.
bool asks_who(const Attendance& row, const std::vector<AttendanceLine>& members) {
    if (row.planner_id) return false;
    if (row.open_question || row.came_by != "typed") return true;
    return std::ranges::any_of(
        members, [&](auto& one) { return one.status.empty() && family_name(one.name) == family_name(row.name); });
}

void add_members(AttendancePage& page, db::Session& db, std::vector<Attendance> all, const i18n::Texts& texts) {
    auto& meeting = page.view.meeting;
    page.members = {{"", texts.text("attendance.stands_in.nobody")}};
    for (auto& one : invitees_of(db, meeting)) {
        auto& named = one.member;
        AttendanceLine line{to_text(named.member.planner_id), named.person_name,
                            texts.text("member.role." + named.member.role), named.organisation.value_or("")};
        line.substitute = named.member.stands_in_for_id.has_value(), line.reply = reply_of(one, texts);
        auto row = row_of(all, named.member.planner_id);
        if (row) line.status = row->status == "guest" ? "present" : row->status, line.by_code = row->came_by == "code";
        bool apologised = one.invitation && one.invitation->reply == "apologises";
        page.has_apologies |= !row && apologised;
        page.lines.push_back(std::move(line));
        if (named.member.counts()) page.members.push_back({to_text(named.member.planner_id), named.person_name});
        std::erase_if(all, [&](auto& other) { return other.planner_id == named.member.planner_id; });
    }
    for (auto& one : all) page.others.push_back({one, asks_who(one, page.lines)});
}

http::Response attendance_page(const http::Request& request, db::Session& db, const MeetingInView& view,
                               const GuestForm& form, const char* problem = "", http::Status status = http::ok) {
    AttendancePage page{view, form};
    page.bytes_most = request.use<files::FileRoom>().settings().bytes_most;
    auto all = attendance_of(db, view.meeting.id);
    page.tally = tally_of(all), page.quorum = quorum_of(db, view.meeting, all);
    add_members(page, db, all, *request.texts);
    for (auto& one : papers_of(db, view.meeting.id))
        if (one.paper.purpose == "attendance" && !one.paper.removed) page.sheets.push_back(one);
    page.today = view.meeting.day == request.today();
    page.takes_minutes = takes_minutes(view.meeting, request.today());
    page.form_token = request.form_token, page.problem = problem;
    auto done = request.asked.first("hotovo");
    for (auto known : {"zapsano", "host", "podklad", "poznamka", "omluvy", "nezapsano"})
        if (done == known) page.done = request.texts->text(std::string{"attendance.done."} + known);
    return respond(request, page, status);
}

http::Response back_to_sheet(const Permit<may::KeepMeeting>& permit, const char* done) {
    audit::note_done(permit, "workgroups.attendance_kept", permit.about().meeting.id.uuid);
    return http::redirect(meeting_at(permit.about().meeting, "/dochazka"), done);
}

// Nobody was at a meeting that is not to be, nor at one that is still to come.
bool takes_attendance(const Meeting& meeting, Date today) {
    return meeting.state != "cancelled" && meeting.state != "moved" && meeting.day <= today;
}

}

GuestForm::GuestForm(const http::Request& request) : Form{request} {
    if (name.empty()) problem("jmeno", "attendance.name.missing");
    else if (name.size() > sheets::longest_line || name.find('\n') != name.npos) problem("jmeno", "edit.too_long");
    if (organisation && organisation->size() > sheets::longest_line) problem("organizace", "edit.too_long");
}

html::Field AttendancePage::name() const { return form.field("jmeno", "attendance.name"); }
html::Field AttendancePage::organisation() const {
    auto field = form.field("organizace", "member.organisation");
    field.optional = true;
    return field;
}
html::Select AttendancePage::stands_in() const {
    html::Select select{{form.field("zastupuje", "attendance.stands_in"), members}};
    select.optional = true;
    return select;
}
html::Field AttendancePage::note() const {
    html::Field field{"poznamka", "attendance.note", view.meeting.attendance_note.value_or("")};
    field.hint = "attendance.note.hint", field.optional = true;
    return field;
}
http::PageHead AttendancePage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("attendance.title") + " – " + view.of.group.name, .section = "/skupiny", .staff = true};
}

http::Response show_attendance(const http::Request& request, Permit<may::KeepMeeting> permit) {
    GuestForm form;
    return attendance_page(request, permit.db(), permit.about(), form);
}

http::Response mark_member(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto& db = permit.db();
    auto& view = permit.about();
    auto status = request.values.first("stav");
    auto planner = Id<PlanningPerson>::parse(request.values.first("kdo"));
    auto members = members_on(db, view.meeting.group_id, view.meeting.day);
    auto who = std::ranges::find_if(members, [&](auto& one) { return planner && one.member.planner_id == *planner; });
    if (who == members.end()) throw NotFound{};
    if (status == "unnoted") {
        unmark_attendance(history::author_of(permit), view.meeting, *planner);
        return back_to_sheet(permit, "?hotovo=nezapsano");
    }
    if (status != "present" && status != "apologised" && status != "absent") throw NotFound{};
    // Who apologised did so before; who came, came on the day.
    if (status != "apologised" && !takes_attendance(view.meeting, permit.today())) {
        GuestForm form;
        return attendance_page(request, db, view, form, "attendance.too_early", http::conflict);
    }
    mark_attendance(history::author_of(permit), view.meeting, members, *who, status, "typed");
    return back_to_sheet(permit, "?hotovo=zapsano");
}

http::Response add_guest(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto& db = permit.db();
    auto& view = permit.about();
    GuestForm form{request};
    auto planner = Id<PlanningPerson>::parse(form.stands_in);
    auto members = members_on(db, view.meeting.group_id, view.meeting.day);
    bool known = planner && std::ranges::any_of(members, [&](auto& one) {
                     return one.member.planner_id == *planner && one.member.counts();
                 });
    if (!form.stands_in.empty() && !known) form.problem("zastupuje", "edit.choice.unknown");
    if (!takes_attendance(view.meeting, permit.today())) form.problem("jmeno", "attendance.too_early");
    if (!form.clean()) return attendance_page(request, db, view, form, "", http::unprocessable);
    Attendance guest;
    guest.meeting_id = view.meeting.id, guest.name = form.name, guest.organisation = form.organisation;
    guest.status = planner ? "present" : "guest", guest.stands_in_for = planner;
    add(history::author_of(permit), guest);
    return back_to_sheet(permit, "?hotovo=host");
}

http::Response settle_attendance(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto& db = permit.db();
    auto& view = permit.about();
    auto row = find_attendance(db, request.id<Attendance>("ucast"));
    if (!row || row->meeting_id != view.meeting.id || row->planner_id) throw NotFound{};
    auto after = *row;
    auto step = request.values.first("krok");
    auto planner = Id<PlanningPerson>::parse(request.values.first("kdo"));
    auto members = members_on(db, view.meeting.group_id, view.meeting.day);
    bool member = planner && std::ranges::any_of(members, [&](auto& one) { return one.member.planner_id == *planner; });
    auto all = attendance_of(db, view.meeting.id);
    if (step == "clen" && member) {
        // There already by another tap: then this was the same person, and one row is enough.
        if (row_of(all, *planner))
            after.status = "absent", after.open_question = request.texts->text("attendance.twice");
        else after.planner_id = planner, after.status = "present", after.open_question.reset();
    } else if (step == "host") after.status = "guest", after.open_question.reset();
    else if (step == "nebyl") after.status = "absent", after.open_question.reset();
    else throw NotFound{};
    change(history::author_of(permit), *row, after);
    return back_to_sheet(permit, "?hotovo=zapsano");
}

http::Response take_apologies(const http::Request&, Permit<may::KeepMeeting> permit) {
    auto& db = permit.db();
    auto& meeting = permit.about().meeting;
    auto author = history::author_of(permit);
    auto all = attendance_of(db, meeting.id);
    auto members = members_on(db, meeting.group_id, meeting.day);
    for (auto& one : invitees_of(db, meeting))
        if (one.invitation && one.invitation->reply == "apologises" && !row_of(all, one.member.member.planner_id))
            mark_attendance(author, meeting, members, one.member, "apologised", "reply");
    return back_to_sheet(permit, "?hotovo=omluvy");
}

http::Response note_attendance(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto& db = permit.db();
    auto note = sheets::tidy(request.values.first("poznamka"));
    if (note.size() > sheets::longest_line) {
        GuestForm form;
        return attendance_page(request, db, permit.about(), form, "edit.too_long", http::unprocessable);
    }
    auto meeting = *find_meeting(db, permit.about().meeting.id);
    auto after = meeting;
    after.attendance_note = sheets::text_or_nothing(note);
    change(history::author_of(permit), meeting, after);
    return back_to_sheet(permit, "?hotovo=poznamka");
}

// --- on paper --------------------------------------------------------------------------------------------------------

http::PageHead AttendancePrintPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("attendance.sheet") + " – " + view.of.group.name, .section = "/skupiny", .staff = true};
}

http::Response print_attendance(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto& db = permit.db();
    auto& view = permit.about();
    AttendancePrintPage page{view, at_its_place(db, view.meeting)};
    page.day = i18n::with_weekday(*request.texts, page.placed.day);
    page.time = clock_words(page.placed.from_minute, page.placed.to_minute);
    for (auto& one : members_on(db, view.meeting.group_id, view.meeting.day))
        page.lines.push_back({one.person_name, one.organisation.value_or("")});
    for (int empty = 0; empty < 5; ++empty) page.lines.push_back({});
    return respond(request, page);
}

}
