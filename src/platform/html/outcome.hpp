// What came of what somebody just sent, above a page.
#pragma once

#include "platform/html/out.hpp"

namespace html {

// Either may be empty.
struct Outcome {
    const std::string& done;       // in words
    const std::string& problem;    // a text key
    void write(Out&) const;
};

}
