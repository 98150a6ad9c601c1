// Reads what feeds hold: three statements for each group, row by row, one for all events, one for tasks.
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

// A text that is looked at while its row is: ten thousand of them are not copied before they are written.
struct RowText {
    std::string_view text{};
    friend void read(const db::Rows& rows, int column, RowText& into) { into.text = rows.view(column); }
};

struct FeedSeries {
    Id<MeetingSeries> id{};
    std::optional<std::string> place{};
    std::optional<std::int64_t> from_minute{}, to_minute{};
    std::int64_t version{};
    Instant changed_at{};
    static void each_field(auto& series, auto& visit) {
        visit("id", series.id), visit("place", series.place), visit("from_minute", series.from_minute);
        visit("to_minute", series.to_minute), visit("version", series.version);
        visit("changed_at", series.changed_at);
    }
};

struct FeedMeeting {
    Id<Meeting> id{};
    std::optional<Id<MeetingSeries>> series_id{};
    std::optional<RowText> title{}, place{};
    Date day{};
    std::optional<std::int64_t> from_minute{}, to_minute{};
    RowText state{};
    std::int64_t version{};
    Instant changed_at{};
    static void each_field(auto& meeting, auto& visit) {
        visit("id", meeting.id), visit("series_id", meeting.series_id), visit("title", meeting.title);
        visit("place", meeting.place), visit("day", meeting.day), visit("from_minute", meeting.from_minute);
        visit("to_minute", meeting.to_minute), visit("state", meeting.state), visit("version", meeting.version);
        visit("changed_at", meeting.changed_at);
    }
};

struct FeedItem {
    Id<Meeting> meeting_id{};
    std::int64_t place{};
    Id<AgendaItem> id{};
    RowText title{};
    std::optional<RowText> presenter{};
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

// What was agreed to be talked about at the meetings of a group, by meeting.
class FeedAgendas {
public:
    // NB: put in order here; a database would carry all texts through its sorting.
    FeedAgendas(db::Session& db, Id<WorkingGroup> group) {
        db.for_each<FeedItem>(
            "SELECT meeting_id, place_in_order, id, title, presenter FROM agenda_items"
            " WHERE group_id = $1 AND meeting_id IS NOT NULL AND state IN ('accepted', 'done')",
            [this](const FeedItem& item) { keep(item); }, group);
        heads_.assign(std::bit_ceil(items_.size() + 1), none);
        for (std::uint32_t n = 0; n < items_.size(); ++n)
            items_[n].next = std::exchange(heads_[place_of(items_[n].meeting)], n);
    }

    // „1. Zpráva (Jana Nová)“, one a line; into the text, whose room is used again.
    void write(std::string& text, Id<Meeting> meeting) {
        text.clear(), found_.clear();
        for (auto n = heads_[place_of(meeting)]; n != none; n = items_[n].next)
            if (items_[n].meeting == meeting) found_.push_back(&items_[n]);
        std::ranges::sort(found_, {}, [](auto item) { return std::pair{item->place, item->id}; });
        for (std::size_t number = 0; number < found_.size(); ++number) {
            if (number > 0) text += '\n';
            text.append(std::to_string(number + 1)).append(". ");
            text.append(said_, found_[number]->begin, found_[number]->size);
        }
    }

private:
    static constexpr std::uint32_t none = ~0u;
    struct Item {
        Id<Meeting> meeting{};
        Id<AgendaItem> id{};
        std::int64_t place{};
        std::size_t begin{}, size{};    // in said_
        std::uint32_t next = none;      // another one that may be of the same meeting
    };

    void keep(const FeedItem& item) {
        auto begin = said_.size();
        said_ += item.title.text;
        if (item.presenter) said_.append(" (").append(item.presenter->text).append(")");
        items_.push_back({item.meeting_id, item.id, item.place, begin, said_.size() - begin});
    }
    // Ids differ in their ends, which are made by chance; a power of two has as many places as it has bits.
    std::size_t place_of(Id<Meeting> meeting) const {
        auto halves = std::bit_cast<std::array<std::uint64_t, 2>>(meeting.uuid.bytes);
        return std::size_t((halves[0] ^ halves[1]) * 0x9E3779B97F4A7C15u >> 32) & (heads_.size() - 1);
    }

    std::string said_;
    std::vector<Item> items_;
    std::vector<std::uint32_t> heads_;    // the first of those that fall on a place
    std::vector<const Item*> found_;
};

// Entries of one day stand by their ids, whatever order the database reads them in: the same content gives the same
// bytes.  Each was written behind the one before.
class DayInOrder {
public:
    void begin(std::string& calendar, Date day, Id<Meeting> meeting) {
        if (day != day_) finish(calendar), day_ = day;
        entries_.push_back({meeting, calendar.size()});
    }
    void finish(std::string& calendar) {
        if (!std::ranges::is_sorted(entries_, {}, &Entry::id)) reorder(calendar);
        entries_.clear();
    }

private:
    struct Entry {
        Id<Meeting> id{};
        std::size_t begin{}, size{};
    };
    void reorder(std::string& calendar) {
        auto first = entries_.front().begin;
        for (std::size_t n = 0; n < entries_.size(); ++n)
            entries_[n].size = (n + 1 < entries_.size() ? entries_[n + 1].begin : calendar.size()) - entries_[n].begin;
        std::ranges::sort(entries_, {}, &Entry::id);
        written_.assign(calendar, first);
        calendar.resize(first);
        for (auto& entry : entries_) calendar.append(written_, entry.begin - first, entry.size);
    }

