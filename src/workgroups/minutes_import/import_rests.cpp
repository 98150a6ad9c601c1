// Looks for what people have put on what came of a document.
#include "workgroups/minutes_import/taking_over.hpp"

namespace workgroups {

namespace {

struct RestingRows {
    std::string what{};
    std::int64_t count{};
    static void each_field(auto& row, auto& visit) { visit("what", row.what), visit("count", row.count); }
};

// Records of the document that somebody saved since, from another source, by their tables.
std::vector<RestingRows> changed_since(db::Session& db, Id<history::Source> source, Instant taken_at) {
    return db.all<RestingRows>(
        "SELECT record_table AS what, count(DISTINCT record_id) AS count FROM changes WHERE happened_at > $2"
        " AND source_id <> $1 AND record_id IN (SELECT record_id FROM changes WHERE source_id = $1"
        " AND happened_at = $2 AND record_table IN ('meetings', 'meeting_series', 'agenda_items', 'attendance',"
        " 'meeting_minutes', 'minutes_parts', 'tasks', 'decisions', 'planning_events', 'milestone_plans',"
        " 'milestones', 'blocked_periods', 'group_statutes', 'lineage_events'))"
        " GROUP BY record_table ORDER BY record_table",
        source, taken_at);
}

// Records of their own that stand on those.  NB: a slice whose records hang on meetings, minutes, tasks, decisions,
// events or milestones adds its line.
std::vector<RestingRows> added_since(db::Session& db, Id<history::Source> source, Instant taken_at) {
    auto rows = db.all<RestingRows>(
        "WITH made AS (SELECT record_table, record_id FROM changes WHERE source_id = $1 AND happened_at = $2),"
        " met AS (SELECT record_id FROM made WHERE record_table = 'meetings'),"
        " written AS (SELECT record_id FROM made WHERE record_table = 'meeting_minutes'),"
        " given AS (SELECT record_id FROM made WHERE record_table = 'tasks')"
        " SELECT 'votes' AS what, count(*) AS count FROM votes WHERE (created_at > $2 OR closed_at > $2)"
        " AND meeting_id IN (SELECT record_id FROM met)"
        " UNION ALL SELECT 'convenings', count(*) FROM meeting_convenings WHERE created_at > $2"
        " AND meeting_id IN (SELECT record_id FROM met)"
        " UNION ALL SELECT 'invitations', count(*) FROM meeting_invitations WHERE created_at > $2"
        " AND meeting_id IN (SELECT record_id FROM met)"
        " UNION ALL SELECT 'replies', count(*) FROM meeting_invitations WHERE replied_at > $2"
        " AND meeting_id IN (SELECT record_id FROM met)"
        " UNION ALL SELECT 'papers', count(*) FROM agenda_papers WHERE created_at > $2"
        " AND (meeting_id IN (SELECT record_id FROM met) OR agenda_item_id IN"
        " (SELECT record_id FROM made WHERE record_table = 'agenda_items'))"
        " UNION ALL SELECT 'new_agenda', count(*) FROM agenda_items WHERE created_at > $2"
        " AND meeting_id IN (SELECT record_id FROM met)"
        " UNION ALL SELECT 'new_attendance', count(*) FROM attendance WHERE created_at > $2 AND withdrawn = FALSE"
        " AND meeting_id IN (SELECT record_id FROM met)"
        " UNION ALL SELECT 'new_tasks', count(*) FROM tasks WHERE created_at > $2"
        " AND (meeting_id IN (SELECT record_id FROM met) OR decision_id IN"
        " (SELECT record_id FROM made WHERE record_table = 'decisions'))"
        " UNION ALL SELECT 'new_decisions', count(*) FROM decisions WHERE created_at > $2"
        " AND meeting_id IN (SELECT record_id FROM met)"
        " UNION ALL SELECT 'new_minutes', count(*) FROM meeting_minutes WHERE created_at > $2"
        " AND meeting_id IN (SELECT record_id FROM met)"
        " UNION ALL SELECT 'new_parts', count(*) FROM minutes_parts WHERE created_at > $2"
        " AND minutes_id IN (SELECT record_id FROM written)"
        " UNION ALL SELECT 'comments', count(*) FROM minutes_comments WHERE created_at > $2"
        " AND minutes_id IN (SELECT record_id FROM written)"
        " UNION ALL SELECT 'task_checks', count(*) FROM task_checks WHERE created_at > $2"
        " AND (meeting_id IN (SELECT record_id FROM met) OR task_id IN (SELECT record_id FROM given))"
        " UNION ALL SELECT 'task_notes', count(*) FROM task_notes WHERE created_at > $2"
        " AND task_id IN (SELECT record_id FROM given)"
        " UNION ALL SELECT 'new_events', count(*) FROM planning_events WHERE created_at > $2"
        " AND (meeting_id IN (SELECT record_id FROM met) OR edition_of_id IN"
        " (SELECT record_id FROM made WHERE record_table = 'planning_events'))"
        " UNION ALL SELECT 'new_milestones', count(*) FROM milestones WHERE created_at > $2 AND plan_id IN"
        " (SELECT record_id FROM made WHERE record_table = 'milestone_plans')"
        " UNION ALL SELECT 'collections', count(*) FROM milestone_collections WHERE created_at > $2"
        " AND milestone_id IN (SELECT record_id FROM made WHERE record_table = 'milestones')",
        source, taken_at);
    std::erase_if(rows, [](auto& row) { return row.count == 0; });
    return rows;
}

}

std::vector<RestsOnImport> rests_on(db::Session& db, const DocumentImport& import) {
    std::vector<RestsOnImport> found;
    if (!import.source_id || !import.taken_at) return found;
    for (auto& [what, count] : changed_since(db, *import.source_id, *import.taken_at)) found.push_back({what, count});
    for (auto& [what, count] : added_since(db, *import.source_id, *import.taken_at)) found.push_back({what, count});
    return found;
}

}
