// Who does what in a sentence that tells a task.
#pragma once

#include "workgroups/minutes_reading/minutes_people_in_text.hpp"

#include <optional>
#include <string>
#include <vector>

namespace workgroups {

struct TaskVerb {
    std::size_t from = 0, to = 0;    // in letters
};

// The first verb of a task that no condition stands before.
std::optional<TaskVerb> task_verb(const reading::Letters&);
// A word in the shape of a verb right behind somebody in the nominative: „Nová sladí dovolené“.  Sure enough only where
// a deadline is said as well.
std::optional<TaskVerb> verb_behind_person(const reading::Letters&, const std::vector<PersonInText>&);

// A verb right before somebody in the nominative: „Ceny sečte Nová“, „Průkazky vydává Malý“.  Sure enough only there.
std::optional<TaskVerb> verb_before_person(const reading::Letters&, const std::vector<PersonInText>&);
// „Malá obce neoslovila, udělá to …“: where one alone is told, any verb of a task is theirs.
std::optional<TaskVerb> lone_verb(const reading::Letters&, const std::vector<PersonInText>&);
// What the one who writes will do: „seznam doplním já“, „zavolám jim“.
std::optional<TaskVerb> verb_in_first_person(const reading::Letters&);

// „Fokus Semily dodá podklady“: an organisation that opens the sentence right before the verb; offices of the state are
// none of the group.
std::optional<std::string> organisation_before(const reading::Letters&, const TaskVerb&);
// Who is told in another case: „úkolem Jany Nové je …“, „zůstává na Janě Nové“; where none is, nothing.
const PersonInText* burdened(const reading::Letters&, const std::vector<PersonInText>&);

std::size_t distance_from(const PersonInText&, std::size_t at);
// The person right before the verb or right behind it, at most short words between them.
bool stands_beside(const reading::Letters&, const PersonInText&, const TaskVerb&);
// The role nearest to the verb, with the genitive that follows: „vedoucí všech skupin“.
std::optional<std::string> role_near(const reading::Letters&, std::size_t verb);
// „Novák a Malá připraví“, „Pampelišková s Chmelíkem sepíše“: everybody who is the subject, with commas.
std::string whole_subject(const reading::Letters&, const std::vector<PersonInText>& everybody,
                          const PersonInText& nearest);

}
