// Who may vote: each seat of a group has one voice, given by its member or, in their absence, by a substitute.
#pragma once

#include "workgroups/members/group_member.hpp"
#include "workgroups/votes/vote.hpp"

namespace workgroups {

struct VotingSeat {
    std::vector<Id<PlanningPerson>> people{};    // the member, then substitutes by mandate
    bool has_account = false;                    // so that somebody of them can vote on the page

    bool is_of(Id<PlanningPerson> who) const { return std::ranges::count(people, who) > 0; }
};
std::vector<VotingSeat> seats_of(const std::vector<NamedMember>&);

// What speaks against secret ballots in a group: the key of a text, or nothing.
const char* why_no_secret_ballots(const std::vector<VotingSeat>&);

// Who may vote: members who vote on the meeting's day; of one that is absent, their substitute by mandate if present.
// In a vote by secret ballots mandates give a voice only as they stood when it was opened.
bool may_cast(db::Session&, const Vote&, const Meeting&, Id<PlanningPerson>);
bool has_cast(db::Session&, const Vote&, Id<PlanningPerson>);
// Whether the voice of their seat was given, by themselves or another.
bool seat_has_cast(db::Session&, const Vote&, Id<PlanningPerson>);

}
