// The job that reads papers of meetings for the search: what was handed in, what was there before this could be done,
// and what a reading cut off by a restart left behind.
#pragma once

#include "platform/files/file_room.hpp"
#include "workgroups/meetings/agenda_paper.hpp"

namespace keys {
class KeyRoom;
}

namespace workgroups {

inline constexpr auto papers_job = "papers.read";    // each day too: whoever upgraded has papers that nobody read

void read_papers_soon(const Author&);                                      // with the commit of the author
void know_paper_jobs(jobs::Workers&, files::FileRoom&, keys::KeyRoom&);    // both rooms outlive the workers

}
