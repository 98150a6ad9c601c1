// Reads what the calendar shows.
#include "workgroups/events/calendar_items.hpp"

#include "platform/base/parts.hpp"
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

// NB: by ids where nothing else tells them apart, so that a list has one order on all its pages.
bool starts_before(const CalendarEntry& a, const CalendarEntry& b) {
    auto name = [](auto& entry) { return entry.event ? entry.event->id.uuid : entry.meeting.uuid; };
    if (a.first != b.first) return a.first < b.first;
    if (a.from != b.from) return a.from < b.from;
    return bool(a.event) != bool(b.event) ? bool(a.event) : name(a) < name(b);
}

struct PlaceOfSeries {
    Id<MeetingSeries> id{};
    std::optional<std::string> place{};
    std::optional<std::int64_t> from_minute{}, to_minute{};
    static void each_field(auto& one, auto& visit) {
        visit("id", one.id), visit("place", one.place), visit("from_minute", one.from_minute);
        visit("to_minute", one.to_minute);
    }
};

struct MeetingInSeries {
    CalendarMeeting meeting{};
    std::optional<Id<MeetingSeries>> series_id{};
    static void each_field(auto& one, auto& visit) {
        CalendarMeeting::each_field(one.meeting, visit);
        visit("series_id", one.series_id);
    }
};

// No more than a list needs to be put in order.
struct MeetingOnDay {
    Id<Meeting> id{};
    Id<WorkingGroup> group_id{};
    std::optional<Id<MeetingSeries>> series_id{};
    Date day{};
    std::optional<std::int64_t> from_minute{};
    static void each_field(auto& one, auto& visit) {
        visit("id", one.id), visit("group_id", one.group_id), visit("series_id", one.series_id);
        visit("day", one.day), visit("from_minute", one.from_minute);
    }
};

std::map<Id<MeetingSeries>, PlaceOfSeries> places_of_series(db::Session& db) {
    std::map<Id<MeetingSeries>, PlaceOfSeries> places;
    for (auto& one : db.all<PlaceOfSeries>("SELECT id, place, from_minute, to_minute FROM meeting_series"))
        places.emplace(one.id, one);
    return places;
}

const PlaceOfSeries* series_of(const std::map<Id<MeetingSeries>, PlaceOfSeries>& places,
                               const std::optional<Id<MeetingSeries>>& id) {
    auto found = id ? places.find(*id) : places.end();
    return found == places.end() ? nullptr : &found->second;
}

// The rule of at_its_place(), for many at once.
CalendarMeeting placed(MeetingInSeries read, const PlaceOfSeries* series) {
    auto& meeting = read.meeting;
    if (!series) return std::move(meeting);
    if (!meeting.place) meeting.place = series->place;
    if (!meeting.from_minute) meeting.from_minute = series->from_minute, meeting.to_minute = series->to_minute;
    return std::move(meeting);
}

// 2026-11
std::optional<Date> month_of(std::string_view text) { return parse_date(std::string{text} + "-01"); }

std::string month_text(Date first_of_month) { return to_iso(first_of_month).substr(0, 7); }

void add_value(std::string& address, const char* name, const std::string& value) {
    if (!value.empty()) address += (address.empty() ? "" : "&") + std::string{name} + "=" + http::encoded(value);
}

}

std::vector<CalendarMeeting> placed_meetings_between(db::Session& db, Date from, Date before) {
    auto series = places_of_series(db);
    std::vector<CalendarMeeting> meetings;
    db.for_each<MeetingInSeries>(
        "SELECT id, group_id, series_id, title, place, day, from_minute, to_minute, state FROM meetings"
        " WHERE day >= $1 AND day < $2 AND state IN ('planned', 'convened', 'held') ORDER BY day, from_minute, id",
        [&](MeetingInSeries one) {
            auto of = series_of(series, one.series_id);
            meetings.push_back(placed(std::move(one), of));
        },
        from, before);
    return meetings;
}

