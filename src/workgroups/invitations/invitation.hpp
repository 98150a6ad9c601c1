// Who is invited to a meeting, by letters that put it into calendars, and what they answer.
#pragma once

#include "platform/http/request.hpp"
#include "workgroups/meetings/agenda_paper.hpp"
#include "workgroups/meetings/meeting.hpp"
#include "workgroups/meetings/meeting_view.hpp"

namespace workgroups {

inline constexpr auto convened_notice = "meeting_convened", changed_notice = "meeting_changed",
                      moved_notice = "meeting_moved", cancelled_notice = "meeting_cancelled";
inline constexpr std::string_view reply_link = "meeting_reply";
inline constexpr const char* meeting_replies[] = {"comes", "apologises", "substitute"};

struct MeetingConvening {
    Id<MeetingConvening> id{};
    Id<Meeting> meeting_id{};
    std::string kind = "request";    // request, update, cancel
    std::int64_t sequence = 0;       // as calendars count changes of one event
    std::string told{};              // day, time, place and address as the letter said them
    std::string words{};             // what the group's manager added
    Instant sent_at{};
    std::int64_t letters = 0;
    Kept kept{};

    static constexpr auto table = "meeting_convenings";
    static void each_field(auto& one, auto& visit) {
        visit("id", one.id), visit("meeting_id", one.meeting_id), visit("kind", one.kind);
        visit("sequence", one.sequence), visit("told", one.told), visit("words", one.words);
        visit("sent_at", one.sent_at), visit("letters", one.letters);
        Kept::each_field(one.kept, visit);
    }
};

struct MeetingInvitation {
    Id<MeetingInvitation> id{};
    Id<Meeting> meeting_id{};
    Id<PlanningPerson> planner_id{};
    std::optional<Instant> sent_at{};      // nothing: no e-mail is known, or it was taken back
    std::optional<std::string> reply{};    // of meeting_replies
    std::optional<std::string> substitute_name{};
    std::optional<Instant> replied_at{};
    std::optional<std::string> replied_by{};    // link, account, manager
    Kept kept{};

    static constexpr auto table = "meeting_invitations";
    static void each_field(auto& one, auto& visit) {
        visit("id", one.id), visit("meeting_id", one.meeting_id), visit("planner_id", one.planner_id);
        visit("sent_at", one.sent_at), visit("reply", one.reply), visit("substitute_name", one.substitute_name);
        visit("replied_at", one.replied_at), visit("replied_by", one.replied_by);
        Kept::each_field(one.kept, visit);
    }
};

// Somebody who is or would be invited, with what they answered so far.
struct Invitee {
    NamedMember member{};
    std::optional<std::string> email{};    // the contact, else that of the account; nothing: they have to be called
    std::optional<MeetingInvitation> invitation{};
};

// What the letters need beside the records.
struct LetterGround {
    const i18n::Texts& texts;    // Czech: letters are written in the language of the region
    std::string public_url{}, contact_email{};

    static LetterGround of(const http::Request&);
};

// Who sits in the group on the meeting's day; by role and name.
std::vector<Invitee> invitees_of(db::Session&, const Meeting&);
// Who got a letter while they sat there, and does not sit there on the day any more.
std::vector<Invitee> former_invitees_of(db::Session&, const Meeting&);
std::vector<MeetingConvening> convenings_of(db::Session&, Id<Meeting>);    // the newest first
// Those that hold: a meeting that was cancelled and is planned again has none, until it is convened anew.
std::vector<MeetingConvening> since_cancelled(std::vector<MeetingConvening>);
std::optional<MeetingInvitation> find_invitation(db::Session&, Id<Meeting>, Id<PlanningPerson>);

// Papers that go with the invitation: of the meeting and of what stands on its agenda, in the order in which they were
// added; neither of mere proposals nor sheets of attendance.
std::vector<ListedPaper> papers_for_invited(db::Session&, const Meeting&);

std::string told_of(const Meeting& placed);
// Letters went out and what they said is no longer so.
bool told_otherwise(const std::vector<MeetingConvening>&, const Meeting& placed);
// The last day on which the invitation leaves in time; nothing where no rule says so.
std::optional<Date> invite_by(db::Session&, const Meeting&);

// As everybody will read it, without the link of one person.  Kinds: request, update, repeat.
std::string letter_text(db::Session&, const MeetingInView&, const std::string& words, const char* kind,
                        const LetterGround&);
std::string letter_subject(const MeetingInView&, const char* kind, const LetterGround&);

// Invites everybody (again, where they were) and marks the meeting convened.  Who holds an account also finds it among
// their notices.  Answers how many letters left.
std::int64_t convene(const Author&, const MeetingInView&, const std::string& words, const LetterGround&);
// Tells those who got a letter that the meeting is not to be, and ends their links.  `meeting` as it was convened.
std::int64_t tell_cancelled(const Author&, const MeetingInView&, const std::string& reason,
                            const std::optional<Meeting>& moved_to, const LetterGround&);

// After mandates changed: takes the invitations to meetings to come back from those who do not sit there any more, with
// a letter that takes the event out of their calendars.  Answers how many letters left.
std::int64_t tell_former_members(const Author&, const GroupInView&, const LetterGround&);

// --- replies ---------------------------------------------------------------------------------------------------------

// While it is convened and has not begun.
bool takes_replies(const Meeting& placed, Instant now);
std::optional<MeetingInvitation> invitation_by_link(db::Session&, const std::string& token, Instant now);
void keep_reply(const Author&, const MeetingInvitation&, const std::string& reply,
                const std::optional<std::string>& substitute, const char* by);

struct ReplyTally {
    std::int64_t comes = 0, apologises = 0, substitutes = 0, silent = 0;
    std::int64_t voters = 0, expected = 0, needed = 0;    // of the members who vote: how many come or are stood in for
};
ReplyTally replies_of(db::Session&, const Meeting&, const std::vector<Invitee>&);

}
