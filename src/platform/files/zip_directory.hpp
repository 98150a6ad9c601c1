// What lies in a ZIP file, by its directory at the end: office files are told apart by it.  Nothing is unpacked but
// single small parts that are asked for by name.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace files {

// The bytes of a file, wherever they are: read(at, most) gives fewer only at the end.
struct Content {
    std::uint64_t size = 0;
    std::function<std::string(std::uint64_t at, std::size_t most)> read{};
};
Content content_in(std::string_view bytes);                  // which outlive it
Content content_in(const std::filesystem::path& on_disk);    // throws std::system_error

struct ZipEntry {
    std::string name{};
    std::uint16_t flags = 0, method = 0;
    std::uint64_t packed = 0, size = 0;    // bytes
    std::uint64_t at = 0;                  // of its local head

    bool encrypted() const { return flags & 1; }
};

// Nothing for what is damaged, split, larger than an office file has reason to be, or has bytes before or behind.
std::optional<std::vector<ZipEntry>> zip_directory(const Content&);

// Whether something ends as a ZIP file does, whatever it began as.
bool ends_as_zip(const Content&);

// A part unpacked; nothing where it is longer than `most` bytes or damaged.
std::optional<std::string> unpacked(const Content&, const ZipEntry&, std::size_t most);

}
