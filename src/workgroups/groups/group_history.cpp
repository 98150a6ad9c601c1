// Says the changes of a group in words.
#include "workgroups/groups/group_history.hpp"

#include "platform/history/acting.hpp"
#include "workgroups/members/group_member.hpp"

namespace workgroups {

namespace {

// What a change cannot take back: identity, and what a split, merge or end set – that has its own way back.
bool stays(std::string_view field) {
    static constexpr std::string_view fields[] = {"id", "slug", "group_id", "planner_id", "ended_on"};
    return std::ranges::count(fields, field) > 0;
}

// Ids, defaults of new rows and what people do not read.
bool is_told(const history::FieldChange& field, bool created) {
    if (field.field == "id" || field.field == "planner_id" || field.field == "group_id" || field.field == "retention" ||
        field.field == "stands_in_for_id")
        return false;
    return history::tells_something(field, created);
}

std::string whose_mandate(db::Session& db, const history::Change& change) {
    return db
        .maybe<std::string>("SELECT planning_people.name FROM group_members JOIN planning_people"
                            " ON planning_people.id = planner_id WHERE group_members.id = $1",
                            change.record_id)
        .value_or("");
}

std::vector<history::Change> saved_changes(db::Session& db, Id<WorkingGroup> group, std::int64_t most,
                                           std::int64_t skip) {
    return db.all<history::Change>(
        "SELECT changes.id, record_table, record_id, happened_at, user_id, source_id, sources.kind AS source_kind,"
        " sources.label AS source_label, changes.kind FROM changes JOIN sources ON sources.id = source_id"
        " WHERE record_id = $1 OR record_id IN (SELECT id FROM group_members WHERE group_id = $1)"
        " ORDER BY happened_at DESC, changes.id DESC LIMIT $2 OFFSET $3",
        group, most, skip);
}

GroupHistoryPage history_page(const http::Request& request, db::Session& db, const WorkingGroup& group,
                              const char* problem = "") {
    history::HistoryPart part{request, problem};
    auto changes = changes_around(db, group, part.most(), part.skip());
    part.cut(changes);
    return {group, std::move(part), std::move(changes), GroupWords::read(db, *request.texts, request.today()),
            list_groups(db)};
}

}

std::vector<history::SavedChange> changes_around(db::Session& db, const WorkingGroup& group, std::int64_t most,
                                                 std::int64_t skip) {
    std::vector<history::SavedChange> found;
    for (auto& saved : saved_changes(db, group.id, most, skip)) {
        history::SavedChange change{saved, history::who_saved(db, saved)};
        if (saved.record_table == "group_members") change.about = whose_mandate(db, saved);
        auto fields = history::field_changes(db, saved.id);
        bool created = saved.kind == "created";
        bool mandate = saved.record_table == "group_members";
        change.undoable =
            (created && mandate) || (!created && !fields.empty() &&
                                     std::ranges::none_of(fields, [](auto& field) { return stays(field.field); }));
        for (auto& field : fields)
            if (is_told(field, created)) change.fields.push_back(field);
        found.push_back(std::move(change));
    }
    return found;
}

history::Undoing undo_group_change(const history::Author& author, const WorkingGroup& group, Id<history::Change> id) {
    auto& db = author.work;
    auto change = history::find_change(db, id);
    if (!change) return history::Undoing::not_found;
    auto fields = history::field_changes(db, id);
    bool created = change->kind == "created";
    if (std::ranges::any_of(fields, [&](auto& field) { return !created && stays(field.field); }))
        return history::Undoing::not_possible;
    if (change->record_table == "working_groups") {
        if (change->record_id.uuid != group.id.uuid) return history::Undoing::not_found;
        return created ? history::Undoing::not_possible : history::undo(author, find_group(db, group.id), fields);
    }
    auto member = find_member(db, Id<GroupMember>{change->record_id.uuid});
    if (change->record_table != "group_members" || !member || member->group_id != group.id)
        return history::Undoing::not_found;
    if (!created) {
        // A mandate that comes back must not meet another one of the same person.
        auto outcome = history::undo(author, member, fields);
        auto after = *find_member(db, member->id);
        if (outcome == history::Undoing::done && in_the_way(db, after)) throw Conflict{};
        return outcome;
    }
    if (member->kept.version != 1) return history::Undoing::changed_since;
    return end_mandate(author, *member, member->valid_from, {}) ? history::Undoing::done
                                                                : history::Undoing::changed_since;
}

http::PageHead GroupHistoryPage::head(const i18n::Texts& texts) const {
    return {.title = group.name + " – " + texts.text("history.title"), .section = "/skupiny", .staff = true};
}

history::ToldHistory GroupHistoryPage::told(html::Out& out) const {
    history::ToldHistory told{at("/historie"), "group_history.record.", part};
    for (auto& saved : changes) {
        auto& change = told.changes.emplace_back(history::told_change(saved));
        for (auto& field : saved.fields)
            change.fields.push_back({"group_history." + change.record + "." + field.field,
                                     said(field, field.old_value, out), said(field, field.new_value, out)});
    }
    return told;
}

std::string GroupHistoryPage::said(const history::FieldChange& field, const std::optional<std::string>& value,
                                   html::Out& out) const {
    if (!value || value->empty()) return out.text("history.nothing");
    WorkingGroup group;
    if (field.field == "kind_code") return group.kind_code = *value, words.kind(group);
    if (field.field == "target_group_code") return group.target_group_code = value, words.target_group(group);
    if (field.field == "territory") return group.territory = value, words.territory(group);
    if (field.field == "parent_id") {
        for (auto& one : groups)
            if (to_text(one.id) == *value) return one.name;
        return *value;
    }
    if (field.field == "names_shown") return out.text("group.names." + *value);
    if (field.field == "role") return out.text("member.role." + *value);
    if (field.field == "side") return out.text("member.side." + *value);
    if (field.field == "published") return out.text(*value == "true" ? "form.yes" : "form.no");
    // The first day without it, which people say as the last day with it.
    if (field.field == "valid_to" || field.field == "ended_on") return last_day(parse_date(*value));
    if (field.field == "valid_from" || field.field == "founded_on")
        if (auto day = parse_date(*value)) return to_czech(*day);
    return *value;
}

http::Response show_group_history(const http::Request& request, Permit<may::KeepGroup> permit) {
    return respond(request, history_page(request, permit.db(), permit.about().group));
}

http::Response undo_at_group(const http::Request& request, Permit<may::KeepGroup> permit) {
    auto& group = permit.about().group;
    auto outcome = undo_group_change(history::author_of(permit), group, request.id<history::Change>("zmena"));
    if (outcome != history::Undoing::done)
        return respond(request, history_page(request, permit.db(), group, history::why_not_undone(outcome)),
                       http::conflict);
    audit::note_done(permit, "workgroups.change_undone", group.id.uuid);
    return http::redirect("/skupiny/", group.slug, "/historie?vraceno=ano");
}

}
