// Minutes of the demonstration region: of document 3 as it is printed, and of a group that is in the middle of its
// year.
#pragma once

#include "workgroups/minutes/minutes_phases.hpp"

namespace workgroups {

// Expects the groups; meetings that are not there on their days are made.
void load_sample_minutes(const Author&);
// Of all meetings that were held and have none yet.  Expects everything else that belongs to meetings.
void load_sample_held_minutes(const Author&);

}
