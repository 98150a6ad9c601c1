// Reads meetings and what belongs to them.
#include "workgroups/meetings/meeting.hpp"

namespace workgroups {

std::optional<Meeting> find_meeting(db::Session& db, Id<Meeting> id) {
    return db.maybe<Meeting>("SELECT * FROM meetings WHERE id = $1", id);
}

std::optional<MeetingSeries> find_series(db::Session& db, Id<MeetingSeries> id) {
    return db.maybe<MeetingSeries>("SELECT * FROM meeting_series WHERE id = $1", id);
}

std::vector<Meeting> meetings_of(db::Session& db, Id<WorkingGroup> group) {
    return db.all<Meeting>("SELECT * FROM meetings WHERE group_id = $1 ORDER BY day, from_minute, id", group);
}

std::vector<Meeting> meetings_between(db::Session& db, Date from, Date before) {
    return db.all<Meeting>("SELECT * FROM meetings WHERE day >= $1 AND day < $2 ORDER BY day, from_minute, id", from,
                           before);
}

Meeting at_its_place(db::Session& db, const Meeting& meeting) {
    auto placed = meeting;
    if (!meeting.series_id) return placed;
    auto series = find_series(db, *meeting.series_id);
    if (!series) return placed;
    if (!placed.place) placed.place = series->place;
    if (!placed.from_minute) placed.from_minute = series->from_minute, placed.to_minute = series->to_minute;
    return placed;
}

std::vector<Meeting> meetings_on_the_day_of(db::Session& db, const Meeting& meeting) {
    auto others = db.all<Meeting>("SELECT * FROM meetings WHERE group_id = $1 AND day = $2 AND id <> $3"
                                  " AND state IN ('planned', 'convened', 'on_demand', 'held') ORDER BY from_minute, id",
                                  meeting.group_id, meeting.day, meeting.id);
    for (auto& one : others) one = at_its_place(db, one);
    return others;
}

bool overlap(const Meeting& placed, const Meeting& other) {
    if (!placed.from_minute || !other.from_minute) return false;
    auto end = [](auto& one) { return one.to_minute.value_or(*one.from_minute + 1); };
    return *placed.from_minute < end(other) && *other.from_minute < end(placed);
}

std::vector<AgendaItem> agenda_of(db::Session& db, Id<Meeting> meeting) {
    return db.all<AgendaItem>("SELECT * FROM agenda_items WHERE meeting_id = $1 AND state <> 'refused'"
                              " ORDER BY place_in_order, id",
                              meeting);
}

std::vector<AgendaItem> taken_off(db::Session& db, Id<Meeting> meeting) {
    return db.all<AgendaItem>("SELECT * FROM agenda_items WHERE meeting_id = $1 AND state = 'refused'"
                              " ORDER BY place_in_order, id",
                              meeting);
}

std::vector<AgendaItem> backlog_of(db::Session& db, Id<WorkingGroup> group) {
    return db.all<AgendaItem>("SELECT * FROM agenda_items WHERE group_id = $1 AND meeting_id IS NULL"
                              " AND state IN ('proposed', 'accepted', 'postponed') ORDER BY created_at, id",
                              group);
}

std::vector<AgendaItem> refused_of(db::Session& db, Id<WorkingGroup> group) {
    return db.all<AgendaItem>("SELECT * FROM agenda_items WHERE group_id = $1 AND meeting_id IS NULL"
                              " AND state = 'refused' AND refusal IS NOT NULL ORDER BY changed_at DESC, id LIMIT 20",
                              group);
}

std::vector<Attendance> attendance_of(db::Session& db, Id<Meeting> meeting) {
    return db.all<Attendance>("SELECT * FROM attendance WHERE meeting_id = $1 AND withdrawn = FALSE"
                              " ORDER BY name_sort, id",
                              meeting);
}

}
