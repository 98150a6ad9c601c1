// Where events of a document go: the calendar of events stands on this.
#pragma once

#include "workgroups/minutes_import/document_import.hpp"

namespace workgroups {

// Makes events of accepted facts of the kind `event`: title in body, from day to until, place in extra.  Answers how
// many it made; the others stay with the import as accepted facts.
std::int64_t take_over_events(const Author&, const WorkingGroup&, const Meeting&, const DocumentFacts&);
// How many take_over_events() would make.
std::int64_t events_to_take(const DocumentFacts&);

}
