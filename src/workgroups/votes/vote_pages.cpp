// Handlers: ask, check, do, answer.
#include "workgroups/votes/vote_pages.hpp"

#include "platform/history/acting.hpp"
#include "platform/sheets/record_sheet.hpp"
#include "workgroups/meetings/meeting_words.hpp"
#include "workgroups/votes/voting_seats.hpp"

namespace workgroups {

namespace {

struct WayOfVoting {
    const char* code;
    bool secret;
    const char* cast_by;
};
constexpr WayOfVoting ways_of_voting[] = {{"pocty", false, "recorder"},
                                          {"pocty-tajne", true, "recorder"},
                                          {"verejne", false, "members"},
                                          {"tajne", true, "members"}};

const WayOfVoting* way_called(const std::string& code) {
    for (auto& way : ways_of_voting)
        if (way.code == code) return &way;
    return nullptr;
}

std::vector<html::Choice> items_to_vote_on(db::Session& db, const Meeting& meeting, const i18n::Texts& texts) {
    std::vector<html::Choice> choices{{"", texts.text("vote.item.none")}};
    for (auto& item : agenda_of(db, meeting.id)) choices.push_back({to_text(item.id), item.title});
    return choices;
}

Vote vote_asked(const http::Request& request, db::Session& db, const Meeting& meeting) {
    auto vote = find_vote(db, request.id<Vote>("hlasovani"));
    if (!vote || vote->meeting_id != meeting.id) throw NotFound{};
    return *vote;
}

std::optional<PlanningPerson> own_person(db::Session& db, const User& user) {
    return user.signed_in() ? planner_of_account(db, user.id) : std::nullopt;
}

http::Response vote_page(const http::Request& request, db::Session& db, const MeetingInView& view, const Vote& vote,
                         const CountForm& form, const char* problem = "", http::Status status = http::ok) {
    VotePage page{view, vote, form};
    page.turnout = turnout_of(db, vote);
    if (!vote.open()) page.counts = counted(db, vote);
    auto quorum = quorum_for(db, vote, view.meeting);
    page.voters = quorum.voters, page.there = quorum.there, page.needed = quorum.needed;
    page.rule = vote.rule.value_or(rules_on(db, view.meeting.group_id, view.meeting.day).voting);
    if (vote.agenda_item_id)
        if (auto item = find_agenda_item(db, *vote.agenda_item_id)) page.item = item->title;
    if (vote.decision_id)
        if (auto decision = find_decision(db, *vote.decision_id)) page.decision = decision->number;
    if (!vote.secret) page.hands = hands_of(db, vote.id);
    page.keeps = view.kept_by(*request.user);
    if (auto person = own_person(db, *request.user); person && vote.cast_by == "members") {
        page.has_cast = has_cast(db, vote, person->id);
        page.casts = vote.open() && !page.has_cast && may_cast(db, vote, view.meeting, person->id);
    }
    page.form_token = request.form_token, page.problem = problem;
    auto done = request.asked.first("hotovo");
    for (auto known : {"otevreno", "hlas", "uzavreno", "rozhodnuto"})
        if (done == known) page.done = request.texts->text(std::string{"vote.done."} + known);
    return respond(request, page, status);
}

}

VoteForm::VoteForm(const http::Request& request) : Form{request} {
    if (question.empty()) problem("otazka", "vote.question.missing");
    else if (question.size() > sheets::longest_text) problem("otazka", "edit.too_long");
    if (!way_called(way)) problem("zpusob", "vote.way.missing");
}

std::string NewVotePage::back() const { return meeting_at(view.meeting); }
html::Area NewVotePage::question() const {
    auto area = form.area("otazka", "vote.question");
    area.hint = "vote.question.hint";
    return area;
}
html::Select NewVotePage::item() const {
    html::Select select{{form.field("bod", "vote.item"), items}};
    select.optional = true;
    return select;
}
html::RadioGroup NewVotePage::way(html::Out& out) const {
    html::RadioGroup group{{form.field("zpusob", "vote.way"), {}}};
    group.hint = "vote.way.hint";
    for (auto& one : ways_of_voting) group.choices.push_back({one.code, out.text(std::string{"vote.way."} + one.code)});
    if (group.value.empty()) group.value = "pocty";
    return group;
}
http::PageHead NewVotePage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("vote.new"), .section = "/skupiny", .staff = true};
}

CountForm::CountForm(const http::Request& request) : Form{request} {
    for (auto& [name, value] : {std::pair{"pro", votes_for}, {"proti", votes_against}, {"zdrzel", abstained}})
        if (!value && !has_problem(name)) problem(name, "vote.count.missing");
}

std::string VotePage::at(const char* rest) const {
    return meeting_at(view.meeting, "/hlasovani/") + to_text(vote.id) + rest;
}
std::string VotePage::back() const { return meeting_at(view.meeting); }
html::Field VotePage::number(const char* name, const char* label) const {
    auto field = form.field(name, label);
    field.inputmode = "numeric", field.size = 6;
    return field;
}
http::PageHead VotePage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("vote.title"), .section = "/skupiny", .staff = true};
}

http::Response show_new_vote(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto& view = permit.about();
    VoteForm form;
    return respond(request, NewVotePage{view, form, items_to_vote_on(permit.db(), view.meeting, *request.texts),
                                        request.form_token});
}

