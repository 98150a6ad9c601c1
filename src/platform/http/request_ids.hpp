// Numbers for requests: 64 random bits in hexadecimal, fetched from the system many at a time.
#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace http {

class RequestIds {
public:
    std::string next();    // 16 digits; throws std::system_error if the system has no random bits

private:
    std::array<std::uint64_t, 64> numbers_{};
    std::size_t used_ = 64;
};

}
