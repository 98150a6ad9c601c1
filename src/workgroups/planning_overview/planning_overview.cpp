// Puts the overview together.
#include "workgroups/planning_overview/planning_overview.hpp"

#include "platform/base/steady_sort.hpp"
#include "platform/time/time_of_day.hpp"

namespace workgroups {

namespace {

constexpr std::size_t needs_shown = 12, own_tasks_shown = 6, meetings_shown = 6, decisions_shown = 5;

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

std::vector<NextMeeting> next_meetings(db::Session& db, const OwnPlanning& own, Date today) {
    std::vector<NextMeeting> next;
    for (auto& meeting : meetings_between(db, today, plus_months(today, 3))) {
        auto group = own.find(meeting.group_id);
        if (!group || !meeting.stands()) continue;
        auto placed = at_its_place(db, meeting);
        next.push_back({placed, group->group.name, placed.place.value_or(""), hours_of(placed)});
        if (next.size() == meetings_shown) break;
    }
    return next;
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
    page.needs = all_needs({db, page.own, today, texts});
    if (page.needs.size() > needs_shown) {
        page.needs_hidden = std::int64_t(page.needs.size() - needs_shown);
        page.needs.resize(needs_shown);
    }
    if (own.planner)
        for (auto& one : tasks_of_owner(db, *own.planner))
            if (one.task.state == "open" && page.tasks.size() < own_tasks_shown) page.tasks.push_back(one);
    page.by_group = tasks_by_group(db, page.own, today);
    page.meetings = next_meetings(db, page.own, today), page.decisions = latest_decisions(db, page.own);
    return respond(request, page);
}

}
