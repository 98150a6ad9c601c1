// Keeps documents that were handed over, and what people decided about their facts.
#include "workgroups/minutes_import/document_import.hpp"

#include "platform/reading/limited.hpp"
#include "workgroups/minutes_import/document_facts.hpp"
#include "workgroups/minutes_import/people_match.hpp"

namespace workgroups {

reading::TextDocument DocumentImport::document() const {
    return lines.empty() ? reading::TextDocument{} : reading::document_from_json(lines);
}

ImportProgress progress_of(const DocumentFacts& facts) {
    ImportProgress progress;
    for (auto& fact : facts) {
        ++progress.all;
        ++(fact.state == "open" ? progress.open : fact.accepted() ? progress.accepted : progress.dropped);
        if (fact.asks() && fact.state == "open") ++progress.questions;
    }
    return progress;
}

ImportProgress progress_of(db::Session& db, Id<DocumentImport> import) {
    return db
        .maybe<ImportProgress>(
            "SELECT count(*) AS all_facts, coalesce(sum(CASE WHEN state = 'open' THEN 1 ELSE 0 END), 0) AS open_facts,"
            " coalesce(sum(CASE WHEN state = 'accepted' THEN 1 ELSE 0 END), 0) AS accepted_facts,"
            " coalesce(sum(CASE WHEN state = 'dropped' THEN 1 ELSE 0 END), 0) AS dropped_facts,"
            " coalesce(sum(CASE WHEN state = 'open' AND question IS NOT NULL AND answer IS NULL THEN 1 ELSE 0 END), 0)"
            " AS questions FROM document_facts WHERE import_id = $1",
            import)
        .value_or(ImportProgress{});
}

std::optional<DocumentImport> find_document_import(db::Session& db, Id<DocumentImport> id) {
    return db.maybe<DocumentImport>("SELECT * FROM document_imports WHERE id = $1", id);
}

DocumentFacts facts_of(db::Session& db, Id<DocumentImport> import) {
    return db.all<DocumentFact>("SELECT * FROM document_facts WHERE import_id = $1 ORDER BY place_in_order, id",
                                import);
}

std::optional<DocumentFact> find_fact(db::Session& db, Id<DocumentFact> id) {
    return db.maybe<DocumentFact>("SELECT * FROM document_facts WHERE id = $1", id);
}

std::optional<DocumentImport> same_document(db::Session& db, Id<WorkingGroup> group, const std::string& content_hash) {
    return db.maybe<DocumentImport>("SELECT * FROM document_imports WHERE group_id = $1 AND content_hash = $2"
                                    " AND state IN ('reading', 'open', 'taken') ORDER BY created_at, id LIMIT 1",
                                    group, content_hash);
}

void match_people(db::Session& db, Id<WorkingGroup> group, std::optional<Date> day, DocumentFacts& facts) {
    std::vector<KnownPerson> sitting, others;
    for (auto& one : members_of(db, group)) {
        auto& known = !day || one.member.holds_on(*day) ? sitting : others;
        known.push_back({one.member.planner_id, one.person_name});
    }
    for (auto& fact : facts) {
        auto name = person_in(fact);
        if (!name || fact.answer) continue;
        auto match = match_person(*name, sitting);
        // Who is no member on that day may have been one: better known than a stranger.
        if (match.fits == PersonMatch::nobody)
            if (auto former = match_person(*name, others); former.fits != PersonMatch::nobody) match = former;
        fact.planner_id = match.planner_id;
        fact.question.reset();
        if (auto asked = match.question(); !asked.empty()) fact.question = asked;
        // Who is to do something, or came as a guest, may be anybody: the name stays as it is written.
        if ((fact.kind == "task" || fact.kind == "guest") && fact.question == "nobody_fits") fact.question.reset();
    }
}

void keep_what_was_read(const Author& author, const DocumentImport& import, const reading::TextDocument& document) {
    auto found = facts_in_minutes(document);
    std::optional<Date> day;
    for (auto& fact : found.facts)
        if (fact.kind == "date") day = fact.day;
    match_people(author.work, import.group_id, day, found.facts);
    auto after = import;
    after.state = "open", after.lines = reading::to_json(document), after.label_style = found.label_style;
    change(author, import, after);
    std::int64_t place = 0;
    for (auto& fact : found.facts) {
        fact.import_id = import.id, fact.place_in_order = ++place;
        add(author, fact);
    }
}

void keep_refusal(const Author& author, const DocumentImport& import, const std::string& error_key) {
    auto after = import;
    after.state = "refused", after.error_key = error_key;
    change(author, import, after);
}

std::int64_t decide(const Author& author, const DocumentFacts& facts, const std::string& state) {
    std::int64_t changed = 0;
    for (auto& fact : facts) {
        if (fact.state != "open") continue;
        auto after = fact;
        after.state = state;
        changed += change(author, fact, after);
    }
    return changed;
}

}
