// Finds whose voice counts.
#include "workgroups/votes/voting_seats.hpp"

namespace workgroups {

std::vector<VotingSeat> seats_of(const std::vector<NamedMember>& members) {
    std::vector<VotingSeat> seats;
    for (auto& one : members)
        if (one.member.counts()) seats.push_back({{one.member.planner_id}, one.account_id.has_value()});
    for (auto& one : members) {
        auto whom = stands_in_for(members, one);
        for (auto& seat : seats) {
            if (!whom || seat.people.front() != *whom) continue;
            seat.people.push_back(one.member.planner_id);
            seat.has_account |= one.account_id.has_value();
        }
    }
    return seats;
}

const char* why_no_secret_ballots(const std::vector<VotingSeat>& seats) {
    auto all = std::ssize(seats), reached = std::ranges::count(seats, true, &VotingSeat::has_account);
    if (all < 2) return "vote.way.one_voice";
    return reached < std::min<std::int64_t>(all, fewest_ballots) ? "vote.way.few_accounts" : nullptr;
}

namespace {

// Whoever keeps members could otherwise change who votes while ballots are cast, until one ballot is left alone among
// those they know.
bool stood_so_when_it_opened(db::Session& db, const Vote& vote, const NamedMember& one) {
    if (!vote.by_secret_ballots()) return true;
    auto person = find_planner(db, one.member.planner_id);
    return one.member.kept.changed_at <= vote.kept.created_at && person &&
           person->kept.changed_at <= vote.kept.created_at;
}

}

bool may_cast(db::Session& db, const Vote& vote, const Meeting& meeting, Id<PlanningPerson> planner) {
    auto members = members_on(db, meeting.group_id, meeting.day);
    auto one = std::ranges::find(members, planner, [](auto& named) { return named.member.planner_id; });
    if (one == members.end() || !stood_so_when_it_opened(db, vote, *one)) return false;
    if (one->member.counts()) return true;
    auto whom = stands_in_for(members, *one);
    if (!whom) return false;
    // The substitute has the voice while the member is not there and has not voted.
    auto attendance = attendance_of(db, meeting.id);
    auto there = [&](Id<PlanningPerson> who) {
        return std::ranges::any_of(attendance,
                                   [&](auto& row) { return row.planner_id == who && row.status == "present"; });
    };
    return there(planner) && !there(*whom) && !has_cast(db, vote, *whom);
}

bool has_cast(db::Session& db, const Vote& vote, Id<PlanningPerson> planner) {
    if (vote.secret)
        return db.one<std::int64_t>("SELECT count(*) FROM vote_turnout WHERE vote_id = $1 AND planner_id = $2", vote.id,
                                    planner) > 0;
    return db.one<std::int64_t>("SELECT count(*) FROM vote_hands WHERE vote_id = $1 AND planner_id = $2", vote.id,
                                planner) > 0;
}

bool seat_has_cast(db::Session& db, const Vote& vote, Id<PlanningPerson> planner) {
    auto meeting = find_meeting(db, vote.meeting_id);
    auto seats = seats_of(members_on(db, meeting->group_id, meeting->day));
    for (auto& seat : seats)
        if (seat.is_of(planner))
            return std::ranges::any_of(seat.people, [&](auto& who) { return has_cast(db, vote, who); });
    return has_cast(db, vote, planner);
}

}
