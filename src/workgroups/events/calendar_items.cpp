// Reads what the calendar shows.
#include "workgroups/events/calendar_items.hpp"

#include "platform/base/parts.hpp"
#include "platform/base/steady_sort.hpp"
#include "platform/search/fold.hpp"
#include "workgroups/groups/group_list.hpp"

namespace workgroups {

namespace {

std::vector<Id<WorkingGroup>> seats_of(db::Session& db, const User& user, Date day) {
    if (!user.signed_in()) return {};
    return db.all<Id<WorkingGroup>>("SELECT DISTINCT group_id FROM group_members JOIN planning_people"
                                    " ON planning_people.id = planner_id WHERE account_id = $1 AND valid_from <= $2"
                                    " AND (valid_to IS NULL OR valid_to > $2)",
                                    user.id, day);
}

bool same_start(const CalendarItem& a, const CalendarItem& b) {
    return std::pair{a.first, a.from.value_or(0)} < std::pair{b.first, b.from.value_or(0)};
}

// 2026-11
std::optional<Date> month_of(std::string_view text) { return parse_date(std::string{text} + "-01"); }

std::string month_text(Date first_of_month) { return to_iso(first_of_month).substr(0, 7); }

void add_value(std::string& address, const char* name, const std::string& value) {
    if (!value.empty()) address += (address.empty() ? "" : "&") + std::string{name} + "=" + http::encoded(value);
}

}

std::vector<Meeting> placed_meetings_between(db::Session& db, Date from, Date before) {
    std::map<Id<MeetingSeries>, MeetingSeries> all;
    for (auto& series : db.all<MeetingSeries>("SELECT * FROM meeting_series")) all[series.id] = series;
    auto meetings = meetings_between(db, from, before);
    // The rule of at_its_place(), without asking for each meeting.
    for (auto& meeting : meetings) {
        auto series = meeting.series_id ? all.find(*meeting.series_id) : all.end();
        if (series == all.end()) continue;
        if (!meeting.place) meeting.place = series->second.place;
        if (!meeting.from_minute)
            meeting.from_minute = series->second.from_minute, meeting.to_minute = series->second.to_minute;
    }
    return meetings;
}

// --- what is asked for -----------------------------------------------------------------------------------------------

CalendarQuery CalendarQuery::read(const http::Request& request) {
    auto& asked = request.asked;
    CalendarQuery query;
    query.words = std::string{text::trimmed(asked.first("q").substr(0, 100))};
    query.kind = asked.first("druh"), query.town = asked.first("obec"), query.group = asked.first("skupina");
    query.view = asked.first("zobrazit");
    query.typed_month = asked.first("mesic").substr(0, 30), query.month = month_of(query.typed_month);
    if (!query.typed_month.empty()) query.view = "mesic";
    if (query.view != "mesic" && query.view != "mapa") query.view.clear();
    query.past = asked.first("minule") == "1";
    return query;
}

bool CalendarQuery::takes(const CalendarItem& item) const {
    if (!kind.empty() && item.kind != kind) return false;
    if (!town.empty() && item.town_code != town) return false;
    if (!group.empty() && item.group_slug != group) return false;
    if (words.empty()) return true;
    auto said = item.title + "\n" + item.place + "\n" + item.town + "\n" + item.group + "\n" + item.organisers + "\n" +
                item.description;
    return search::fold(said).find(search::fold(words)) != std::string::npos;
}

std::string CalendarQuery::filters() const {
    std::string address;
    add_value(address, "q", words), add_value(address, "druh", kind), add_value(address, "obec", town);
    add_value(address, "skupina", group);
    return address;
}

std::string CalendarQuery::address() const {
    auto address = filters();
    if (view == "mesic" && month) add_value(address, "mesic", month_text(*month));
    else add_value(address, "zobrazit", view);
    add_value(address, "minule", past ? "1" : "");
    return address;
}

std::string CalendarQuery::link(const std::string& other) const {
    auto query = *this;
    query.view = other, query.month.reset(), query.past = false;
    auto behind = query.address();
    return behind.empty() ? "/akce" : "/akce?" + behind;
}

std::string CalendarQuery::link_to_month(Date first_of_month) const {
    auto query = *this;
    query.view = "mesic", query.month = first_of_month, query.past = false;
    return "/akce?" + query.address();
}

// --- what there is ---------------------------------------------------------------------------------------------------

CalendarGround::CalendarGround(db::Session& db, const User& user, const i18n::Texts& texts, Date today)
    : db_{db}, words_{GroupWords::read(db, texts, today)}, points_{network::town_points(db, today)} {
    for (auto& land : words_.lands)
        if (land.level() == "municipality") towns_[land.code.substr(land.code.find(':') + 1)] = land.name;
    for (auto& one : groups_visible_to(db, user, words_, today)) visible_.push_back(one.group);
    auto seats = seats_of(db, user, today);
    sits_ = !seats.empty(), plans_ = founds_groups(user);
    inside_.insert(seats.begin(), seats.end());
    if (plans_)
        for (auto& group : groups_kept_by(db, user, words_)) inside_.insert(group.id);
}

const WorkingGroup* CalendarGround::visible(Id<WorkingGroup> id) const {
    auto found = std::ranges::find(visible_, id, &WorkingGroup::id);
    return found == visible_.end() ? nullptr : &*found;
}

// NB: the same as EventInView::visible_to, but of a coordinator every event without a group.
bool CalendarGround::may_know(const PlanningEvent& event) const {
    if (event.group_id && !visible(*event.group_id)) return false;
    if (event.published) return true;
    return event.group_id ? inside_.contains(*event.group_id) : sits_ || plans_;
}

std::string CalendarGround::town(const std::string& code) const {
    auto found = towns_.find(code);
    return found == towns_.end() ? code : found->second;
}

std::optional<CalendarItem> CalendarGround::item_of(const PlanningEvent& event) const {
    if (!may_know(event)) return {};
    CalendarItem item{event_name(event, words_.texts), "/akce/" + event.slug, event.kind};
    item.kind_said = event_kind(event.kind, words_.texts);
    item.first = event.first_day, item.last = event.last_day, item.from = event.from_minute, item.to = event.to_minute;
    item.time = time_words(item.first, item.last, item.from, item.to, words_.texts);
    item.edition = event.edition, item.state = event.state, item.for_members = !event.published;
    item.town_code = event.municipality_code.value_or("");
    if (event.municipality_code) item.town = town(*event.municipality_code);
    item.place = text::joined(std::vector{event.place.value_or(""), event.address.value_or("")});
    if (auto group = event.group_id ? visible(*event.group_id) : nullptr)
        item.group = group->name, item.group_slug = group->slug;
    item.organisers = text::joined(event.organised_by());
    item.web = event.web.value_or(""), item.description = event.description.value_or("");
    item.latitude = event.latitude, item.longitude = event.longitude;
    auto point = points_.find(item.town_code);
    if (!item.latitude && point != points_.end())
        item.latitude = point->second.latitude, item.longitude = point->second.longitude;
    return item;
}

std::optional<CalendarItem> CalendarGround::item_of(const Meeting& meeting) const {
    auto group = meeting.stands() ? visible(meeting.group_id) : nullptr;
    if (!group) return {};
    CalendarItem item{meeting.title.value_or(words_.texts.text("event.meeting_of", {group->name})),
                      "/jednani/" + to_text(meeting.id), "meeting"};
    item.kind_said = words_.texts.text("event.kind.meeting");
    item.first = item.last = meeting.day, item.from = meeting.from_minute, item.to = meeting.to_minute;
    item.time = time_words(item.first, item.last, item.from, item.to, words_.texts);
    item.place = meeting.place.value_or(""), item.group = group->name, item.group_slug = group->slug;
    item.state = meeting.state == "held" ? "held" : "planned", item.for_members = !group->published;
    return item;
}

std::vector<CalendarItem> CalendarGround::items(Date from, Date before) const {
    std::vector<CalendarItem> found;
    for (auto& event : events_between(db_, from, before))
        if (auto item = item_of(event)) found.push_back(std::move(*item));
    for (auto& meeting : placed_meetings_between(db_, from, before))
        if (auto item = item_of(meeting)) found.push_back(std::move(*item));
    steady_sort(found, same_start);
    return found;
}

}
