// The tests' own program.  It knows how to read a document in a limited child, as the program itself does.
#include "platform/reading/limited.hpp"

#include <cstdlib>
#include <gtest/gtest.h>

int main(int count, char** words) {
    if (count == 4 && std::string_view{words[1]} == "extract" && std::string_view{words[2]} == "--worker")
        std::_Exit(reading::read_as_worker(words[3]));
    testing::InitGoogleTest(&count, words);
    return RUN_ALL_TESTS();
}
