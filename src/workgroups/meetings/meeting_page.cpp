// Gathers what a reader may know of a meeting.
#include "workgroups/meetings/meeting_page.hpp"

#include "platform/history/acting.hpp"
#include "platform/i18n/spoken_dates.hpp"
#include "platform/sheets/record_sheet.hpp"
#include "workgroups/minutes/minutes_record.hpp"
#include "workgroups/planning_overview/opened_records.hpp"
#include "workgroups/tasks/task.hpp"
#include "workgroups/votes/vote.hpp"

namespace workgroups {

namespace {

html::Tag item_tag(const AgendaItem& item, const i18n::Texts& texts) {
    auto kind = item.state == "done" ? html::Tag::ok : item.state == "postponed" ? html::Tag::part : html::Tag::unknown;
    return {kind, texts.text("agenda.state." + item.state)};
}

// NB: who presents and notes may name people, so strangers get the titles alone.
std::vector<AgendaLine> agenda_lines(db::Session& db, const Meeting& placed, const i18n::Texts& texts, bool takes_part,
                                     const std::string& task_at) {
    auto items = agenda_of(db, placed.id);
    if (!takes_part) std::erase_if(items, [](auto& item) { return item.state == "proposed"; });
    auto times = agenda_times(placed, items);
    auto papers = takes_part ? papers_of(db, placed.id) : std::vector<ListedPaper>{};
    std::vector<AgendaLine> lines;
    for (std::size_t n = 0; n < items.size(); ++n) {
        auto& item = items[n];
        AgendaLine line{item.title, clock_words(times[n])};
        line.minutes = item.minutes_long.value_or(0), line.tag = item_tag(item, texts);
        line.settled = item.state != "accepted";
        if (!task_at.empty() && item.state != "proposed") line.task_at = task_at + "&bod=" + to_text(item.id);
        if (takes_part) line.presenter = item.presenter.value_or(""), line.note = item.note.value_or("");
        for (auto& one : papers)
            if (one.paper.agenda_item_id == item.id && !one.paper.removed) line.papers.push_back(one);
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string answer_words(const Invitee& one, const i18n::Texts& texts) {
    if (!one.invitation || !one.invitation->reply) return texts.text("reply.none");
    if (*one.invitation->reply == "substitute")
        return texts.text("reply.sends", {one.invitation->substitute_name.value_or("")});
    return texts.text("reply." + *one.invitation->reply);
}

std::vector<InviteeLine> invitee_lines(const std::vector<Invitee>& invitees, const i18n::Texts& texts) {
    std::vector<InviteeLine> lines;
    for (auto& one : invitees) {
        auto reply = one.invitation ? one.invitation->reply.value_or("") : "";
        auto kind = reply == "comes" || reply == "substitute" ? html::Tag::ok
                    : reply == "apologises"                   ? html::Tag::part
                                                              : html::Tag::unknown;
        lines.push_back({one.member.person_name,
                         texts.text("member.role." + one.member.member.role),
                         answer_words(one, texts),
                         {kind, answer_words(one, texts)},
                         !one.email});
    }
    return lines;
}

std::vector<VoteLine> vote_lines(db::Session& db, const Meeting& meeting, const i18n::Texts& texts) {
    std::vector<VoteLine> lines;
    for (auto& vote : votes_at(db, meeting.id)) {
        VoteLine line{vote.question, meeting_at(meeting, "/hlasovani/") + to_text(vote.id)};
        if (vote.open()) line.tag = {html::Tag::run, texts.text("vote.state.open")};
        else {
            line.tag = *vote.passed ? html::Tag{html::Tag::ok, texts.text("vote.passed")}
                                    : html::Tag{html::Tag::bad, texts.text("vote.failed")};
            line.words = texts.text("vote.counts", {std::to_string(vote.votes_for.value_or(0)),
                                                    std::to_string(vote.votes_against.value_or(0)),
                                                    std::to_string(vote.abstained.value_or(0))});
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

html::Link link_to_meeting(const Meeting& meeting, const i18n::Texts& texts) {
    return {i18n::with_weekday(texts, meeting.day), meeting_at(meeting)};
}

void add_where_it_went(MeetingPage& page, db::Session& db, const i18n::Texts& texts) {
    if (page.placed.moved_to_id)
        if (auto to = find_meeting(db, *page.placed.moved_to_id)) page.moved_to = link_to_meeting(*to, texts);
    auto from = db.all<Meeting>("SELECT * FROM meetings WHERE moved_to_id = $1 ORDER BY id", page.placed.id);
    if (!from.empty()) page.moved_from = link_to_meeting(from.front(), texts);
}

void add_own_reply(MeetingPage& page, db::Session& db, const User& user, Instant now, const i18n::Texts& texts) {
    auto person = planner_of_account(db, user.id);
    if (!person || !takes_replies(page.placed, now)) return;
    page.own = find_invitation(db, page.placed.id, person->id);
    if (page.own && page.own->reply) page.own_answer = texts.text("reply.yours." + *page.own->reply);
}

void add_members_part(MeetingPage& page, const http::Request& request, db::Session& db) {
    auto& texts = *request.texts;
    auto& meeting = page.placed;
    page.reason = meeting.state_reason.value_or("");
    for (auto& one : papers_of(db, meeting.id))
        if (one.paper.purpose == "attendance" && !one.paper.removed) page.sheets.push_back(one);
    page.convened_once = !convenings_of(db, meeting.id).empty();
    auto invitees = invitees_of(db, meeting);
    page.replies = replies_of(db, meeting, invitees);
    page.invitees = invitee_lines(invitees, texts);
    page.attendance = attendance_of(db, meeting.id);
    std::erase_if(page.attendance, was_a_slip);
    page.tally = tally_of(page.attendance), page.quorum = quorum_of(db, meeting, page.attendance);
    page.votes = vote_lines(db, meeting, texts);
    for (auto& one : decisions_of(db, meeting.id)) page.decisions.push_back(one.number + ": " + one.body);
    for (auto& one : tasks_given_at(db, meeting.id)) page.tasks.push_back(one.body);
    add_own_reply(page, db, *request.user, request.now, texts);
}

// The group cannot be in two rooms at once, and seldom means to meet twice on one day.
void add_clashes(MeetingPage& page, db::Session& db, const i18n::Texts& texts) {
    for (auto& other : meetings_on_the_day_of(db, page.placed)) {
        auto time = clock_words(other.from_minute, other.to_minute);
        bool overlaps = overlap(page.placed, other);
        page.overlaps |= overlaps;
        page.clashes.push_back({{meeting_name(other, page.view.of.group), meeting_at(other)},
                                texts.text(overlaps ? "meeting.clash.overlaps" : "meeting.clash.same_day"),
                                time});
    }
}

void add_keepers_part(MeetingPage& page, const http::Request& request, db::Session& db) {
    auto& state = page.placed.state;
    page.checklist = checklist_of(db, page.placed, *request.texts, request.today());
    page.can_change = state == "planned" || state == "convened" || state == "on_demand";
    if (page.can_change && page.placed.day >= request.today()) add_clashes(page, db, *request.texts);
    page.can_hold = page.can_change && page.placed.day <= request.today();
    page.can_plan_again = state == "on_demand" || state == "cancelled" || state == "held";
}

// Whoever keeps the meeting writes from its day on; members read what is being written, strangers what was published.
bool minutes_are_open(const MeetingPage& page, const std::optional<MeetingMinutes>& minutes, Date today) {
    if (!minutes) return page.keeps && takes_minutes(page.placed, today);
    return page.takes_part || minutes->phase == "published";
}

MeetingPage meeting_page(const http::Request& request, db::Session& db, const MeetingInView& view) {
    auto& texts = *request.texts;
    MeetingPage page{view, at_its_place(db, view.meeting)};
    page.takes_part = may::TakePart::allows(*request.user, view), page.keeps = view.kept_by(*request.user);
    page.day = i18n::with_weekday(texts, page.placed.day);
    page.time = clock_words(page.placed.from_minute, page.placed.to_minute);
    page.number = meeting_number(page.placed, texts), page.tag = state_tag(page.placed, texts);
    // Tasks are given from the day of the meeting on.
    bool gives = page.keeps && (page.over() || (page.placed.stands() && page.placed.day <= request.today()));
    page.agenda = agenda_lines(db, page.placed, texts, page.takes_part, gives ? page.task_at() : "");
    page.has_minutes = minutes_are_open(page, minutes_of(db, page.placed.id), request.today());
    page.form_token = request.form_token;
    add_where_it_went(page, db, texts);
    if (page.takes_part) add_members_part(page, request, db);
    if (page.keeps) add_keepers_part(page, request, db);
    return page;
}

}

html::Field MeetingPage::substitute() const {
    html::Field field{"nahradnik", "reply.substitute.name", own ? own->substitute_name.value_or("") : ""};
    if (problem == "reply.substitute.missing") field.problem = problem;
    field.optional = true;
    return field;
}

http::PageHead MeetingPage::head(const i18n::Texts& texts) const {
    return {.title = name() + ", " + to_czech(placed.day),
            .description = texts.text("meeting.description", {name(), to_czech(placed.day)}),
            .section = "/skupiny",
            .staff = true};
}

http::Response meeting_again(const http::Request& request, db::Session& db, const MeetingInView& view,
                             const char* problem, http::Status status) {
    auto page = meeting_page(request, db, view);
    page.problem = problem;
    return respond(request, page, status);
}

http::Response show_meeting(const http::Request& request, Permit<may::ReadMeeting> permit) {
    auto page = meeting_page(request, permit.db(), permit.about());
    note_opened(request, permit.user(), permit.about().meeting.id);
    auto done = request.asked.first("hotovo");
    for (auto known :
         {"nove", "ulozeno", "presunuto", "zruseno", "konalo", "planovano", "svolano", "odpoved", "hlasovani"})
        if (done == known)
            page.done =
                request.texts->text(std::string{"meeting.done."} + known, {to_czech(permit.about().meeting.day)});
    return respond(request, page);
}

namespace {

// The substitute's name where one is sent; a text key of what is wrong otherwise.
const char* wrong_reply(const std::string& reply, const std::string& substitute) {
    if (std::ranges::find(meeting_replies, reply) == std::end(meeting_replies)) return "reply.missing";
    if (reply == "substitute" && substitute.empty()) return "reply.substitute.missing";
    if (substitute.size() > sheets::longest_line) return "edit.too_long";
    return nullptr;
}

}

http::Response reply_to_meeting(const http::Request& request, Permit<may::TakePart> permit) {
    auto& db = permit.db();
    auto& view = permit.about();
    auto person = planner_of_account(db, permit.user().id);
    auto invitation = person ? find_invitation(db, view.meeting.id, person->id) : std::nullopt;
    if (!invitation) throw Forbidden{};
    auto reply = request.values.first("odpoved"), substitute = sheets::tidy(request.values.first("nahradnik"));
    if (!takes_replies(at_its_place(db, view.meeting), permit.now()))
        return meeting_again(request, db, view, "reply.too_late", http::conflict);
    if (auto problem = wrong_reply(reply, substitute))
        return meeting_again(request, db, view, problem, http::unprocessable);
    keep_reply(history::author_of(permit), *invitation, reply, substitute, "account");
    audit::note_done(permit, "workgroups.invitation_answered", view.meeting.id.uuid);
    return http::redirect(meeting_at(view.meeting), "?hotovo=odpoved");
}

http::Response note_reply(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto& db = permit.db();
    auto& view = permit.about();
    auto planner = Id<PlanningPerson>::parse(request.values.first("kdo"));
    auto invitation = planner ? find_invitation(db, view.meeting.id, *planner) : std::nullopt;
    if (!invitation) throw NotFound{};
    auto reply = request.values.first("odpoved"), substitute = sheets::tidy(request.values.first("nahradnik"));
    if (auto problem = wrong_reply(reply, substitute))
        return meeting_again(request, db, view, problem, http::unprocessable);
    keep_reply(history::author_of(permit), *invitation, reply, substitute, "manager");
    audit::note_done(permit, "workgroups.invitation_answered", view.meeting.id.uuid);
    return http::redirect(meeting_at(view.meeting, "/svolat"), "?hotovo=odpoved");
}

}
