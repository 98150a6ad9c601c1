// Starts programs.
#include "platform/reading/child.hpp"

#include <spawn.h>

namespace reading {

pid_t start_program(const char* path, const char* const* words, const char* const* environment,
                    std::initializer_list<std::pair<int, int>> descriptors) {
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    for (auto& [ours, theirs] : descriptors) ::posix_spawn_file_actions_adddup2(&actions, ours, theirs);
    pid_t child = -1;
    auto failed =
        ::posix_spawn(&child, path, &actions, nullptr, const_cast<char**>(words), const_cast<char**>(environment));
    ::posix_spawn_file_actions_destroy(&actions);
    return failed ? -1 : child;
}

}
