// Shows one decision and takes back a change of it.
#include "workgroups/decisions/decision_page.hpp"

#include "platform/history/acting.hpp"
#include "workgroups/decisions/decision_list.hpp"

namespace workgroups {

namespace {

struct LinkedDecision {
    Id<Decision> id{};
    std::string number{};
    Date decided_on{};
    static void each_field(auto& one, auto& visit) {
        visit("id", one.id), visit("number", one.number), visit("decided_on", one.decided_on);
    }
    html::Link link(const i18n::Texts& texts) const {
        return {texts.text("decision.one_of", {number, to_czech(decided_on)}), "/rozhodnuti/" + to_text(id)};
    }
};

// Neighbours of a decision are of the same group, but may stand in minutes that are not published.
bool may_read_decision(db::Session& db, const LinkedDecision& other, const User& user, Date day) {
    auto view = DecisionInView::find(db, to_text(other.id), day);
    return view && view->visible_to(user);
}

std::vector<EchoTask> tasks_from(db::Session& db, const Decision& decision, Date today, const i18n::Texts& texts) {
    auto listed = db.all<ListedTask>(
        "SELECT tasks.*, coalesce(people.name, planning_people.name, owner_text, '') AS owner, '' AS group_slug,"
        " '' AS group_name, NULL AS given_on FROM tasks LEFT JOIN planning_people ON planning_people.id = owner_id"
        " LEFT JOIN people ON people.id = account_id WHERE decision_id = $1 ORDER BY tasks.number",
        decision.id);
    std::vector<EchoTask> tasks;
    for (auto& one : listed)
        tasks.push_back({beginning_of(one.task.body, 160), one.address(), one.owner,
                         due_words(one.task.due_on, one.task.due_text), task_tag(one.task, today, texts)});
    return tasks;
}

SayValue saying_of_decision(db::Session& db, const i18n::Texts& texts) {
    return [&db, &texts](const std::string& field, const std::string& value) -> std::string {
        if (field == "state") return texts.text("decision.state." + value);
        if (field == "decided_on")
            if (auto day = parse_date(value)) return to_czech(*day);
        if (field == "replaced_by_id")
            if (auto id = Id<Decision>::parse(value))
                if (auto other = find_decision(db, *id)) return other->number;
        return value;
    };
}

DecisionPage decision_page(const http::Request& request, db::Session& db, const User& user,
                           const DecisionInView& view) {
    auto& texts = *request.texts;
    auto& decision = view.decision;
    auto today = request.today();
    DecisionPage page{view, decision.body};
    page.inside = view.inside(user), page.keeps = may::KeepDecision::allows(user, view);
    if (!page.inside) page.body = without_names(decision.body, names_of_users(db, decision.group_id));
    auto later = decision.replaced_by_id
                     ? db.maybe<LinkedDecision>("SELECT id, number, decided_on FROM decisions WHERE id = $1",
                                                *decision.replaced_by_id)
                     : std::nullopt;
    page.tag = decision_tag(decision, later ? later->number : "", texts);
    if (later && may_read_decision(db, *later, user, today)) page.replaced_by = later->link(texts);
    for (auto& one : db.all<LinkedDecision>("SELECT id, number, decided_on FROM decisions WHERE replaced_by_id = $1"
                                            " ORDER BY decided_on, number",
                                            decision.id))
        if (may_read_decision(db, one, user, today)) page.replaced.push_back(one.link(texts));
    if (auto meeting = decision.meeting_id ? find_meeting(db, *decision.meeting_id) : std::nullopt)
        page.meeting =
            html::Link{texts.text("decision.meeting.of", {to_czech(meeting->day)}), "/jednani/" + to_text(meeting->id)};
    if (decision.agenda_item_id)
        page.agenda_item =
            db.maybe<std::string>("SELECT title FROM agenda_items WHERE id = $1", *decision.agenda_item_id)
                .value_or("");
    if (page.inside) page.tasks = tasks_from(db, decision, today, texts);
    if (page.keeps)
        page.changes = {
            changes_in_words(db, decision.id.uuid, "decision_history", texts, saying_of_decision(db, texts)), page.at(),
            request.form_token, true};
    return page;
}

}

http::PageHead DecisionPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("decision.one", {decision().number}) + " – " + group().name,
            .description = beginning_of(body, 200),
            .section = "/rozhodnuti"};
}

http::Response show_decision(const http::Request& request, Permit<may::ReadDecision> permit) {
    auto page = decision_page(request, permit.db(), permit.user(), permit.about());
    auto done = request.asked.first("hotovo");
    for (auto known : {"zapsano", "ulozeno", "vraceno"})
        if (done == known) page.done = request.texts->text(std::string{"decision.done."} + known);
    return respond(request, page);
}

http::Response undo_at_decision(const http::Request& request, Permit<may::KeepDecision> permit) {
    auto& view = permit.about();
    auto outcome =
        undo_change(history::author_of(permit), std::optional{view.decision}, request.id<history::Change>("zmena"));
    if (outcome != history::Undoing::done) {
        auto why = history::why_not_undone(outcome);
        auto page = decision_page(request, permit.db(), permit.user(), view);
        page.problem = why;
        return respond(request, page, http::conflict);
    }
    audit::note_done(permit, "workgroups.decision_change_undone", view.decision.id.uuid);
    return http::redirect("/rozhodnuti/", view.decision.id, "?hotovo=vraceno");
}

}
