// Saves parts of minutes.
#include "workgroups/minutes/minutes_keeping.hpp"

#include <algorithm>

namespace workgroups {

namespace {

std::optional<MeetingMinutes> last_minutes(db::Session& db, const Meeting& meeting) {
    auto all = db.all<MeetingMinutes>(
        "SELECT meeting_minutes.* FROM meeting_minutes JOIN meetings ON meetings.id = meeting_id"
        " WHERE group_id = $1 AND day <= $2 AND meetings.id <> $3 ORDER BY day DESC, meetings.id DESC LIMIT 1",
        meeting.group_id, meeting.day, meeting.id);
    return all.empty() ? std::nullopt : std::optional{all.front()};
}

MinutesPart part_for(const MeetingMinutes& minutes, const AgendaItem& item, std::int64_t place) {
    MinutesPart part;
    part.minutes_id = minutes.id, part.place_in_order = place;
    part.agenda_item_id = item.id, part.heading = item.title;
    return part;
}

std::vector<MinutesPart> all_parts(db::Session& db, Id<MeetingMinutes> minutes) {
    return db.all<MinutesPart>("SELECT * FROM minutes_parts WHERE minutes_id = $1 ORDER BY place_in_order, id",
                               minutes);
}

void put_at(const Author& author, const MinutesPart& part, std::int64_t place) {
    if (part.place_in_order == place) return;
    auto moved = part;
    moved.place_in_order = place;
    change(author, part, moved);
}

}

MeetingMinutes begin_minutes(const Author& author, const Meeting& meeting) {
    MeetingMinutes minutes;
    minutes.meeting_id = meeting.id;
    if (auto before = last_minutes(author.work, meeting)) {
        minutes.label_style = before->label_style;
        minutes.programme = before->programme, minutes.project_title = before->project_title;
        minutes.project_number = before->project_number, minutes.project_term = before->project_term;
    }
    add(author, minutes);
    add_missing_parts(author, minutes);
    return minutes;
}

std::int64_t add_missing_parts(const Author& author, const MeetingMinutes& minutes) {
    auto parts = all_parts(author.work, minutes.id);
    auto place = parts.empty() ? 0 : parts.back().place_in_order;
    std::int64_t added = 0;
    for (auto& item : agenda_of(author.work, minutes.meeting_id)) {
        if (item.state == "proposed" || item.state == "postponed") continue;
        bool there = std::ranges::any_of(parts, [&](auto& part) { return part.agenda_item_id == item.id; });
        if (there) continue;
        auto part = part_for(minutes, item, ++place);
        add(author, part), ++added;
    }
    return added;
}

Id<MinutesPart> add_part(const Author& author, MinutesPart& part, const std::optional<MinutesPart>& behind) {
    auto parts = all_parts(author.work, part.minutes_id);
    part.place_in_order = behind ? behind->place_in_order + 1 : parts.empty() ? 1 : parts.back().place_in_order + 1;
    for (auto& other : parts)
        if (other.place_in_order >= part.place_in_order) put_at(author, other, other.place_in_order + 1);
    return add(author, part);
}

bool move_part(const Author& author, const MinutesPart& part, bool up) {
    auto parts = parts_of(author.work, part.minutes_id);
    auto at = std::ranges::find(parts, part.id, &MinutesPart::id);
    if (at == parts.end() || (up ? at == parts.begin() : at + 1 == parts.end())) return false;
    std::iter_swap(at, up ? at - 1 : at + 1);
    for (std::size_t n = 0; n < parts.size(); ++n) put_at(author, parts[n], std::int64_t(n + 1));
    return true;
}

namespace {

// Whoever changed it; where both did, mine is proposed and theirs stands beside.
std::string merged_line(const std::string& base, const std::string& mine, const std::string& theirs) {
    return mine == base ? theirs : mine;
}

std::string who_saved(db::Session& db, const MinutesPart& part) {
    if (!part.kept.changed_by) return {};
    return db.maybe<std::string>("SELECT name FROM people WHERE id = $1", *part.kept.changed_by).value_or("");
}

// As one may type it: line ends as we keep them.
MinutesPart with_typed(const MinutesPart& now, const TypedPart& typed) {
    auto after = now;
    after.heading = typed.heading, after.body = typed.body;
    after.agenda_item_id = typed.agenda_item_id, after.about_group_id = typed.about_group_id;
    if (typed.bring_back) after.dropped = false;
    return after;
}

}

std::optional<PartConflict> save_part(const Author& author, const MinutesPart& now, const TypedPart& typed) {
    bool stale = typed.version != now.kept.version;
    // Whoever moved the part or saved the same words is not in the way.
    bool differs = now.heading != typed.base_heading || now.body != typed.base_body;
    bool same = now.heading == typed.heading && now.body == typed.body;
    bool missing = now.dropped && !typed.bring_back;
    if (missing || (stale && differs && !same)) {
        PartConflict conflict{now.dropped, now.kept.changed_by == author.user, typed.body, now.body, typed.heading,
                              now.heading, who_saved(author.work, now)};
        conflict.merged = merged_texts(typed.base_body, typed.body, now.body);
        conflict.merged_heading = merged_line(typed.base_heading, typed.heading, now.heading);
        return conflict;
    }
    change(author, now, with_typed(now, typed));
    return {};
}

std::optional<PartThen> part_at(db::Session& db, const MinutesPart& part, Instant moment) {
    if (part.kept.created_at > moment) return {};
    PartThen then{part.heading, part.body, part.dropped};
    for (auto& saved : history::changes_of(db, part.id.uuid)) {
        if (saved.happened_at <= moment) break;
        for (auto& field : history::field_changes(db, saved.id)) {
            if (field.field == "heading") then.heading = field.old_value.value_or("");
            if (field.field == "body") then.body = field.old_value.value_or("");
            if (field.field == "dropped") then.dropped = field.old_value == "true";
        }
    }
    return then;
}

}
