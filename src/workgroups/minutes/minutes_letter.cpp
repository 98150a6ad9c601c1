// Makes links to drafts and follows them.
#include "workgroups/minutes/minutes_letter.hpp"

#include "platform/auth/action_links.hpp"
#include "workgroups/kept_records.hpp"

namespace workgroups {

bool open_for_comments(const MeetingMinutes& minutes, Date today) {
    return minutes.phase == "comments" && minutes.comments_until && today <= *minutes.comments_until;
}

std::string link_to_draft(const Author& author, const MeetingMinutes& minutes, Id<PlanningPerson> planner) {
    for (auto& earlier : author.work.all<Id<MinutesLetter>>(
             "SELECT id FROM minutes_letters WHERE minutes_id = $1 AND planner_id = $2", minutes.id, planner))
        auth::revoke_links(author.work, minutes_link, earlier.uuid, author.now);
    MinutesLetter letter;
    letter.minutes_id = minutes.id, letter.planner_id = planner, letter.sent_at = author.now;
    add(author, letter);
    // Till the end of the last day, wherever midnight is; the page looks at the day itself.
    auto days = minutes.comments_until ? *minutes.comments_until - day_in_prague(author.now) : std::chrono::days{};
    return auth::make_link(author.work, author.now, author.organisation, minutes_link, {}, letter.id.uuid,
                           days + std::chrono::hours{48});
}

std::optional<OpenedDraft> draft_by_link(db::Session& db, const std::string& token, Instant now) {
    auto link = auth::usable_link(db, minutes_link, token, now);
    if (!link || !link->about) return {};
    auto letter =
        db.maybe<MinutesLetter>("SELECT * FROM minutes_letters WHERE id = $1", Id<MinutesLetter>{*link->about});
    if (!letter) return {};
    auto minutes = db.maybe<MeetingMinutes>("SELECT * FROM meeting_minutes WHERE id = $1", letter->minutes_id);
    auto today = day_in_prague(now);
    if (!minutes || !open_for_comments(*minutes, today)) return {};
    auto meeting = find_meeting(db, minutes->meeting_id);
    auto group = meeting && !called_off(*meeting) ? find_group(db, meeting->group_id) : std::nullopt;
    auto person = find_planner(db, letter->planner_id);
    if (!group || !person) return {};
    auto members = members_on(db, group->id, today);
    bool sits = std::ranges::any_of(members, [&](auto& one) { return one.member.planner_id == person->id; });
    if (!sits) return {};
    return OpenedDraft{*letter, *minutes, *meeting, *group, *person};
}

std::vector<MinutesComment> comments_by_letter(db::Session& db, const OpenedDraft& opened) {
    auto comments = comments_of(db, opened.minutes.id);
    std::erase_if(comments, [&](auto& one) { return one.kept.created_by || one.author_name != opened.person.name; });
    return comments;
}

}
