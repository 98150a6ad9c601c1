// Where a page grows: bytes that are written once each, in memory that the last page of this thread left behind.
#pragma once

#include <cstring>
#include <memory>
#include <string>
#include <string_view>

namespace html {

class PageBuffer {
public:
    PageBuffer() = default;
    ~PageBuffer();
    PageBuffer(const PageBuffer&) = delete;

    void add(std::string_view bytes) {
        if (bytes.empty()) return;
        std::memcpy(room(bytes.size()), bytes.data(), bytes.size());
        size_ += bytes.size();
    }
    // At least so many bytes to write at; grown() says how many were written.
    char* room(std::size_t size) {
        if (capacity_ - size_ < size) make_room(size);
        return bytes_.get() + size_;
    }
    void grown(std::size_t size) { size_ += size; }
    void back_to(std::size_t size) { size_ = size; }    // drops what was written after it

    std::string_view written() const { return {bytes_.get(), size_}; }

private:
    void make_room(std::size_t size);

    std::unique_ptr<char[]> bytes_;
    std::size_t size_ = 0, capacity_ = 0;
};

}