http::Response new_vote(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto& db = permit.db();
    auto& view = permit.about();
    VoteForm form{request};
    auto item = Id<AgendaItem>::parse(form.item);
    auto on = item ? find_agenda_item(db, *item) : std::nullopt;
    if (!form.item.empty() && (!on || on->meeting_id != view.meeting.id)) form.problem("bod", "edit.choice.unknown");
    auto way = way_called(form.way);
    if (way && way->secret && way->cast_by == std::string_view{"members"})
        if (auto why = why_no_secret_ballots(seats_of(members_on(db, view.meeting.group_id, view.meeting.day))))
            form.problem("zpusob", why);
    if (!form.clean())
        return respond(request,
                       NewVotePage{view, form, items_to_vote_on(db, view.meeting, *request.texts), request.form_token},
                       http::unprocessable);
    Vote vote;
    vote.meeting_id = view.meeting.id, vote.question = form.question, vote.secret = way->secret;
    vote.cast_by = way->cast_by;
    if (on) vote.agenda_item_id = on->id;
    open_vote(history::author_of(permit), vote);
    audit::note_done(permit, "workgroups.vote_kept", vote.id.uuid);
    return http::redirect(meeting_at(view.meeting, "/hlasovani/"), vote.id, "?hotovo=otevreno");
}

http::Response show_vote(const http::Request& request, Permit<may::TakePart> permit) {
    auto& view = permit.about();
    auto vote = vote_asked(request, permit.db(), view.meeting);
    CountForm form;
    return vote_page(request, permit.db(), view, vote, form);
}

http::Response cast_vote(const http::Request& request, Permit<may::TakePart> permit) {
    auto& db = permit.db();
    auto& view = permit.about();
    auto vote = vote_asked(request, db, view.meeting);
    auto person = own_person(db, permit.user());
    auto choice = request.values.first("hlas");
    CountForm form;
    if (vote.cast_by != "members" || !person || !may_cast(db, vote, view.meeting, person->id)) throw Forbidden{};
    if (std::ranges::find(vote_choices, choice) == std::end(vote_choices))
        return vote_page(request, db, view, vote, form, "vote.choice.missing", http::unprocessable);
    if (!vote.open()) return vote_page(request, db, view, vote, form, "vote.is_closed", http::conflict);
    // NB: a secret ballot is no history and no act of the audit: neither may tell when somebody voted.
    bool kept = vote.secret ? cast(history::Author{db, permit.now(), {}, view.of.group.kept.organisation_id, {}}, vote,
                                   person->id, choice)
                            : cast(history::author_of(permit), vote, person->id, choice);
    if (!kept) return vote_page(request, db, view, vote, form, "vote.is_cast", http::conflict);
    return http::redirect(meeting_at(view.meeting, "/hlasovani/"), vote.id, "?hotovo=hlas");
}

http::Response end_vote(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto& db = permit.db();
    auto& view = permit.about();
    auto vote = vote_asked(request, db, view.meeting);
    CountForm nothing;
    if (!vote.open()) return vote_page(request, db, view, vote, nothing, "vote.is_closed", http::conflict);
    // What may not be told is not counted either.
    if (!vote.may_tell_result(turnout_of(db, vote)))
        return vote_page(request, db, view, vote, nothing, "vote.too_few_ballots", http::conflict);
    VoteCounts counts;
    if (vote.cast_by == "recorder") {
        CountForm form{request};
        if (form.clean()) {
            counts = {*form.votes_for, *form.votes_against, *form.abstained};
            auto quorum = quorum_of(db, view.meeting, attendance_of(db, view.meeting.id));
            if (counts.all() > quorum.there) form.problem("pro", "vote.count.too_many");
        }
        if (!form.clean()) return vote_page(request, db, view, vote, form, "", http::unprocessable);
    }
    close_vote(history::author_of(permit), vote, view.meeting, counts);
    audit::note_done(permit, "workgroups.vote_kept", vote.id.uuid);
    return http::redirect(meeting_at(view.meeting, "/hlasovani/"), vote.id, "?hotovo=uzavreno");
}

http::Response withdraw_vote(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto& db = permit.db();
    auto& view = permit.about();
    auto vote = vote_asked(request, db, view.meeting);
    CountForm nothing;
    if (!vote.open()) return vote_page(request, db, view, vote, nothing, "vote.is_closed", http::conflict);
    withdraw(history::author_of(permit), vote);
    if (vote.by_secret_ballots()) return http::redirect(meeting_at(view.meeting, "/hlasovani/"), vote.id);
    return http::redirect(meeting_at(view.meeting), "?hotovo=hlasovani");
}

http::Response decide_vote(const http::Request& request, Permit<may::KeepMeeting> permit) {
    auto& db = permit.db();
    auto& view = permit.about();
    auto vote = vote_asked(request, db, view.meeting);
    CountForm nothing;
    if (!vote.passed.value_or(false))
        return vote_page(request, db, view, vote, nothing, "vote.not_passed", http::conflict);
    decide_by(history::author_of(permit), vote, view.meeting);
    audit::note_done(permit, "workgroups.vote_kept", vote.id.uuid);
    return http::redirect(meeting_at(view.meeting, "/hlasovani/"), vote.id, "?hotovo=rozhodnuto");
}

}
