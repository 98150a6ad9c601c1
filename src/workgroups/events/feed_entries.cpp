// Reads what feeds hold: two statements for each group, one for all events, one for tasks.
#include "workgroups/events/feed_entries.hpp"

#include "network/network.hpp"
#include "platform/base/parts.hpp"
#include "workgroups/events/event_words.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <set>

namespace workgroups {

namespace {

struct FeedGroup {
    Id<WorkingGroup> id{};
    std::string name{};
    static void each_field(auto& group, auto& visit) { visit("id", group.id), visit("name", group.name); }
};

// A meeting with what its series says for it: the rule of at_its_place(), for all meetings in one statement.
struct FeedMeeting {
    Id<Meeting> id{};
    std::optional<std::string> title{}, place{};
    Date day{};
    std::optional<std::int64_t> from_minute{}, to_minute{};
    std::string state{};
    std::int64_t saves{};
    Instant changed_at{};
    std::optional<Instant> series_changed_at{};
    static void each_field(auto& meeting, auto& visit) {
        visit("id", meeting.id), visit("title", meeting.title), visit("place", meeting.place);
        visit("day", meeting.day), visit("from_minute", meeting.from_minute), visit("to_minute", meeting.to_minute);
        visit("state", meeting.state), visit("saves", meeting.saves), visit("changed_at", meeting.changed_at);
        visit("series_changed_at", meeting.series_changed_at);
    }
};

struct FeedItem {
    Id<Meeting> meeting_id{};
    std::int64_t place{};
    Id<AgendaItem> id{};
    std::string title{};
    std::optional<std::string> presenter{};
    static void each_field(auto& item, auto& visit) {
        visit("meeting_id", item.meeting_id), visit("place_in_order", item.place), visit("id", item.id);
        visit("title", item.title), visit("presenter", item.presenter);
    }
};

struct FeedTask {
    Id<void> id{};
    std::string body{}, group_name{};
    Date due_on{};
    std::int64_t version{};
    Instant changed_at{};
    static void each_field(auto& task, auto& visit) {
        visit("id", task.id), visit("body", task.body), visit("group_name", task.group_name);
        visit("due_on", task.due_on), visit("version", task.version), visit("changed_at", task.changed_at);
    }
};

constexpr std::size_t longest_summary = 120;      // bytes of a task that stand in its title
constexpr std::size_t bytes_of_an_entry = 640;    // about as many, so that a long calendar does not move as it grows

std::string shortened(const std::string& text) {
    auto line = text.substr(0, text.find('\n'));
    if (line.size() <= longest_summary) return line;
    auto cut = line.rfind(' ', longest_summary);
    return line.substr(0, cut == line.npos || cut == 0 ? longest_summary : cut) + " …";
}

std::vector<FeedMeeting> feed_meetings(db::Session& db, Id<WorkingGroup> group, Date begins) {
    return db.all<FeedMeeting>(
        "SELECT meetings.id, title, coalesce(meetings.place, meeting_series.place) AS place, day,"
        " coalesce(meetings.from_minute, meeting_series.from_minute) AS from_minute,"
        " CASE WHEN meetings.from_minute IS NULL AND series_id IS NOT NULL THEN meeting_series.to_minute"
        " ELSE meetings.to_minute END AS to_minute,"
        " state, meetings.version - 1 + coalesce(meeting_series.version - 1, 0) AS saves, meetings.changed_at,"
        " meeting_series.changed_at AS series_changed_at"
        " FROM meetings LEFT JOIN meeting_series ON meeting_series.id = series_id"
        " WHERE meetings.group_id = $1 AND day >= $2 ORDER BY day, meetings.id",
        group, begins);
}

// What was agreed to be talked about: items of one meeting beside each other, in their order.
class FeedAgendas {
public:
    // NB: sorted here, by keys alone; a database would carry all texts through its sorting.
    FeedAgendas(db::Session& db, Id<WorkingGroup> group)
        : items_{db.all<FeedItem>("SELECT meeting_id, place_in_order, id, title, presenter FROM agenda_items"
                                  " WHERE group_id = $1 AND meeting_id IS NOT NULL AND state IN ('accepted', 'done')",
                                  group)} {
        order_.reserve(items_.size());
        for (auto& item : items_) order_.push_back({key_of(item.meeting_id), item.place, &item});
        std::ranges::sort(order_, [](auto& a, auto& b) {
            if (a.meeting != b.meeting) return a.meeting < b.meeting;
            return a.place != b.place ? a.place < b.place : a.item->id < b.item->id;
        });
    }

