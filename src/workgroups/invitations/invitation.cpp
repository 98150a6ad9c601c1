// Reads who is invited and keeps what they answer.
#include "workgroups/invitations/invitation.hpp"

#include "platform/auth/action_links.hpp"
#include "platform/i18n/languages.hpp"
#include "workgroups/meetings/meeting_words.hpp"
#include "workgroups/statutes/statute.hpp"

namespace workgroups {

LetterGround LetterGround::of(const http::Request& request) {
    return {request.use<i18n::Languages>().czech(), request.facts->public_url, request.facts->contact_email};
}

namespace {

struct InviteeEmail {
    Id<PlanningPerson> planner_id{};
    std::optional<std::string> email{};
    static void each_field(auto& one, auto& visit) { visit("planner_id", one.planner_id), visit("email", one.email); }
};

std::vector<InviteeEmail> emails_in(db::Session& db, Id<WorkingGroup> group) {
    return db.all<InviteeEmail>(
        "SELECT DISTINCT planning_people.id AS planner_id, coalesce(planning_contacts.email, people.email) AS email"
        " FROM group_members JOIN planning_people ON planning_people.id = group_members.planner_id"
        " LEFT JOIN planning_contacts ON planning_contacts.planner_id = planning_people.id"
        " LEFT JOIN people ON people.id = account_id WHERE group_id = $1",
        group);
}

std::vector<MeetingInvitation> all_invitations(db::Session& db, Id<Meeting> meeting) {
    return db.all<MeetingInvitation>("SELECT * FROM meeting_invitations WHERE meeting_id = $1", meeting);
}

}

std::vector<Invitee> invitees_of(db::Session& db, const Meeting& meeting) {
    auto emails = emails_in(db, meeting.group_id);
    auto invitations = all_invitations(db, meeting.id);
    std::vector<Invitee> invitees;
    for (auto& one : members_on(db, meeting.group_id, meeting.day)) {
        Invitee invitee{one};
        auto email = std::ranges::find(emails, one.member.planner_id, &InviteeEmail::planner_id);
        if (email != emails.end()) invitee.email = email->email;
        auto known = std::ranges::find(invitations, one.member.planner_id, &MeetingInvitation::planner_id);
        if (known != invitations.end()) invitee.invitation = *known;
        invitees.push_back(std::move(invitee));
    }
    return invitees;
}

std::vector<Invitee> former_invitees_of(db::Session& db, const Meeting& meeting) {
    auto members = members_of(db, meeting.group_id);
    auto emails = emails_in(db, meeting.group_id);
    std::vector<Invitee> former;
    for (auto& invitation : all_invitations(db, meeting.id)) {
        auto of_theirs = [&](auto& one) { return one.member.planner_id == invitation.planner_id; };
        bool sits =
            std::ranges::any_of(members, [&](auto& one) { return of_theirs(one) && one.member.holds_on(meeting.day); });
        if (!invitation.sent_at || sits) continue;
        Invitee one;
        if (auto known = std::ranges::find_if(members, of_theirs); known != members.end()) one.member = *known;
        else if (auto person = find_planner(db, invitation.planner_id)) one.member.person_name = person->name;
        one.member.member.planner_id = invitation.planner_id;
        auto email = std::ranges::find(emails, invitation.planner_id, &InviteeEmail::planner_id);
        if (email != emails.end()) one.email = email->email;
        one.invitation = invitation;
        former.push_back(std::move(one));
    }
    return former;
}

std::vector<MeetingConvening> convenings_of(db::Session& db, Id<Meeting> meeting) {
    return db.all<MeetingConvening>(
        "SELECT * FROM meeting_convenings WHERE meeting_id = $1 ORDER BY sequence DESC, id DESC", meeting);
}

std::vector<MeetingConvening> since_cancelled(std::vector<MeetingConvening> convenings) {
    convenings.erase(std::ranges::find(convenings, std::string{"cancel"}, &MeetingConvening::kind), convenings.end());
    return convenings;
}

std::optional<MeetingInvitation> find_invitation(db::Session& db, Id<Meeting> meeting, Id<PlanningPerson> planner) {
    return db.maybe<MeetingInvitation>("SELECT * FROM meeting_invitations WHERE meeting_id = $1 AND planner_id = $2",
                                       meeting, planner);
}

std::vector<ListedPaper> papers_for_invited(db::Session& db, const Meeting& meeting) {
    auto items = agenda_of(db, meeting.id);
    std::erase_if(items, [](auto& item) { return item.state == "proposed"; });
    auto papers = papers_of(db, meeting.id);
    std::erase_if(papers, [&](auto& one) {
        auto& item = one.paper.agenda_item_id;
        bool stands = !item || std::ranges::count(items, *item, &AgendaItem::id) > 0;
        return one.paper.removed || one.paper.purpose != "paper" || !stands;
    });
    return papers;
}

std::string told_of(const Meeting& placed) {
    auto minutes = [](std::optional<std::int64_t> at) { return at ? std::to_string(*at) : ""; };
    return to_iso(placed.day) + " " + minutes(placed.from_minute) + "-" + minutes(placed.to_minute) + " " +
           placed.place.value_or("") + " | " + placed.online_address.value_or("");
}

bool told_otherwise(const std::vector<MeetingConvening>& convenings, const Meeting& placed) {
    return !convenings.empty() && convenings.front().kind != "cancel" && convenings.front().told != told_of(placed);
}

std::optional<Date> invite_by(db::Session& db, const Meeting& meeting) {
    auto days = rules_on(db, meeting.group_id, meeting.day).notice_days;
    return days ? std::optional{meeting.day - std::chrono::days{*days}} : std::nullopt;
}

// --- replies ---------------------------------------------------------------------------------------------------------

bool takes_replies(const Meeting& placed, Instant now) { return placed.state == "convened" && now < begins_at(placed); }

std::optional<MeetingInvitation> invitation_by_link(db::Session& db, const std::string& token, Instant now) {
    auto link = auth::usable_link(db, reply_link, token, now);
    if (!link || !link->about) return {};
    return db.maybe<MeetingInvitation>("SELECT * FROM meeting_invitations WHERE id = $1",
                                       Id<MeetingInvitation>{*link->about});
}

void keep_reply(const Author& author, const MeetingInvitation& invitation, const std::string& reply,
                const std::optional<std::string>& substitute, const char* by) {
    auto after = invitation;
    after.reply = reply, after.substitute_name = reply == "substitute" ? substitute : std::nullopt;
    after.replied_at = author.now, after.replied_by = by;
    change(author, invitation, after);
}

ReplyTally replies_of(db::Session& db, const Meeting& meeting, const std::vector<Invitee>& invitees) {
    ReplyTally tally;
    for (auto& one : invitees) {
        auto reply = one.invitation ? one.invitation->reply.value_or("") : "";
        if (reply == "comes") ++tally.comes;
        else if (reply == "apologises") ++tally.apologises;
        else if (reply == "substitute") ++tally.substitutes;
        else ++tally.silent;
        if (!one.member.member.counts()) continue;
        ++tally.voters;
        if (reply == "comes" || reply == "substitute") ++tally.expected;
    }
    tally.needed = rules_on(db, meeting.group_id, meeting.day).needed_of(tally.voters);
    return tally;
}

}
