// Keeps votes.  NB: ballots of a secret vote are never rows: who voted stands in vote_turnout, in the order of their
// ids; how often each answer was given in one row of vote_counts.  Neither carries a time, and no save of them is
// history.  A result that would tell single ballots is told to nobody.
#include "workgroups/votes/vote.hpp"

#include "workgroups/statutes/statute.hpp"
#include "workgroups/votes/voting_seats.hpp"

namespace workgroups {

bool passes(const VoteCounts& counts, const std::string& rule, std::int64_t present, std::int64_t voters,
            std::int64_t needed) {
    if (present < needed || counts.votes_for == 0) return false;
    // Who is there and gives no voice counts among those there.
    auto there = std::max(present, counts.all());
    if (rule == "majority_all") return 2 * counts.votes_for > voters;
    if (rule == "two_thirds_present") return 3 * counts.votes_for >= 2 * there;
    if (rule == "consensus") return counts.votes_against == 0;
    return 2 * counts.votes_for > there;
}

bool Vote::may_tell_result(std::int64_t turnout) const {
    if (!by_secret_ballots() || turnout >= fewest_ballots) return true;
    // NB: against all who could vote when it was opened; who leaves meanwhile does not make the ballots all.
    return voters && turnout > 0 && turnout >= *voters;
}

std::vector<Vote> votes_at(db::Session& db, Id<Meeting> meeting) {
    return db.all<Vote>("SELECT * FROM votes WHERE meeting_id = $1 AND state <> 'withdrawn' ORDER BY id", meeting);
}

std::optional<Vote> find_vote(db::Session& db, Id<Vote> id) {
    return db.maybe<Vote>("SELECT * FROM votes WHERE id = $1", id);
}

Id<Vote> open_vote(const Author& author, Vote& vote) {
    auto& db = author.work;
    if (vote.by_secret_ballots()) {
        auto meeting = find_meeting(db, vote.meeting_id);
        vote.voters = std::ssize(seats_of(members_on(db, meeting->group_id, meeting->day)));
    }
    auto id = add(author, vote);
    if (vote.by_secret_ballots())
        db.run("INSERT INTO vote_counts (vote_id, votes_for, votes_against, abstained) VALUES ($1, 0, 0, 0)", id);
    return id;
}

Quorum quorum_for(db::Session& db, const Vote& vote, const Meeting& meeting) {
    auto quorum = quorum_of(db, meeting, attendance_of(db, meeting.id));
    if (vote.voters) {
        quorum.voters = *vote.voters;
        quorum.needed = vote.needed.value_or(rules_on(db, meeting.group_id, meeting.day).needed_of(quorum.voters));
    }
    if (vote.present) quorum.there = *vote.present;
    return quorum;
}

namespace {

// So that nothing is cast beside its closing, by whichever comes first; false where it is open no more.
bool lock_open(db::Session& work, const Vote& vote) {
    return work.run("UPDATE votes SET state = 'open' WHERE id = $1 AND state = 'open'", vote.id) == 1;
}

}

bool cast(const Author& author, const Vote& vote, Id<PlanningPerson> planner, const std::string& choice) {
    auto& db = author.work;
    if (vote.cast_by != "members" || !lock_open(db, vote)) return false;
    if (seat_has_cast(db, vote, planner)) return false;
    if (!vote.secret) {
        VoteHand hand{{}, vote.id, planner, choice, {}};
        add(author, hand);
        return true;
    }
    db.run("INSERT INTO vote_turnout (vote_id, planner_id) VALUES ($1, $2)", vote.id, planner);
    // All three are written each time, so that what changed is not seen by which row was touched.
    db.run("UPDATE vote_counts SET votes_for = votes_for + $2, votes_against = votes_against + $3,"
           " abstained = abstained + $4 WHERE vote_id = $1",
           vote.id, std::int64_t{choice == "for"}, std::int64_t{choice == "against"},
           std::int64_t{choice == "abstains"});
    return true;
}

VoteCounts counted(db::Session& db, const Vote& vote) {
    if (vote.state == "closed")
        return {vote.votes_for.value_or(0), vote.votes_against.value_or(0), vote.abstained.value_or(0)};
    if (vote.secret)
        return db
            .maybe<VoteCounts>("SELECT votes_for, votes_against, abstained FROM vote_counts WHERE vote_id = $1",
                               vote.id)
            .value_or(VoteCounts{});
    VoteCounts counts;
    for (auto& hand : hands_of(db, vote.id))
        ++(hand.choice == "for"       ? counts.votes_for
           : hand.choice == "against" ? counts.votes_against
                                      : counts.abstained);
    return counts;
}

std::int64_t turnout_of(db::Session& db, const Vote& vote) {
    return vote.secret ? db.one<std::int64_t>("SELECT count(*) FROM vote_turnout WHERE vote_id = $1", vote.id)
                       : db.one<std::int64_t>("SELECT count(*) FROM vote_hands WHERE vote_id = $1", vote.id);
}

std::vector<NamedHand> hands_of(db::Session& db, Id<Vote> vote) {
    return db.all<NamedHand>("SELECT coalesce(people.name, planning_people.name) AS name, choice FROM vote_hands"
                             " JOIN planning_people ON planning_people.id = planner_id"
                             " LEFT JOIN people ON people.id = account_id WHERE vote_id = $1"
                             " ORDER BY planning_people.name_sort, vote_hands.id",
                             vote);
}

void close_vote(const Author& author, const Vote& vote, const Meeting& meeting, const VoteCounts& typed) {
    auto& db = author.work;
    if (!lock_open(db, vote)) throw Conflict{};
    auto counts = vote.cast_by == "members" ? counted(db, vote) : typed;
    if (!vote.may_tell_result(counts.all())) throw Conflict{};
    auto quorum = quorum_for(db, vote, meeting);
    auto rules = rules_on(db, meeting.group_id, meeting.day);
    // Whoever casts a voice takes part, also where nobody noted the attendance yet.
    if (vote.cast_by == "members") quorum.there = std::max(quorum.there, counts.all());
    auto after = vote;
    after.state = "closed", after.closed_at = author.now;
    after.votes_for = counts.votes_for, after.votes_against = counts.votes_against, after.abstained = counts.abstained;
    after.voters = quorum.voters, after.present = quorum.there, after.needed = quorum.needed, after.rule = rules.voting;
    after.passed = passes(counts, rules.voting, quorum.there, quorum.voters, quorum.needed);
    if (!change(author, vote, after)) throw Conflict{};
}

void withdraw(const Author& author, const Vote& vote) {
    if (!lock_open(author.work, vote)) throw Conflict{};
    author.work.run("DELETE FROM vote_counts WHERE vote_id = $1", vote.id);
    auto after = vote;
    after.state = "withdrawn";
    change(author, vote, after);
}

Id<Decision> decide_by(const Author& author, const Vote& vote, const Meeting& meeting) {
    if (vote.decision_id) return *vote.decision_id;
    if (!vote.passed.value_or(false)) throw Conflict{};
    Decision decision;
    decision.group_id = meeting.group_id, decision.meeting_id = meeting.id;
    decision.agenda_item_id = vote.agenda_item_id;
    decision.body = vote.question, decision.decided_on = meeting.day;
    auto id = add_decision(author, decision);
    auto after = vote;
    after.decision_id = id;
    change(author, vote, after);
    return id;
}

}
