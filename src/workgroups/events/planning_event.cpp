// Keeps events and follows their editions.
#include "workgroups/events/planning_event.hpp"

#include "network/network.hpp"
#include "platform/base/parts.hpp"

namespace workgroups {

std::vector<std::string> PlanningEvent::organised_by() const { return text::parted(organisers, "\n"); }

std::optional<std::string> PlanningEvent::land() const {
    return municipality_code ? std::optional{"municipality:" + *municipality_code} : std::nullopt;
}

Id<PlanningEvent> add_event(const Author& author, PlanningEvent& event) {
    auto wish = network::slug_of(event.title);
    // An address of its own: /akce/nova makes an event.
    if (wish.empty() || wish == "nova") wish = "akce";
    if (event.edition) wish += "-" + std::to_string(*event.edition) + "-rocnik";
    event.slug = wish;
    for (auto n = 2; find_event_by_slug(author.work, event.slug); ++n) event.slug = wish + "-" + std::to_string(n);
    return add(author, event);
}

std::optional<PlanningEvent> find_event(db::Session& db, Id<PlanningEvent> id) {
    return db.maybe<PlanningEvent>("SELECT * FROM planning_events WHERE id = $1", id);
}

std::optional<PlanningEvent> find_event_by_slug(db::Session& db, const std::string& slug) {
    return db.maybe<PlanningEvent>("SELECT * FROM planning_events WHERE slug = $1", slug);
}

std::vector<PlanningEvent> events_between(db::Session& db, Date from, Date before) {
    return db.all<PlanningEvent>("SELECT * FROM planning_events WHERE last_day >= $1 AND first_day < $2"
                                 " ORDER BY first_day, from_minute, id",
                                 from, before);
}

std::vector<PlanningEvent> events_of(db::Session& db, Id<WorkingGroup> group) {
    return db.all<PlanningEvent>("SELECT * FROM planning_events WHERE group_id = $1 ORDER BY first_day DESC, id",
                                 group);
}

std::vector<PlanningEvent> events_told_at(db::Session& db, Id<Meeting> meeting) {
    return db.all<PlanningEvent>("SELECT * FROM planning_events WHERE meeting_id = $1 AND state <> 'cancelled'"
                                 " ORDER BY first_day, from_minute, id",
                                 meeting);
}

std::vector<PlanningEvent> editions_of(db::Session& db, const PlanningEvent& event) {
    std::vector<PlanningEvent> found;
    constexpr std::size_t most = 100;    // and no circle goes on for ever
    for (auto before = event.edition_of_id; before && found.size() < most;) {
        auto one = find_event(db, *before);
        if (!one) break;
        before = one->edition_of_id;
        found.push_back(std::move(*one));
    }
    std::vector<Id<PlanningEvent>> waiting{event.id};
    while (!waiting.empty() && found.size() < most) {
        auto next = db.all<PlanningEvent>(
            "SELECT * FROM planning_events WHERE edition_of_id = $1 ORDER BY first_day, id", waiting.back());
        waiting.pop_back();
        for (auto& one : next) {
            if (one.id == event.id || std::ranges::find(found, one.id, &PlanningEvent::id) != found.end()) continue;
            waiting.push_back(one.id), found.push_back(std::move(one));
        }
    }
    std::ranges::sort(found, {}, [](auto& one) { return std::pair{one.first_day, one.id.uuid}; });
    return found;
}

PlanningEvent next_edition(const PlanningEvent& event) {
    auto next = event;
    next.id = {}, next.slug.clear(), next.kept = {};
    next.edition = event.edition.value_or(1) + 1, next.edition_of_id = event.id;
    next.first_day = next.last_day = {};
    next.state = "planned", next.state_reason.reset(), next.meeting_id.reset(), next.source_text.reset();
    return next;
}

}
