// Reads what stands around minutes.
#include "workgroups/minutes/minutes_records.hpp"

namespace workgroups {

std::vector<MinutesComment> comments_of(db::Session& db, Id<MeetingMinutes> minutes) {
    return db.all<MinutesComment>("SELECT * FROM minutes_comments WHERE minutes_id = $1 ORDER BY created_at, id",
                                  minutes);
}

std::optional<MinutesComment> find_minutes_comment(db::Session& db, Id<MinutesComment> id) {
    return db.maybe<MinutesComment>("SELECT * FROM minutes_comments WHERE id = $1", id);
}

std::vector<MinutesStep> steps_of(db::Session& db, Id<MeetingMinutes> minutes) {
    return db.all<MinutesStep>("SELECT * FROM minutes_steps WHERE minutes_id = $1 ORDER BY taken_at, id", minutes);
}

std::optional<PublishedMinutes> published_copy(db::Session& db, Id<MeetingMinutes> minutes) {
    return db.maybe<PublishedMinutes>("SELECT * FROM published_minutes WHERE minutes_id = $1", minutes);
}

std::optional<MinutesPart> find_minutes_part(db::Session& db, Id<MinutesPart> id) {
    return db.maybe<MinutesPart>("SELECT * FROM minutes_parts WHERE id = $1", id);
}

std::vector<MinutesPart> dropped_parts_of(db::Session& db, Id<MeetingMinutes> minutes) {
    return db.all<MinutesPart>("SELECT * FROM minutes_parts WHERE minutes_id = $1 AND dropped = TRUE"
                               " ORDER BY place_in_order, id",
                               minutes);
}

}
