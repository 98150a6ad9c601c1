// The public calendar: events and meetings together, as far as somebody may know of them, narrowed by what they ask
// for.
#pragma once

#include "platform/http/request.hpp"
#include "workgroups/events/event_words.hpp"
#include "workgroups/permissions.hpp"

#include <map>
#include <memory>
#include <set>

namespace workgroups {

struct CalendarItem {
    std::string title{}, href{};
    std::string kind{};    // of event_kinds, or meeting
    std::string kind_said{}, time{}, place{}, town_code{}, town{};
    std::string group{}, group_slug{}, organisers{}, web{}, description{};
    Date first{}, last{};
    std::optional<std::int64_t> from{}, to{}, edition{};
    std::string state{};    // of event_states
    bool for_members = false;
    std::optional<double> latitude{}, longitude{};    // its own, or those of its municipality

    bool cancelled() const { return state == "cancelled"; }
    std::string group_href() const { return "/skupiny/" + group_slug; }
    static void each_field(auto& item, auto& visit) {
        visit("title", item.title), visit("href", item.href), visit("kind", item.kind), visit("first", item.first);
        visit("last", item.last), visit("time", item.time), visit("place", item.place), visit("town", item.town);
        visit("group", item.group), visit("organisers", item.organisers), visit("state", item.state);
    }
};

// A meeting as far as the calendar tells of it, with the times and the place of its series where it says none itself.
struct CalendarMeeting {
    Id<Meeting> id{};
    Id<WorkingGroup> group_id{};
    std::optional<std::string> title{}, place{};
    Date day{};
    std::optional<std::int64_t> from_minute{}, to_minute{};
    std::string state{};

    static void each_field(auto& meeting, auto& visit) {
        visit("id", meeting.id), visit("group_id", meeting.group_id), visit("title", meeting.title);
        visit("place", meeting.place), visit("day", meeting.day), visit("from_minute", meeting.from_minute);
        visit("to_minute", meeting.to_minute), visit("state", meeting.state);
    }
};

// One of both, before anything is said of it: a list shows a few of thousands.
struct CalendarEntry {
    std::shared_ptr<const PlanningEvent> event{};    // or
    Id<Meeting> meeting{};
    Date first{}, last{};
    std::int64_t from{};    // 0 where it is not known
};

// What the calendar is asked for.
struct CalendarQuery {
    std::string words{}, kind{}, town{}, group{};    // town by its code, group by its slug
    std::string view{};                              // nothing: the list; mesic, mapa
    bool past = false;
    std::optional<Date> month{};    // its first day
    std::string typed_month{};

    static CalendarQuery read(const http::Request&);
    bool narrows() const { return !words.empty() || !kind.empty() || !town.empty() || !group.empty(); }
    bool unreadable_month() const { return !typed_month.empty() && !month; }
    std::string address() const;                        // what stands behind the ?, without the page
    std::string filters() const;                        // of these the filters alone
    std::string link(const std::string& view) const;    // the same in another view
    std::string link_to_month(Date first_of_month) const;
};

// What somebody may know of, read once for a page.
class CalendarGround {
public:
    CalendarGround(db::Session&, const User&, const i18n::Texts&, Date today);

    // What touches these days and is asked for, by its beginning: events, and meetings that stand.
    std::vector<CalendarEntry> entries(Date from, Date before, const CalendarQuery&) const;
    CalendarItem item_of(const CalendarEntry&) const;
    std::vector<CalendarItem> items_of(const std::vector<CalendarEntry>&) const;
    std::optional<CalendarItem> item_of(const PlanningEvent&) const;    // nothing where one may not know of it
    std::set<std::string> town_codes(Date from) const;                  // of events from that day on
    std::string town(const std::string& code) const;
    const std::vector<WorkingGroup>& groups() const { return visible_; }
    const GroupWords& words() const { return words_; }

private:
    CalendarItem known_item(const PlanningEvent&) const;
    CalendarItem known_item(const CalendarMeeting&) const;
    bool takes(const CalendarQuery&, const std::string& folded_words, const PlanningEvent&) const;
    bool takes(const CalendarQuery&, const std::string& folded_words, const CalendarMeeting&) const;
    void add_events(std::vector<CalendarEntry>&, Date from, Date before, const CalendarQuery&) const;
    void add_meetings(std::vector<CalendarEntry>&, Date from, Date before, const CalendarQuery&) const;
    std::string title_of(const CalendarMeeting&) const;
    const WorkingGroup* visible(Id<WorkingGroup>) const;
    bool may_know(const PlanningEvent&) const;

    db::Session& db_;
    GroupWords words_;
    std::map<std::string, network::LandPoint> points_;
    std::map<std::string, std::string> towns_;
    std::vector<WorkingGroup> visible_;
    std::map<Id<WorkingGroup>, std::size_t> places_;    // in visible_
    std::set<Id<WorkingGroup>> inside_;                 // in which one sits, or which one keeps
    bool sits_ = false, plans_ = false;
};

// Of all groups, those that stand, by day.
std::vector<CalendarMeeting> placed_meetings_between(db::Session&, Date from, Date before);

}
