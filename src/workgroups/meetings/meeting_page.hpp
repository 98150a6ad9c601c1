// The page of one meeting: when and where, what about, who comes, what came of it, and what its manager has to do next.
#pragma once

#include "platform/html/field.hpp"
#include "platform/html/outcome.hpp"
#include "platform/html/parts.hpp"
#include "platform/http/respond.hpp"
#include "workgroups/invitations/invitation.hpp"
#include "workgroups/meetings/agenda_paper.hpp"
#include "workgroups/meetings/meeting_keeping.hpp"
#include "workgroups/meetings/meeting_words.hpp"

namespace workgroups {

// One thing that its manager has done or has still to do.
struct ChecklistLine {
    html::Tag tag{};
    std::string text{};
    html::Link link{};
};
std::vector<ChecklistLine> checklist_of(db::Session&, const Meeting& placed, const i18n::Texts&, Date today);

struct AgendaLine {
    std::string title{}, time{}, presenter{}, note{};
    html::Tag tag{};    // of what was done with it; shown where it is no more to come
    bool settled = false;
    std::int64_t minutes = 0;
    std::vector<ListedPaper> papers{};
    std::string task_at{};    // where a task is given at it, for who may

    static void each_field(auto& line, auto& visit) {
        visit("title", line.title), visit("time", line.time), visit("minutes", line.minutes);
    }
};

struct InviteeLine {
    std::string name{}, role{}, answer{};
    html::Tag tag{};
    bool without_email = false;
};

struct VoteLine {
    std::string question{}, href{}, words{};
    html::Tag tag{};
};

// Another meeting of the group on the same day.
struct MeetingClash {
    html::Link link{};
    std::string words{}, time{};
};

struct MeetingPage {
    const MeetingInView& view;
    Meeting placed{};
    std::string day{}, time{}, number{}, reason{};
    html::Tag tag{};
    std::vector<AgendaLine> agenda{};
    // For those who sit in the group; empty for others.
    bool takes_part = false, keeps = false;
    std::vector<ListedPaper> sheets{};    // attendance as it was signed
    std::vector<InviteeLine> invitees{};
    ReplyTally replies{};
    bool convened_once = false, has_minutes = false;    // minutes that the reader may open, or begin
    std::vector<Attendance> attendance{};
    AttendanceTally tally{};
    Quorum quorum{};
    std::vector<VoteLine> votes{};
    std::vector<std::string> decisions{}, tasks{};
    std::vector<ChecklistLine> checklist{};
    std::vector<MeetingClash> clashes{};
    std::optional<MeetingInvitation> own{};    // of who looks, while it takes replies
    std::string own_answer{};
    std::optional<html::Link> moved_to{}, moved_from{};
    bool can_hold = false, can_change = false, can_plan_again = false, overlaps = false;
    std::string form_token{}, done{}, problem{};

    std::string at(const char* rest = "") const { return meeting_at(placed, rest); }
    std::string paper_at(const ListedPaper& one) const { return at("/podklady/") + to_text(one.paper.id); }
    std::string task_at() const {
        return "/skupiny/" + view.of.group.slug + "/ukoly/novy?jednani=" + to_text(placed.id);
    }
    std::string list_at() const { return "/skupiny/" + view.of.group.slug + "/jednani"; }
    std::string name() const { return meeting_name(placed, view.of.group); }
    std::string share(const html::Out& out) const { return attendance_share(tally, quorum, out); }
    bool over() const { return placed.state == "held"; }
    std::string replied_with(const char* reply) const {
        return own ? own->reply.value_or("") == reply ? "true" : "" : "";
    }
    html::Field substitute() const;
    http::PageHead head(const i18n::Texts&) const;
    // NB: strangers read these: no name, no paper, no reason.
    static void each_field(auto& page, auto& visit) {
        visit("group", page.view.of.group.slug), visit("name", page.name()), visit("day", page.placed.day);
        visit("time", page.time), visit("place", page.placed.place), visit("state", page.placed.state);
        visit("number", page.placed.number), visit("agenda", page.agenda), visit("problem", page.problem);
    }
    void write(html::Out&) const;
};

// The page with what was wrong with something sent from it.
http::Response meeting_again(const http::Request&, db::Session&, const MeetingInView&, const char* problem,
                             http::Status);
http::Response show_meeting(const http::Request&, Permit<may::ReadMeeting>);
// The own answer of somebody with an account.
http::Response reply_to_meeting(const http::Request&, Permit<may::TakePart>);
// What somebody told the manager by telephone.
http::Response note_reply(const http::Request&, Permit<may::KeepMeeting>);

}
