// Compares a meeting with its last letters.
#include "workgroups/invitations/news_since.hpp"

namespace workgroups {

namespace {

// By the history of items, so that one that was taken off is seen too.
bool agenda_changed(db::Session& db, const Meeting& meeting, Instant since) {
    return db.one<std::int64_t>(
               "SELECT count(*) FROM agenda_items AS items JOIN changes ON record_id = items.id"
               " JOIN field_changes ON change_id = changes.id WHERE items.group_id = $1 AND happened_at > $2"
               " AND field IN ('title', 'presenter', 'minutes_long', 'place_in_order', 'meeting_id', 'state')"
               " AND ((items.meeting_id = $3 AND items.state <> 'proposed')"
               " OR (field = 'meeting_id' AND old_value = $4))",
               meeting.group_id, since, meeting.id, to_text(meeting.id)) > 0;
}

bool papers_changed(db::Session& db, const Meeting& meeting, Instant since) {
    return db.one<std::int64_t>("SELECT count(*) FROM agenda_papers WHERE purpose = 'paper' AND changed_at > $2"
                                " AND (meeting_id = $1 OR agenda_item_id IN"
                                " (SELECT id FROM agenda_items WHERE meeting_id = $1 AND state <> 'proposed'))",
                                meeting.id, since) > 0;
}

std::int64_t without_letter(const std::vector<Invitee>& invitees) {
    return std::ranges::count_if(invitees,
                                 [](auto& one) { return one.email && !(one.invitation && one.invitation->sent_at); });
}

}

NewsSince news_since(db::Session& db, const Meeting& meeting) {
    auto convenings = since_cancelled(convenings_of(db, meeting.id));
    if (meeting.state != "convened" || convenings.empty()) return {};
    auto sent = convenings.front().sent_at;
    return {told_otherwise(convenings, at_its_place(db, meeting)), agenda_changed(db, meeting, sent),
            papers_changed(db, meeting, sent), without_letter(invitees_of(db, meeting))};
}

const char* next_letter(db::Session& db, const Meeting& meeting) {
    if (meeting.state != "convened" || convenings_of(db, meeting.id).empty()) return "request";
    return news_since(db, meeting).any() ? "update" : "repeat";
}

}
