// Takes the register's file from its source: a file, the newest one in a folder, or the web, streamed to disk.
#pragma once

#include "network/register/register_settings.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <vector>

namespace network {

// Why there is no file; register_day.error.KEY says it to people.
struct RegisterSourceError : std::runtime_error {
    explicit RegisterSourceError(const char* reason, std::vector<std::string> values = {})
        : std::runtime_error{reason}, reason{reason}, values{std::move(values)} {}
    std::string text_key() const { return "register_day.error." + reason; }

    std::string reason;
    std::vector<std::string> values;
};

// What the source said of the file that was taken last.
struct KnownFile {
    std::optional<std::string> etag{}, last_modified{};
};

// The file; of the web it is a temporary one, which goes with this.
struct TakenFile {
    TakenFile() = default;
    TakenFile(TakenFile&&) noexcept;
    TakenFile& operator=(TakenFile&&) = delete;
    ~TakenFile();

    std::filesystem::path path{};
    bool temporary = false;
    bool not_modified = false;    // the web says that it is the known one; there is no path then
    KnownFile known{};
};

inline constexpr std::uint64_t register_bytes_most = std::uint64_t{1} << 30;

// Called now and then while it comes; what it throws stops it.
using StillComing = std::function<void(std::uint64_t bytes)>;

// Throws RegisterSourceError.  The web is asked for one file, at most 1 GB, over http or https and no other way; a
// source that says nothing for a minute is left.
TakenFile take_register_file(const RegisterSettings&, const std::string& name, const KnownFile&,
                             const StillComing& = {});

}
