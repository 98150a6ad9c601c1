// Draws the year.
#include "workgroups/watchdog/year_picture.hpp"

#include "platform/i18n/spoken_dates.hpp"
#include "platform/time/holidays.hpp"
#include "platform/time/period.hpp"
#include "platform/time/time_of_day.hpp"
#include "platform/time/weekdays.hpp"
#include "workgroups/watchdog/series_rule.hpp"

#include <algorithm>

namespace workgroups {

namespace {

using std::chrono::days;

struct MonthFrame {
    Date first{}, after{};    // after: the first day of the next month

    bool meets(Date from, Date last) const { return from < after && first <= last; }
    MonthMark mark(Date from, Date last, std::int64_t y, std::int64_t height, const char* css_class) const {
        auto begin = std::max(from, first), end = std::min(last + days{1}, after);
        return {(begin - first).count(), y, (end - begin).count(), height, css_class};
    }
};

void mark_weekends(const MonthFrame& frame, PlanMonth& month) {
    for (auto day = frame.first; day < frame.after; day += days{1})
        if (weekend.has(day)) month.marks.push_back(frame.mark(day, day, 0, 8, "f0"));
}

void mark_periods(const WatchedPlan& plan, const MonthFrame& frame, PlanMonth& month, const i18n::Texts& texts) {
    for (auto& period : plan.blocked) {
        if (!frame.meets(period.first_day, period.last_day)) continue;
        bool closed = period.kind == "closed";
        month.marks.push_back(frame.mark(period.first_day, period.last_day, 5, 3, closed ? "f3" : "f2"));
        month.said.push_back(texts.text("plan.blocked.said." + period.kind,
                                        {days_in_words(period.first_day, period.last_day), period.reason}));
    }
}

void mark_gaps(const PlanFindings& findings, const MonthFrame& frame, PlanMonth& month, const i18n::Texts& texts) {
    for (auto& gap : findings.gaps) {
        auto first = gap.latest + days{1}, last = gap.to ? *gap.to - days{1} : frame.after - days{1};
        if (!frame.meets(first, last)) continue;
        month.marks.push_back(frame.mark(first, last, 0, 2, "late"));
        if (frame.meets(first, first)) month.said.push_back(texts.text("plan.gap.late_from", {to_czech(gap.latest)}));
    }
}

void mark_meetings(const WatchedPlan& plan, const MonthFrame& frame, PlanMonth& month, const i18n::Texts& texts) {
    for (auto& meeting : plan.meetings) {
        if (!frame.meets(meeting.day, meeting.day)) continue;
        if (meeting.stands()) month.marks.push_back(frame.mark(meeting.day, meeting.day, 0, 8, "f1"));
        else if (meeting.state == "on_demand") month.marks.push_back(frame.mark(meeting.day, meeting.day, 4, 4, "f1"));
        month.meetings.push_back({"/jednani/" + to_text(meeting.id), short_day(meeting.day, texts),
                                  times_in_words(meeting), "plan.state." + meeting.state, meeting.stands()});
    }
}

}

std::string short_day(Date day, const i18n::Texts& texts) {
    auto date = to_czech(day);
    return texts.text("weekday.short." + std::to_string(weekday_of(day))) + "\u00a0" +
           date.substr(0, date.size() - 6);    // without a space that does not break and the year
}

std::string full_day(Date day, const i18n::Texts& texts) {
    return texts.text("weekday." + std::to_string(weekday_of(day))) + " " + to_czech(day);
}

std::string days_in_words(Date first, Date last) { return to_czech(Period::of_days(first, last)); }

std::string excuse_in_words(const StatedExcuse& excuse, const i18n::Texts& texts) {
    return texts.text("plan.excuse." + excuse.kind, {days_in_words(excuse.first, excuse.last), excuse.reason});
}

std::string gap_in_words(const PlanGap& gap, const i18n::Texts& texts) {
    auto rule =
        texts.text("plan.gap.rule", {std::to_string(gap.months), gap.statute, to_czech(gap.statute_from)}, gap.months);
    if (!gap.to) return texts.text("plan.gap.open", {to_czech(gap.from), to_czech(gap.latest)}) + " " + rule;
    return texts.text("plan.gap",
                      {std::to_string(gap.days()), to_czech(gap.from), to_czech(*gap.to), to_czech(gap.latest)},
                      gap.days()) +
           " " + rule;
}

std::string finding_in_words(const MeetingFinding& finding, const i18n::Texts& texts) {
    auto why = finding.why;
    if (finding.kind == "holiday") why = i18n::holiday_name(texts, *holiday_on(finding.day));
    // „středa 9. 12. 2026 je svátek“, but „pozvánka na 9. 12. 2026“: within a sentence the day of the week would bend.
    auto day = finding.due ? to_czech(finding.day) : full_day(finding.day, texts);
    return texts.text("plan.finding." + finding.kind, {day, finding.due ? to_czech(*finding.due) : "", why});
}

std::string times_in_words(const Meeting& meeting, const MeetingSeries* series) {
    auto from = meeting.from_minute, to = meeting.to_minute;
    if (!from && series) from = series->from_minute, to = series->to_minute;
    if (!from) return {};
    TimeOfDay begin{std::int16_t(*from)};
    return to ? to_czech(TimeRange{begin, {std::int16_t(*to)}}) : to_czech(begin);
}

YearPicture year_picture(const WatchedPlan& plan, const PlanFindings& findings, int year, const i18n::Texts& texts) {
    YearPicture picture;
    for (int number = 1; number <= 12; ++number) {
        auto first = *day_of(year, number, 1);
        MonthFrame frame{first, plus_months(first, 1)};
        PlanMonth month{number, "plan.month." + std::to_string(number), (frame.after - first).count()};
        mark_weekends(frame, month), mark_periods(plan, frame, month, texts);
        mark_gaps(findings, frame, month, texts), mark_meetings(plan, frame, month, texts);
        picture.months.push_back(std::move(month));
    }
    auto standing = std::int64_t(std::ranges::count_if(
        plan.meetings, [&](auto& meeting) { return meeting.stands() && year_of(meeting.day) == year; }));
    auto gaps = std::int64_t(findings.gaps.size());
    picture.finding =
        texts.text("plan.finding.meetings", {std::to_string(standing)}, standing) + " " +
        (gaps ? texts.text("plan.finding.gaps", {std::to_string(gaps)}, gaps) : texts.text("plan.finding.no_gap"));
    return picture;
}

}
