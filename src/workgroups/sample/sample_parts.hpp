// What the demonstration region is filled with, part by part; each stands on the groups and their members.
#pragma once

#include "platform/history/history.hpp"

namespace workgroups {

void load_sample_plans(const history::Author&);    // statutes, plans of meetings, periods without them, milestones
void load_sample_events(const history::Author&);

}
