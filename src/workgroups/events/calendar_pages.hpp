// The public calendar: a list of what is next, a month, a map, files.
#pragma once

#include "platform/documents/table_file.hpp"
#include "platform/html/choice.hpp"
#include "platform/html/parts.hpp"
#include "platform/http/respond.hpp"
#include "workgroups/events/calendar_items.hpp"

namespace workgroups {

struct MonthDay {
    Date day{};
    bool inside = true, today = false;    // inside: of this month
    std::vector<const CalendarItem*> items{};

    int number() const { return int(unsigned(std::chrono::year_month_day{day}.day())); }
};

// A table of weeks from Monday.
struct MonthTable {
    Date first{};    // of the month
    std::vector<std::vector<MonthDay>> weeks{};
    std::string title{};                                        // listopad 2026
    std::string day_said(const MonthDay&, html::Out&) const;    // čtvrtek 26. 11. 2026
    void write(html::Out&) const;
};

struct CalendarPage {
    CalendarQuery query{};
    Date today{};
    std::vector<CalendarItem> items{};    // of this page of the list; of the month; on the map
    std::int64_t all = 0, found = 0, page = 1, pages = 1, placeless = 0, meetings = 0;
    std::optional<MonthTable> month{};
    network::MapGround map{};
    std::vector<html::Choice> kinds{}, towns{}, groups{};
    bool may_plan = false, signed_in = false;

    bool shows_list() const { return query.view.empty(); }
    bool shows_map() const { return query.view == "mapa"; }
    std::string feed() const {
        return query.group.empty() ? "/kalendar.ics" : "/skupiny/" + query.group + "/kalendar.ics";
    }
    std::string points() const;
    std::string other_time() const;    // past for next and back
    std::string month_at(int away) const { return query.link_to_month(plus_months(month->first, away)); }
    html::Select select(const char* name, const char* label, const std::vector<html::Choice>& choices,
                        const std::string& value) const {
        return {{html::Field{name, label, value}, choices}};
    }
    documents::Downloads downloads() const;
    html::Pager pager() const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("found", page.found), visit("items", page.items); }
    void write(html::Out&) const;
};

// A line of the list: the day, what it is, when and where.
struct CalendarLine {
    const CalendarItem& item;
    std::string day() const;    // 26. 11.
    std::string weekday(html::Out&) const;
    std::string where() const;    // „, jídelna, Jilemnice“
    void write(html::Out&) const;
};

http::Response show_calendar(const http::Request&, Permit<auth::may::Read>);
http::Response export_calendar(const http::Request&, Permit<auth::may::Read>);
http::Response show_calendar_points(const http::Request&, Permit<auth::may::Read>);    // for the map, as GeoJSON

}
