// Shows the letter before it leaves, sends it, and takes answers.
#include "workgroups/invitations/invitation_pages.hpp"

#include "platform/files/file_room.hpp"
#include "platform/history/acting.hpp"
#include "platform/i18n/spoken_dates.hpp"
#include "platform/sheets/record_sheet.hpp"
#include "platform/time/prague.hpp"
#include "workgroups/meetings/meeting_keeping.hpp"

namespace workgroups {

namespace {

bool can_be_convened(const Meeting& placed, Instant now) {
    bool stands = placed.state == "planned" || placed.state == "convened" || placed.state == "on_demand";
    return stands && now < begins_at(placed);
}

std::string said_answer(const std::optional<MeetingInvitation>& invitation, const i18n::Texts& texts) {
    if (!invitation || !invitation->reply) return {};
    if (*invitation->reply == "substitute")
        return texts.text("reply.sends", {invitation->substitute_name.value_or("")});
    return texts.text("reply." + *invitation->reply);
}

void add_people(ConvenePage& page, db::Session& db, const i18n::Texts& texts) {
    auto invitees = invitees_of(db, page.view.meeting);
    for (auto& one : invitees)
        page.lines.push_back({to_text(one.member.member.planner_id), one.member.person_name,
                              texts.text("member.role." + one.member.member.role), said_answer(one.invitation, texts),
                              one.email.has_value(), one.invitation.has_value()});
    page.replies = replies_of(db, page.view.meeting, invitees);
}

ConvenePage convene_page(const http::Request& request, db::Session& db, const MeetingInView& view,
                         const std::string& words) {
    auto& texts = *request.texts;
    auto& meeting = view.meeting;
    auto placed = at_its_place(db, meeting);
    auto convenings = convenings_of(db, meeting.id), standing = since_cancelled(convenings);
    auto ground = LetterGround::of(request);
    ConvenePage page{view};
    page.kind = next_letter(db, meeting), page.news = news_since(db, meeting);
    page.subject = letter_subject(view, page.kind, ground);
    page.words = words, page.letter = letter_text(db, view, words, page.kind, ground);
    page.by = invite_by(db, meeting);
    page.late = page.by && *page.by < request.today() && standing.empty();
    if (page.by) page.notice_days = (meeting.day - *page.by).count();
    page.cancelled = standing.empty() && !convenings.empty();
    page.without_agenda = agenda_of(db, meeting.id).empty();
    page.is_over = !can_be_convened(placed, request.now), page.takes = takes_replies(placed, request.now);
    for (auto& one : convenings)
        page.sent.push_back({to_czech(one.sent_at), texts.text("invitation.kind." + one.kind), one.letters});
    add_people(page, db, texts);
    page.form_token = request.form_token;
    auto done = request.asked.first("hotovo");
    for (auto known : {"svolano", "odpoved"})
        if (done == known) page.done = texts.text(std::string{"invitation.done."} + known);
    return page;
}

}

html::Area ConvenePage::words_field() const {
    html::Area area{{"slova", "invitation.words", words}};
    area.hint = "invitation.words.hint", area.optional = true;
    if (problem == "edit.too_long") area.problem = problem;
    return area;
}

http::PageHead ConvenePage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("invitation.title") + " – " + view.of.group.name, .section = "/skupiny", .staff = true};
}

http::Response show_convening(const http::Request& request, Permit<may::KeepMeeting> permit) {
    return respond(request, convene_page(request, permit.db(), permit.about(), ""));
}

http::Response convene_meeting(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto& db = permit.db();
    auto view = permit.about();
    view.meeting = *find_meeting(db, view.meeting.id);
    auto words = sheets::tidy(request.values.first("slova"));
    auto again = [&](const char* problem, http::Status status) {
        auto page = convene_page(request, db, view, words);
        page.problem = problem, page.previewed = true;
        return respond(request, page, status);
    };
    if (words.size() > sheets::longest_text) return again("edit.too_long", http::unprocessable);
    if (request.values.first("krok") == "nahled") return again("", http::ok);
    if (!can_be_convened(at_its_place(db, view.meeting), permit.now()))
        return again("invitation.is_over", http::conflict);
    // A second click, or somebody who sent it meanwhile: nobody gets the same letter twice.
    if (request.values.first("rozeslano") != std::to_string(convenings_of(db, view.meeting.id).size()))
        return again("invitation.sent_meanwhile", http::conflict);
    if (invitees_of(db, view.meeting).empty()) return again("invitation.nobody", http::unprocessable);
    convene(history::author_of(permit), view, words, LetterGround::of(request));
    audit::note_done(permit, "workgroups.meeting_convened", view.meeting.id.uuid);
    return http::redirect(meeting_at(view.meeting, "/svolat"), "?hotovo=svolano");
}

// --- behind the link -------------------------------------------------------------------------------------------------

html::Field ReplyPage::substitute_field() const {
    html::Field field{"nahradnik", "reply.substitute.name", substitute};
    field.problem = problem, field.autocomplete = "name";
    return field;
}
bool ReplyPage::has_papers() const {
    return !papers.empty() || std::ranges::any_of(agenda, [](auto& item) { return !item.papers.empty(); });
}
html::ErrorSummary ReplyPage::summary() const {
    if (!problem) return {{}};
    return {{{"nahradnik", *problem}}};
}
http::PageHead ReplyPage::head(const i18n::Texts& texts) const { return {.title = texts.text("reply.title")}; }
http::PageHead DeadReplyPage::head(const i18n::Texts& texts) const { return {.title = texts.text("reply.dead")}; }

