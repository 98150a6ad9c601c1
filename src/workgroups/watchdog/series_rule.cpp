// Counts the days of a series.
#include "workgroups/watchdog/series_rule.hpp"

#include "platform/base/parts.hpp"
#include "platform/i18n/spoken_dates.hpp"
#include "platform/time/weekdays.hpp"

#include <algorithm>

namespace workgroups {

namespace {

using std::chrono::days;

int month_of(Date day) { return int(unsigned(std::chrono::year_month_day{day}.month())); }

bool is_in(const std::vector<int>& months, Date day) { return std::ranges::count(months, month_of(day)) > 0; }

// Which day of the month it is: the second Wednesday; the last one, where the place is 5.
Date day_in_month(Date first_of_month, const SeriesRule& rule) {
    auto ahead = (rule.weekday - weekday_of(first_of_month) + 7) % 7;
    auto day = first_of_month + days{ahead + 7 * (std::min(rule.place, 4) - 1)};
    auto next_month = plus_months(first_of_month, 1);
    while (rule.place == 5 && day + days{7} < next_month) day += days{7};
    return day;
}

// A day among other words: v středu 13. 1. ve 14:00.
std::optional<Date> day_in_words(std::string text, int year) {
    for (;;) {
        if (auto day = parse_date(text)) return day;
        if (auto day = parse_date(text, year)) return day;
        auto digit = text.find_first_of("0123456789");
        if (digit == text.npos) return {};
        if (digit > 0) {
            text.erase(0, digit);
            continue;
        }
        auto blank = text.find_last_of(" \t");
        if (blank == text.npos) return {};
        text = std::string{text::trimmed(std::string_view{text}.substr(0, blank))};
    }
}

}

std::vector<Date> days_by_rule(const SeriesRule& rule) {
    std::vector<Date> found;
    auto take = [&](Date day) {
        if (rule.first <= day && day <= rule.last && !is_in(rule.left_out, day)) found.push_back(day);
    };
    if (rule.weekly) {
        for (auto day = rule.first; day <= rule.last; day += days{7 * std::max(rule.every_weeks, 1)}) take(day);
        return found;
    }
    auto month = *day_of(year_of(rule.first), month_of(rule.first), 1);
    for (; month <= rule.last; month = plus_months(month, 1)) take(day_in_month(month, rule));
    return found;
}

TypedDays typed_days(const std::string& list, int year) {
    TypedDays typed;
    auto plain = list;
    for (auto at = plain.find("\u00a0"); at != plain.npos; at = plain.find("\u00a0", at)) plain.replace(at, 2, " ");
    for (auto& c : plain)
        if (c == ',' || c == ';' || c == '\r') c = '\n';
    for (auto& part : text::parted(plain, "\n")) {
        auto day = day_in_words(part, year);
        if (!day) typed.unread.push_back(part);
        else if (std::ranges::count(typed.days, *day) == 0) typed.days.push_back(*day);
    }
    std::ranges::sort(typed.days);
    return typed;
}

std::vector<PreparedDay> prepared_days(const WatchedPlan& plan, const std::vector<Date>& wished, bool by_rule,
                                       const std::vector<int>& on_demand_months) {
    std::vector<PreparedDay> prepared;
    auto taken = [&](Date day) {
        return std::ranges::any_of(plan.meetings,
                                   [&](auto& meeting) {
                                       return meeting.day == day && (meeting.stands() || meeting.state == "on_demand");
                                   }) ||
               std::ranges::any_of(prepared, [&](auto& one) { return one.day == day && !one.dropped; });
    };
    for (auto day : wished) {
        PreparedDay one{day};
        if (auto holiday = holiday_on(day)) {
            one.note = by_rule ? "moved" : "holiday", one.why = i18n::holiday_key(*holiday);
            while (by_rule && holiday_on(one.day)) one.day += days{7};
        } else if (weekend.has(day)) one.note = "weekend";
        for (auto& period : plan.blocked) {
            if (!period.covers(one.day)) continue;
            if (period.kind == "on_demand") one.on_demand = true;
            else one.note = "closed", one.why = period.reason, one.dropped = by_rule;
        }
        one.on_demand |= is_in(on_demand_months, one.day);
        if (taken(one.day)) one.note = "already", one.why = "", one.dropped = true;
        prepared.push_back(std::move(one));
    }
    return prepared;
}

}
