// Bytes that came from a client and are not used up yet; views into them hold until more room is asked for.
#pragma once

#include <algorithm>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

namespace http {

class InputBuffer {
public:
    std::span<char> bytes() { return {bytes_.data() + begin_, end_ - begin_}; }
    std::string_view view() const { return {bytes_.data() + begin_, end_ - begin_}; }
    bool empty() const { return begin_ == end_; }

    // Room behind the bytes: at least a quarter of a small buffer.
    std::span<char> room() {
        if (begin_ > 0) {
            std::memmove(bytes_.data(), bytes_.data() + begin_, end_ - begin_);
            end_ -= begin_;
            begin_ = 0;
        }
        if (bytes_.size() - end_ < smallest / 4) bytes_.resize(std::max(smallest, bytes_.size() * 2));
        return {bytes_.data() + end_, bytes_.size() - end_};
    }
    void filled(std::size_t size) { end_ += size; }
    void use(std::size_t size) {
        begin_ += size;
        if (begin_ == end_) begin_ = end_ = 0;
    }
    void keep(std::size_t size) { end_ = begin_ + size; }    // the first so many bytes only
    void put(std::string_view bytes) {
        if (bytes.empty()) return;
        while (room().size() < bytes.size()) bytes_.resize(bytes_.size() * 2);
        std::memcpy(bytes_.data() + end_, bytes.data(), bytes.size());
        end_ += bytes.size();
    }

private:
    static constexpr std::size_t smallest = 4096;

    std::vector<char> bytes_;
    std::size_t begin_ = 0, end_ = 0;
};

}
