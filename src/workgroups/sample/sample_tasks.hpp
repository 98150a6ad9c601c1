// The tasks and decisions of the demonstration region.  Expects its groups, and finds its meetings where there are
// some.
#pragma once

#include "workgroups/kept_records.hpp"

namespace workgroups {

void load_sample_tasks(const Author&);

}
