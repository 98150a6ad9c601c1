// Draws request ids.
#include "platform/http/request_ids.hpp"

#include <sys/random.h>
#include <system_error>

namespace http {

std::string RequestIds::next() {
    if (used_ == numbers_.size()) {
        // 256 bytes at once are never interrupted, but 512 might be
        for (auto* half : {numbers_.data(), numbers_.data() + 32})
            if (::getrandom(half, 256, 0) != 256) throw std::system_error{errno, std::generic_category(), "getrandom"};
        used_ = 0;
    }
    auto number = numbers_[used_++];
    std::string id(16, '0');
    for (auto& digit : id) {
        digit = "0123456789abcdef"[number & 15];
        number >>= 4;
    }
    return id;
}

}
