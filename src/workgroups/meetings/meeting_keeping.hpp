// How meetings are moved, cancelled and held, and how their agenda and attendance are kept.
#pragma once

#include "workgroups/meetings/meeting.hpp"
#include "workgroups/statutes/statute.hpp"

namespace workgroups {

// The new meeting takes over series, number, title and what was to be talked about; the old one says where it went.
Id<Meeting> move_meeting(const Author&, const Meeting&, Meeting next, const std::string& reason);
// What was to be talked about waits for a later meeting.
void cancel_meeting(const Author&, const Meeting&, const std::string& reason);
// Gives it the group's next number, unless it has one: the first meeting of a group is number 1 (row 4.01),
// also where those before it have none.  Keeps the
// list of the tasks that came back to it.
void hold_meeting(const Author&, const Meeting&);
// On demand or cancelled by a slip: it is planned again.  One that was held was not: as it stood before.
void plan_again(const Author&, const Meeting&);

// All its meetings are still to come as they were planned, and nothing stands on any of them.
bool is_untouched(db::Session&, Id<MeetingSeries>, Date today);
// A whole series that was a slip: its meetings stay as cancelled ones.
void take_series_back(const Author&, Id<MeetingSeries>, const std::string& reason);

// --- agenda ----------------------------------------------------------------------------------------------------------

std::optional<AgendaItem> find_agenda_item(db::Session&, Id<AgendaItem>);
// Behind all others.
Id<AgendaItem> put_on_agenda(const Author&, const Meeting&, AgendaItem&);
// One place up or down among the items of its meeting; false at the end of the way.
bool shift_item(const Author&, const AgendaItem&, bool up);
void take_into(const Author&, const AgendaItem&, const Meeting&);    // from the backlog
void postpone_item(const Author&, const AgendaItem&);                // to the backlog
void refuse_item(const Author&, const AgendaItem&, const std::string& reason);
void take_off(const Author&, const AgendaItem&);    // it was a slip
// Refused or taken off: what waits for a meeting is a proposal again, what stood on an agenda stands there.
void put_back(const Author&, const AgendaItem&);

// When each item begins, in minutes after midnight, counted from the start; nothing behind one of unknown length.
std::vector<std::optional<std::int64_t>> agenda_times(const Meeting& placed, const std::vector<AgendaItem>&);
// Where all lengths are known; past midnight it is more than a day has.
std::optional<std::int64_t> agenda_end(const Meeting& placed, const std::vector<AgendaItem>&);

// --- attendance ------------------------------------------------------------------------------------------------------

struct AttendanceTally {
    std::int64_t present = 0, apologised = 0, absent = 0, guests = 0, questions = 0;
    // Who is known to belong there; guests aside.
    std::int64_t known() const { return present + apologised + absent; }
    std::int64_t percent() const { return known() ? (100 * present + known() / 2) / known() : 0; }
};
// A name that came in by the code or was typed, of whom it was said that they were not there: nobody counts them.
bool was_a_slip(const Attendance&);
AttendanceTally tally_of(const std::vector<Attendance>&);

// Of the members who vote: neither guests nor those who stand in for somebody.
struct Quorum {
    std::int64_t voters = 0, there = 0, needed = 0;
    std::int64_t unnoted =
        0;    // of whom nobody has said yet whether they are there; nobody, where a document told all
    bool reached() const { return there >= needed; }
};
Quorum quorum_of(db::Session&, const Meeting&, const std::vector<Attendance>&);

// Whom somebody stands in for, where they are a substitute by mandate.
std::optional<Id<PlanningPerson>> stands_in_for(const std::vector<NamedMember>&, const NamedMember&);

// One row for a person; a second click changes it.
void mark_attendance(const Author&, const Meeting&, const std::vector<NamedMember>&, const NamedMember&,
                     const std::string& status, const std::string& came_by);
// A tap by mistake: nobody has said anything of this person.
void unmark_attendance(const Author&, const Meeting&, Id<PlanningPerson>);
std::optional<Attendance> find_attendance(db::Session&, Id<Attendance>);

}
