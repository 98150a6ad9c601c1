// What the demonstration region is filled with, part by part; each stands on the groups and their members.
#pragma once

#include "platform/history/history.hpp"
#include "workgroups/tasks/task.hpp"

#include <map>

namespace workgroups {

using SampleLine = std::map<std::string, std::string>;    // cells by the names of their columns
// Of data/sample/NAME.csv; throws where the program carries no such table.
std::vector<SampleLine> sample_lines(const std::string& name);
std::optional<std::string> something(const std::string& cell);    // or nothing, where it is empty

// Under the number that it has, or the next one of its year: meetings of the region move with the day on which it is
// made, decisions of the documents do not, so that a vote of a meeting may have taken a number already.
Id<Decision> add_sample_decision(const history::Author&, Decision&);

void load_sample_plans(const history::Author&);    // statutes, plans of meetings, periods without them, milestones
void load_sample_events(const history::Author&);

}
