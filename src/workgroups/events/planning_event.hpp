// What takes place besides meetings: seminars, round tables, open days, collections and campaigns.
#pragma once

#include "workgroups/meetings/meeting.hpp"

namespace workgroups {

struct PlanningEvent {
    Id<PlanningEvent> id{};
    std::string slug{};                            // for ever; made of the title
    std::optional<Id<WorkingGroup>> group_id{};    // nothing: of the region
    std::string kind = "other";                    // of event_kinds
    std::string title{};
    std::optional<std::int64_t> edition{};                     // 3. ročník
    std::optional<Id<PlanningEvent>> edition_of_id{};          // the edition before
    Date first_day{}, last_day{};                              // both belong to it
    std::optional<std::int64_t> from_minute{}, to_minute{};    // on the first and on the last day, clocks of Prague
    std::optional<std::string> place{}, address{};
    std::optional<std::string> municipality_code{};    // 563889
    std::optional<double> latitude{}, longitude{};     // WGS 84, degrees; both or none
    std::string organisers{};                          // one a line
    std::optional<std::string> description{}, web{};
    bool published = true;            // not: for members of its group, without one for members of any group
    std::string state = "planned";    // of event_states
    std::optional<std::string> state_reason{};
    std::optional<Id<Meeting>> meeting_id{};    // in whose minutes it was read
    std::optional<std::string> source_text{};
    Kept kept{};

    bool cancelled() const { return state == "cancelled"; }
    std::vector<std::string> organised_by() const;
    // The land it lies in as network names it: municipality:563889.
    std::optional<std::string> land() const;

    static constexpr auto table = "planning_events";
    static constexpr auto content = "planning";
    static void each_field(auto& event, auto& visit) {
        visit("id", event.id), visit("slug", event.slug), visit("group_id", event.group_id);
        visit("kind", event.kind), visit("title", event.title), visit("edition", event.edition);
        visit("edition_of_id", event.edition_of_id), visit("first_day", event.first_day);
        visit("last_day", event.last_day), visit("from_minute", event.from_minute);
        visit("to_minute", event.to_minute), visit("place", event.place), visit("address", event.address);
        visit("municipality_code", event.municipality_code), visit("latitude", event.latitude);
        visit("longitude", event.longitude), visit("organisers", event.organisers);
        visit("description", event.description), visit("web", event.web), visit("published", event.published);
        visit("state", event.state), visit("state_reason", event.state_reason);
        visit("meeting_id", event.meeting_id), visit("source_text", event.source_text);
        Kept::each_field(event.kept, visit);
    }
};

inline constexpr const char* event_kinds[] = {"seminar", "round_table", "open_day", "collection", "campaign", "other"};
inline constexpr const char* event_states[] = {"planned", "held", "cancelled"};

Id<PlanningEvent> add_event(const Author&, PlanningEvent&);    // makes the slug out of its title and edition
std::optional<PlanningEvent> find_event(db::Session&, Id<PlanningEvent>);
std::optional<PlanningEvent> find_event_by_slug(db::Session&, const std::string& slug);
std::vector<PlanningEvent> events_between(db::Session&, Date from, Date before);    // that touch these days, by first
std::vector<PlanningEvent> events_of(db::Session&, Id<WorkingGroup>);               // all, the newest first
std::vector<PlanningEvent> events_told_at(db::Session&, Id<Meeting>);    // in its minutes, by first; none cancelled
std::vector<PlanningEvent> editions_of(db::Session&, const PlanningEvent&);    // earlier and later ones, without it

// The edition after it, with all that stays: without days, held by nobody yet.
PlanningEvent next_edition(const PlanningEvent&);

}
