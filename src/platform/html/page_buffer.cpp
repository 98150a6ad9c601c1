// Takes memory that was used before, or more of it.
#include "platform/html/page_buffer.hpp"

#include <algorithm>
#include <utility>

namespace html {

namespace {

constexpr std::size_t usual = 64 * 1024, most_kept = 256 * 1024;    // bytes

// Of the last page of this thread: warm, and large enough for most.
struct Spare {
    std::unique_ptr<char[]> bytes;
    std::size_t capacity = 0;
};
thread_local Spare spare;

}

PageBuffer::~PageBuffer() {
    if (capacity_ > spare.capacity && capacity_ <= most_kept) spare = {std::move(bytes_), capacity_};
}

void PageBuffer::make_room(std::size_t size) {
    if (!bytes_ && size <= spare.capacity) {
        bytes_ = std::move(spare.bytes);
        capacity_ = std::exchange(spare.capacity, 0);
        return;
    }
    auto capacity = std::max(usual, 2 * (size_ + size));
    auto larger = std::make_unique_for_overwrite<char[]>(capacity);
    if (size_ > 0) std::memcpy(larger.get(), bytes_.get(), size_);
    bytes_ = std::move(larger), capacity_ = capacity;
}

}
