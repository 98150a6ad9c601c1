// zlib with a gzip head; whole bodies share one state per thread, since setting one up costs as much as a small page.
#include "platform/http/gzip.hpp"
#include "platform/http/ascii.hpp"

#include <brotli/encode.h>
#include <stdexcept>
#include <zlib.h>

namespace http {

namespace {

constexpr int level = 5;
constexpr int gzip_window = 15 + 16;    // zlib's way to ask for a gzip head

struct Deflater {
    z_stream stream{};
    Deflater() {
        if (deflateInit2(&stream, level, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK)
            throw std::runtime_error{"no memory for gzip"};
    }
    ~Deflater() { deflateEnd(&stream); }
    Deflater(const Deflater&) = delete;

    void run(std::string_view bytes, int flush, std::string& out) {
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
        stream.avail_in = static_cast<uInt>(bytes.size());
        auto filled = out.size();
        do {
            out.resize(std::max(out.size(), filled + 4096));
            stream.next_out = reinterpret_cast<Bytef*>(out.data() + filled);
            stream.avail_out = static_cast<uInt>(out.size() - filled);
            deflate(&stream, flush);
            filled = out.size() - stream.avail_out;
        } while (stream.avail_out == 0);
        out.resize(filled);
    }
};

}

bool compressible(std::string_view content_type) {
    auto type = lowered(cut(content_type, ';'));
    if (type.starts_with("text/") || type.ends_with("+json") || type.ends_with("+xml")) return true;
    for (auto known : {"application/json", "application/x-ndjson", "application/ndjson", "application/xml",
                       "application/javascript", "application/geo+json", "image/svg+xml", "application/csv"})
        if (type == known) return true;
    return false;
}

std::string gzip(std::string_view bytes) {
    thread_local Deflater deflater;
    deflateReset(&deflater.stream);
    std::string packed;
    constexpr std::size_t most = 1u << 30;    // zlib counts in 32 bits
    for (; bytes.size() > most; bytes.remove_prefix(most)) deflater.run(bytes.substr(0, most), Z_NO_FLUSH, packed);
    deflater.run(bytes, Z_FINISH, packed);
    return packed;
}

std::string brotli(std::string_view bytes) {
    constexpr int quality = 4, window = 18;    // a page fits into 256 KB; more window is more memory to clear
    std::string packed(BrotliEncoderMaxCompressedSize(bytes.size()), '\0');
    auto size = packed.size();
    if (!BrotliEncoderCompress(quality, window, BROTLI_MODE_TEXT, bytes.size(),
                               reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                               reinterpret_cast<std::uint8_t*>(packed.data())))
        throw std::runtime_error{"no memory for brotli"};
    packed.resize(size);
    return packed;
}

struct GzipStream::Inside {
    Deflater deflater;
};

GzipStream::GzipStream() : inside_{std::make_unique<Inside>()} {}
GzipStream::~GzipStream() = default;

std::string GzipStream::add(std::string_view piece) {
    std::string out;
    inside_->deflater.run(piece, Z_SYNC_FLUSH, out);
    return out;
}

std::string GzipStream::finish() {
    std::string out;
    inside_->deflater.run({}, Z_FINISH, out);
    return out;
}

}
