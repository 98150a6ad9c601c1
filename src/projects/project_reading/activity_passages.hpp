// Passages of activities as a list of items, whatever form they were printed in.
#pragma once

#include "projects/project_reading/project_fields.hpp"

namespace projects {

// Cards of a printed form, marks that a label swallowed, marks in lines of their own, columns and rows of tables.
void read_activity_passages(Passages&);

}
