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

bool starts_before(const CalendarEntry& a, const CalendarEntry& b) {
    return std::pair{a.first, a.from} < std::pair{b.first, b.from};
}

// 2026-11
std::optional<Date> month_of(std::string_view text) { return parse_date(std::string{text} + "-01"); }

std::string month_text(Date first_of_month) { return to_iso(first_of_month).substr(0, 7); }

void add_value(std::string& address, const char* name, const std::string& value) {
    if (!value.empty()) address += (address.empty() ? "" : "&") + std::string{name} + "=" + http::encoded(value);
}

}

// The rule of at_its_place(), for many at once.
std::vector<CalendarMeeting> placed_meetings_between(db::Session& db, Date from, Date before) {
    return db.all<CalendarMeeting>(
        "SELECT meetings.id AS id, meetings.group_id AS group_id, title,"
        " coalesce(meetings.place, meeting_series.place) AS place, day,"
        " coalesce(meetings.from_minute, meeting_series.from_minute) AS from_minute,"
        " CASE WHEN meetings.from_minute IS NULL AND series_id IS NOT NULL THEN meeting_series.to_minute"
        " ELSE meetings.to_minute END AS to_minute, state"
        " FROM meetings LEFT JOIN meeting_series ON meeting_series.id = series_id"
        " WHERE day >= $1 AND day < $2 AND state IN ('planned', 'convened', 'held')"
        " ORDER BY day, meetings.from_minute, meetings.id",
        from, before);
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

// NB: of the words the lands alone: code lists say nothing here.
CalendarGround::CalendarGround(db::Session& db, const User& user, const i18n::Texts& texts, Date today)
    : db_{db}, words_{{}, {}, network::named_lands(db, today), texts}, points_{network::town_points(db, today)} {
    for (auto& land : words_.lands)
        if (land.level() == "municipality") towns_[land.code.substr(land.code.find(':') + 1)] = land.name;
    auto seats = seats_of(db, user, today);
    sits_ = !seats.empty(), plans_ = founds_groups(user);
    inside_.insert(seats.begin(), seats.end());
    if (plans_)
        for (auto& group : groups_kept_by(db, user, words_)) inside_.insert(group.id);
    for (auto& group : list_groups(db))
        if (group.published || inside_.contains(group.id)) {
            places_[group.id] = visible_.size();
            visible_.push_back(group);
        }
}

const WorkingGroup* CalendarGround::visible(Id<WorkingGroup> id) const {
    auto found = places_.find(id);
    return found == places_.end() ? nullptr : &visible_[found->second];
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

std::set<std::string> CalendarGround::town_codes(Date from) const {
    std::set<std::string> codes;
    for (auto& event : events_between(db_, from, *day_of(latest_year, 1, 1)))
        if (event.municipality_code && may_know(event)) codes.insert(*event.municipality_code);
    return codes;
}

std::optional<CalendarItem> CalendarGround::item_of(const PlanningEvent& event) const {
    return may_know(event) ? std::optional{known_item(event)} : std::nullopt;
}

CalendarItem CalendarGround::known_item(const PlanningEvent& event) const {
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

std::string CalendarGround::title_of(const CalendarMeeting& meeting) const {
    return meeting.title.value_or(words_.texts.text("event.meeting_of", {visible(meeting.group_id)->name}));
}

CalendarItem CalendarGround::known_item(const CalendarMeeting& meeting) const {
    auto group = visible(meeting.group_id);
    CalendarItem item{title_of(meeting), "/jednani/" + to_text(meeting.id), "meeting"};
    item.kind_said = words_.texts.text("event.kind.meeting");
    item.first = item.last = meeting.day, item.from = meeting.from_minute, item.to = meeting.to_minute;
    item.time = time_words(item.first, item.last, item.from, item.to, words_.texts);
    item.place = meeting.place.value_or(""), item.group = group->name, item.group_slug = group->slug;
    item.state = meeting.state == "held" ? "held" : "planned", item.for_members = !group->published;
    return item;
}

bool CalendarGround::takes(const CalendarQuery& query, const std::string& folded_words,
                           const PlanningEvent& event) const {
    if (!query.kind.empty() && event.kind != query.kind) return false;
    if (!query.town.empty() && event.municipality_code != query.town) return false;
    auto group = event.group_id ? visible(*event.group_id) : nullptr;
    if (!query.group.empty() && (!group || group->slug != query.group)) return false;
    if (folded_words.empty()) return true;
    auto item = known_item(event);
    auto said = item.title + "\n" + item.place + "\n" + item.town + "\n" + item.group + "\n" + item.organisers + "\n" +
                item.description;
    return search::fold(said).find(folded_words) != std::string::npos;
}

bool CalendarGround::takes(const CalendarQuery& query, const std::string& folded_words,
                           const CalendarMeeting& meeting) const {
    if (!query.kind.empty() && query.kind != "meeting") return false;
    auto group = visible(meeting.group_id);
    if (!query.town.empty() || (!query.group.empty() && group->slug != query.group)) return false;
    if (folded_words.empty()) return true;
    auto said = title_of(meeting) + "\n" + meeting.place.value_or("") + "\n" + group->name;
    return search::fold(said).find(folded_words) != std::string::npos;
}

std::vector<CalendarEntry> CalendarGround::entries(Date from, Date before, const CalendarQuery& query) const {
    auto words = search::fold(query.words);
    std::vector<CalendarEntry> found;
    for (auto& event : events_between(db_, from, before))
        if (may_know(event) && takes(query, words, event)) {
            auto first = event.first_day, last = event.last_day;
            auto minute = event.from_minute.value_or(0);
            found.push_back({std::move(event), first, last, minute});
        }
    for (auto& meeting : placed_meetings_between(db_, from, before))
        if (visible(meeting.group_id) && takes(query, words, meeting)) {
            auto day = meeting.day;
            auto minute = meeting.from_minute.value_or(0);
            found.push_back({std::move(meeting), day, day, minute});
        }
    steady_sort(found, starts_before);
    return found;
}

CalendarItem CalendarGround::item_of(const CalendarEntry& entry) const {
    return std::visit([this](auto& known) { return known_item(known); }, entry.of);
}

std::vector<CalendarItem> CalendarGround::items_of(const std::vector<CalendarEntry>& entries) const {
    std::vector<CalendarItem> items;
    items.reserve(entries.size());
    for (auto& entry : entries) items.push_back(item_of(entry));
    return items;
}

}
