// The days of a series of meetings: by a rule or as somebody typed them, looked over before they are saved.
#pragma once

#include "platform/time/holidays.hpp"
#include "workgroups/watchdog/plan_check.hpp"

namespace workgroups {

// Every second Wednesday of a month; or every N weeks from a day.
struct SeriesRule {
    bool weekly = false;
    int weekday = 3;                // 1 is Monday
    int place = 2;                  // which one of the month: 1 to 4; 5 is the last one
    int every_weeks = 2;            // 1 to 26
    Date first{}, last{};           // both belong to it; a weekly one begins on the first
    std::vector<int> left_out{};    // months without a meeting, 1 to 12
};
std::vector<Date> days_by_rule(const SeriesRule&);

// Days typed or pasted: one a line, or between commas and semicolons; „13.01.“ and „13. ledna“ take the year given.
// Whatever else stands at them (středa, v 14:00) is left out.
struct TypedDays {
    std::vector<Date> days{};    // by day, each once
    std::vector<std::string> unread{};
};
TypedDays typed_days(const std::string& list, int year);

// A day as it would be saved, or why it would not.
struct PreparedDay {
    Date day{};
    bool on_demand = false;
    bool dropped = false;
    // moved (from a holiday a week on), holiday, weekend, closed, already
    std::string note{};
    std::string why{};    // the holiday's key, the reason of a period

    static void each_field(auto& one, auto& visit) {
        visit("day", one.day), visit("on_demand", one.on_demand), visit("dropped", one.dropped);
        visit("note", one.note), visit("why", one.why);
    }
};

// By a rule: around holidays, not within closed periods.  As typed: as it is, with what is strange about it.  Nobody
// meets twice a day.  In months or periods on demand the day is a slot that counts only if it comes about.
std::vector<PreparedDay> prepared_days(const WatchedPlan&, const std::vector<Date>&, bool by_rule,
                                       const std::vector<int>& on_demand_months);

}
