// Statutes, plans of meetings, periods without them and milestones of the demonstration region.
#include "platform/base/parts.hpp"
#include "platform/time/time_of_day.hpp"
#include "workgroups/meetings/meeting.hpp"
#include "workgroups/milestones/milestone.hpp"
#include "workgroups/sample/sample_parts.hpp"
#include "workgroups/statutes/statute.hpp"

#include <charconv>

namespace workgroups {

namespace {

std::optional<std::int64_t> number_said(const std::string& cell) {
    std::int64_t number = 0;
    auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    return error == std::errc{} ? std::optional{number} : std::nullopt;
}

Id<WorkingGroup> group_called(db::Session& db, const std::string& short_name) {
    return db.one<Id<WorkingGroup>>("SELECT id FROM working_groups WHERE short_name = $1", short_name);
}

void load_statutes(const Author& author) {
    for (auto& line : sample_lines("statutes")) {
        Statute statute;
        statute.group_id = group_called(author.work, line.at("group")), statute.kind = line.at("kind");
        statute.title = line.at("title"), statute.approved_by = something(line.at("approved_by"));
        statute.body = text::joined(text::parted(line.at("body"), "|"), "\n");
        statute.valid_from = parse_date(line.at("valid_from")).value();
        if (auto last = parse_date(line.at("valid_to"))) statute.valid_to = *last + std::chrono::days{1};
        statute.months_between = number_said(line.at("months_between"));
        statute.on_demand_months = something(line.at("on_demand_months"));
        statute.notice_days = number_said(line.at("notice_days")), statute.quorum = something(line.at("quorum"));
        statute.voting = something(line.at("voting")), statute.minutes_by = something(line.at("minutes_by"));
        statute.minutes_days = number_said(line.at("minutes_days"));
        if (!add_version(author, statute)) throw std::runtime_error{"a statute stands before an older one"};
    }
}

void load_periods(const Author& author) {
    for (auto& line : sample_lines("blocked_periods")) {
        AnnouncedPeriod period;
        if (!line.at("group").empty()) period.group = group_called(author.work, line.at("group"));
        period.on_demand = line.at("kind") == "on_demand";
        period.first_day = parse_date(line.at("first_day")).value();
        period.last_day = parse_date(line.at("last_day")).value();
        period.reason = line.at("reason"), period.came_from = "people";
        announce_blocked_period(author, period);
    }
}

void load_series(const Author& author) {
    for (auto& line : sample_lines("planned_meetings")) {
        MeetingSeries series;
        series.group_id = group_called(author.work, line.at("group")), series.name = line.at("series");
        series.place = something(line.at("place"));
        series.from_minute = parse_time(line.at("from")).value().minutes;
        series.to_minute = parse_time(line.at("to")).value().minutes;
        add(author, series);
        for (auto& day : text::parted(line.at("days"), ";")) {
            Meeting meeting;
            meeting.group_id = series.group_id, meeting.series_id = series.id;
            meeting.day = parse_date(day).value();
            add(author, meeting);
        }
    }
}

void load_milestones(const Author& author) {
    MilestonePlan plan;
    for (auto& line : sample_lines("milestones")) {
        if (plan.title != line.at("plan")) {
            plan = {};
            plan.title = line.at("plan"), plan.group_id = group_called(author.work, line.at("group"));
            plan.supplier = something(line.at("supplier")),
            plan.supplier_person = something(line.at("supplier_person"));
            plan.speaker = something(line.at("speaker")), plan.project_title = something(line.at("project"));
            plan.project_number = something(line.at("number")), plan.published = line.at("published") == "1";
            auto term = parse_period(line.at("term")).value();
            plan.project_first = term.first_day(), plan.project_last = term.last_day();
            add(author, plan);
        }
        Milestone milestone;
        milestone.plan_id = plan.id, milestone.title = line.at("title"), milestone.state = line.at("state");
        milestone.take(parse_period(line.at("when")).value());
        add(author, milestone);
    }
}

}

void load_sample_plans(const history::Author& author) {
    load_statutes(author), load_periods(author), load_series(author), load_milestones(author);
}

}
