// Writes the letters of a meeting: the invitation, its changes, its end; each with an event for the reader's calendar.
#include "platform/auth/action_links.hpp"
#include "platform/base/parts.hpp"
#include "platform/calendar/feed.hpp"
#include "platform/i18n/spoken_dates.hpp"
#include "platform/mail/mail.hpp"
#include "platform/notices/beside_letter.hpp"
#include "platform/time/weekdays.hpp"
#include "workgroups/invitations/news_since.hpp"
#include "workgroups/meetings/meeting_keeping.hpp"
#include "workgroups/meetings/meeting_words.hpp"

namespace workgroups {

namespace {

constexpr std::int64_t usual_length = 120;    // minutes, where nobody said when it ends

std::string when_words(const Meeting& placed, const i18n::Texts& texts) {
    auto time = clock_words(placed.from_minute, placed.to_minute);
    auto day = i18n::with_weekday(texts, placed.day);
    return time.empty() ? day : texts.text("invitation.when", {day, time});
}

// Within a sentence the day of the week bends: ve středu 16. 12. 2026.
std::string on_which_day(const Meeting& placed, const i18n::Texts& texts) {
    auto day = texts.text("invitation.on_weekday." + std::to_string(weekday_of(placed.day)), {to_czech(placed.day)});
    auto time = clock_words(placed.from_minute, placed.to_minute);
    return time.empty() ? day : texts.text("invitation.when", {day, time});
}

std::string agenda_words(db::Session& db, const Meeting& placed, const i18n::Texts& texts) {
    auto items = agenda_of(db, placed.id);
    std::erase_if(items, [](auto& item) { return item.state == "proposed"; });
    auto times = agenda_times(placed, items);
    std::string words;
    for (std::size_t n = 0; n < items.size(); ++n) {
        words += std::to_string(n + 1) + ". " + items[n].title;
        if (items[n].presenter) words += " – " + *items[n].presenter;
        if (times[n]) words += " (" + texts.text("invitation.from_time", {clock_words(times[n])}) + ")";
        words += "\n";
    }
    return words;
}

// NB: their names only: whoever scans mail opens links of letters, and each reading of a paper is on record.
std::string papers_words(db::Session& db, const Meeting& meeting) {
    std::string words;
    for (auto& one : papers_for_invited(db, meeting)) words += "- " + one.paper.title + "\n";
    return words;
}

std::string host_of(const std::string& public_url) {
    auto begin = public_url.find("://");
    auto host = begin == public_url.npos ? public_url : public_url.substr(begin + 3);
    return host.substr(0, host.find_first_of(":/"));
}

// What the event says besides time and place: how to join, and what is on the agenda.
std::string event_words(db::Session& db, const Meeting& placed, const i18n::Texts& texts) {
    std::vector<std::string> parts;
    if (placed.online_address) parts.push_back(texts.text("invitation.online", {*placed.online_address}));
    if (auto agenda = agenda_words(db, placed, texts); !agenda.empty())
        parts.push_back(texts.text("invitation.letter.agenda") + "\n" + agenda);
    return text::joined(parts, "\n\n");
}

calendar::Event event_of(const Meeting& placed, const WorkingGroup& group, const LetterGround& ground, Instant now) {
    calendar::Event event;
    // The same for ever, so that a change finds the event in the reader's calendar.
    event.uid = "jednani-" + to_text(placed.id) + "@" + host_of(ground.public_url);
    event.title = meeting_name(placed, group);
    event.place = placed.place.value_or(placed.online_address.value_or(""));
    event.address = ground.public_url + meeting_at(placed);
    event.day = placed.day, event.from = placed.from_minute, event.to = placed.to_minute;
    if (event.from && (!event.to || *event.to <= *event.from)) event.to = *event.from + usual_length;
    event.changed_at = now;
    return event;
}

struct Round {
    const Author& author;
    const MeetingInView& view;
    const Meeting& placed;
    const LetterGround& ground;
    std::int64_t sequence = 0;
    bool cancels = false;
    std::string event_words{};    // of the event, besides time and place
};

void write_letter(const Round& round, const std::string& email, const std::string& name, const char* kind,
                  const std::string& text) {
    auto& author = round.author;
    auto& group = round.view.of.group;
    auto event = event_of(round.placed, group, round.ground, author.now);
    event.description = round.event_words;
    calendar::Scheduling scheduling{event, round.cancels, round.sequence, round.ground.contact_email, group.name,
                                    email, name};
    mail::Letter letter;
    letter.to = email, letter.to_name = name, letter.kind = std::string{"meeting_"} + kind;
    letter.subject = letter_subject(round.view, kind, round.ground), letter.text = text;
    letter.attachments = {{"jednani.ics",
                           round.cancels ? "text/calendar; method=CANCEL" : "text/calendar; method=REQUEST",
                           calendar::scheduling(scheduling)}};
    mail::send(author.work, author.now, author.organisation, letter);
}

std::chrono::hours until_it_begins(const Meeting& placed, Instant now) {
    auto left = std::chrono::ceil<std::chrono::hours>(begins_at(placed) - now);
    return std::max(left, std::chrono::hours{1});
}

std::int64_t next_sequence(const std::vector<MeetingConvening>& convenings) {
    return convenings.empty() ? 0 : convenings.front().sequence + 1;
}

// What was answered before a cancellation says nothing of the meeting that is planned again.
void forget_reply(MeetingInvitation& invitation) {
    invitation.reply.reset(), invitation.substitute_name.reset();
    invitation.replied_at.reset(), invitation.replied_by.reset();
}

MeetingInvitation ensure_invitation(const Author& author, const Meeting& meeting, const Invitee& invitee, bool update) {
    MeetingInvitation invitation;
    if (invitee.invitation) {
        invitation = *invitee.invitation;
        auto after = invitation;
        if (!update) forget_reply(after);
        if (invitee.email) after.sent_at = author.now;
        change(author, invitation, after);
        return after;
    }
    invitation.meeting_id = meeting.id, invitation.planner_id = invitee.member.member.planner_id;
    if (invitee.email) invitation.sent_at = author.now;
    add(author, invitation);
    return invitation;
}

// Each is told once: an invitation that was taken back counts as none that was sent.
std::int64_t take_back_invitations(const Round& over) {
    auto& author = over.author;
    auto& texts = over.ground.texts;
    Round round{author, over.view, over.placed, over.ground, over.sequence, true};
    auto text = texts.text("invitation.letter.taken_back",
                           {meeting_name(over.placed, over.view.of.group), when_words(over.placed, texts)});
    std::int64_t letters = 0;
    for (auto& one : former_invitees_of(author.work, over.placed)) {
        auth::revoke_links(author.work, reply_link, one.invitation->id.uuid, author.now);
        auto after = *one.invitation;
        after.sent_at.reset();
        change(author, *one.invitation, after);
        if (!one.email) continue;
        write_letter(round, *one.email, one.member.person_name, "taken_back",
                     text + "\n\n" + texts.text("invitation.letter.end.former") + "\n");
        ++letters;
    }
    return letters;
}

// What somebody has not read of the meeting yet: it holds no more.
void end_notices(const Round& round, Id<User> person) {
    auto unread = notices::count_of(round.author.work, person, true);
    for (auto& one : notices::notices_of(round.author.work, person, true, unread, 0)) {
        bool of_meeting = one.address == meeting_at(round.placed) &&
                          (one.kind == convened_notice || one.kind == changed_notice || one.kind == cancelled_notice);
        if (of_meeting) notices::mark_read(round.author.work, one, round.author.now);
    }
}

// Their letter says the same, so the notice only waits in the program.
void notice_to_accounts(const Round& round, const char* kind, const std::string& subject, const std::string& address) {
    std::vector<Id<User>> accounts;
    for (auto& one : members_on(round.author.work, round.placed.group_id, round.placed.day)) {
        if (!one.account_id) continue;
        end_notices(round, *one.account_id);
        if (one.account_id != round.author.user) accounts.push_back(*one.account_id);
    }
    notices::tell_beside_letter(round.author, accounts, kind, subject, address);
}

std::string named_with_day(const Round& round) {
    return meeting_name(round.placed, round.view.of.group) + ", " + to_czech(round.placed.day);
}

}

std::string letter_subject(const MeetingInView& view, const char* kind, const LetterGround& ground) {
    return ground.texts.text(std::string{"invitation.subject."} + kind,
                             {meeting_name(view.meeting, view.of.group), to_czech(view.meeting.day)});
}

std::string letter_text(db::Session& db, const MeetingInView& view, const std::string& words, const char* kind,
                        const LetterGround& ground) {
    auto& texts = ground.texts;
    auto placed = at_its_place(db, view.meeting);
    std::vector<std::string> parts{
        texts.text(std::string{"invitation.letter."} + kind, {meeting_name(placed, view.of.group)}),
        texts.text("invitation.letter.when", {when_words(placed, texts)})};
    if (placed.place) parts.push_back(texts.text("invitation.letter.place", {*placed.place}));
    if (placed.online_address) parts.push_back(texts.text("invitation.online", {*placed.online_address}));
    auto text = text::joined(parts, "\n");
    if (!words.empty()) text += "\n\n" + words;
    if (auto agenda = agenda_words(db, placed, texts); !agenda.empty())
        text += "\n\n" + texts.text("invitation.letter.agenda") + "\n" + agenda;
    if (auto papers = papers_words(db, placed); !papers.empty())
        text += "\n" + texts.text("invitation.letter.papers") + "\n" + papers;
    return text;
}

std::int64_t convene(const Author& author, const MeetingInView& view, const std::string& words,
                     const LetterGround& ground) {
    auto& db = author.work;
    auto& meeting = view.meeting;
    auto placed = at_its_place(db, meeting);
    auto convenings = convenings_of(db, meeting.id);
    std::string kind = next_letter(db, meeting);
    bool update = kind != "request";
    auto text = letter_text(db, view, words, kind.c_str(), ground);
    Round round{author, view, placed, ground, next_sequence(convenings), false, event_words(db, placed, ground.texts)};
    auto letters = update ? take_back_invitations(round) : 0;
    for (auto& invitee : invitees_of(db, meeting)) {
        auto invitation = ensure_invitation(author, meeting, invitee, update);
        if (!invitee.email) continue;
        auth::revoke_links(db, reply_link, invitation.id.uuid, author.now);
        auto token = auth::make_link(db, author.now, author.organisation, reply_link, {}, invitation.id.uuid,
                                     until_it_begins(placed, author.now));
        auto reply = ground.texts.text("invitation.letter.reply", {ground.public_url + "/ucast/" + token});
        write_letter(round, *invitee.email, invitee.member.person_name, kind.c_str(),
                     text + "\n" + reply + "\n\n" + ground.texts.text("invitation.letter.end") + "\n");
        ++letters;
    }
    MeetingConvening convening{
        {}, meeting.id, update ? "update" : "request", round.sequence, told_of(placed), words, author.now, letters, {}};
    add(author, convening);
    auto after = meeting;
    after.state = "convened";
    if (!after.convened_at) after.convened_at = author.now;
    change(author, meeting, after);
    bool otherwise = told_otherwise(since_cancelled(convenings), placed);
    if (!update || otherwise)
        notice_to_accounts(round, update ? changed_notice : convened_notice, named_with_day(round), meeting_at(placed));
    return letters;
}

std::int64_t tell_cancelled(const Author& author, const MeetingInView& view, const std::string& reason,
                            const std::optional<Meeting>& moved_to, const LetterGround& ground) {
    auto& db = author.work;
    auto& texts = ground.texts;
    auto placed = at_its_place(db, view.meeting);
    auto convenings = convenings_of(db, placed.id);
    if (convenings.empty() || convenings.front().kind == "cancel") return 0;
    auto text = texts.text("invitation.letter.cancel",
                           {meeting_name(placed, view.of.group), on_which_day(placed, texts), reason});
    if (moved_to)
        text += "\n\n" + texts.text("invitation.letter.moved", {when_words(at_its_place(db, *moved_to), texts)});
    Round round{author, view, placed, ground, next_sequence(convenings), true};
    std::int64_t letters = 0;
    auto invitees = invitees_of(db, placed);
    for (auto& one : former_invitees_of(db, placed)) invitees.push_back(one);
    for (auto& invitee : invitees) {
        if (!invitee.invitation || !invitee.invitation->sent_at) continue;
        auth::revoke_links(db, reply_link, invitee.invitation->id.uuid, author.now);
        auto after = *invitee.invitation;
        after.sent_at.reset();
        change(author, *invitee.invitation, after);
        if (!invitee.email) continue;
        write_letter(round, *invitee.email, invitee.member.person_name, "cancel",
                     text + "\n\n" + texts.text("invitation.letter.end") + "\n");
        ++letters;
    }
    MeetingConvening convening{{},         placed.id, "cancel", round.sequence, told_of(placed), reason,
                               author.now, letters,   {}};
    add(author, convening);
    if (moved_to)
        notice_to_accounts(round, moved_notice,
                           texts.text("invitation.moved_days", {meeting_name(placed, view.of.group),
                                                                to_czech(placed.day), to_czech(moved_to->day)}),
                           meeting_at(*moved_to));
    else notice_to_accounts(round, cancelled_notice, named_with_day(round), meeting_at(placed));
    return letters;
}

std::int64_t tell_former_members(const Author& author, const GroupInView& of, const LetterGround& ground) {
    std::int64_t letters = 0;
    for (auto& meeting : meetings_of(author.work, of.group.id)) {
        auto placed = at_its_place(author.work, meeting);
        if (!takes_replies(placed, author.now)) continue;
        MeetingInView view{of, meeting};
        letters += take_back_invitations(
            {author, view, placed, ground, next_sequence(convenings_of(author.work, meeting.id))});
    }
    return letters;
}

}