namespace {

std::optional<CalendarMeeting> placed_meeting(db::Session& db, Id<Meeting> id) {
    auto found = db.maybe<MeetingInSeries>("SELECT id, group_id, series_id, title, place, day, from_minute, to_minute,"
                                           " state FROM meetings WHERE id = $1",
                                           id);
    if (!found) return {};
    auto series = found->series_id ? db.maybe<PlaceOfSeries>("SELECT id, place, from_minute, to_minute"
                                                             " FROM meeting_series WHERE id = $1",
                                                             *found->series_id)
                                   : std::nullopt;
    return placed(std::move(*found), series ? &*series : nullptr);
}

}

// --- what is asked for -----------------------------------------------------------------------------------------------

CalendarQuery CalendarQuery::read(const http::Request& request) {
    auto& asked = request.asked;
    CalendarQuery query;
    query.words = std::string{text::trimmed(asked.first("q").substr(0, 100))};
    query.kind = asked.first("druh"), query.town = asked.first("obec"), query.group = asked.first("skupina");
    query.view = asked.first("zobrazit");
    query.typed_month = asked.first("mesic").substr(0, 30), query.month = month_of(query.typed_month);
    if (!query.typed_month.empty() && query.view.empty()) query.view = "mesic";
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

void CalendarGround::add_events(std::vector<CalendarEntry>& found, Date from, Date before,
                                const CalendarQuery& query) const {
    auto words = search::fold(query.words);
    for (auto& event : events_between(db_, from, before))
        if (may_know(event) && takes(query, words, event)) {
            auto first = event.first_day, last = event.last_day;
            auto minute = event.from_minute.value_or(0);
            found.push_back({std::make_shared<const PlanningEvent>(std::move(event)), {}, first, last, minute});
        }
}

// Of thousands of meetings no more is read than the list asks for: their words only where it is asked for words.
void CalendarGround::add_meetings(std::vector<CalendarEntry>& found, Date from, Date before,
                                  const CalendarQuery& query) const {
    auto words = search::fold(query.words);
    if (!words.empty()) {
        for (auto& meeting : placed_meetings_between(db_, from, before))
            if (visible(meeting.group_id) && takes(query, words, meeting))
                found.push_back({{}, meeting.id, meeting.day, meeting.day, meeting.from_minute.value_or(0)});
        return;
    }
    if ((!query.kind.empty() && query.kind != "meeting") || !query.town.empty()) return;
    auto series = places_of_series(db_);
    db_.for_each<MeetingOnDay>(
        "SELECT id, group_id, series_id, day, from_minute FROM meetings WHERE day >= $1 AND day < $2"
        " AND state IN ('planned', 'convened', 'held')",
        [&](const MeetingOnDay& one) {
            auto group = visible(one.group_id);
            if (!group || (!query.group.empty() && group->slug != query.group)) return;
            auto of = one.from_minute ? nullptr : series_of(series, one.series_id);
            auto minute = of ? of->from_minute : one.from_minute;
            found.push_back({{}, one.id, one.day, one.day, minute.value_or(0)});
        },
        from, before);
}

std::vector<CalendarEntry> CalendarGround::entries(Date from, Date before, const CalendarQuery& query) const {
    std::vector<CalendarEntry> found;
    add_events(found, from, before, query), add_meetings(found, from, before, query);
    std::ranges::sort(found, starts_before);
    return found;
}

CalendarItem CalendarGround::item_of(const CalendarEntry& entry) const {
    if (entry.event) return known_item(*entry.event);
    auto meeting = placed_meeting(db_, entry.meeting);
    return meeting ? known_item(*meeting) : CalendarItem{};
}

// Meetings of all the days are read at once.
std::vector<CalendarItem> CalendarGround::items_of(const std::vector<CalendarEntry>& entries) const {
    std::map<Id<Meeting>, CalendarMeeting> meetings;
    if (!entries.empty()) {
        auto first = entries.front().first, last = first;
        for (auto& entry : entries) first = std::min(first, entry.first), last = std::max(last, entry.first);
        for (auto& meeting : placed_meetings_between(db_, first, last + std::chrono::days{1}))
            meetings.emplace(meeting.id, std::move(meeting));
    }
    std::vector<CalendarItem> items;
    items.reserve(entries.size());
    for (auto& entry : entries) {
        if (entry.event) items.push_back(known_item(*entry.event));
        else if (auto found = meetings.find(entry.meeting); found != meetings.end())
            items.push_back(known_item(found->second));
    }
    return items;
}

}
