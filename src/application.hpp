// Opens everything in order and mounts each capability.
#pragma once

int run(int count, char** words);
