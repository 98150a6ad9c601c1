// The binary opora.
#include "application.hpp"

int main(int count, char** words) { return run(count, words); }
