// Events of the demonstration region: those of documents 3 and 4, and two years of believable ones.
#include "platform/base/parts.hpp"
#include "platform/time/prague.hpp"
#include "platform/time/time_of_day.hpp"
#include "workgroups/events/planning_event.hpp"
#include "workgroups/sample/sample_parts.hpp"

#include <algorithm>
#include <map>

namespace workgroups {

namespace {

std::optional<std::int64_t> minute_of(const std::string& cell) {
    auto time = parse_time(cell);
    return time ? std::optional{std::int64_t{time->minutes}} : std::nullopt;
}

std::optional<double> degrees_of(const std::string& cell) {
    return cell.empty() ? std::nullopt : std::optional{std::stod(cell)};
}

// Events that were to come when the region was written are to come on the day on which it is made, too: later by whole
// weeks, so that a Saturday stays one.
std::chrono::days later_by(Date today) {
    constexpr Date written_for{std::chrono::year{2026} / 11 / 24};
    return std::max(std::chrono::weeks{0}, std::chrono::floor<std::chrono::weeks>(today - written_for));
}

}

void load_sample_events(const Author& author) {
    std::map<std::string, Id<PlanningEvent>> known;
    auto later = later_by(day_in_prague(author.now));
    for (auto& line : sample_lines("events")) {
        PlanningEvent event;
        if (auto& slug = line.at("group"); !slug.empty())
            if (auto group = find_group_by_slug(author.work, slug)) event.group_id = group->id;
        event.kind = line.at("kind"), event.title = line.at("title");
        if (!line.at("edition").empty()) event.edition = std::stoi(line.at("edition"));
        if (auto& before = line.at("edition_of"); !before.empty()) event.edition_of_id = known.at(before);
        event.first_day = parse_date(line.at("first_day")).value();
        event.last_day = parse_date(line.at("last_day")).value();
        event.from_minute = minute_of(line.at("from")), event.to_minute = minute_of(line.at("to"));
        event.place = something(line.at("place")), event.address = something(line.at("address"));
        event.municipality_code = something(line.at("municipality"));
        event.latitude = degrees_of(line.at("latitude")), event.longitude = degrees_of(line.at("longitude"));
        event.organisers = text::joined(text::parted(line.at("organisers"), ";"), "\n");
        event.description = something(line.at("description")), event.web = something(line.at("web"));
        if (line.at("state") != "held") event.first_day += later, event.last_day += later;
        event.published = line.at("published") == "1", event.state = line.at("state");
        event.state_reason = something(line.at("state_reason"));
        known[line.at("key")] = add_event(author, event);
    }
}

}
