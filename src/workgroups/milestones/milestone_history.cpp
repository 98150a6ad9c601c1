// The history of a plan of milestones, and taking one change of it back.
#include "platform/history/acting.hpp"
#include "workgroups/milestones/milestone_pages.hpp"

namespace workgroups {

namespace {

KeptChangesPage milestone_history(const http::Request& request, db::Session& db, const MilestonePlan& plan,
                                  const char* problem = "") {
    KeptChangesPage page{plan.title, "/milniky/" + to_text(plan.id), history::HistoryPart{request, problem}};
    auto saved = db.all<history::Change>(
        "SELECT changes.id, record_table, record_id, happened_at, user_id, source_id, sources.kind AS source_kind,"
        " sources.label AS source_label, changes.kind FROM changes JOIN sources ON sources.id = source_id"
        " WHERE record_id = $1 OR record_id IN (SELECT id FROM milestones WHERE plan_id = $1)"
        " ORDER BY happened_at DESC, changes.id DESC LIMIT $2 OFFSET $3",
        plan.id, page.part.most(), page.part.skip());
    page.part.cut(saved);
    for (auto& change : saved) {
        auto said = said_change(db, change, *request.texts);
        if (change.record_table == "milestones")
            if (auto one = find_milestone(db, Id<Milestone>{change.record_id.uuid})) said.about = one->title;
        page.changes.push_back(std::move(said));
    }
    return page;
}

history::Undoing undo_in_plan(const history::Author& author, const MilestonePlan& plan, Id<history::Change> id) {
    auto& db = author.work;
    auto change = history::find_change(db, id);
    if (!change) return history::Undoing::not_found;
    auto fields = history::field_changes(db, id);
    bool of_plan = change->record_table == "milestone_plans" && change->record_id.uuid == plan.id.uuid;
    auto milestone =
        change->record_table == "milestones" ? find_milestone(db, Id<Milestone>{change->record_id.uuid}) : std::nullopt;
    if (!of_plan && (!milestone || milestone->plan_id != plan.id)) return history::Undoing::not_found;
    if (change->kind == "created") return history::Undoing::not_possible;
    return of_plan ? history::undo(author, find_milestone_plan(db, plan.id), fields)
                   : history::undo(author, milestone, fields);
}

}

http::Response show_milestone_history(const http::Request& request, Permit<may::KeepMilestones> permit) {
    return respond(request, milestone_history(request, permit.db(), permit.about().plan));
}

http::Response undo_milestone_change(const http::Request& request, Permit<may::KeepMilestones> permit) {
    auto& plan = permit.about().plan;
    auto outcome = undo_in_plan(history::author_of(permit), plan, request.id<history::Change>("zmena"));
    if (outcome != history::Undoing::done)
        return respond(request, milestone_history(request, permit.db(), plan, history::why_not_undone(outcome)),
                       http::conflict);
    audit::note_done(permit, "workgroups.milestones_undone", plan.id.uuid);
    return http::redirect("/milniky/", plan.id, "/historie?vraceno=ano");
}

}
