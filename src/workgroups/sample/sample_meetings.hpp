// Meetings of the demonstration region.
#pragma once

#include "workgroups/kept_records.hpp"

namespace workgroups {

// Expects the groups and their members.
void load_sample_meetings(const Author&);

}
