// The story of the program.
#include "application.hpp"

int run(int, char**) { return 0; }
