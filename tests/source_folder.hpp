// Where the project lies, for tests that read its files.  In one translation unit, so that the others compile the same
// wherever the project lies and the compiler's cache serves every clone.
#pragma once

#include <string>

std::string source_folder();    // without a slash at its end
