// The room of files: takes them in, gives them out, erases them, and clears away what did not come to an end.
#pragma once

#include "platform/files/file_store.hpp"
#include "platform/files/file_type.hpp"
#include "platform/files/stored_file.hpp"
#include "platform/http/respond.hpp"
#include "platform/keys/key_room.hpp"

namespace jobs {
class Workers;
}

namespace files {

inline constexpr std::uint64_t upload_limit = 64ull << 20;    // bytes; what the operator allows lies below
inline constexpr std::int64_t files_a_day = 200;              // of one person
inline constexpr std::int64_t bytes_a_day = 500'000'000;      // of one person
inline constexpr auto sweep_job = "files.sweep";

struct Settings {
    std::string store = "database";          // or folder:/path
    std::int64_t bytes_most = 20'000'000;    // of one file

    std::optional<std::filesystem::path> folder() const;
    void check() const;    // throws std::runtime_error with a sentence for the operator
};

class FileRoom {
public:
    FileRoom(db::Database& database, keys::KeyRoom& keys, Settings settings);

    const Settings& settings() const { return settings_; }

    // What is wrong with a file that a person hands over, as the key of a text: too large, too many today, not what may
    // be handed over.  Otherwise its type.
    Look look(const http::Request&, db::Session& lookups, const http::Upload&) const;

    // Encrypts the content into the store, before the transaction that keeps the record begins: where that never comes,
    // sweep() removes it.  The caller saves the record with history::keep_new.  Throws NoRoom.
    File take_in(Instant now, const User&, const http::Upload&, const FileType&, const std::string& sha256);

    // Nothing once the file was erased.
    std::optional<std::string> name_of(const File&);
    std::optional<std::string> sha256_of(const File&);

    // Read, decrypted and checked piece by piece while the answer leaves; throws Gone once the file was erased.
    http::Response answer(const File&, const std::string& name, bool closed);

    // In the transaction of the author: from its commit on the file is gone, and sweep() takes key and bytes away.
    void erase(const history::Author&, const File&);

    // Removes what was erased, and what was begun a day ago and never became a record.  Answers how much.
    std::int64_t sweep(Instant now);

    FileStore& store(const std::string& stored_in);

private:
    db::Database& database_;
    keys::KeyRoom& keys_;
    Settings settings_;
    DatabaseStore in_database_;
    std::optional<FolderStore> in_folder_;
};

// 64 hexadecimal digits of SHA-256.
std::string sha256_of(const http::Upload&);

void know_jobs(jobs::Workers&, FileRoom&);

}
