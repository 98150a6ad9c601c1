// Takes the body of a request as it comes, into memory or into a file that disappears with the Body.
#pragma once

#include "platform/http/open_file.hpp"
#include "platform/http/transport.hpp"

namespace http {

class BodySink {
public:
    // limit in bytes; throws std::system_error if the file cannot be made
    BodySink(std::uint64_t limit, bool to_disk, const std::filesystem::path& folder);

    bool take(std::string_view bytes);    // false: over the limit; throws std::system_error when the disk is full
    std::uint64_t taken() const { return taken_; }
    Body finish();

private:
    std::uint64_t limit_, taken_ = 0;
    OpenFile file_;
    Body body_;
    std::string waiting_;    // not yet written to the file
};

}
