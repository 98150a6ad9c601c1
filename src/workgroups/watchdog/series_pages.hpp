// A series of meetings planned at once: a rule or a list, looked over before it is saved.
#pragma once

#include "platform/html/table.hpp"
#include "platform/sheets/record_sheet.hpp"
#include "workgroups/watchdog/series_rule.hpp"
#include "workgroups/watchdog/year_plan_pages.hpp"

namespace workgroups {

struct PreviewedDay {
    PreparedDay prepared{};
    std::string day{}, state{}, note{};
    static void each_field(auto& one, auto& visit) { PreparedDay::each_field(one.prepared, visit); }
};

struct SeriesPreviewPage {
    const WorkingGroup& group;
    int year;
    sheets::Sheet typed{};
    std::vector<PreviewedDay> days{};
    std::int64_t saved = 0;    // how many will be
    std::int64_t gaps = 0;     // breaches of the year once they are
    std::string place{}, times{}, form_token{};

    std::string at(const char* rest = "") const { return "/skupiny/" + group.slug + rest; }
    std::string plan_at() const { return at("/plan/") + std::to_string(year); }
    std::string action() const { return plan_at() + "/rada"; }
    html::Table table(html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("days", page.days), visit("gaps", page.gaps); }
    void write(html::Out&) const;
};

http::Response show_new_series(const http::Request&, Permit<may::LeadGroup>);
http::Response new_series(const http::Request&, Permit<may::LeadGroup>);

}
