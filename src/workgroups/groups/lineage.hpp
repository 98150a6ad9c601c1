// How groups came out of groups: split, merged, ended; talked about first, and taken back while nothing rests on it.
#pragma once

#include "platform/i18n/texts.hpp"
#include "workgroups/members/group_member.hpp"

namespace workgroups {

struct LineageEvent {
    Id<LineageEvent> id{};
    std::string kind = "split";         // split, merge, end
    std::string state = "discussed";    // discussed, done, taken_back
    std::optional<Date> day{};
    std::optional<std::string> reason{};
    std::optional<std::string> resolution{};
    std::string new_names{};               // of groups that come into being, one a line
    bool goes_on{};                        // a split leaves the first group in being
    std::string members_go = "nowhere";    // nowhere, first, all: into which of the new groups
    std::optional<Id<history::Source>> save_id{};
    Kept kept{};

    static constexpr auto table = "lineage_events";
    static void each_field(auto& event, auto& visit) {
        visit("id", event.id), visit("kind", event.kind), visit("state", event.state), visit("day", event.day);
        visit("reason", event.reason), visit("resolution", event.resolution), visit("new_names", event.new_names);
        visit("goes_on", event.goes_on), visit("members_go", event.members_go), visit("save_id", event.save_id);
        Kept::each_field(event.kept, visit);
    }
};

struct LineageLink {
    Id<LineageLink> id{};
    Id<LineageEvent> event_id{};
    Id<WorkingGroup> group_id{};
    std::string side = "from";    // from, to
    Kept kept{};

    static constexpr auto table = "lineage_links";
    static void each_field(auto& link, auto& visit) {
        visit("id", link.id), visit("event_id", link.event_id), visit("group_id", link.group_id);
        visit("side", link.side);
        Kept::each_field(link.kept, visit);
    }
};

// An event with the groups on both of its sides, by name.
struct LineageStep {
    LineageEvent event{};
    std::vector<WorkingGroup> from{}, to{};
    std::vector<std::string> names() const;    // of new groups, as typed
};

inline constexpr const char* members_go_choices[] = {"nowhere", "first", "all"};

std::optional<LineageEvent> find_event(db::Session&, Id<LineageEvent>);
LineageStep step_of(db::Session&, const LineageEvent&);
// Of one group, the oldest first, those only talked about last; without what was taken back.
std::vector<LineageStep> lineage_of(db::Session&, Id<WorkingGroup>);

// What an event of a group will do: the groups that end, those that go on and whose members come, and new names.
struct LineagePlan {
    LineageEvent event{};
    std::vector<WorkingGroup> from{};
    std::optional<WorkingGroup> into{};    // a merge into a group that goes on
    bool ends_from() const { return event.kind != "split" || !event.goes_on; }
    std::vector<std::string> names() const;
};
// Where members of the groups that end or divide will go, counted before it is done.
struct LineageToll {
    std::int64_t ending = 0, going = 0, below = 0;    // mandates that end, mandates that begin, groups left below
};
LineageToll toll_of(db::Session&, const LineagePlan&);

// Only talked about: nothing changes but that it is written down.  Once more with the same event: says it otherwise.
void discuss(const Author&, const LineagePlan&);
// „Děti, mládež a rodiny“, „Zaměstnání“: names may hold commas.
std::string quoted(const std::vector<std::string>& names, const i18n::Texts&);

// Does it all: the plan's day is there, and its groups live the day before.
void carry_out(const Author&, LineagePlan);
// Why not: a text key; nothing where it was taken back.  What somebody changed since stays.
const char* take_back(const Author&, const LineageEvent&);

// A save in the history, as taking back walks over them.
struct SavedRow {
    Id<history::Change> id{};
    std::string record_table{}, kind{};
    Id<void> record_id{};
    static void each_field(auto& row, auto& visit) {
        visit("id", row.id), visit("record_table", row.record_table), visit("kind", row.kind);
        visit("record_id", row.record_id);
    }
};

}
