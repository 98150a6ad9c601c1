// Asks the watchdog about the meetings that a document plans.
#include "workgroups/minutes_import/imported_schedule.hpp"

#include "workgroups/minutes_import/taking_over.hpp"
#include "workgroups/watchdog/year_picture.hpp"

#include <set>

namespace workgroups {

namespace {

std::vector<Date> days_planned(const DocumentFacts& facts) {
    std::vector<Date> days;
    for (auto& fact : facts)
        if (fact.accepted() && fact.kind == "planned" && fact.day) days.push_back(*fact.day);
    std::ranges::sort(days);
    return days;
}

// As if the group had it: only to look.
void put_rule_of_document(WatchedPlan& plan, const DocumentImport& import, const DocumentFacts& facts, Date from) {
    for (auto& fact : facts)
        if (fact.accepted() && fact.kind == "rule" && fact.number) {
            Statute said;
            said.title = import.title, said.valid_from = from, said.months_between = fact.number;
            plan.versions.insert(plan.versions.begin(), said);
            return;
        }
}

}

std::optional<ScheduleFindings> schedule_findings(db::Session& db, const WorkingGroup& group,
                                                  const DocumentImport& import, const DocumentFacts& facts, Date today,
                                                  const i18n::Texts& texts) {
    auto days = days_planned(facts);
    auto meeting = meeting_day(facts);
    if (days.empty() || !meeting) return {};
    auto plan = watched_plan(db, group, today);
    ScheduleFindings found;
    found.planned = std::int64_t(days.size());
    if (!rule_source(plan.versions, &Statute::months_between, *meeting))
        put_rule_of_document(plan, import, facts, *meeting), found.of_document = true;
    if (auto rule = rule_source(plan.versions, &Statute::months_between, *meeting))
        found.months = *rule->months_between, found.rule = rule->title;
    std::set<int> years;
    for (auto day : days) years.insert(year_of(day));
    found.years.assign(years.begin(), years.end());
    for (auto& gap : gaps_of(plan, days.back() + std::chrono::days{1})) {
        if (gap.from < *meeting || !gap.to || *gap.to > days.back()) continue;
        ScheduleGap shown{gap, gap_in_words(gap, texts)};
        for (auto& excuse : gap.excuses) shown.excuses.push_back(excuse_in_words(excuse, texts));
        found.gaps.push_back(std::move(shown));
    }
    return found;
}

}
