// Data and keys as two copies, made while people work, and put back where they are whole: decision 0012.
#pragma once

#include "platform/base/embedded.hpp"
#include "platform/time/instant.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace backup {

// Nothing was done, and nothing half done (on PostgreSQL, unless what was loaded turns out not to be whole): a sentence
// for the operator that says what to do.
struct Refused : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// The databases, as the configuration names them: sqlite:PATH or postgresql://…
struct Places {
    std::string data, keys;
};

struct Copy {
    std::string file{};    // its name, without a folder
    std::uintmax_t bytes{};
    std::string sha256{};
};

// Stands beside the copy of the data as opora-backup-TIME.json.
struct Manifest {
    std::string kind{};    // sqlite, postgresql
    Instant made_at{};
    std::int64_t migration{};    // the last one that the database had seen
    Copy data{};
    std::optional<Copy> keys{};    // none where there is no key store yet

    static Manifest read(const std::filesystem::path&);    // Refused
};

// Copies both, each into its folder, readable by their owner only; looks through the copy of the data before it says
// that it is done.  Answers the path of the manifest.
std::filesystem::path make(const Places&, const std::filesystem::path& folder, const std::filesystem::path& keys_folder,
                           Instant now);

// The newest manifest of a folder, or the file itself.
std::filesystem::path newest_in(const std::filesystem::path&);

struct Wish {
    std::filesystem::path manifest, keys_folder, master_key;
    bool replace = false;         // a database that is there already moves aside (SQLite) or is emptied (PostgreSQL)
    bool without_keys = false;    // the key store stays as it is
};
struct Restored {
    std::int64_t erased{};                         // keys that the list of erasures destroyed again
    std::vector<std::filesystem::path> aside{};    // where the former files are
    bool former_unreadable = false;                // so that nobody knows who was erased since the backup
};

// Refuses what is damaged, newer than the program, in use, or would replace something unasked.
Restored restore(const Wish&, const Places& into, const std::vector<std::span<const embedded::File>>& capabilities,
                 Instant now);

}
