// Keeps meetings, their agenda and who came.
#include "workgroups/meetings/meeting_keeping.hpp"

#include "workgroups/tasks/task_acts.hpp"

#include <set>

namespace workgroups {

namespace {

// Those that somebody still wants to talk about.
std::vector<AgendaItem> open_items(db::Session& db, Id<Meeting> meeting) {
    return db.all<AgendaItem>("SELECT * FROM agenda_items WHERE meeting_id = $1 AND state IN ('accepted', 'proposed')"
                              " ORDER BY place_in_order, id",
                              meeting);
}

}

Id<Meeting> move_meeting(const Author& author, const Meeting& meeting, Meeting next, const std::string& reason) {
    next.group_id = meeting.group_id, next.series_id = meeting.series_id, next.number = meeting.number;
    next.title = meeting.title, next.state = "planned";
    auto id = add(author, next);
    for (auto& item : open_items(author.work, meeting.id)) {
        auto moved = item;
        moved.meeting_id = id;
        change(author, item, moved);
    }
    auto after = meeting;
    after.state = "moved", after.state_reason = reason, after.moved_to_id = id, after.number.reset();
    change(author, meeting, after);
    return id;
}

void cancel_meeting(const Author& author, const Meeting& meeting, const std::string& reason) {
    for (auto& item : open_items(author.work, meeting.id)) postpone_item(author, item);
    auto after = meeting;
    after.state = "cancelled", after.state_reason = reason;
    change(author, meeting, after);
}

namespace {

// Behind the highest, and behind those that were held and never got a number.
std::int64_t next_number(db::Session& db, Id<WorkingGroup> group) {
    auto highest = db.one<std::int64_t>("SELECT coalesce(max(number), 0) FROM meetings"
                                        " WHERE group_id = $1 AND state = 'held'",
                                        group);
    auto held = db.one<std::int64_t>("SELECT count(*) FROM meetings WHERE group_id = $1 AND state = 'held'", group);
    return std::max(highest, held) + 1;
}

}

void hold_meeting(const Author& author, const Meeting& meeting) {
    auto after = meeting;
    after.state = "held";
    if (!after.number) after.number = next_number(author.work, meeting.group_id);
    change(author, meeting, after);
    // Which tasks came back to it stays as it was, also where nobody has said a word of them yet.
    keep_checked_tasks(author, after);
}

void plan_again(const Author& author, const Meeting& meeting) {
    auto after = meeting;
    after.state = meeting.state == "held" && meeting.convened_at ? "convened" : "planned";
    after.state_reason.reset();
    if (meeting.state == "cancelled") after.convened_at.reset();
    change(author, meeting, after);
}

bool is_untouched(db::Session& db, Id<MeetingSeries> series, Date today) {
    auto all = db.one<std::int64_t>("SELECT count(*) FROM meetings WHERE series_id = $1", series);
    auto as_planned = db.one<std::int64_t>(
        "SELECT count(*) FROM meetings WHERE series_id = $1 AND state IN ('planned', 'on_demand') AND version = 1"
        " AND day >= $2 AND NOT EXISTS (SELECT 1 FROM agenda_items WHERE meeting_id = meetings.id)"
        " AND NOT EXISTS (SELECT 1 FROM agenda_papers WHERE meeting_id = meetings.id)"
        " AND NOT EXISTS (SELECT 1 FROM attendance WHERE meeting_id = meetings.id)"
        " AND NOT EXISTS (SELECT 1 FROM votes WHERE meeting_id = meetings.id)"
        " AND NOT EXISTS (SELECT 1 FROM meeting_minutes WHERE meeting_id = meetings.id)",
        series, today);
    return all > 0 && all == as_planned;
}

void take_series_back(const Author& author, Id<MeetingSeries> series, const std::string& reason) {
    for (auto& meeting : author.work.all<Meeting>("SELECT * FROM meetings WHERE series_id = $1 ORDER BY day", series))
        cancel_meeting(author, meeting, reason);
}

// --- agenda ----------------------------------------------------------------------------------------------------------

std::optional<AgendaItem> find_agenda_item(db::Session& db, Id<AgendaItem> id) {
    return db.maybe<AgendaItem>("SELECT * FROM agenda_items WHERE id = $1", id);
}

namespace {

std::int64_t next_place(db::Session& db, Id<Meeting> meeting) {
    return db.one<std::int64_t>("SELECT coalesce(max(place_in_order), 0) + 1 FROM agenda_items WHERE meeting_id = $1",
                                meeting);
}

}

Id<AgendaItem> put_on_agenda(const Author& author, const Meeting& meeting, AgendaItem& item) {
    item.group_id = meeting.group_id, item.meeting_id = meeting.id;
    item.place_in_order = next_place(author.work, meeting.id);
    return add(author, item);
}

bool shift_item(const Author& author, const AgendaItem& item, bool up) {
    if (!item.meeting_id) return false;
    auto items = agenda_of(author.work, *item.meeting_id);
    auto at = std::ranges::find(items, item.id, &AgendaItem::id);
    if (at == items.end() || (up ? at == items.begin() : at + 1 == items.end())) return false;
    std::iter_swap(at, up ? at - 1 : at + 1);
    // Places may be the same after an import, so all are counted anew.
    for (std::int64_t place = 1; auto& one : items) {
        auto after = one;
        after.place_in_order = place++;
        change(author, one, after);
    }
    return true;
}

void take_into(const Author& author, const AgendaItem& item, const Meeting& meeting) {
    auto after = item;
    after.meeting_id = meeting.id, after.state = "accepted";
    after.place_in_order = next_place(author.work, meeting.id);
    change(author, item, after);
}

void postpone_item(const Author& author, const AgendaItem& item) {
    auto after = item;
    after.meeting_id.reset(), after.state = "postponed";
    change(author, item, after);
}

void refuse_item(const Author& author, const AgendaItem& item, const std::string& reason) {
    auto after = item;
    after.state = "refused", after.refusal = reason;
    change(author, item, after);
}

void take_off(const Author& author, const AgendaItem& item) {
    auto after = item;
    after.state = "refused";
    change(author, item, after);
}

void put_back(const Author& author, const AgendaItem& item) {
    auto after = item;
    after.state = item.meeting_id ? "accepted" : "proposed", after.refusal.reset();
    change(author, item, after);
}

std::vector<std::optional<std::int64_t>> agenda_times(const Meeting& placed, const std::vector<AgendaItem>& items) {
    std::vector<std::optional<std::int64_t>> times;
    auto now = placed.from_minute;
    for (auto& item : items) {
        times.push_back(now);
        if (now && item.minutes_long) *now += *item.minutes_long;
        else now.reset();
        if (now && *now >= 24 * 60) now.reset();
    }
    return times;
}

std::optional<std::int64_t> agenda_end(const Meeting& placed, const std::vector<AgendaItem>& items) {
    auto end = placed.from_minute;
    for (auto& item : items)
        if (end && item.minutes_long) *end += *item.minutes_long;
        else end.reset();
    return items.empty() ? std::nullopt : end;
}

// --- attendance ------------------------------------------------------------------------------------------------------

bool was_a_slip(const Attendance& one) {
    return one.status == "absent" && !one.planner_id && one.came_by != "document";
}

AttendanceTally tally_of(const std::vector<Attendance>& all) {
    AttendanceTally tally;
    for (auto& one : all) {
        if (one.status == "present") ++tally.present;
        if (one.status == "apologised") ++tally.apologised;
        if (one.status == "absent" && !was_a_slip(one)) ++tally.absent;
        if (one.status == "guest") ++tally.guests;
        if (one.open_question) ++tally.questions;
    }
    return tally;
}

Quorum quorum_of(db::Session& db, const Meeting& meeting, const std::vector<Attendance>& attendance) {
    std::set<Id<PlanningPerson>> there, noted;
    bool told_by_document = std::ranges::count(attendance, std::string{"document"}, &Attendance::came_by) > 0;
    for (auto& one : attendance) {
        if (one.planner_id) noted.insert(*one.planner_id);
        if (one.status != "present") continue;
        if (one.planner_id) there.insert(*one.planner_id);
        if (one.stands_in_for) there.insert(*one.stands_in_for);
    }
    Quorum quorum;
    for (auto& one : members_on(db, meeting.group_id, meeting.day)) {
        if (!one.member.counts()) continue;
        ++quorum.voters;
        bool here = there.contains(one.member.planner_id);
        if (here) ++quorum.there;
        else if (!told_by_document && !noted.contains(one.member.planner_id)) ++quorum.unnoted;
    }
    quorum.needed = rules_on(db, meeting.group_id, meeting.day).needed_of(quorum.voters);
    return quorum;
}

std::optional<Id<PlanningPerson>> stands_in_for(const std::vector<NamedMember>& members, const NamedMember& who) {
    if (!who.member.stands_in_for_id) return {};
    for (auto& one : members)
        if (one.member.id == *who.member.stands_in_for_id) return one.member.planner_id;
    return {};
}

void mark_attendance(const Author& author, const Meeting& meeting, const std::vector<NamedMember>& members,
                     const NamedMember& who, const std::string& status, const std::string& came_by) {
    auto known = author.work.maybe<Attendance>("SELECT * FROM attendance WHERE meeting_id = $1 AND planner_id = $2",
                                               meeting.id, who.member.planner_id);
    auto one = known.value_or(Attendance{});
    one.meeting_id = meeting.id, one.planner_id = who.member.planner_id;
    if (!known) one.name = who.person_name, one.organisation = who.organisation;
    one.status = status == "present" && who.member.role == "guest" ? "guest" : status;
    one.came_by = came_by, one.withdrawn = false;
    one.stands_in_for = one.status == "present" ? stands_in_for(members, who) : std::nullopt;
    if (known) change(author, *known, one);
    else add(author, one);
}

void unmark_attendance(const Author& author, const Meeting& meeting, Id<PlanningPerson> planner) {
    auto known = author.work.maybe<Attendance>("SELECT * FROM attendance WHERE meeting_id = $1 AND planner_id = $2"
                                               " AND withdrawn = FALSE",
                                               meeting.id, planner);
    if (!known) return;
    auto after = *known;
    after.withdrawn = true;
    change(author, *known, after);
}

std::optional<Attendance> find_attendance(db::Session& db, Id<Attendance> id) {
    return db.maybe<Attendance>("SELECT * FROM attendance WHERE id = $1 AND withdrawn = FALSE", id);
}

}
