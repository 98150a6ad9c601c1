// Splits, merges and ends groups, with their mandates, and takes that back.
#include "workgroups/groups/lineage.hpp"

#include "platform/base/parts.hpp"
#include "platform/base/steady_sort.hpp"
#include "platform/history/undoing.hpp"

namespace workgroups {

std::vector<std::string> LineageStep::names() const { return text::parted(event.new_names, "\n"); }
std::vector<std::string> LineagePlan::names() const { return text::parted(event.new_names, "\n"); }

std::string quoted(const std::vector<std::string>& names, const i18n::Texts& texts) {
    std::vector<std::string> in_quotes;
    for (auto& name : names) in_quotes.push_back(texts.text("group.quoted", {name}));
    return text::joined(in_quotes);
}

std::optional<LineageEvent> find_event(db::Session& db, Id<LineageEvent> id) {
    return db.maybe<LineageEvent>("SELECT * FROM lineage_events WHERE id = $1", id);
}

LineageStep step_of(db::Session& db, const LineageEvent& event) {
    auto groups = [&](const char* side) {
        return db.all<WorkingGroup>("SELECT * FROM working_groups WHERE id IN (SELECT group_id FROM lineage_links"
                                    " WHERE event_id = $1 AND side = $2) ORDER BY name_sort, slug",
                                    event.id, std::string{side});
    };
    return {event, groups("from"), groups("to")};
}

std::vector<LineageStep> lineage_of(db::Session& db, Id<WorkingGroup> group) {
    auto events = db.all<LineageEvent>("SELECT * FROM lineage_events WHERE state <> 'taken_back' AND id IN"
                                       " (SELECT event_id FROM lineage_links WHERE group_id = $1) ORDER BY id",
                                       group);
    constexpr Date never{std::chrono::year{9999} / 1 / 1};
    steady_sort(events, [&](auto& a, auto& b) { return a.day.value_or(never) < b.day.value_or(never); });
    std::vector<LineageStep> steps;
    for (auto& event : events) steps.push_back(step_of(db, event));
    return steps;
}

// --- what it will do -------------------------------------------------------------------------------------------------

namespace {

// Whose mandates hold on the day, each person once.
std::vector<GroupMember> sitting(db::Session& db, const std::vector<WorkingGroup>& groups, Date day) {
    std::vector<GroupMember> found;
    for (auto& group : groups)
        for (auto& one : members_on(db, group.id, day))
            if (std::ranges::find(found, one.member.planner_id, &GroupMember::planner_id) == found.end())
                found.push_back(one.member);
    return found;
}

std::size_t receiving(const LineagePlan& plan) {
    auto news = plan.names().size() + (plan.into ? 1 : 0);
    return plan.event.members_go == "all"     ? news
           : plan.event.members_go == "first" ? std::min<std::size_t>(news, 1)
                                              : 0;
}

bool sits_in(db::Session& db, Id<WorkingGroup> group, Id<PlanningPerson> person, Date day) {
    return std::ranges::any_of(members_on(db, group, day), [&](auto& one) { return one.member.planner_id == person; });
}

}

LineageToll toll_of(db::Session& db, const LineagePlan& plan) {
    LineageToll toll;
    auto day = *plan.event.day;
    for (auto& group : plan.from) {
        if (plan.ends_from())
            for (auto& one : members_of(db, group.id))
                if (!one.member.valid_to || *one.member.valid_to > day) ++toll.ending;
        for (auto& other : list_groups(db))
            if (other.parent_id == group.id && other.lives_on(day)) ++toll.below;
    }
    if (!plan.ends_from()) toll.below = 0;
    for (auto& member : sitting(db, plan.from, day))
        if (plan.into && sits_in(db, plan.into->id, member.planner_id, day)) continue;
        else toll.going += std::int64_t(receiving(plan));
    return toll;
}

// --- doing it --------------------------------------------------------------------------------------------------------

namespace {

void keep_event(const Author& author, LineageEvent& event) {
    if (auto known = find_event(author.work, event.id)) change(author, *known, event);
    else add(author, event);
}

void link(const Author& author, const LineageEvent& event, Id<WorkingGroup> group, const char* side) {
    auto known = author.work.maybe<Id<LineageLink>>(
        "SELECT id FROM lineage_links WHERE event_id = $1 AND group_id = $2 AND side = $3", event.id, group,
        std::string{side});
    if (known) return;
    LineageLink one;
    one.event_id = event.id, one.group_id = group, one.side = side;
    add(author, one);
}

void link_ends(const Author& author, const LineagePlan& plan) {
    for (auto& group : plan.from) link(author, plan.event, group.id, "from");
    if (plan.into) link(author, plan.event, plan.into->id, "to");
}

// Like the group it comes from, but for its name and its beginning.
WorkingGroup begotten(const LineagePlan& plan, const std::string& name) {
    auto group = plan.from.front();
    group.kept = {}, group.short_name = {}, group.aliases = {}, group.lead_text = {};
    group.name = name, group.founded_on = plan.event.day, group.founded_by = plan.event.resolution;
    group.ended_on = {};
    return group;
}

void seat(const Author& author, Id<WorkingGroup> group, const std::vector<GroupMember>& members, Date day) {
    for (auto member : members) {
        member.kept = {}, member.group_id = group, member.stands_in_for_id = {}, member.end_reason = {};
        member.valid_from = day;
        if (!in_the_way(author.work, member)) add(author, member);
    }
}

void end_group(const Author& author, const WorkingGroup& group, Date day) {
    auto ended = group;
    ended.ended_on = day;
    change(author, group, ended);
    for (auto& one : members_of(author.work, group.id))
        if (!one.member.valid_to || *one.member.valid_to > day) end_mandate(author, one.member, day, {});
}

}

void discuss(const Author& author, const LineagePlan& plan) {
    auto noted = plan;
    noted.event.state = "discussed";
    keep_event(author, noted.event);
    link_ends(author, noted);
}

void carry_out(const Author& author, LineagePlan plan) {
    auto day = *plan.event.day;
    plan.event.state = "done", plan.event.save_id = author.source;
    keep_event(author, plan.event);
    link_ends(author, plan);
    auto members = sitting(author.work, plan.from, day);
    std::vector<Id<WorkingGroup>> receivers;
    if (plan.into) receivers.push_back(plan.into->id);
    for (auto& name : plan.names()) {
        auto group = begotten(plan, name);
        add_group(author, group);
        link(author, plan.event, group.id, "to");
        receivers.push_back(group.id);
    }
    receivers.resize(std::min(receivers.size(), receiving(plan)));
    if (plan.ends_from())
        for (auto& group : plan.from) end_group(author, group, day);
    for (auto& group : receivers) seat(author, group, members, day);
}

// --- taking it back --------------------------------------------------------------------------------------------------

namespace {

bool touched_since(db::Session& db, const LineageStep& step) {
    auto later = [&](const WorkingGroup& group) {
        return std::ranges::any_of(lineage_of(db, group.id), [&](auto& other) {
            return other.event.id != step.event.id && other.event.state == "done" &&
                   other.event.kept.changed_at > step.event.kept.changed_at;
        });
    };
    auto otherwise = [&](const WorkingGroup& group) {
        bool ends = step.event.kind != "split" || !step.event.goes_on;
        return ends && group.ended_on != step.event.day;
    };
    return std::ranges::any_of(step.from, [&](auto& group) { return later(group) || otherwise(group); }) ||
           std::ranges::any_of(step.to, later);
}

void unmake(const Author& author, const SavedRow& row) {
    auto& db = author.work;
    if (row.record_table == "working_groups") {
        auto group = *find_group(db, Id<WorkingGroup>{row.record_id.uuid});
        auto never = group;
        never.ended_on = group.founded_on;
        change(author, group, never);
    } else {
        auto member = *find_member(db, Id<GroupMember>{row.record_id.uuid});
        if (!member.never_was()) end_mandate(author, member, member.valid_from, {});
    }
}

void put_back(const Author& author, const SavedRow& row) {
    auto fields = history::field_changes(author.work, row.id);
    if (row.record_table == "working_groups")
        history::undo(author, find_group(author.work, Id<WorkingGroup>{row.record_id.uuid}), fields);
    else history::undo(author, find_member(author.work, Id<GroupMember>{row.record_id.uuid}), fields);
}

}

const char* take_back(const Author& author, const LineageEvent& event) {
    auto& db = author.work;
    auto after = event;
    after.state = "taken_back";
    if (event.state == "discussed") return change(author, event, after), nullptr;
    if (event.state != "done" || !event.save_id) return "lineage.back.already";
    if (touched_since(db, step_of(db, event))) return "lineage.back.touched";
    auto saved = db.all<SavedRow>("SELECT id, record_table, kind, record_id FROM changes WHERE source_id = $1"
                                  " AND record_table IN ('working_groups', 'group_members') ORDER BY id DESC",
                                  *event.save_id);
    for (auto& row : saved)
        if (row.kind == "created") unmake(author, row);
        else put_back(author, row);
    change(author, event, after);
    return nullptr;
}

}
