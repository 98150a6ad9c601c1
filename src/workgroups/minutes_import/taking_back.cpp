// Undoes what was taken over from a document, while nobody built on it.
#include "platform/history/undoing.hpp"
#include "workgroups/events/planning_event.hpp"
#include "workgroups/groups/lineage.hpp"
#include "workgroups/milestones/milestone.hpp"
#include "workgroups/minutes_import/taking_over.hpp"
#include "workgroups/statutes/statute.hpp"

namespace workgroups {

namespace {

// The newest first.
std::vector<SavedRow> made_by(db::Session& db, const DocumentImport& import) {
    return db.all<SavedRow>("SELECT id, record_table, kind, record_id FROM changes WHERE source_id = $1"
                            " AND happened_at = $2 AND record_table IN ('meetings', 'meeting_series', 'agenda_items',"
                            " 'attendance', 'meeting_minutes', 'minutes_parts', 'tasks', 'decisions',"
                            " 'planning_events', 'milestone_plans', 'milestones', 'blocked_periods', 'group_statutes',"
                            " 'lineage_events') ORDER BY id DESC",
                            *import.source_id, *import.taken_at);
}

template <class Record>
std::optional<Record> record_of(db::Session& db, const SavedRow& row);

template <>
std::optional<Meeting> record_of(db::Session& db, const SavedRow& row) {
    return find_meeting(db, Id<Meeting>{row.record_id.uuid});
}
template <>
std::optional<MeetingSeries> record_of(db::Session& db, const SavedRow& row) {
    return find_series(db, Id<MeetingSeries>{row.record_id.uuid});
}
template <>
std::optional<AgendaItem> record_of(db::Session& db, const SavedRow& row) {
    return db.maybe<AgendaItem>("SELECT * FROM agenda_items WHERE id = $1", row.record_id);
}
template <>
std::optional<Attendance> record_of(db::Session& db, const SavedRow& row) {
    return db.maybe<Attendance>("SELECT * FROM attendance WHERE id = $1", row.record_id);
}
template <>
std::optional<MeetingMinutes> record_of(db::Session& db, const SavedRow& row) {
    return db.maybe<MeetingMinutes>("SELECT * FROM meeting_minutes WHERE id = $1", row.record_id);
}
template <>
std::optional<MinutesPart> record_of(db::Session& db, const SavedRow& row) {
    return db.maybe<MinutesPart>("SELECT * FROM minutes_parts WHERE id = $1", row.record_id);
}

// What came into being ends, each in the way of its kind; nothing is deleted.
void end_made(const Author& author, const SavedRow& row, const std::string& reason) {
    auto& db = author.work;
    auto ended = [&](auto record, auto end) {
        if (!record) return;
        auto after = *record;
        end(after);
        change(author, *record, after);
    };
    auto& table = row.record_table;
    auto id = row.record_id.uuid;
    if (table == "meetings")
        ended(record_of<Meeting>(db, row), [&](auto& one) { one.state = "cancelled", one.state_reason = reason; });
    else if (table == "agenda_items") ended(record_of<AgendaItem>(db, row), [](auto& one) { one.state = "refused"; });
    else if (table == "attendance") ended(record_of<Attendance>(db, row), [](auto& one) { one.withdrawn = true; });
    else if (table == "minutes_parts") ended(record_of<MinutesPart>(db, row), [](auto& one) { one.dropped = true; });
    else if (table == "tasks")
        ended(find_task(db, Id<Task>{id}), [&](auto& one) {
            one.state = "dropped", one.closing_note = reason, one.closed_on = day_in_prague(author.now);
        });
    else if (table == "decisions")
        ended(find_decision(db, Id<Decision>{id}), [](auto& one) { one.state = "withdrawn"; });
    else if (table == "planning_events")
        // Neither the public calendar nor feeds show what was only read wrongly.
        ended(find_event(db, Id<PlanningEvent>{id}),
              [&](auto& one) { one.state = "cancelled", one.state_reason = reason, one.published = false; });
    else if (table == "milestones") ended(find_milestone(db, Id<Milestone>{id}), [](auto& one) { one.dropped = true; });
    else if (table == "milestone_plans")
        ended(find_milestone_plan(db, Id<MilestonePlan>{id}), [](auto& one) { one.dropped = true; });
    else if (table == "blocked_periods")
        ended(find_blocked(db, Id<BlockedPeriod>{id}), [](auto& one) { one.ended = true; });
    else if (table == "group_statutes")
        // It ended no other one: it is made only where the group has none.
        ended(find_statute(db, Id<Statute>{id}), [](auto& one) { one.valid_to = one.valid_from; });
    else if (table == "lineage_events")
        if (auto event = find_event(db, Id<LineageEvent>{id}); event && event->state == "discussed")
            take_back(author, *event);
}

void put_made_back(const Author& author, const SavedRow& row) {
    auto& db = author.work;
    auto fields = history::field_changes(db, row.id);
    if (row.record_table == "meetings") history::undo(author, record_of<Meeting>(db, row), fields);
    else if (row.record_table == "meeting_series") history::undo(author, record_of<MeetingSeries>(db, row), fields);
    else if (row.record_table == "agenda_items") history::undo(author, record_of<AgendaItem>(db, row), fields);
    else if (row.record_table == "attendance") history::undo(author, record_of<Attendance>(db, row), fields);
    else if (row.record_table == "meeting_minutes") history::undo(author, record_of<MeetingMinutes>(db, row), fields);
    else if (row.record_table == "planning_events")
        history::undo(author, find_event(db, Id<PlanningEvent>{row.record_id.uuid}), fields);
    else if (row.record_table == "milestones")
        history::undo(author, find_milestone(db, Id<Milestone>{row.record_id.uuid}), fields);
    else if (row.record_table == "milestone_plans")
        history::undo(author, find_milestone_plan(db, Id<MilestonePlan>{row.record_id.uuid}), fields);
    else if (row.record_table == "group_statutes")
        history::undo(author, find_statute(db, Id<Statute>{row.record_id.uuid}), fields);
    else if (row.record_table == "blocked_periods")
        history::undo(author, find_blocked(db, Id<BlockedPeriod>{row.record_id.uuid}), fields);
}

}

const char* take_import_back(const Author& by, const DocumentImport& import, const i18n::Texts& texts) {
    if (import.state != "taken" || !import.source_id || !import.taken_at) return "document.back.not_taken";
    if (!rests_on(by.work, import).empty()) return "document.back.rested_on";
    Author author{by.work, by.now, by.user, by.organisation, *import.source_id};
    auto reason = texts.text("document.back.reason", {import.title});
    auto made = made_by(by.work, import);
    for (auto& row : made)
        if (row.kind == "created") end_made(author, row, reason);
        else put_made_back(author, row);
    auto after = import;
    after.state = "open", after.meeting_id.reset(), after.taken_at.reset();
    change(by, import, after);
    return nullptr;
}

}
