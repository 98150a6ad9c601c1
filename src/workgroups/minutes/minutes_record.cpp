// Reads minutes and their parts.
#include "workgroups/minutes/minutes_record.hpp"

namespace workgroups {

std::optional<MeetingMinutes> minutes_of(db::Session& db, Id<Meeting> meeting) {
    return db.maybe<MeetingMinutes>("SELECT * FROM meeting_minutes WHERE meeting_id = $1", meeting);
}

std::vector<MinutesPart> parts_of(db::Session& db, Id<MeetingMinutes> minutes) {
    return db.all<MinutesPart>("SELECT * FROM minutes_parts WHERE minutes_id = $1 AND dropped = FALSE"
                               " ORDER BY place_in_order, id",
                               minutes);
}

}
