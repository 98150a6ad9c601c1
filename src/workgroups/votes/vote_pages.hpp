// Pages of a vote: a new one, casting, counting, the result.
#pragma once

#include "platform/html/choice.hpp"
#include "platform/html/outcome.hpp"
#include "platform/http/form.hpp"
#include "platform/http/respond.hpp"
#include "workgroups/meetings/meeting_view.hpp"
#include "workgroups/meetings/meeting_way.hpp"
#include "workgroups/votes/vote.hpp"

namespace workgroups {

struct VoteForm : http::Form {
    VoteForm() = default;
    explicit VoteForm(const http::Request&);
    std::string question = text("otazka"), item = text("bod"), way = text("zpusob");
};

struct NewVotePage {
    const MeetingInView& view;
    const VoteForm& form;
    std::vector<html::Choice> items{};
    std::string form_token{};

    std::string back() const;
    html::Area question() const;
    html::Select item() const;
    html::RadioGroup way(html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("problems", page.form.problems()); }
    void write(html::Out&) const;
};

struct CountForm : http::Form {
    CountForm() = default;
    explicit CountForm(const http::Request&);
    std::optional<std::int64_t> votes_for = number("pro", 0, 100'000), votes_against = number("proti", 0, 100'000),
                                abstained = number("zdrzel", 0, 100'000);
};

struct VotePage {
    const MeetingInView& view;
    const Vote& vote;
    const CountForm& form;
    VoteCounts counts{};
    std::int64_t turnout = 0;
    std::int64_t voters = 0, there = 0, needed = 0;
    std::string item{}, rule{}, decision{};
    std::vector<NamedHand> hands{};
    bool keeps = false, casts = false, has_cast = false;
    std::string form_token{}, done{}, problem{};

    std::string at(const char* rest = "") const;
    std::string back() const;
    bool closed() const { return vote.state == "closed"; }
    bool can_close() const { return vote.may_tell_result(turnout); }
    bool by_ballots() const { return vote.by_secret_ballots(); }
    html::Field number(const char* name, const char* label) const;
    http::PageHead head(const i18n::Texts&) const;
    // NB: a secret vote that is open tells nobody how it stands.
    static void each_field(auto& page, auto& visit) {
        visit("question", page.vote.question), visit("state", page.vote.state), visit("secret", page.vote.secret);
        visit("turnout", page.turnout), visit("problems", page.form.problems());
        if (page.closed()) visit("counts", page.counts), visit("passed", page.vote.passed);
    }
    void write(html::Out&) const;
};

http::Response show_new_vote(const http::Request&, Permit<may::KeepMeeting>);
http::Response new_vote(const http::Request&, Permit<may::KeepMeeting>);
http::Response show_vote(const http::Request&, Permit<may::TakePart>);
http::Response cast_vote(const http::Request&, Permit<may::TakePart>);
http::Response end_vote(const http::Request&, Permit<may::KeepMeeting>);
http::Response withdraw_vote(const http::Request&, Permit<may::KeepMeeting>);
http::Response decide_vote(const http::Request&, Permit<may::KeepMeeting>);

}
