// Undoes what was taken over from a document, while nobody built on it.
#include "workgroups/minutes_import/taking_over.hpp"

#include "platform/history/undoing.hpp"

namespace workgroups {

namespace {

struct MadeRow {
    Id<history::Change> id{};
    std::string record_table{}, kind{};
    Id<void> record_id{};
    static void each_field(auto& row, auto& visit) {
        visit("id", row.id), visit("record_table", row.record_table), visit("kind", row.kind);
        visit("record_id", row.record_id);
    }
};

// The newest first.
std::vector<MadeRow> made_by(db::Session& db, const DocumentImport& import) {
    return db.all<MadeRow>("SELECT id, record_table, kind, record_id FROM changes WHERE source_id = $1"
                           " AND happened_at = $2 AND record_table IN ('meetings', 'meeting_series', 'agenda_items',"
                           " 'attendance', 'meeting_minutes', 'minutes_parts', 'tasks', 'decisions') ORDER BY id DESC",
                           *import.source_id, *import.taken_at);
}

// Somebody changed one of the records since, or put something of their own to one of its meetings.
bool rested_on(db::Session& db, const DocumentImport& import, const std::vector<MadeRow>& made) {
    auto later = [&](std::int64_t found) { return found > 0; };
    if (later(db.one<std::int64_t>("SELECT count(*) FROM changes WHERE happened_at > $2 AND source_id <> $1"
                                   " AND record_id IN (SELECT record_id FROM changes WHERE source_id = $1"
                                   " AND happened_at = $2 AND record_table IN ('meetings', 'meeting_series',"
                                   " 'agenda_items', 'attendance', 'meeting_minutes', 'minutes_parts', 'tasks',"
                                   " 'decisions'))",
                                   *import.source_id, *import.taken_at)))
        return true;
    for (auto& row : made) {
        if (row.record_table != "meetings") continue;
        for (auto found :
             {db.one<std::int64_t>("SELECT count(*) FROM agenda_items WHERE meeting_id = $1 AND created_at > $2",
                                   row.record_id, *import.taken_at),
              db.one<std::int64_t>("SELECT count(*) FROM attendance WHERE meeting_id = $1 AND created_at > $2",
                                   row.record_id, *import.taken_at),
              db.one<std::int64_t>("SELECT count(*) FROM tasks WHERE meeting_id = $1 AND created_at > $2",
                                   row.record_id, *import.taken_at),
              db.one<std::int64_t>("SELECT count(*) FROM decisions WHERE meeting_id = $1 AND created_at > $2",
                                   row.record_id, *import.taken_at),
              db.one<std::int64_t>("SELECT count(*) FROM meeting_minutes WHERE meeting_id = $1 AND created_at > $2",
                                   row.record_id, *import.taken_at),
              db.one<std::int64_t>("SELECT count(*) FROM minutes_parts JOIN meeting_minutes"
                                   " ON meeting_minutes.id = minutes_id WHERE meeting_id = $1"
                                   " AND minutes_parts.created_at > $2",
                                   row.record_id, *import.taken_at)})
            if (later(found)) return true;
    }
    return false;
}

template <class Record>
std::optional<Record> record_of(db::Session& db, const MadeRow& row);

template <>
std::optional<Meeting> record_of(db::Session& db, const MadeRow& row) {
    return find_meeting(db, Id<Meeting>{row.record_id.uuid});
}
template <>
std::optional<MeetingSeries> record_of(db::Session& db, const MadeRow& row) {
    return find_series(db, Id<MeetingSeries>{row.record_id.uuid});
}
template <>
std::optional<AgendaItem> record_of(db::Session& db, const MadeRow& row) {
    return db.maybe<AgendaItem>("SELECT * FROM agenda_items WHERE id = $1", row.record_id);
}
template <>
std::optional<Attendance> record_of(db::Session& db, const MadeRow& row) {
    return db.maybe<Attendance>("SELECT * FROM attendance WHERE id = $1", row.record_id);
}
template <>
std::optional<MeetingMinutes> record_of(db::Session& db, const MadeRow& row) {
    return db.maybe<MeetingMinutes>("SELECT * FROM meeting_minutes WHERE id = $1", row.record_id);
}
template <>
std::optional<MinutesPart> record_of(db::Session& db, const MadeRow& row) {
    return db.maybe<MinutesPart>("SELECT * FROM minutes_parts WHERE id = $1", row.record_id);
}

// What came into being ends: nothing but who was there is taken away, since it says of people what is not so.
void end_made(const Author& author, const MadeRow& row, const std::string& reason) {
    auto& db = author.work;
    auto ended = [&](auto record, auto end) {
        if (!record) return;
        auto after = *record;
        end(after);
        change(author, *record, after);
    };
    if (row.record_table == "meetings")
        ended(record_of<Meeting>(db, row), [&](auto& one) { one.state = "cancelled", one.state_reason = reason; });
    else if (row.record_table == "agenda_items")
        ended(record_of<AgendaItem>(db, row), [](auto& one) { one.state = "refused"; });
    else if (row.record_table == "minutes_parts")
        ended(record_of<MinutesPart>(db, row), [](auto& one) { one.dropped = true; });
    else if (row.record_table == "tasks")
        ended(find_task(db, Id<Task>{row.record_id.uuid}), [&](auto& one) {
            one.state = "dropped", one.closing_note = reason, one.closed_on = day_in_prague(author.now);
        });
    else if (row.record_table == "decisions")
        ended(find_decision(db, Id<Decision>{row.record_id.uuid}), [](auto& one) { one.state = "withdrawn"; });
    else if (row.record_table == "attendance") {
        auto one = record_of<Attendance>(db, row);
        if (!one) return;
        if (db.run("DELETE FROM attendance WHERE id = $1 AND version = $2", one->id, one->kept.version) != 1)
            throw Conflict{};
        history::note(author, Meeting::table, one->meeting_id.uuid, "changed", {{"attendance", one->name, {}}});
    }
}

void put_made_back(const Author& author, const MadeRow& row) {
    auto& db = author.work;
    auto fields = history::field_changes(db, row.id);
    if (row.record_table == "meetings") history::undo(author, record_of<Meeting>(db, row), fields);
    else if (row.record_table == "meeting_series") history::undo(author, record_of<MeetingSeries>(db, row), fields);
    else if (row.record_table == "agenda_items") history::undo(author, record_of<AgendaItem>(db, row), fields);
    else if (row.record_table == "attendance") history::undo(author, record_of<Attendance>(db, row), fields);
    else if (row.record_table == "meeting_minutes") history::undo(author, record_of<MeetingMinutes>(db, row), fields);
}

}

const char* take_import_back(const Author& by, const DocumentImport& import, const i18n::Texts& texts) {
    if (import.state != "taken" || !import.source_id || !import.taken_at) return "document.back.not_taken";
    auto made = made_by(by.work, import);
    if (rested_on(by.work, import, made)) return "document.back.rested_on";
    Author author{by.work, by.now, by.user, by.organisation, *import.source_id};
    auto reason = texts.text("document.back.reason", {import.title});
    for (auto& row : made)
        if (row.kind == "created") end_made(author, row, reason);
        else put_made_back(author, row);
    auto after = import;
    after.state = "open", after.meeting_id.reset(), after.taken_at.reset();
    change(by, import, after);
    return nullptr;
}

}
