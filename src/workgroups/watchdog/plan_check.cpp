// Looks for gaps between meetings and for meetings on wrong days.
#include "workgroups/watchdog/plan_check.hpp"

#include "platform/time/holidays.hpp"
#include "platform/time/weekdays.hpp"

#include <algorithm>

namespace workgroups {

namespace {

using std::chrono::days;

Date first_of_year(int year) { return *day_of(year, 1, 1); }

// Months that the statute names, as they lie between two days.
void add_months_by_statute(const GroupRules& rules, Date from, Date to, std::vector<StatedExcuse>& excuses) {
    for (auto month : rules.on_demand_months)
        for (auto year = year_of(from); year <= year_of(to); ++year) {
            auto first = *day_of(year, month, 1), last = plus_months(first, 1) - days{1};
            if (first >= to || last <= from) continue;
            if (!excuses.empty() && excuses.back().kind == "by_statute" && excuses.back().last + days{1} == first)
                excuses.back().last = last;
            else excuses.push_back({"by_statute", first, last, ""});
        }
}

// What leaves more than a month to meet in explains nothing: Christmas does not excuse a meeting due in late February.
std::vector<StatedExcuse> excuses_between(const WatchedPlan& plan, Date from, Date to, Date latest) {
    std::vector<StatedExcuse> excuses;
    for (auto& period : plan.blocked)
        if (!period.ended && period.first_day < to && from < period.last_day)
            excuses.push_back({period.kind, period.first_day, period.last_day, period.reason});
    add_months_by_statute(rules_of(plan.versions, from), from, to, excuses);
    std::erase_if(excuses, [&](auto& excuse) { return excuse.last <= plus_months(latest, -1); });
    return excuses;
}

std::optional<PlanGap> gap_after(const WatchedPlan& plan, Date from, std::optional<Date> to, Date until) {
    auto source = rule_source(plan.versions, &Statute::months_between, from);
    if (!source) return {};
    PlanGap gap{from,
                to,
                plus_months(from, int(*source->months_between)),
                *source->months_between,
                source->title,
                source->valid_from};
    if (to ? *to <= gap.latest : gap.latest >= until) return {};
    auto end = to.value_or(until);
    gap.excuses = excuses_between(plan, from, end, gap.latest);
    for (auto& meeting : plan.meetings)
        if (meeting.state == "on_demand" && from < meeting.day && meeting.day < end)
            gap.on_demand.push_back(meeting.day);
    gap.replacement = replacement_of(plan, gap);
    return gap;
}

const BlockedPeriod* blocked_on(const WatchedPlan& plan, Date day) {
    auto found = std::ranges::find_if(plan.blocked, [&](auto& period) { return period.covers(day); });
    return found == plan.blocked.end() ? nullptr : &*found;
}

// Only days to come can be planned better.
void check_day(const WatchedPlan& plan, const Meeting& meeting, std::vector<MeetingFinding>& found) {
    if (meeting.state == "held") return;
    if (holiday_on(meeting.day)) found.push_back({"holiday", meeting.id, meeting.day, {}, ""});
    else if (weekend.has(meeting.day)) found.push_back({"weekend", meeting.id, meeting.day, {}, ""});
    auto period = blocked_on(plan, meeting.day);
    if (period && !(meeting.state == "on_demand" && period->kind == "on_demand"))
        found.push_back({period->kind, meeting.id, meeting.day, {}, period->reason});
}

void check_invitation(const WatchedPlan& plan, const Meeting& meeting, std::vector<MeetingFinding>& found) {
    if (meeting.day >= plan.today && plan.told_cancelled.contains(meeting.id))
        return void(found.push_back({"told_cancelled", meeting.id, meeting.day, {}, ""}));
    auto notice = rules_of(plan.versions, meeting.day).notice_days;
    if (!notice || !meeting.stands()) return;
    auto due = meeting.day - days{*notice};
    if (meeting.convened_at) {
        if (day_in_prague(*meeting.convened_at) > due)
            found.push_back({"late_invitation", meeting.id, meeting.day, due, ""});
    } else if (meeting.state == "planned" && plan.today > due && plan.today <= meeting.day)
        found.push_back({"invitation_due", meeting.id, meeting.day, due, ""});
}

void check_minutes(const WatchedPlan& plan, const Meeting& meeting, std::vector<MeetingFinding>& found) {
    auto within = rules_of(plan.versions, meeting.day).minutes_days;
    if (!within || meeting.state != "held") return;
    auto due = meeting.day + days{*within};
    auto minutes = plan.minutes.find(meeting.id);
    if (minutes == plan.minutes.end()) {
        if (plan.today > due) found.push_back({"minutes_due", meeting.id, meeting.day, due, ""});
    } else if (minutes->second && *minutes->second > due)
        found.push_back({"late_minutes", meeting.id, meeting.day, due, ""});
}

}

bool PlanGap::touches(int year) const {
    auto begin = first_of_year(year), end = first_of_year(year + 1);
    return to ? latest + std::chrono::days{1} < end && begin <= *to : begin <= latest && latest < end;
}

std::vector<PlanGap> gaps_of(const WatchedPlan& plan, Date until) {
    std::vector<Date> standing;
    for (auto& meeting : plan.meetings)
        if (meeting.stands() && (standing.empty() || standing.back() != meeting.day)) standing.push_back(meeting.day);
    std::vector<PlanGap> gaps;
    for (std::size_t n = 0; n < standing.size(); ++n) {
        auto next = n + 1 < standing.size() ? std::optional{standing[n + 1]} : std::nullopt;
        if (auto gap = gap_after(plan, standing[n], next, until)) gaps.push_back(std::move(*gap));
    }
    return gaps;
}

std::vector<MeetingFinding> meeting_findings(const WatchedPlan& plan, int year) {
    std::vector<MeetingFinding> found;
    for (auto& meeting : plan.meetings) {
        if (year_of(meeting.day) != year || (!meeting.stands() && meeting.state != "on_demand")) continue;
        check_day(plan, meeting, found);
        check_invitation(plan, meeting, found);
        check_minutes(plan, meeting, found);
    }
    return found;
}

PlanFindings check_plan(const WatchedPlan& plan, int year) {
    PlanFindings found{gaps_of(plan, first_of_year(year + 1)), meeting_findings(plan, year)};
    std::erase_if(found.gaps, [&](auto& gap) { return !gap.touches(year); });
    return found;
}

namespace {

struct DayOfMinutes {
    Id<Meeting> meeting_id{};
    std::string phase{};
    std::optional<Date> recorded_on{};
    static void each_field(auto& one, auto& visit) {
        visit("meeting_id", one.meeting_id), visit("phase", one.phase), visit("recorded_on", one.recorded_on);
    }
};

}

std::set<Id<Meeting>> told_cancelled(db::Session& db) {
    auto found = db.all<Id<Meeting>>(
        "SELECT meetings.id FROM meetings JOIN meeting_convenings AS latest ON latest.meeting_id = meetings.id"
        " WHERE latest.kind = 'cancel' AND meetings.state = 'planned' AND NOT EXISTS (SELECT 1"
        " FROM meeting_convenings AS later WHERE later.meeting_id = meetings.id AND later.sequence > latest.sequence)");
    return {found.begin(), found.end()};
}

WatchedPlan watched_plan(db::Session& db, const WorkingGroup& group, Date today) {
    WatchedPlan plan{meetings_of(db, group.id), statutes_of(db, group.id),
                     blocked_between(db, group.id, *day_of(earliest_year, 1, 1), *day_of(latest_year, 12, 31))};
    plan.today = today, plan.told_cancelled = told_cancelled(db);
    for (auto& one : db.all<DayOfMinutes>("SELECT meeting_id, phase, recorded_on FROM meeting_minutes"
                                          " JOIN meetings ON meetings.id = meeting_id WHERE group_id = $1",
                                          group.id))
        if (one.phase != "draft" || one.recorded_on) plan.minutes[one.meeting_id] = one.recorded_on;
    return plan;
}

}
