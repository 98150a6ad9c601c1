// Says events in words.
#include "workgroups/events/event_words.hpp"

#include "platform/base/parts.hpp"
#include "platform/time/period.hpp"
#include "platform/time/time_of_day.hpp"
#include "workgroups/workgroups.hpp"

namespace workgroups {

namespace {

TimeOfDay at_minute(std::int64_t minute) { return {std::int16_t(minute)}; }

bool everybody_may_know(db::Session& db, const PlanningEvent& event) {
    auto group = event.group_id ? find_group(db, *event.group_id) : std::nullopt;
    return !group || (group->published && !group->never_was());
}

// 563889
std::string town_or_district(const network::NamedLand& land) { return land.code.substr(land.code.find(':') + 1); }

}

std::string minute_words(std::int64_t minute) { return to_czech(at_minute(minute)); }

std::string time_words(Date first, Date last, std::optional<std::int64_t> from, std::optional<std::int64_t> to,
                       const i18n::Texts& texts) {
    if (first == last) {
        auto day = to_czech(first);
        if (from && to && *from < *to) return day + ", " + to_czech(TimeRange{at_minute(*from), at_minute(*to)});
        if (from) return texts.text("event.time.from", {day, minute_words(*from)});
        return to ? texts.text("event.time.to", {day, minute_words(*to)}) : day;
    }
    auto days = to_czech(Period::of_days(first, last));
    if (from && to) return texts.text("event.time.both", {days, minute_words(*from), minute_words(*to)});
    if (from) return texts.text("event.time.from", {days, minute_words(*from)});
    return to ? texts.text("event.time.to", {days, minute_words(*to)}) : days;
}

std::string event_name(const PlanningEvent& event, const i18n::Texts& texts) {
    if (!event.edition) return event.title;
    return event.title + ", " + texts.text("event.edition.said", {std::to_string(*event.edition)});
}

std::string event_kind(const std::string& kind, const i18n::Texts& texts) { return texts.text("event.kind." + kind); }

std::vector<NextEvent> next_events(db::Session& db, const i18n::Texts& texts, Date today, std::size_t most) {
    std::vector<NextEvent> next;
    db.for_each<PlanningEvent>(
        "SELECT * FROM planning_events WHERE last_day >= $1 AND published = TRUE"
        " AND state = 'planned' ORDER BY first_day, from_minute, id LIMIT 100",
        [&](const PlanningEvent& event) {
            if (everybody_may_know(db, event))
                next.push_back({event_name(event, texts),
                                time_words(event.first_day, event.last_day, event.from_minute, event.to_minute, texts),
                                place_words(event, ""), "/akce/" + event.slug});
            return next.size() < most;
        },
        today);
    return next;
}

std::map<std::string, std::string> towns_told_apart(const std::vector<network::NamedLand>& lands) {
    std::map<std::string, int> bearers;
    std::map<std::string, std::string> districts, towns;
    for (auto& land : lands) {
        if (land.level() == "municipality") ++bearers[land.name];
        if (land.level() == "orp") districts[town_or_district(land)] = land.name;
    }
    for (auto& land : lands) {
        if (land.level() != "municipality") continue;
        auto& name = towns[town_or_district(land)] = land.name;
        if (bearers[land.name] > 1 && !land.districts.empty())
            name += " (" + districts.try_emplace(land.districts.front(), land.districts.front()).first->second + ")";
    }
    return towns;
}

std::string place_words(const PlanningEvent& event, const std::string& municipality) {
    return text::joined(std::vector{event.place.value_or(""), event.address.value_or(""), municipality});
}

}
