// Passages of activities as a list of items, whatever form they were printed in.
#pragma once

#include "projects/project_reading/project_fields.hpp"

namespace projects {

// Cards of a printed form, marks that a label swallowed, marks in lines of their own, columns and rows of tables.
void read_activity_passages(Passages&);

// The field of a label that we know from its first word to its last.
int field_of_whole_label(const passages::Tokens&);
// From a passage on, those that took its field because they have no label of their own.
void hand_down(Passages&, std::size_t from, int old, int field);

}
