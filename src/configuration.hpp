// Where the program's settings come from: a file, then the environment, then the words of the command.
#pragma once

#include "application.hpp"

// Reads opora.toml (if given or there) and OPORA_*; throws std::runtime_error with a sentence for the operator.
Configuration read_configuration(const std::filesystem::path& file);