    // „1. Zpráva (Jana Nová)“, one a line.
    std::string of(Id<Meeting> meeting) const {
        std::string text;
        auto items = std::ranges::equal_range(order_, key_of(meeting), {}, &Place::meeting);
        for (int number = 0; auto& [key, place, item] : items) {
            if (number > 0) text += '\n';
            text += std::to_string(++number) + ". " + item->title;
            if (item->presenter) text += " (" + *item->presenter + ")";
        }
        return text;
    }

private:
    // The sixteen bytes as two numbers: any order serves that is always the same.
    using Key = std::pair<std::uint64_t, std::uint64_t>;
    struct Place {
        Key meeting{};
        std::int64_t place{};
        const FeedItem* item{};
    };
    static Key key_of(Id<Meeting> id) {
        auto halves = std::bit_cast<std::array<std::uint64_t, 2>>(id.uuid.bytes);
        return {halves[0], halves[1]};
    }

    std::vector<FeedItem> items_;
    std::vector<Place> order_;
};

std::vector<FeedGroup> groups_of(db::Session& db, Id<User> person, Date day) {
    return db.all<FeedGroup>("SELECT DISTINCT working_groups.id, working_groups.name FROM working_groups"
                             " JOIN group_members ON group_id = working_groups.id JOIN planning_people"
                             " ON planning_people.id = planner_id WHERE account_id = $1 AND valid_from <= $2"
                             " AND (valid_to IS NULL OR valid_to > $2) ORDER BY working_groups.id",
                             person, day);
}

std::vector<PlanningEvent> feed_events(db::Session& db, Date begins) {
    return db.all<PlanningEvent>("SELECT * FROM planning_events WHERE last_day >= $1 ORDER BY first_day, id", begins);
}

}

Date feed_begins(Date today) {
    std::chrono::year_month_day date{today};
    return plus_months(std::chrono::sys_days{date.year() / date.month() / 1}, -12);
}

FeedGround::FeedGround(db::Session& db, const i18n::Texts& texts, const std::string& public_url, Date today)
    : db_{db},
      texts_{texts},
      site_{public_url},
      host_{public_url.substr(std::min(public_url.find("//") + 2, public_url.size()))},
      today_{today} {}

std::string FeedGround::uid(const Uuid& id) const { return to_text(id) + "@" + host_; }

std::string FeedGround::town(const std::optional<std::string>& code) {
    if (!code) return {};
    if (!towns_) {
        towns_.emplace();
        for (auto& land : network::named_lands(db_, today_))
            if (land.level() == "municipality") (*towns_)[land.code.substr(land.code.find(':') + 1)] = land.name;
    }
    auto found = towns_->find(*code);
    return found == towns_->end() ? "" : found->second;
}

calendar::Entry FeedGround::entry_of(const PlanningEvent& event) {
    calendar::Entry entry;
    entry.uid = uid(event.id.uuid), entry.title = event_name(event, texts_);
    std::vector<std::string> said{event.description.value_or("")};
    if (!event.organisers.empty())
        said.push_back(texts_.text("event.organised_by", {text::joined(event.organised_by())}));
    if (event.cancelled()) said.push_back(event.state_reason.value_or(""));
    entry.description = text::joined(said, "\n");
    entry.place = place_words(event, town(event.municipality_code));
    entry.address = site_ + "/akce/" + event.slug, entry.category = event_kind(event.kind, texts_);
    entry.first = event.first_day, entry.last = event.last_day;
    entry.from = event.from_minute, entry.to = event.to_minute;
    entry.latitude = event.latitude, entry.longitude = event.longitude;
    entry.sequence = event.kept.version - 1, entry.changed_at = event.kept.changed_at;
    entry.cancelled = event.cancelled();
    return entry;
}

void FeedGround::write_meetings(std::string& calendar, Id<WorkingGroup> group, const std::string& name, Demand demand) {
    auto begins = feed_begins(today_);
    FeedAgendas agendas{db_, group};
    auto category = texts_.text("event.kind.meeting");
    auto meetings = feed_meetings(db_, group, begins);
    calendar.reserve(calendar.size() + meetings.size() * bytes_of_an_entry);
    for (auto& meeting : meetings) {
        if (meeting.state == "on_demand" && demand == Demand::without) continue;
        calendar::Entry entry;
        entry.uid = uid(meeting.id.uuid), entry.title = meeting.title ? *meeting.title : name;
        entry.description = agendas.of(meeting.id);
        entry.place = meeting.place.value_or(""), entry.address = site_ + "/jednani/" + to_text(meeting.id);
        entry.category = category;
        entry.first = entry.last = meeting.day, entry.from = meeting.from_minute, entry.to = meeting.to_minute;
        entry.sequence = meeting.saves, entry.changed_at = meeting.changed_at;
        if (meeting.series_changed_at) entry.changed_at = std::max(entry.changed_at, *meeting.series_changed_at);
        entry.cancelled = meeting.state == "cancelled" || meeting.state == "moved";
        entry.tentative = meeting.state == "on_demand";
        entry.write(calendar);
    }
}

// Whole days that take no time: programs show them where they would not show a VTODO.
void FeedGround::write_tasks(std::string& calendar, Id<User> person) {
    auto tasks = db_.all<FeedTask>("SELECT tasks.id, body, working_groups.name AS group_name, due_on, tasks.version,"
                                   " tasks.changed_at FROM tasks JOIN planning_people ON planning_people.id = owner_id"
                                   " JOIN working_groups ON working_groups.id = group_id WHERE account_id = $1"
                                   " AND state = 'open' AND due_on IS NOT NULL ORDER BY due_on, tasks.id",
                                   person);
    for (auto& task : tasks) {
        calendar::Entry entry;
        entry.uid = uid(task.id.uuid), entry.title = texts_.text("event.task", {shortened(task.body)});
        entry.description = task.group_name + "\n" + task.body, entry.address = site_ + "/ukoly";
        entry.category = texts_.text("event.kind.task"), entry.first = entry.last = task.due_on;
        entry.sequence = task.version - 1, entry.changed_at = task.changed_at, entry.free = true;
        entry.write(calendar);
    }
}

std::string FeedGround::public_feed() {
    std::string calendar;
    calendar::begin(calendar, texts_.text("event.calendar"));
    std::set<Id<WorkingGroup>> open;
    for (auto& group : db_.all<FeedGroup>("SELECT id, name FROM working_groups WHERE published = $1 ORDER BY id", true))
        open.insert(group.id), write_meetings(calendar, group.id, group.name, Demand::without);
    for (auto& event : feed_events(db_, feed_begins(today_)))
        if (event.published && (!event.group_id || open.contains(*event.group_id))) entry_of(event).write(calendar);
    calendar::end(calendar);
    return calendar;
}

std::string FeedGround::group_feed(const WorkingGroup& group) {
    std::string calendar;
    calendar::begin(calendar, group.name);
    write_meetings(calendar, group.id, group.name, Demand::without);
    for (auto& event : feed_events(db_, feed_begins(today_)))
        if (event.published && event.group_id == group.id) entry_of(event).write(calendar);
    calendar::end(calendar);
    return calendar;
}

std::string FeedGround::personal_feed(Id<User> person) {
    std::string calendar;
    calendar::begin(calendar, texts_.text("event.own_calendar"));
    std::set<Id<WorkingGroup>> own;
    for (auto& group : groups_of(db_, person, today_))
        own.insert(group.id), write_meetings(calendar, group.id, group.name, Demand::with);
    for (auto& event : feed_events(db_, feed_begins(today_)))
        if (event.group_id ? own.contains(*event.group_id) : !event.published && !own.empty())
            entry_of(event).write(calendar);
    write_tasks(calendar, person);
    calendar::end(calendar);
    return calendar;
}

}