    std::optional<Date> day_{};
    std::vector<Entry> entries_;
    std::string written_;
};

std::map<Id<MeetingSeries>, FeedSeries> feed_series(db::Session& db, Id<WorkingGroup> group) {
    std::map<Id<MeetingSeries>, FeedSeries> series;
    for (auto& one : db.all<FeedSeries>("SELECT id, place, from_minute, to_minute, version, changed_at"
                                        " FROM meeting_series WHERE group_id = $1",
                                        group))
        series.emplace(one.id, one);
    return series;
}

// What the meeting says, and where it says nothing its series: the rule of at_its_place().
void place_entry(calendar::Entry& entry, const FeedMeeting& meeting, const FeedSeries* series) {
    if (meeting.place) entry.place = meeting.place->text;
    else entry.place = series ? series->place.value_or("") : "";
    bool as_series = !meeting.from_minute && series;
    entry.from = as_series ? series->from_minute : meeting.from_minute;
    entry.to = as_series ? series->to_minute : meeting.to_minute;
    entry.sequence = meeting.version - 1 + (series ? series->version - 1 : 0);
    entry.changed_at = series ? std::max(meeting.changed_at, series->changed_at) : meeting.changed_at;
}

std::size_t count_meetings(db::Session& db, Id<WorkingGroup> group, Date begins) {
    return std::size_t(
        db.one<std::int64_t>("SELECT count(*) FROM meetings WHERE group_id = $1 AND day >= $2", group, begins));
}

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
      at_host_{"@" + public_url.substr(std::min(public_url.find("//") + 2, public_url.size()))},
      today_{today} {}

std::string FeedGround::uid(const Uuid& id) const { return to_text(id) + at_host_; }

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
    calendar.reserve(calendar.size() + count_meetings(db_, group, begins) * bytes_of_an_entry);
    FeedAgendas agendas{db_, group};
    auto all_series = feed_series(db_, group);
    calendar::Entry entry;    // one for all: its texts keep their room
    entry.category = texts_.text("event.kind.meeting");
    DayInOrder day;
    auto write = [&](const FeedMeeting& meeting) {
        auto state = meeting.state.text;
        if (state == "on_demand" && demand == Demand::without) return;
        auto series = meeting.series_id ? all_series.find(*meeting.series_id) : all_series.end();
        place_entry(entry, meeting, series == all_series.end() ? nullptr : &series->second);
        auto id = to_text(meeting.id);
        entry.uid.assign(id).append(at_host_);
        entry.title = meeting.title ? meeting.title->text : name;
        agendas.write(entry.description, meeting.id);
        entry.address.assign(site_).append("/jednani/").append(id);
        entry.first = entry.last = meeting.day;
        entry.cancelled = state == "cancelled" || state == "moved", entry.tentative = state == "on_demand";
        day.begin(calendar, meeting.day, meeting.id);
        entry.write(calendar);
    };
    db_.for_each<FeedMeeting>("SELECT id, series_id, title, place, day, from_minute, to_minute, state, version,"
                              " changed_at FROM meetings WHERE group_id = $1 AND day >= $2 ORDER BY day",
                              write, group, begins);
    day.finish(calendar);
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

void FeedGround::write_public(std::string& calendar) {
    calendar::begin(calendar, texts_.text("event.calendar"));
    std::set<Id<WorkingGroup>> open;
    for (auto& group : db_.all<FeedGroup>("SELECT id, name FROM working_groups WHERE published = $1 ORDER BY id", true))
        open.insert(group.id), write_meetings(calendar, group.id, group.name, Demand::without);
    for (auto& event : feed_events(db_, feed_begins(today_)))
        if (event.published && (!event.group_id || open.contains(*event.group_id))) entry_of(event).write(calendar);
    calendar::end(calendar);
}

void FeedGround::write_group(std::string& calendar, const WorkingGroup& group) {
    calendar::begin(calendar, group.name);
    write_meetings(calendar, group.id, group.name, Demand::without);
    for (auto& event : feed_events(db_, feed_begins(today_)))
        if (event.published && event.group_id == group.id) entry_of(event).write(calendar);
    calendar::end(calendar);
}

void FeedGround::write_personal(std::string& calendar, Id<User> person) {
    calendar::begin(calendar, texts_.text("event.own_calendar"));
    std::set<Id<WorkingGroup>> own;
    for (auto& group : groups_of(db_, person, today_))
        own.insert(group.id), write_meetings(calendar, group.id, group.name, Demand::with);
    for (auto& event : feed_events(db_, feed_begins(today_)))
        if (event.group_id ? own.contains(*event.group_id) : !event.published && !own.empty())
            entry_of(event).write(calendar);
    write_tasks(calendar, person);
    calendar::end(calendar);
}

}
