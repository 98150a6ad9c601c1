// Who a name in minutes is: one of those known, nobody of them, or a question for a person.
#pragma once

#include "workgroups/members/group_member.hpp"

namespace workgroups {

struct KnownPerson {
    Id<PlanningPerson> id{};
    std::string name{};
};

struct PersonMatch {
    enum Fits { one, several, nobody, perhaps_two } fits = nobody;
    std::optional<Id<PlanningPerson>> planner_id{};    // where exactly one fits
    std::vector<KnownPerson> candidates{};             // whom it could mean

    std::string question() const;    // two_fit, nobody_fits, one_or_two; empty where it is certain
};

// An initial with a surname, a surname alone, the words in another order or in another case („s K. Marcinkovou“) mean
// who bears that name, as long as it is one only.  Two surnames without a first name may be one person or two, since a
// comma is soon lost (row 4.03): a question, unless somebody bears both.
PersonMatch match_person(const std::string& printed, const std::vector<KnownPerson>&);

// „Majerovič Krůfová“: two words that are both surnames.
bool perhaps_two_people(const std::string& printed);

}
