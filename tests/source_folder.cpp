// Told by CMake.
#include "tests/source_folder.hpp"

std::string source_folder() { return OPORA_SOURCE; }
