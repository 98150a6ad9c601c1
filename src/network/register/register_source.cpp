// Reads a file in pieces and unpacks gzip with zlib.
#include "network/register/register_source.hpp"

#include <zlib.h>

#include <utility>

namespace network {

struct RegisterSource::Inflater {
    z_stream zlib{};
    bool ready = false, ended = false;

    Inflater() { ready = inflateInit2(&zlib, 16 + MAX_WBITS) == Z_OK; }    // 16: gzip and nothing else
    ~Inflater() {
        if (ready) inflateEnd(&zlib);
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
};

RegisterSource::RegisterSource(const std::filesystem::path& file) : in_{file, std::ios::binary} {
    opened_ = in_.is_open() && std::filesystem::is_regular_file(file);
}

RegisterSource::~RegisterSource() = default;

std::string_view RegisterSource::read() {
    packed_.resize(piece_bytes);
    in_.read(packed_.data(), static_cast<std::streamsize>(packed_.size()));
    failed_ = in_.bad();
    return std::string_view{packed_}.substr(0, static_cast<std::size_t>(in_.gcount()));
}

std::string_view RegisterSource::next() {
    if (inflater_) return unpacked();
    auto piece = read();
    if (std::exchange(started_, true) || !piece.starts_with("\x1f\x8b")) return piece;
    inflater_ = std::make_unique<Inflater>();
    inflater_->zlib.next_in = reinterpret_cast<Bytef*>(packed_.data());
    inflater_->zlib.avail_in = static_cast<uInt>(piece.size());
    return unpacked();
}

std::string_view RegisterSource::unpacked() {
    auto& [zlib, ready, ended] = *inflater_;
    piece_.resize(piece_bytes);
    zlib.next_out = reinterpret_cast<Bytef*>(piece_.data());
    zlib.avail_out = static_cast<uInt>(piece_.size());
    while (ready && !ended && !failed_ && zlib.avail_out > 0) {
        if (zlib.avail_in == 0) {
            auto more = read();
            if (more.empty()) {
                cut_short_ = !failed_;
                break;
            }
            zlib.next_in = reinterpret_cast<Bytef*>(packed_.data());
            zlib.avail_in = static_cast<uInt>(more.size());
        }
        auto outcome = inflate(&zlib, Z_NO_FLUSH);
        ended = outcome == Z_STREAM_END;
        failed_ = outcome != Z_OK && !ended;
    }
    return std::string_view{piece_}.substr(0, piece_.size() - zlib.avail_out);
}

}
