// Puts the overview together.
#include "workgroups/planning_overview/planning_overview.hpp"

#include "platform/base/steady_sort.hpp"
#include "platform/time/time_of_day.hpp"
#include "workgroups/events/event_words.hpp"
#include "workgroups/minutes/minutes_record.hpp"
#include "workgroups/tasks/task_list_pages.hpp"

namespace workgroups {

namespace {

constexpr std::size_t needs_shown = 12, own_tasks_shown = 6, dates_shown = 8, decisions_shown = 5,
                      meetings_to_write_shown = 8, opened_shown = 6;

std::vector<PlanningNeed> all_needs(const NeedsQuestion& asked) {
    std::vector<PlanningNeed> needs;
    for (auto source : needs_sources)
        for (auto& need : source(asked)) needs.push_back(std::move(need));
    steady_sort(needs, [](auto& a, auto& b) { return (a.kind == html::Tag::bad) > (b.kind == html::Tag::bad); });
    return needs;
}

std::vector<TasksOfGroup> tasks_by_group(db::Session& db, const OwnPlanning& own, Date today) {
    std::vector<TasksOfGroup> counted;
    for (auto& one :
         db.all<TasksOfGroup>("SELECT group_id, count(*) AS open,"
                              " count(CASE WHEN due_on < $1 THEN 1 END) AS overdue,"
                              " count(CASE WHEN due_on >= $1 AND due_on <= $2 THEN 1 END) AS soon FROM tasks"
                              " WHERE state = 'open' GROUP BY group_id",
                              today, today + std::chrono::days{14}))
        if (auto group = own.find(one.group_id)) {
            counted.push_back(one);
            counted.back().name = group->group.name, counted.back().slug = group->group.slug;
        }
    steady_sort(counted,
                [](auto& a, auto& b) { return a.overdue != b.overdue ? a.overdue > b.overdue : a.open > b.open; });
    return counted;
}

std::string hours_of(const Meeting& meeting) {
    if (!meeting.from_minute) return {};
    TimeOfDay from{std::int16_t(*meeting.from_minute)};
    if (!meeting.to_minute) return to_czech(from);
    return to_czech(TimeRange{from, TimeOfDay{std::int16_t(*meeting.to_minute)}});
}

void add_meetings(db::Session& db, const OwnPlanning& own, Date from, Date before, std::vector<OverviewDate>& dates) {
    for (auto& meeting : meetings_between(db, from, before)) {
        auto group = own.find(meeting.group_id);
        if (!group || !meeting.stands()) continue;
        auto placed = at_its_place(db, meeting);
        dates.push_back({meeting.day, placed.from_minute.value_or(0), group->group.name,
                         "/jednani/" + to_text(meeting.id), hours_of(placed), placed.place.value_or("")});
    }
}

// Of one's own groups, and public ones of the region.
void add_events(db::Session& db, const OwnPlanning& own, Date from, Date before, const i18n::Texts& texts,
                std::vector<OverviewDate>& dates) {
    for (auto& event : events_between(db, from, before)) {
        bool ours = event.group_id ? own.find(*event.group_id) != nullptr : event.published;
        if (!ours || event.cancelled() || event.first_day < from) continue;
        dates.push_back({event.first_day, event.from_minute.value_or(0), event_name(event, texts),
                         "/akce/" + event.slug, event.from_minute ? minute_words(*event.from_minute) : "",
                         event.place.value_or("")});
    }
}

void add_ends_of_comments(db::Session& db, const OwnPlanning& own, Date from, const i18n::Texts& texts,
                          std::vector<OverviewDate>& dates) {
    for (auto& minutes : db.all<MeetingMinutes>("SELECT * FROM meeting_minutes WHERE phase = 'comments'"
                                                " AND comments_until >= $1 ORDER BY comments_until, id",
                                                from)) {
        auto meeting = find_meeting(db, minutes.meeting_id);
        auto group = meeting && !called_off(*meeting) ? own.find(meeting->group_id) : nullptr;
        if (group)
            dates.push_back({*minutes.comments_until, 0,
                             texts.text("planning_overview.comments_end", {to_czech(meeting->day)}),
                             "/jednani/" + to_text(meeting->id) + "/zapis", "", group->group.name});
    }
}

std::vector<OverviewDate> next_dates(db::Session& db, const OwnPlanning& own, Date today, const i18n::Texts& texts) {
    std::vector<OverviewDate> dates;
    auto before = plus_months(today, 3);
    add_meetings(db, own, today, before, dates), add_events(db, own, today, before, texts, dates);
    add_ends_of_comments(db, own, today, texts, dates);
    steady_sort(dates, [](auto& a, auto& b) { return std::pair{a.day, a.from} < std::pair{b.day, b.from}; });
    if (dates.size() > dates_shown) dates.resize(dates_shown);
    return dates;
}

// Meetings of the last quarter whose minutes nobody began, the latest first.
std::vector<html::Link> meetings_to_write(db::Session& db, const OwnPlanning& own, Date today) {
    std::vector<html::Link> links;
    db.for_each<Meeting>(
        "SELECT meetings.* FROM meetings LEFT JOIN meeting_minutes ON meeting_id = meetings.id"
        " WHERE meeting_minutes.id IS NULL AND state IN ('planned', 'convened', 'held')"
        " AND day <= $1 AND day > $2 ORDER BY day DESC, meetings.id DESC",
        [&](const Meeting& one) {
            if (auto group = own.led(one.group_id))
                links.push_back(
                    {to_czech(one.day) + " " + group->group.name, "/jednani/" + to_text(one.id) + "/zapis"});
            return links.size() < meetings_to_write_shown;
        },
        today, plus_months(today, -3));
    return links;
}

std::vector<ListedTask> open_tasks_of_team(db::Session& db, const OwnPlanning& own) {
    std::vector<ListedTask> tasks;
    each_open_task(db, [&](const ListedTask& one) {
        if (own.find(one.task.group_id)) tasks.push_back(one);
        return tasks.size() < own_tasks_shown;
    });
    return tasks;
}

std::vector<ListedTask> tasks_shown(db::Session& db, const OwnPlanning& own, TasksShown shown) {
    std::vector<ListedTask> tasks;
    if (shown == TasksShown::team) return open_tasks_of_team(db, own);
    if (!own.planner) return tasks;
    for (auto& one : tasks_of_owner(db, *own.planner))
        if ((one.task.state == "open") == (shown == TasksShown::own) && tasks.size() < own_tasks_shown)
            tasks.push_back(one);
    return tasks;
}

TasksShown asked_for(const http::Request& request) {
    auto asked = request.asked.first("ukoly");
    return asked == "tym" ? TasksShown::team : asked == "hotove" ? TasksShown::done : TasksShown::own;
}

std::vector<ListedDecision> latest_decisions(db::Session& db, const OwnPlanning& own) {
    std::vector<ListedDecision> latest;
    db.for_each<Decision>("SELECT * FROM decisions ORDER BY decided_on DESC, id DESC LIMIT 300",
                          [&](const Decision& one) {
                              if (auto group = own.find(one.group_id)) {
                                  ListedDecision listed{one};
                                  listed.group_name = group->group.name, listed.group_slug = group->group.slug;
                                  latest.push_back(std::move(listed));
                              }
                              return latest.size() < decisions_shown;
                          });
    return latest;
}

}

html::Tag PlanningOverviewPage::tag(const PlanningNeed& need, html::Out& out) const {
    bool late = need.kind == html::Tag::bad;
    return {need.kind, out.text(late ? "planning_overview.late" : "planning_overview.watch")};
}

bool PlanningOverviewPage::leads() const { return std::ranges::any_of(own.groups, &OwnPlanning::Group::leads); }

std::vector<html::Link> PlanningOverviewPage::new_tasks() const {
    std::vector<html::Link> links;
    for (auto& one : own.groups)
        if (one.leads) links.push_back({one.group.name, "/skupiny/" + one.group.slug + "/ukoly/novy"});
    return links;
}

std::string PlanningOverviewPage::where_minutes_begin() const {
    auto led = std::ranges::find_if(own.groups, &OwnPlanning::Group::leads);
    bool one = std::ranges::count_if(own.groups, &OwnPlanning::Group::leads) == 1;
    return one ? "/skupiny/" + led->group.slug + "/jednani" : "/skupiny";
}

bool PlanningOverviewPage::may_finish(const ListedTask& one) const {
    bool mine = own.planner && one.task.owner_id == own.planner;
    return one.task.state == "open" && (mine || own.led(one.task.group_id));
}

html::Table PlanningOverviewPage::table(html::Out& out) const {
    html::Table table{out.text("planning_overview.by_group"),
                      {{"task.group"},
                       {"planning_overview.open", true},
                       {"planning_overview.overdue", true},
                       {"planning_overview.soon", true}},
                      {}};
    table.caption_is_above = table.folds = true;
    for (auto& one : by_group) {
        auto at = "/skupiny/" + one.slug + "/ukoly";
        table.rows.push_back({{one.name, at},
                              {std::to_string(one.open)},
                              {std::to_string(one.overdue), one.overdue > 0 ? at + "?stav=po-terminu" : ""},
                              {std::to_string(one.soon)}});
    }
    return table;
}

std::string PlanningOverviewPage::short_day(Date day) const {
    std::chrono::year_month_day parts{day};
    return std::to_string(unsigned(parts.day())) + ".\u00a0" + std::to_string(unsigned(parts.month())) + ".";
}

std::string PlanningOverviewPage::weekday(Date day, html::Out& out) const {
    return out.text("weekday." + std::to_string(std::chrono::weekday{day}.iso_encoding()));
}

http::PageHead PlanningOverviewPage::head(const i18n::Texts& said) const {
    return {.title = said.text("planning_overview.title"), .section = "/prehled-planovani", .staff = true};
}

http::Response show_planning_overview(const http::Request& request, Permit<may::SeeOwnTasks> permit) {
    auto& db = permit.db();
    auto& texts = *request.texts;
    auto today = permit.today();
    // Who keeps a group depends on its land; code lists say nothing here.
    GroupWords words{{}, {}, network::named_lands(db, today), texts};
    auto own = OwnPlanning::read(db, permit.user(), words, today);
    PlanningOverviewPage page{permit.user(), today, own, texts};
    page.needs = all_needs({db, permit.user(), page.own, today, texts});
    if (page.needs.size() > needs_shown) {
        page.needs_hidden = std::int64_t(page.needs.size() - needs_shown);
        page.needs.resize(needs_shown);
    }
    page.by_group = tasks_by_group(db, page.own, today);
    page.shown = asked_for(request), page.tasks = tasks_shown(db, page.own, page.shown);
    page.own_open = count_own_open(db, permit.user());
    for (auto& one : page.by_group) page.team_open += one.open;
    page.dates = next_dates(db, page.own, today, texts), page.decisions = latest_decisions(db, page.own);
    page.opened = opened_last(db, permit.user(), texts, permit.now(), opened_shown);
    if (page.leads()) page.to_write = meetings_to_write(db, page.own, today);
    page.form_token = request.form_token;
    if (request.asked.first("hotovo") == "uzavren") page.done = texts.text("task.done.closed");
    return respond(request, page);
}

}
