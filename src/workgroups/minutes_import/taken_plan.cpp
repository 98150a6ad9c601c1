// Makes milestones, periods without meetings and the rule of a statute out of accepted facts.
#include "platform/base/parts.hpp"
#include "workgroups/milestones/milestone.hpp"
#include "workgroups/minutes_import/made_before.hpp"
#include "workgroups/minutes_import/taking.hpp"
#include "workgroups/statutes/statute.hpp"

namespace workgroups {

namespace {

// Who does the work: the organisation that the same part of the minutes names last before the first milestone.
std::optional<std::string> supplier_of(const Taking& taking, const DocumentFact& milestone) {
    const DocumentFact* part = nullptr;
    for (auto one : accepted_of(taking.facts, "part"))
        if (one->first_line <= milestone.first_line && milestone.first_line <= one->last_line) part = one;
    const DocumentFact* nearest = nullptr;
    for (auto one : accepted_of(taking.facts, "organisation"))
        if (part && part->first_line <= one->first_line && one->first_line < milestone.first_line)
            if (!nearest || nearest->first_line <= one->first_line) nearest = one;
    return nearest ? std::optional{nearest->body} : std::nullopt;
}

// The plan that this document made before, or a new one with what it says of the project.
MilestonePlan plan_of_milestones(Taking& taking, const DocumentFact& first) {
    std::optional<MilestonePlan> before;
    for (auto all = taking.db().all<MilestonePlan>("SELECT * FROM milestone_plans WHERE group_id = $1 ORDER BY id",
                                                   taking.group.id);
         auto& one : all)
        if (made_before(taking.db(), taking.import, one.id.uuid)) before = one;
    auto plan = before.value_or(MilestonePlan{});
    plan.group_id = taking.group.id, plan.dropped = false;
    if (!before) plan.title = taking.texts.text("document.milestones", {to_czech(taking.meeting.day)});
    if (auto supplier = supplier_of(taking, first)) plan.supplier = shortened(*supplier, longest_kept_line);
    if (auto project = accepted_one(taking.facts, "project")) {
        plan.project_title = project->body, plan.project_number = project->extra;
        if (auto term = project->who ? parse_period(*project->who) : std::nullopt)
            plan.project_first = term->first_day(), plan.project_last = term->last_day();
    }
    if (before) change(taking.author, *before, plan);
    else add(taking.author, plan);
    return plan;
}

bool whole_months(Date first, Date last) {
    auto next = last + std::chrono::days{1};
    return std::chrono::year_month_day{first}.day() == std::chrono::day{1} &&
           std::chrono::year_month_day{next}.day() == std::chrono::day{1};
}

}

// Rows 4.09 and 4.10: as precise as they were said, side by side if need be.
void take_milestones(Taking& taking) {
    auto accepted = accepted_of(taking.facts, "milestone");
    std::erase_if(accepted, [](auto fact) { return !fact->day; });
    if (accepted.empty()) return;
    auto plan = plan_of_milestones(taking, *accepted.front());
    auto known = taking.db().all<Milestone>("SELECT * FROM milestones WHERE plan_id = $1 ORDER BY id", plan.id);
    for (auto fact : accepted) {
        ++taking.taken.milestones;
        Milestone milestone;
        milestone.plan_id = plan.id, milestone.title = shortened(fact->body, longest_kept_line);
        milestone.first_day = *fact->day, milestone.last_day = fact->until.value_or(*fact->day);
        milestone.precision = whole_months(milestone.first_day, milestone.last_day) ? "month" : "day";
        auto before = std::ranges::find_if(known, [&](auto& one) {
            return one.title == milestone.title && one.first_day == milestone.first_day &&
                   one.last_day == milestone.last_day;
        });
        if (before == known.end()) {
            add(taking.author, milestone);
            continue;
        }
        auto again = *before;
        again.dropped = false;
        change(taking.author, *before, again);
    }
}

// Row 3.35: the reason stands beside the days, so that the watchdog tells it with the gap.
void take_periods(Taking& taking) {
    for (auto kind : {"closed", "on_demand"})
        for (auto fact : accepted_of(taking.facts, kind)) {
            if (!fact->day) continue;
            ++taking.taken.periods;
            BlockedPeriod period;
            period.group_id = taking.group.id, period.kind = kind, period.reason = fact->body;
            period.first_day = *fact->day, period.last_day = fact->until.value_or(*fact->day);
            std::optional<BlockedPeriod> before;
            for (auto all = blocked_periods_of(taking.db(), taking.group.id); auto& one : all)
                if (one.kind == period.kind && one.first_day == period.first_day && one.last_day == period.last_day)
                    if (!before || before->ended) before = one;
            if (!before) add(taking.author, period);
            else if (before->ended) {
                auto again = *before;
                again.ended = false, again.reason = period.reason;
                change(taking.author, *before, again);
            }
        }
}

std::optional<std::int64_t> rule_to_offer(db::Session& db, const DocumentImport& import, const DocumentFacts& facts) {
    auto day = meeting_day(facts);
    auto rule = std::ranges::find_if(
        facts, [](auto& fact) { return fact.accepted() && fact.kind == "rule" && fact.number.has_value(); });
    if (!day || rule == facts.end()) return {};
    for (auto all = statutes_of(db, import.group_id); auto& one : all) {
        bool never = one.valid_to && *one.valid_to <= one.valid_from;
        if (one.kind == "statute" && !never && (!one.valid_to || *one.valid_to > *day)) return {};
    }
    return rule->number;
}

void take_rule(Taking& taking) {
    auto months = taking.wish.as_rule ? rule_to_offer(taking.db(), taking.import, taking.facts) : std::nullopt;
    if (!months) return;
    Statute statute;
    statute.group_id = taking.group.id, statute.months_between = months, statute.valid_from = taking.meeting.day;
    statute.title = taking.texts.text("document.statute", {to_czech(taking.meeting.day)});
    std::vector<std::string> sentences;
    for (auto fact : accepted_of(taking.facts, "rule")) sentences.push_back(fact->body);
    statute.body = text::joined(sentences, "\n");
    // What was taken back before holds again.
    for (auto all = statutes_of(taking.db(), taking.group.id); auto& one : all)
        if (one.valid_to == one.valid_from && made_before(taking.db(), taking.import, one.id.uuid)) {
            statute.id = one.id, statute.kept = one.kept;
            change(taking.author, one, statute);
            return void(++taking.taken.rules);
        }
    if (add_version(taking.author, statute)) ++taking.taken.rules;
}

}
