// Takes minutes from phase to phase.
#include "workgroups/minutes/minutes_phases.hpp"

#include "platform/mail/mail.hpp"
#include "platform/notices/notice.hpp"
#include "platform/search/fold.hpp"
#include "workgroups/minutes/minutes_letter.hpp"

namespace workgroups {

std::optional<MinutesInView> MinutesInView::find(db::Session& db, const std::string& named, Date day) {
    auto at = MeetingInView::find(db, named, day);
    auto minutes = at ? minutes_of(db, at->meeting.id) : std::nullopt;
    if (!minutes) return {};
    MinutesInView view{std::move(*at), std::move(*minutes)};
    if (view.minutes.verifier_id)
        if (auto person = find_planner(db, *view.minutes.verifier_id)) view.verifier = person->account_id;
    view.minutes_by = rules_on(db, view.at.meeting.group_id, view.at.meeting.day).minutes_by;
    return view;
}

std::vector<std::string> steps_from(const std::string& phase) {
    if (phase == "draft") return {"comments"};
    if (phase == "comments") return {"verified", "back_draft"};
    if (phase == "verified") return {"approved", "back_comments"};
    if (phase == "approved") return {"published"};
    return {};
}

bool may_take(const User& user, const MinutesInView& view, const std::string& step) {
    if (called_off(view.at.meeting)) return false;
    return step == "verified" ? view.verified_by(user) : view.at.kept_by(user);
}

std::vector<Meeting> meetings_to_approve_at(db::Session& db, const Meeting& meeting, Date today) {
    auto later = meetings_of(db, meeting.group_id);
    std::erase_if(later, [&](auto& one) {
        return one.id == meeting.id || one.day <= meeting.day || one.day > today || !one.stands();
    });
    return later;
}

namespace {

bool nothing_written(db::Session& db, Id<MeetingMinutes> minutes) {
    auto parts = parts_of(db, minutes);
    return std::ranges::all_of(parts, [](auto& part) { return part.body.empty(); });
}

bool unsettled(db::Session& db, Id<MeetingMinutes> minutes) {
    auto comments = comments_of(db, minutes);
    return std::ranges::any_of(comments, [](auto& comment) { return comment.state == "open"; });
}

}

std::vector<html::Problem> problems_of_step(db::Session& db, const MinutesInView& view, const std::string& step,
                                            const TypedStep& typed, Date today) {
    std::vector<html::Problem> problems;
    auto wrong = [&](const char* field, const char* text) { problems.push_back({field, text}); };
    if (step == "comments") {
        if (nothing_written(db, view.minutes.id)) wrong("do", "minutes.step.empty");
        else if (!typed.comments_until) wrong("do", "minutes.step.until.missing");
        else if (*typed.comments_until < today) wrong("do", "minutes.step.until.past");
        else if (*typed.comments_until > today + std::chrono::days{180}) wrong("do", "minutes.step.until.far");
    }
    if (step == "verified" && unsettled(db, view.minutes.id)) wrong("provest", "minutes.step.unsettled");
    if (step == "approved") {
        auto later = meetings_to_approve_at(db, view.at.meeting, today);
        bool among = typed.approved_at && std::ranges::find(later, *typed.approved_at, &Meeting::id) != later.end();
        if (typed.approved_at ? !among : view.minutes_by == "next_meeting")
            wrong("schuzka", "minutes.step.meeting.missing");
    }
    if (step.starts_with("back_") && !typed.reason) wrong("duvod", "minutes.step.reason.missing");
    return problems;
}

namespace {

struct MemberReached {
    Id<PlanningPerson> id{};
    std::string name{};
    std::optional<std::string> email{};
    std::optional<Id<User>> account_id{};
    static void each_field(auto& one, auto& visit) {
        visit("id", one.id), visit("name", one.name), visit("email", one.email);
        visit("account_id", one.account_id);
    }
};

std::vector<MemberReached> reached_members(db::Session& db, Id<WorkingGroup> group, Date day) {
    return db.all<MemberReached>(
        "SELECT DISTINCT planning_people.id, planning_people.name, planning_contacts.email, account_id"
        " FROM group_members JOIN planning_people ON planning_people.id = group_members.planner_id"
        " LEFT JOIN planning_contacts ON planning_contacts.planner_id = planning_people.id"
        " WHERE group_id = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2)"
        " ORDER BY planning_people.id",
        group, day);
}

// Who has an account is told in the program and by its letter; who has none gets the minutes themselves.
void tell_members(const Author& author, const MinutesInView& view, const StepGround& ground, const std::string& kind) {
    auto& group = view.at.of.group;
    auto& meeting = view.at.meeting;
    auto address = "/jednani/" + to_text(meeting.id) + "/zapis";
    auto subject = group.name + ", " + to_czech(meeting.day);
    std::vector<Id<User>> accounts;
    std::vector<MemberReached> others;
    for (auto& one : reached_members(author.work, group.id, day_in_prague(author.now))) {
        if (one.account_id && one.account_id != author.user) accounts.push_back(*one.account_id);
        else if (!one.account_id && one.email) others.push_back(one);
    }
    notices::tell(author, accounts, "minutes_" + kind, subject, address);
    if (others.empty()) return;
    auto minutes = *minutes_of(author.work, meeting.id);
    mail::Letter letter;
    letter.kind = "minutes";
    letter.subject = ground.czech.text("minutes.letter." + kind + ".subject", {group.name, to_czech(meeting.day)});
    auto until = minutes.comments_until ? to_czech(*minutes.comments_until) : "";
    bool for_comments = kind == "comments";
    if (for_comments)
        letter.attachments.push_back({"zapis-" + to_iso(meeting.day) + ".docx",
                                      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                                      minutes_docx(whole_document(author.work, group, meeting, minutes, ground.czech),
                                                   ground.czech, author.now)});
    for (auto& one : others) {
        letter.to = *one.email, letter.to_name = one.name;
        auto leads_to = for_comments ? "/navrh-zapisu/" + link_to_draft(author, minutes, one.id) : address;
        letter.text = ground.czech.text("minutes.letter." + kind + ".text",
                                        {group.name, to_czech(meeting.day), until, ground.public_url + leads_to});
        mail::send(author.work, author.now, author.organisation, letter);
    }
}

std::string phase_after(const std::string& step) { return step.starts_with("back_") ? step.substr(5) : step; }

// What strangers will read, as it is at this moment, and the hash of it.
void publish_copy(const Author& author, const MinutesInView& view, const StepGround& ground, MeetingMinutes& after) {
    auto document =
        public_document(author.work, view.at.of.group, view.at.meeting, after, ground.czech, day_in_prague(author.now));
    auto markdown = minutes_markdown(document);
    PublishedMinutes copy;
    copy.minutes_id = view.minutes.id, copy.body = document_text(document), copy.words = search::fold(markdown);
    add(author, copy);
    after.published_at = author.now, after.content_hash = sha256_hex(markdown);
}

}

void take_step(const Author& author, const MinutesInView& view, const std::string& step, const TypedStep& typed,
               const StepGround& ground) {
    auto after = view.minutes;
    after.phase = phase_after(step);
    if (step == "comments") after.comments_until = typed.comments_until;
    if (step == "approved") after.approved_at_id = typed.approved_at;
    if (step == "published") publish_copy(author, view, ground, after);
    change(author, view.minutes, after);
    MinutesStep taken;
    taken.minutes_id = view.minutes.id, taken.from_phase = view.minutes.phase, taken.to_phase = after.phase;
    taken.taken_at = author.now, taken.reason = typed.reason;
    add(author, taken);
    // What a sample or an import takes over concerns nobody today.
    if (!author.quietly && (step == "comments" || step == "published")) tell_members(author, view, ground, step);
}

void tell_of_minutes(notices::Kinds& kinds) {
    for (auto kind : {"minutes_comments", "minutes_published"})
        kinds.all.push_back({kind, [](const User& user) { return user.signed_in(); }});
}

}
