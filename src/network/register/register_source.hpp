// The bytes of a register file piece by piece, unpacked when they are gzip.
#pragma once

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>

namespace network {

class RegisterSource {
public:
    // The longest that either buffer gets.
    static constexpr std::size_t piece_bytes = 256 * 1024;

    explicit RegisterSource(const std::filesystem::path& file);
    ~RegisterSource();

    bool opened() const { return opened_; }
    bool failed() const { return failed_; }          // the disk, or a broken gzip
    bool cut_short() const { return cut_short_; }    // gzip that ends in the middle

    // The next piece, empty behind the last one.
    std::string_view next();

private:
    struct Inflater;
    std::string_view read();
    std::string_view unpacked();

    std::ifstream in_;
    bool opened_ = false, failed_ = false, cut_short_ = false, started_ = false;
    std::string packed_, piece_;
    std::unique_ptr<Inflater> inflater_;
};

}
