// A ZIP archive written as a stream: what was written leaves at once, nothing is gone back to (docs/decisions/0015).
#pragma once

#include "platform/time/date.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace documents {

// Compresses to the raw DEFLATE of RFC 1951, piece by piece.
class Deflating {
public:
    Deflating();
    ~Deflating();
    Deflating(Deflating&&) noexcept;
    Deflating& operator=(Deflating&&) noexcept;

    void add(std::string_view bytes, std::string& out);
    void finish(std::string& out);
    std::uint32_t crc() const { return crc_; }      // of what was added
    std::uint64_t size() const { return size_; }    // its bytes

private:
    void run(std::string_view bytes, int flush, std::string& out);

    struct Inside;
    std::unique_ptr<Inside> inside_;
    std::uint32_t crc_ = 0;
    std::uint64_t size_ = 0;
};

// Entries one after another.  An archive over 4 GB is refused: whoever needs one has another format in mind.
class ZipStream {
public:
    explicit ZipStream(Instant made_at);

    void store(std::string_view name, std::string_view bytes);    // uncompressed, as `mimetype` must be
    void add(std::string_view name, std::string_view bytes);      // a whole entry
    void begin(std::string_view name);                            // one that comes in pieces
    void write(std::string_view bytes);
    void end();
    void add_packed(std::string_view name, Deflating&& packed, std::string&& bytes);    // compressed meanwhile
    void finish();

    // What was written since the last time.
    std::string take();
    std::size_t waiting() const { return out_.size(); }

private:
    struct Entry {
        std::string name;
        std::uint16_t flags, method;
        std::uint32_t crc;
        std::uint64_t packed, size, offset;
    };
    void head(const Entry&);
    std::uint64_t written() const { return taken_ + out_.size(); }

    std::uint16_t time_, day_;
    std::string out_;
    std::uint64_t taken_ = 0;
    std::vector<Entry> entries_;
    std::unique_ptr<Deflating> open_;
};

}