http::Response for_its_reader(http::Response response) {
    response.headers.emplace_back("Cache-Control", "no-store");
    response.headers.emplace_back("X-Robots-Tag", "noindex");
    return response;
}

namespace {

http::Response dead_reply(const http::Request& request) {
    return for_its_reader(respond(request, DeadReplyPage{request.facts->contact_email}, http::gone));
}

bool sits(db::Session& db, Id<PlanningPerson> planner, const Meeting& placed) {
    auto members = members_on(db, placed.group_id, placed.day);
    return std::ranges::any_of(members, [&](auto& one) { return one.member.planner_id == planner; });
}

// The invitation with its meeting, while it takes replies and whoever was invited sits there on the day.
struct OpenedInvitation {
    MeetingInvitation invitation;
    Meeting placed;
    WorkingGroup group;
};

std::optional<OpenedInvitation> opened_invitation(const http::Request& request, db::Session& db) {
    auto invitation = invitation_by_link(db, request.parameter("odkaz"), request.now);
    auto meeting = invitation ? find_meeting(db, invitation->meeting_id) : std::nullopt;
    if (!meeting) return {};
    auto placed = at_its_place(db, *meeting);
    auto group = find_group(db, meeting->group_id);
    if (!takes_replies(placed, request.now) || !group || !sits(db, invitation->planner_id, placed)) return {};
    return OpenedInvitation{*invitation, placed, *group};
}

void add_agenda(ReplyPage& page, db::Session& db) {
    auto papers = papers_for_invited(db, page.placed);
    auto take = [&](std::optional<Id<AgendaItem>> item) {
        std::vector<ListedPaper> taken;
        std::ranges::copy_if(papers, std::back_inserter(taken),
                             [&](auto& one) { return one.paper.agenda_item_id == item; });
        return taken;
    };
    for (auto& item : agenda_of(db, page.placed.id))
        if (item.state != "proposed") page.agenda.push_back({item.title, take(item.id)});
    page.papers = take({});
}

http::Response reply_page(const http::Request& request, db::Session& db, const OpenedInvitation& opened,
                          const char* problem = nullptr, http::Status status = http::ok) {
    auto& texts = *request.texts;
    auto& [invitation, placed, group] = opened;
    ReplyPage page{request.parameter("odkaz"), meeting_name(placed, group)};
    if (auto person = find_planner(db, invitation.planner_id)) page.person = person->name;
    page.day = i18n::with_weekday(texts, placed.day), page.time = clock_words(placed.from_minute, placed.to_minute);
    page.form_token = request.form_token, page.placed = placed;
    page.reply = invitation.reply.value_or("");
    if (invitation.reply) page.answer = texts.text("reply.yours." + *invitation.reply);
    page.substitute = invitation.substitute_name.value_or("");
    if (problem) page.problem = problem, page.substitute = request.values.first("nahradnik");
    add_agenda(page, db);
    if (request.asked.first("hotovo") == "ano") page.done = texts.text("reply.saved");
    return for_its_reader(respond(request, page, status));
}

}

http::Response show_reply(const http::Request& request, Permit<may::AnswerInvitation> permit) {
    auto opened = opened_invitation(request, permit.look());
    if (!opened) return dead_reply(request);
    return reply_page(request, permit.look(), *opened);
}

http::Response save_reply(const http::Request& request, Permit<may::AnswerInvitation> permit) {
    auto& db = permit.db();
    auto opened = opened_invitation(request, db);
    if (!opened) return dead_reply(request);
    auto reply = request.values.first("odpoved"), substitute = sheets::tidy(request.values.first("nahradnik"));
    if (std::ranges::find(meeting_replies, reply) == std::end(meeting_replies))
        return reply_page(request, db, *opened, "reply.missing", http::unprocessable);
    if (reply == "substitute" && substitute.empty())
        return reply_page(request, db, *opened, "reply.substitute.missing", http::unprocessable);
    if (substitute.size() > sheets::longest_line || substitute.find('\n') != substitute.npos)
        return reply_page(request, db, *opened, "edit.too_long", http::unprocessable);
    auto organisation = opened->group.kept.organisation_id;
    auto source = history::keep_source(db, permit.now(), {}, organisation, "person", "odkaz v pozvánce");
    keep_reply({db, permit.now(), {}, organisation, source}, opened->invitation, reply, substitute, "link");
    audit::note_done(permit, "workgroups.invitation_answered", opened->placed.id.uuid);
    return http::redirect("/ucast/", request.parameter("odkaz"), "?hotovo=ano");
}

http::Response send_invited_paper(const http::Request& request, Permit<may::ReadInvitedPaper> permit) {
    auto& db = permit.look();
    auto opened = opened_invitation(request, db);
    if (!opened) return dead_reply(request);
    auto papers = papers_for_invited(db, opened->placed);
    auto asked = request.id<AgendaPaper>("podklad");
    auto one = std::ranges::find(papers, asked, [](auto& listed) { return listed.paper.id; });
    if (one == papers.end()) throw NotFound{};
    auto& room = request.use<files::FileRoom>();
    auto file = files::find(db, one->paper.file_id);
    auto name = file ? room.name_of(*file) : std::nullopt;
    if (!name) throw NotFound{};
    // Nobody signed in: whose link it was says the reason.
    permit.trail().note("workgroups.paper_read", asked.uuid, audit::Outcome::allowed,
                        "invitation " + to_text(opened->invitation.id));
    return for_its_reader(room.answer(*file, *name, false));
}

}
