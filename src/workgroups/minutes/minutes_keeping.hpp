// Begins minutes and keeps their parts, each by itself, so that several people write at once and nothing is lost.
#pragma once

#include "workgroups/minutes/minutes_records.hpp"
#include "workgroups/minutes/text_merge.hpp"

namespace workgroups {

constexpr std::size_t longest_part = 30'000, longest_heading = 300;    // bytes

// One part for each item of the agenda, in the style of the group's last minutes, with its publicity.  Expects that
// the meeting has none yet.
MeetingMinutes begin_minutes(const Author&, const Meeting&);
// Parts for items that came onto the agenda since; how many.
std::int64_t add_missing_parts(const Author&, const MeetingMinutes&);
Id<MinutesPart> add_part(const Author&, MinutesPart&, const std::optional<MinutesPart>& behind);    // nothing: last
// One place up or down among those that stand; false at the end.
bool move_part(const Author&, const MinutesPart&, bool up);

// What somebody typed into a part, and what the part said when they began.
struct TypedPart {
    std::string heading{}, body{};
    std::optional<Id<AgendaItem>> agenda_item_id{};
    std::optional<Id<WorkingGroup>> about_group_id{};
    std::int64_t version = 0;
    std::string base_heading{}, base_body{};
    bool bring_back = false;    // they say that a part which was dropped stands again
};

struct PartConflict {
    bool dropped = false;
    bool own = false;    // in another window of theirs
    std::string mine{}, theirs{}, my_heading{}, their_heading{}, who{};
    MergedText merged{};
    std::string merged_heading{};
};

// Saves, or says what somebody else saved meanwhile.
std::optional<PartConflict> save_part(const Author&, const MinutesPart& now, const TypedPart&);

// What the part said at a moment, by its history: nothing before it was there.
struct PartThen {
    std::string heading{}, body{};
    bool dropped = false;
};
std::optional<PartThen> part_at(db::Session&, const MinutesPart&, Instant);

}
