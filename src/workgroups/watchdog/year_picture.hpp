// A year of a group month by month: meetings, periods without them, gaps; each said in words beside its mark.
#pragma once

#include "platform/html/parts.hpp"
#include "workgroups/watchdog/plan_check.hpp"

namespace workgroups {

// A mark on the strip of a month, in days from its first one.
struct MonthMark {
    std::int64_t x = 0, y = 0, width = 1, height = 8;
    std::string css_class{};
};

struct MonthMeeting {
    std::string href{}, day{}, time{}, state{};    // state: key of meeting_plan.state.
    bool stands = true;
};

struct PlanMonth {
    int number = 1;
    std::string name{};    // a key
    std::int64_t days = 31;
    std::vector<MonthMark> marks{};
    std::vector<MonthMeeting> meetings{};
    std::vector<std::string> said{};    // periods and gaps that lie here, as sentences

    std::string view_box() const { return "0 0 " + std::to_string(days) + " 8"; }
    bool empty() const { return meetings.empty() && said.empty(); }
};

struct YearPicture {
    std::vector<PlanMonth> months{};
    std::string finding{};    // what the whole picture tells

    void write(html::Out&) const;
};

YearPicture year_picture(const WatchedPlan&, const PlanFindings&, int year, const i18n::Texts&);

std::string short_day(Date, const i18n::Texts&);                 // st 13. 1.
std::string full_day(Date, const i18n::Texts&);                  // středa 13. 1. 2016
std::string days_in_words(Date first, Date last);                // 1. 3. – 30. 4. 2016
std::string gap_in_words(const PlanGap&, const i18n::Texts&);    // the whole sentence
std::string finding_in_words(const MeetingFinding&, const i18n::Texts&);
std::string excuse_in_words(const StatedExcuse&, const i18n::Texts&);
std::string times_in_words(const Meeting&,
                           const MeetingSeries* series = nullptr);    // 14.00–16.00; empty if nobody said

}
