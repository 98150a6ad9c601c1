// One request's bytes in, its Head and the bytes of its body out: Beast's parser, kept to a file of its own.
#pragma once

#include "platform/http/head_rules.hpp"

#include <span>

namespace http {

class RequestParser {
public:
    // What to do with a piece of the body; false stops the reading.
    using Sink = std::function<bool(std::string_view)>;

    struct Taken {
        std::size_t bytes = 0;    // used up; the rest must be given again, with more behind it
        bool good = true;
    };

    RequestParser();
    ~RequestParser();

    // A whole head as HeadScanner found it.  The names of headers are put in lower case where they stand, and the views
    // of the Head point into these bytes.
    Framing read_head(std::span<char> bytes, const Hosts&, Head&);
    Taken read_body(std::string_view bytes, const Sink&);
    bool done() const;    // the whole message was read

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}
