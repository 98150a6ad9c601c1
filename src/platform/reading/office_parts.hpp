// The parts of an office document in its ZIP, each refused with its reason.
#pragma once

#include "platform/documents/zip_reader.hpp"
#include "platform/reading/reading_error.hpp"

#include <optional>

namespace reading {

class OfficeParts {
public:
    static constexpr std::uint64_t part_bytes_most = 48u << 20;

    explicit OfficeParts(const std::filesystem::path&);    // throws ReadingError, as part() does

    bool has(std::string_view name) const { return zip_.find(name) != nullptr; }
    bool has_folder(std::string_view beginning) const;
    std::optional<std::string> part(std::string_view name) const;
    const std::vector<documents::ZipEntry>& entries() const { return zip_.entries(); }

private:
    documents::ZipReader zip_;
};

}
