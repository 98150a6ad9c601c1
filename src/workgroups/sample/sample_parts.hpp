// The parts of the demonstration region that slices load after the groups.
#pragma once

#include "workgroups/kept_records.hpp"

namespace workgroups {

void load_sample_events(const Author&);

}
