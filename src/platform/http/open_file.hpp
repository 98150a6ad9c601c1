// A file descriptor that closes itself.
#pragma once

#include <filesystem>
#include <string_view>
#include <utility>

namespace http {

class OpenFile {
public:
    OpenFile() = default;
    explicit OpenFile(int descriptor) : descriptor_{descriptor} {}
    ~OpenFile();
    OpenFile(OpenFile&& other) noexcept : descriptor_{std::exchange(other.descriptor_, -1)} {}
    OpenFile& operator=(OpenFile&& other) noexcept {
        std::swap(descriptor_, other.descriptor_);
        return *this;
    }

    static OpenFile reading(const std::filesystem::path&);    // of a regular file; throws std::system_error

    void write(std::string_view bytes);    // all of them; throws std::system_error when the disk is full
    int descriptor() const { return descriptor_; }
    explicit operator bool() const { return descriptor_ >= 0; }

private:
    int descriptor_ = -1;
};

}
