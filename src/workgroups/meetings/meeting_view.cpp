// Finds the meeting that permissions are about.
#include "workgroups/meetings/meeting_view.hpp"

namespace workgroups {

std::optional<MeetingInView> MeetingInView::find(db::Session& db, const std::string& named, Date day) {
    auto id = Id<Meeting>::parse(named);
    auto meeting = id ? find_meeting(db, *id) : std::nullopt;
    auto group = meeting ? find_group(db, meeting->group_id) : std::nullopt;
    if (!group) return {};
    auto view = GroupInView::find(db, group->slug, day);
    if (!view) return {};
    return MeetingInView{std::move(*view), std::move(*meeting)};
}

}
