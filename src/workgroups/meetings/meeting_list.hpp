// Meetings of a group by year: what is next, what was, and what became of each; and how people came over time.
#pragma once

#include "platform/documents/table_file.hpp"
#include "platform/html/charts.hpp"
#include "platform/html/choice.hpp"
#include "workgroups/meetings/meeting_view.hpp"
#include "workgroups/meetings/meeting_words.hpp"

namespace workgroups {

struct MeetingLine {
    std::string id{}, day{}, time{}, place{}, name{}, number{}, reason{};
    std::string iso{}, state{};
    html::Tag tag{};

    std::string address() const { return "/jednani/" + id; }
    static void each_field(auto& line, auto& visit) {
        visit("id", line.id), visit("day", line.iso), visit("time", line.time), visit("place", line.place);
        visit("name", line.name), visit("number", line.number), visit("state", line.state);
    }
};

struct MeetingYear {
    int year{};
    std::vector<MeetingLine> lines{};
};

struct ListedSeries {
    MeetingSeries series{};
    Date last{};               // the day of its last meeting
    bool untouched = false;    // it can be taken back as a whole
};

struct MeetingListPage {
    const WorkingGroup& group;
    std::optional<MeetingLine> next{};
    std::vector<MeetingYear> years{};    // of this page, newest first
    std::int64_t all = 0, found = 0, page = 1, pages = 1;
    std::string year{}, state{};
    std::vector<html::Choice> year_choices{}, state_choices{};
    bool leads = false, takes_part = false;
    std::vector<ListedSeries> series{};    // the latest first
    std::string form_token{}, done{};

    std::string at(const char* rest = "") const { return "/skupiny/" + group.slug + rest; }
    std::string series_at(const ListedSeries& one, const char* rest = "") const {
        return at("/jednani/rady/") + to_text(one.series.id) + rest;
    }
    std::string filters() const;
    bool chosen() const { return !year.empty() || !state.empty(); }
    documents::Downloads downloads() const { return {at("/jednani"), filters()}; }
    html::Select select(const char* name, const char* label, const std::vector<html::Choice>& choices,
                        const std::string& value) const {
        return {{html::Field{name, label, value}, choices}};
    }
    html::Pager pager() const { return {at("/jednani?") + filters() + "&strana=", page, pages}; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& list, auto& visit) {
        visit("group", list.group.name), visit("found", list.found);
        std::vector<MeetingLine> lines;
        for (auto& year : list.years) lines.insert(lines.end(), year.lines.begin(), year.lines.end());
        visit("meetings", lines);
    }
    void write(html::Out&) const;
};

http::Response list_meetings(const http::Request&, Permit<may::ReadGroup>);
http::Response export_meetings(const http::Request&, Permit<may::ReadGroup>);

// --- attendance over time --------------------------------------------------------------------------------------------

struct AttendedMeeting {
    Meeting meeting{};
    std::int64_t present = 0, apologised = 0, absent = 0, guests = 0;
    std::int64_t known() const { return present + apologised + absent; }
    std::int64_t percent() const { return known() ? (100 * present + known() / 2) / known() : 0; }
    static void each_field(auto& one, auto& visit) {
        Meeting::each_field(one.meeting, visit);
        visit("present", one.present), visit("apologised", one.apologised), visit("absent", one.absent);
        visit("guests", one.guests);
    }
};
std::vector<AttendedMeeting> attendance_over_time(db::Session&, Id<WorkingGroup>);    // held ones, by day

struct AttendanceTimePage {
    const WorkingGroup& group;
    std::vector<AttendedMeeting> meetings{};
    Date today{};

    std::string at(const char* rest = "") const { return "/skupiny/" + group.slug + rest; }
    html::StepChart chart(html::Out&) const;
    html::Table table(html::Out&) const;
    std::int64_t average() const;
    documents::Downloads downloads() const { return {at("/jednani/ucast")}; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("group", page.group.name);
        std::vector<std::int64_t> percents;
        for (auto& one : page.meetings) percents.push_back(one.percent());
        visit("percent", percents);
    }
    void write(html::Out&) const;
};

http::Response show_attendance_over_time(const http::Request&, Permit<may::TakePartInGroup>);
http::Response export_attendance_over_time(const http::Request&, Permit<may::TakePartInGroup>);

}
