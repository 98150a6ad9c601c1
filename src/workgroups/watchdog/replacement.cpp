// Finds days that would close a gap between meetings.
#include "platform/time/holidays.hpp"
#include "platform/time/weekdays.hpp"
#include "workgroups/watchdog/plan_check.hpp"

#include <algorithm>

namespace workgroups {

namespace {

using std::chrono::days;

constexpr std::size_t offered_most = 4, chain_most = 600;

// The second Wednesday: on which days of the week, and which of the month, the group mostly meets.
struct UsualDay {
    int weekday = 3, place = 2;
};

int place_in_month(Date day) { return int((unsigned(std::chrono::year_month_day{day}.day()) + 6) / 7); }

UsualDay usual_day(const WatchedPlan& plan, Date around) {
    std::map<int, int> weekdays, places;
    for (auto& meeting : plan.meetings)
        if (meeting.stands() && std::abs((meeting.day - around).count()) <= 400)
            ++weekdays[weekday_of(meeting.day)], ++places[place_in_month(meeting.day)];
    auto most = [](auto& counts, int otherwise) {
        auto found = std::ranges::max_element(counts, {}, [](auto& one) { return one.second; });
        return found == counts.end() ? otherwise : found->first;
    };
    return {most(weekdays, 3), most(places, 2)};
}

// Days from the first to the last one that may be proposed, those that are like the others first.
struct Candidates {
    const WatchedPlan& plan;
    UsualDay usual;

    bool closed(Date day) const {
        return std::ranges::any_of(plan.blocked,
                                   [&](auto& period) { return period.kind == "closed" && period.covers(day); });
    }
    // Somebody called it off already.
    bool given_up(Date day) const {
        return std::ranges::any_of(plan.meetings, [&](auto& meeting) {
            return meeting.day == day && (meeting.state == "cancelled" || meeting.state == "moved");
        });
    }
    std::vector<Date> between(Date first, Date last, bool also_closed) const {
        std::vector<Date> usual_ones, others;
        for (auto day = first; day <= last; day += days{1}) {
            if (!is_working_day(day) || given_up(day) || (!also_closed && closed(day))) continue;
            (weekday_of(day) == usual.weekday ? usual_ones : others).push_back(day);
        }
        auto found = usual_ones.empty() ? others : usual_ones;
        auto middle = first + (last - first) / 2;
        auto far = [&](Date day) {
            return (place_in_month(day) == usual.place ? 0 : 1000) + std::abs((day - middle).count());
        };
        std::ranges::sort(found, [&](Date a, Date b) { return std::pair{far(a), a} < std::pair{far(b), b}; });
        return found;
    }
};

// One day after which nothing is left over.
std::vector<Date> single_days(const Candidates& candidates, const PlanGap& gap, Date earliest, bool also_closed) {
    auto first = std::max(gap.from + days{1}, earliest);
    if (gap.to)
        while (first <= gap.latest && plus_months(first, int(gap.months)) < *gap.to) first += days{1};
    auto found = candidates.between(first, gap.latest, also_closed);
    if (found.size() > offered_most) found.resize(offered_most);
    return found;
}

// Several, each as late as it can be, until the next meeting is near enough.
std::vector<Date> chain_of_days(const Candidates& candidates, const PlanGap& gap, Date earliest, bool also_closed) {
    std::vector<Date> chain;
    auto at = gap.from;
    while (gap.to && plus_months(at, int(gap.months)) < *gap.to && chain.size() < chain_most) {
        auto first = std::max(at + days{1}, earliest), last = plus_months(at, int(gap.months));
        auto found = candidates.between(std::max(first, last - days{27}), last, also_closed);
        if (found.empty()) found = candidates.between(first, last, also_closed);
        if (found.empty()) return {};
        at = std::ranges::max(found);
        chain.push_back(at);
    }
    return chain;
}

}

Replacement replacement_of(const WatchedPlan& plan, const PlanGap& gap) {
    Candidates candidates{plan, usual_day(plan, gap.from)};
    // Too late already and nothing planned: as soon as it can be.
    if (!gap.to && gap.latest <= plan.today) {
        auto late = gap;
        late.latest = plan.today + days{42};
        return {single_days(candidates, late, plan.today + days{1}, false), false, false};
    }
    // Days to come, but where it is over as a whole: then those that it could have been.
    auto earliest = gap.to && *gap.to < plan.today ? gap.from : plan.today + days{1};
    for (auto also_closed : {false, true}) {
        if (auto found = single_days(candidates, gap, earliest, also_closed); !found.empty())
            return {found, false, also_closed};
        if (auto found = chain_of_days(candidates, gap, earliest, also_closed); !found.empty())
            return {found, true, also_closed};
    }
    return {};
}

}
