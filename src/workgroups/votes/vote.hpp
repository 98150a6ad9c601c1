// A vote at a meeting: open by name or secret, counted by the recorder or cast by each member, and what it decided.
#pragma once

#include "workgroups/meetings/meeting_keeping.hpp"
#include "workgroups/tasks/task.hpp"

namespace workgroups {

inline constexpr const char* vote_choices[] = {"for", "against", "abstains"};

// So many ballots of a secret vote hide each other; fewer are told only where everybody who may vote has voted.
inline constexpr std::int64_t fewest_ballots = 3;

struct Vote {
    Id<Vote> id{};
    Id<Meeting> meeting_id{};
    std::optional<Id<AgendaItem>> agenda_item_id{};
    std::string question{};    // as it will be decided
    bool secret = false;
    std::string cast_by = "recorder";                                         // recorder, members
    std::string state = "open";                                               // open, closed, withdrawn
    std::optional<std::int64_t> votes_for{}, votes_against{}, abstained{};    // what was counted when it closed
    std::optional<std::int64_t> voters{}, present{}, needed{};    // voters: of secret ballots those at the opening
    std::optional<std::string> rule{};
    std::optional<bool> passed{};
    std::optional<Instant> closed_at{};
    std::optional<Id<Decision>> decision_id{};
    Kept kept{};

    bool open() const { return state == "open"; }
    bool by_secret_ballots() const { return secret && cast_by == "members"; }
    // Whether it may be closed with a result after so many ballots: always, unless a result would tell whose they are.
    bool may_tell_result(std::int64_t turnout) const;

    static constexpr auto table = "votes";
    static void each_field(auto& vote, auto& visit) {
        visit("id", vote.id), visit("meeting_id", vote.meeting_id), visit("agenda_item_id", vote.agenda_item_id);
        visit("question", vote.question), visit("secret", vote.secret), visit("cast_by", vote.cast_by);
        visit("state", vote.state), visit("votes_for", vote.votes_for), visit("votes_against", vote.votes_against);
        visit("abstained", vote.abstained), visit("voters", vote.voters), visit("present", vote.present);
        visit("needed", vote.needed), visit("rule", vote.rule), visit("passed", vote.passed);
        visit("closed_at", vote.closed_at), visit("decision_id", vote.decision_id);
        Kept::each_field(vote.kept, visit);
    }
};

// A hand that was raised in an open vote.
struct VoteHand {
    Id<VoteHand> id{};
    Id<Vote> vote_id{};
    Id<PlanningPerson> planner_id{};
    std::string choice{};    // of vote_choices
    Kept kept{};

    static constexpr auto table = "vote_hands";
    static void each_field(auto& hand, auto& visit) {
        visit("id", hand.id), visit("vote_id", hand.vote_id), visit("planner_id", hand.planner_id);
        visit("choice", hand.choice);
        Kept::each_field(hand.kept, visit);
    }
};

struct VoteCounts {
    std::int64_t votes_for = 0, votes_against = 0, abstained = 0;
    std::int64_t all() const { return votes_for + votes_against + abstained; }
    static void each_field(auto& counts, auto& visit) {
        visit("votes_for", counts.votes_for), visit("votes_against", counts.votes_against);
        visit("abstained", counts.abstained);
    }
};

// Whether it passes by the rule of voting among so many there, of so many members who vote, of whom so many are needed.
bool passes(const VoteCounts&, const std::string& rule, std::int64_t present, std::int64_t voters, std::int64_t needed);

std::vector<Vote> votes_at(db::Session&, Id<Meeting>);    // in the order in which they were opened
std::optional<Vote> find_vote(db::Session&, Id<Vote>);
Id<Vote> open_vote(const Author&, Vote&);
// Of the group on the meeting's day, or as it was when a vote by secret ballots was opened.
Quorum quorum_for(db::Session&, const Vote&, const Meeting&);

// False where they voted already, or the vote is closed.  A secret one leaves no time, order or history of the ballot.
bool cast(const Author&, const Vote&, Id<PlanningPerson>, const std::string& choice);
VoteCounts counted(db::Session&, const Vote&);
std::int64_t turnout_of(db::Session&, const Vote&);
struct NamedHand {
    std::string name{}, choice{};
    static void each_field(auto& hand, auto& visit) { visit("name", hand.name), visit("choice", hand.choice); }
};
std::vector<NamedHand> hands_of(db::Session&, Id<Vote>);

// Counts – or takes what the recorder counted – and says the result by the rules of the group on the day.  Throws
// Conflict where it is open no more, or where its result may not be told.
void close_vote(const Author&, const Vote&, const Meeting&, const VoteCounts& typed = {});
// Ends it without a result.  Sums of secret ballots are gone, seen by nobody.  Throws Conflict where it is open no
// more.
void withdraw(const Author&, const Vote&);
// The decision of a vote that passed; the same again where it was made already.
Id<Decision> decide_by(const Author&, const Vote&, const Meeting&);

}
