// What the demonstration region is filled with, part by part; each stands on the groups and their members.
#pragma once

#include "platform/history/history.hpp"

#include <map>

namespace workgroups {

using SampleLine = std::map<std::string, std::string>;    // cells by the names of their columns
// Of data/sample/NAME.csv; throws where the program carries no such table.
std::vector<SampleLine> sample_lines(const std::string& name);
std::optional<std::string> something(const std::string& cell);    // or nothing, where it is empty

void load_sample_plans(const history::Author&);    // statutes, plans of meetings, periods without them, milestones
void load_sample_events(const history::Author&);

}
