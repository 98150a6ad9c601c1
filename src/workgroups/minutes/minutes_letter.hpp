// A letter with a draft of minutes to somebody without an account: its link shows the draft and takes comments, while
// the minutes are open for them.
#pragma once

#include "workgroups/members/group_member.hpp"
#include "workgroups/minutes/minutes_records.hpp"

namespace workgroups {

inline constexpr std::string_view minutes_link = "minutes_comments";
inline constexpr std::size_t longest_comment = 5'000;    // bytes
inline constexpr std::int64_t comments_a_day = 20;       // behind one link

struct MinutesLetter {
    Id<MinutesLetter> id{};
    Id<MeetingMinutes> minutes_id{};
    Id<PlanningPerson> planner_id{};
    Instant sent_at{};
    Kept kept{};

    static constexpr auto table = "minutes_letters";
    static void each_field(auto& letter, auto& visit) {
        visit("id", letter.id), visit("minutes_id", letter.minutes_id), visit("planner_id", letter.planner_id);
        visit("sent_at", letter.sent_at);
        Kept::each_field(letter.kept, visit);
    }
};

bool open_for_comments(const MeetingMinutes&, Date today);

// The secret piece of the address for this letter; links of earlier letters about the same minutes end.
std::string link_to_draft(const Author&, const MeetingMinutes&, Id<PlanningPerson>);

// What the link leads to, while it may be commented on and whoever got the letter sits in the group.
struct OpenedDraft {
    MinutesLetter letter;
    MeetingMinutes minutes;
    Meeting meeting;
    WorkingGroup group;
    PlanningPerson person;
};
std::optional<OpenedDraft> draft_by_link(db::Session&, const std::string& token, Instant now);

// Written behind the link, the oldest first.
std::vector<MinutesComment> comments_by_letter(db::Session&, const OpenedDraft&);

}
