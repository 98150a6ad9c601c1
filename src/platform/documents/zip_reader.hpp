// A ZIP archive that somebody handed us: its directory is checked before anything is unpacked, entries come in pieces.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace documents {

enum class ZipFault {
    not_a_zip,    // no directory at its end
    broken,       // the directory or an entry is not what it says
    encrypted,
    too_large,    // an entry unpacks to more than is allowed
    too_dense,    // it unpacks to many times more than documents do: a bomb
};

struct ZipError : std::runtime_error {
    explicit ZipError(ZipFault fault) : std::runtime_error{"bad ZIP"}, fault{fault} {}
    ZipFault fault;
};

struct ZipEntry {
    std::string name;
    std::uint16_t method = 0;    // 0 stored, 8 deflated
    std::uint32_t crc = 0;
    std::uint64_t packed = 0, size = 0, offset = 0;
};

class ZipReader {
public:
    static constexpr std::size_t entries_most = 10'000;
    static constexpr std::uint64_t directory_bytes_most = 8u << 20;

    explicit ZipReader(const std::filesystem::path&);    // throws ZipError

    const std::vector<ZipEntry>& entries() const { return entries_; }
    const ZipEntry* find(std::string_view name) const;    // letters of either case, as programs write them

private:
    friend class ZipPieces;
    void read_directory(std::uint64_t offset, std::uint64_t size, std::size_t count);

    std::filesystem::path file_;
    std::uint64_t file_size_ = 0;
    std::vector<ZipEntry> entries_;
};

// One entry, unpacked piece by piece; memory stays flat.
class ZipPieces {
public:
    static constexpr std::size_t piece_bytes = 64 * 1024;
    // Beyond so many bytes an entry may unpack to no more than so many times its packed size.
    static constexpr std::uint64_t dense_from = 16u << 20, ratio_most = 200;

    ZipPieces(const ZipReader&, const ZipEntry&, std::uint64_t bytes_most);    // throws ZipError
    ~ZipPieces();
    ZipPieces(ZipPieces&&) noexcept;

    // Empty behind the last one.  Throws ZipError, at the end too where the checksum differs.
    std::string_view next();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

// The whole of a small entry.
std::string unzipped(const ZipReader&, const ZipEntry&, std::uint64_t bytes_most);

}
