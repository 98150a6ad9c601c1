// Puts proposals on agendas to come, and writes down which groups people think of splitting.
#include "workgroups/groups/lineage.hpp"
#include "workgroups/minutes_import/made_before.hpp"
#include "workgroups/minutes_import/taking.hpp"

namespace workgroups {

namespace {

// The meeting of which the same report says that the group meets then.
std::optional<Meeting> meeting_told_of(const Taking& taking, const DocumentFact& proposal, const WorkingGroup& group) {
    for (auto fact : accepted_of(taking.facts, "group_meeting")) {
        if (!fact->day || group_meant(fact->body, taking.import, taking.wish) != &group) continue;
        if (proposal.extra.value_or("") != fact->body) continue;
        for (auto all = meetings_of(taking.db(), group.id); auto& one : all)
            if (one.day == *fact->day && one.stands()) return one;
    }
    return {};
}

// Refused when it was taken back.
std::optional<AgendaItem> proposed_before(const Taking& taking, Id<WorkingGroup> group, const std::string& title) {
    for (auto all = taking.db().all<AgendaItem>(
             "SELECT * FROM agenda_items WHERE group_id = $1 AND title = $2 AND state = 'refused' ORDER BY id", group,
             title);
         auto& one : all)
        if (made_before(taking.db(), taking.import, one.id.uuid)) return one;
    return {};
}

}

void take_proposals(Taking& taking) {
    for (auto fact : accepted_of(taking.facts, "proposal")) {
        auto group = group_meant(fact->extra, taking.import, taking.wish);
        if (!group) continue;
        ++taking.taken.proposals;
        auto title = shortened(fact->body, longest_kept_line);
        auto before = proposed_before(taking, group->id, title);
        auto item = before.value_or(AgendaItem{});
        item.group_id = group->id, item.title = title, item.state = "proposed";
        if (title != fact->body) item.note = fact->body;
        if (auto meeting = meeting_told_of(taking, *fact, *group)) {
            item.meeting_id = meeting->id;
            item.place_in_order = std::int64_t(agenda_of(taking.db(), meeting->id).size()) + 1;
        }
        if (before) change(taking.author, *before, item);
        else add(taking.author, item);
    }
}

const WorkingGroup* group_to_change(const DocumentFact& fact, const DocumentImport& import, const TakeOverWish& wish) {
    if (fact.extra && !fact.extra->empty()) return group_called(wish.changes, *fact.extra);
    auto own = std::ranges::find(wish.changes, import.group_id, &WorkingGroup::id);
    return own == wish.changes.end() ? nullptr : &*own;
}

// Row 3.12: nothing changes but that it is written down as talked about.
void take_lineage(Taking& taking) {
    for (auto kind : {"split", "merge"})
        for (auto fact : accepted_of(taking.facts, kind)) {
            auto group = group_to_change(*fact, taking.import, taking.wish);
            if (!group) continue;
            ++taking.taken.changes;
            LineagePlan plan;
            plan.event.kind = kind, plan.event.reason = fact->body, plan.from = {*group};
            discuss(taking.author, plan);
        }
}

}
