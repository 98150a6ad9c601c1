// The history of a group's statutes and blocked periods, and taking one change of it back.
#include "platform/history/acting.hpp"
#include "workgroups/statutes/statute_pages.hpp"

namespace workgroups {

namespace {

std::string about_change(db::Session& db, const history::Change& change) {
    if (change.record_table == "group_statutes") {
        auto statute = find_statute(db, Id<Statute>{change.record_id.uuid});
        return statute ? statute->title : "";
    }
    auto period = find_blocked(db, Id<BlockedPeriod>{change.record_id.uuid});
    return period ? period->reason : "";
}

KeptChangesPage plan_history(const http::Request& request, db::Session& db, const WorkingGroup& group,
                             const char* problem = "") {
    KeptChangesPage page{group.name, "/skupiny/" + group.slug + "/statut", history::HistoryPart{request, problem}};
    auto saved = db.all<history::Change>(
        "SELECT changes.id, record_table, record_id, happened_at, user_id, source_id, sources.kind AS source_kind,"
        " sources.label AS source_label, changes.kind FROM changes JOIN sources ON sources.id = source_id"
        " WHERE record_id IN (SELECT id FROM group_statutes WHERE group_id = $1)"
        " OR record_id IN (SELECT id FROM blocked_periods WHERE group_id = $1)"
        " ORDER BY happened_at DESC, changes.id DESC LIMIT $2 OFFSET $3",
        group.id, page.part.most(), page.part.skip());
    page.part.cut(saved);
    for (auto& change : saved) {
        auto said = said_change(db, change, *request.texts);
        said.about = about_change(db, change);
        if (said.created() && change.record_table == "group_statutes") said.undoable = true;
        page.changes.push_back(std::move(said));
    }
    return page;
}

history::Undoing undo_statute_change(const history::Author& author, const history::Change& change,
                                     const std::vector<history::FieldChange>& fields) {
    auto& db = author.work;
    auto statute = find_statute(db, Id<Statute>{change.record_id.uuid});
    if (change.kind == "created")
        return statute && take_version_back(author, *statute) ? history::Undoing::done
                                                              : history::Undoing::changed_since;
    auto outcome = history::undo(author, statute, fields);
    // A version that comes back must not meet another one of its kind.
    auto after = outcome == history::Undoing::done ? find_statute(db, statute->id) : std::nullopt;
    if (after && version_in_the_way(db, *after)) throw Conflict{};
    return outcome;
}

history::Undoing undo_in_group(const history::Author& author, const WorkingGroup& group, Id<history::Change> id) {
    auto& db = author.work;
    auto change = history::find_change(db, id);
    if (!change) return history::Undoing::not_found;
    auto fields = history::field_changes(db, id);
    if (change->record_table == "group_statutes") {
        auto statute = find_statute(db, Id<Statute>{change->record_id.uuid});
        if (!statute || statute->group_id != group.id) return history::Undoing::not_found;
        return undo_statute_change(author, *change, fields);
    }
    auto period = find_blocked(db, Id<BlockedPeriod>{change->record_id.uuid});
    if (change->record_table != "blocked_periods" || !period || period->group_id != group.id)
        return history::Undoing::not_found;
    if (change->kind == "created") return history::Undoing::not_possible;
    return history::undo(author, period, fields);
}

}

http::Response show_plan_history(const http::Request& request, Permit<may::LeadGroup> permit) {
    return respond(request, plan_history(request, permit.db(), permit.about().group));
}

http::Response undo_plan_change(const http::Request& request, Permit<may::LeadGroup> permit) {
    auto& group = permit.about().group;
    auto outcome = undo_in_group(history::author_of(permit), group, request.id<history::Change>("zmena"));
    if (outcome != history::Undoing::done)
        return respond(request, plan_history(request, permit.db(), group, history::why_not_undone(outcome)),
                       http::conflict);
    audit::note_done(permit, "workgroups.plan_change_undone", group.id.uuid);
    return http::redirect("/skupiny/", group.slug, "/statut/historie?vraceno=ano");
}

}
