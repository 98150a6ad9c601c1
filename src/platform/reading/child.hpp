// Another program, started with the words and surroundings that it is given and nothing of ours.
#pragma once

#include <initializer_list>
#include <sys/types.h>
#include <utility>

namespace reading {

// Words and environment end with nullptr.  Each of the descriptors is the child's under the second number; others of
// ours are closed, since they are opened so.  -1 where the program cannot be started.
pid_t start_program(const char* path, const char* const* words, const char* const* environment,
                    std::initializer_list<std::pair<int, int>> descriptors);

}
