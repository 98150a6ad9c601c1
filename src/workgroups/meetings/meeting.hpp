// Meetings of a group, one by one and in series; what stands on their agenda and who came.
#pragma once

#include "workgroups/members/group_member.hpp"

namespace workgroups {

struct MeetingSeries {
    Id<MeetingSeries> id{};
    Id<WorkingGroup> group_id{};
    std::string name{};
    std::optional<std::string> place{};
    std::optional<std::int64_t> from_minute{}, to_minute{};    // after midnight, by the clocks of Prague
    Kept kept{};

    static constexpr auto table = "meeting_series";
    static constexpr auto content = "planning";
    static void each_field(auto& series, auto& visit) {
        visit("id", series.id), visit("group_id", series.group_id), visit("name", series.name);
        visit("place", series.place), visit("from_minute", series.from_minute), visit("to_minute", series.to_minute);
        Kept::each_field(series.kept, visit);
    }
};

inline constexpr const char* meeting_states[] = {"planned", "on_demand", "convened", "held", "cancelled", "moved"};

struct Meeting {
    Id<Meeting> id{};
    Id<WorkingGroup> group_id{};
    std::optional<Id<MeetingSeries>> series_id{};
    std::optional<std::int64_t> number{};    // the first of the group: 1
    std::optional<std::string> title{};      // nothing: the group's name
    Date day{};
    std::optional<std::int64_t> from_minute{}, to_minute{};    // nothing: as the series says; see at_its_place
    std::optional<std::string> place{};                        // nothing: as the series says
    std::optional<std::string> online_address{};
    std::string state = "planned";                // of meeting_states; on_demand: only if it turns out to be needed
    std::optional<std::string> state_reason{};    // why it was cancelled or moved
    std::optional<Id<Meeting>> moved_to_id{};
    std::optional<Instant> convened_at{};
    std::optional<std::string> attendance_note{};    // viz prezenční listina
    Kept kept{};

    // It takes place, as far as anybody knows: what the statute counts from and to.
    bool stands() const { return state == "planned" || state == "convened" || state == "held"; }

    static constexpr auto table = "meetings";
    static constexpr auto content = "planning";    // of its search
    static void each_field(auto& meeting, auto& visit) {
        visit("id", meeting.id), visit("group_id", meeting.group_id), visit("series_id", meeting.series_id);
        visit("number", meeting.number), visit("title", meeting.title), visit("day", meeting.day);
        visit("from_minute", meeting.from_minute), visit("to_minute", meeting.to_minute);
        visit("place", meeting.place), visit("online_address", meeting.online_address);
        visit("state", meeting.state), visit("state_reason", meeting.state_reason);
        visit("moved_to_id", meeting.moved_to_id), visit("convened_at", meeting.convened_at);
        visit("attendance_note", meeting.attendance_note);
        Kept::each_field(meeting.kept, visit);
    }
};

inline constexpr const char* agenda_states[] = {"proposed", "accepted", "refused", "done", "postponed"};

struct AgendaItem {
    Id<AgendaItem> id{};
    Id<WorkingGroup> group_id{};
    std::optional<Id<Meeting>> meeting_id{};    // nothing: kept for a later meeting
    std::int64_t place_in_order = 1;
    std::string title{};
    std::optional<std::int64_t> minutes_long{};
    std::optional<std::string> presenter{};
    std::optional<std::string> note{};
    std::string state = "accepted";          // of agenda_states; refused without a refusal: taken off by a slip
    std::optional<std::string> refusal{};    // why it is not to be talked about
    std::optional<Id<PlanningPerson>> proposed_by{};
    Kept kept{};

    static constexpr auto table = "agenda_items";
    static constexpr auto content = "planning";    // of its search
    static void each_field(auto& item, auto& visit) {
        visit("id", item.id), visit("group_id", item.group_id), visit("meeting_id", item.meeting_id);
        visit("place_in_order", item.place_in_order), visit("title", item.title);
        visit("minutes_long", item.minutes_long), visit("presenter", item.presenter), visit("note", item.note);
        visit("state", item.state), visit("refusal", item.refusal), visit("proposed_by", item.proposed_by);
        Kept::each_field(item.kept, visit);
    }
};

inline constexpr const char* attendance_statuses[] = {"present", "apologised", "absent", "guest"};

struct Attendance {
    Id<Attendance> id{};
    Id<Meeting> meeting_id{};
    std::optional<Id<PlanningPerson>> planner_id{};    // nothing: a guest, or nobody knows yet who this is
    std::string name{};                                // as it was written down
    db::Bytes name_sort{};
    std::optional<std::string> organisation{};
    std::string status = "present";    // of attendance_statuses
    std::optional<Id<PlanningPerson>> stands_in_for{};
    std::string came_by = "typed";    // typed, code, document, reply
    std::optional<std::string> open_question{};
    bool withdrawn = false;    // a slip, or taken back with the document it came from; counts nowhere
    Kept kept{};

    bool was_there() const { return status == "present" || status == "guest"; }

    static constexpr auto table = "attendance";
    static void each_field(auto& one, auto& visit) {
        visit("id", one.id), visit("meeting_id", one.meeting_id), visit("planner_id", one.planner_id);
        visit("name", one.name), visit("name_sort", one.name_sort), visit("organisation", one.organisation);
        visit("status", one.status), visit("stands_in_for", one.stands_in_for), visit("came_by", one.came_by);
        visit("open_question", one.open_question), visit("withdrawn", one.withdrawn);
        Kept::each_field(one.kept, visit);
    }
};

std::optional<Meeting> find_meeting(db::Session&, Id<Meeting>);
std::optional<MeetingSeries> find_series(db::Session&, Id<MeetingSeries>);
std::vector<Meeting> meetings_of(db::Session&, Id<WorkingGroup>);               // all, by day
std::vector<Meeting> meetings_between(db::Session&, Date from, Date before);    // of all groups, by day
// Other meetings of its group on its day that are planned, with the times and places of their series.
std::vector<Meeting> meetings_on_the_day_of(db::Session&, const Meeting&);
bool overlap(const Meeting& placed, const Meeting& other);    // as far as their times are known
// The meeting with the times and the place of its series where it says nothing of its own.
Meeting at_its_place(db::Session&, const Meeting&);

std::vector<AgendaItem> agenda_of(db::Session&, Id<Meeting>);          // in order, without refused ones
std::vector<AgendaItem> taken_off(db::Session&, Id<Meeting>);          // by a slip, in order
std::vector<AgendaItem> backlog_of(db::Session&, Id<WorkingGroup>);    // without a meeting, not refused, oldest first
std::vector<AgendaItem> refused_of(db::Session&, Id<WorkingGroup>);    // with a reason, the newest first, some
std::vector<Attendance> attendance_of(db::Session&, Id<Meeting>);      // by name, without withdrawn ones

}
