// Writes and reads encrypted pieces.
#include "platform/files/file_store.hpp"

#include "platform/http/open_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace files {

// --- in the database -------------------------------------------------------------------------------------------------

void DatabaseStore::write(Id<File> file, const NextPiece& next) {
    constexpr std::size_t pieces_at_once = 16;
    std::int64_t number = 0;
    try {
        for (bool more = true; more;) {
            std::vector<db::Bytes> pieces;
            while (pieces.size() < pieces_at_once && more)
                if (auto piece = next()) pieces.push_back(std::move(*piece));
                else more = false;
            database_.in_write_transaction([&](db::Session& work) {
                auto at = number;
                for (auto& piece : pieces)
                    work.run("INSERT INTO file_chunks (file_id, number, bytes) VALUES ($1, $2, $3)", file, at++, piece);
            });
            number += std::int64_t(pieces.size());
        }
    } catch (const db::DiskFull&) {
        remove(file);
        throw NoRoom{};
    } catch (...) {
        remove(file);    // and what is in the way of that too is left to the sweep
        throw;
    }
}

std::optional<db::Bytes> DatabaseStore::piece(Id<File> file, std::int64_t number) {
    auto lease = database_.read();
    return lease->maybe<db::Bytes>("SELECT bytes FROM file_chunks WHERE file_id = $1 AND number = $2", file, number);
}

std::uint64_t DatabaseStore::bytes_of(Id<File> file) {
    auto lease = database_.read();
    return std::uint64_t(lease->one<std::int64_t>(
        "SELECT CAST(coalesce(sum(length(bytes)), 0) AS bigint) FROM file_chunks WHERE file_id = $1", file));
}

void DatabaseStore::remove(Id<File> file) {
    database_.in_write_transaction(
        [&](db::Session& work) { work.run("DELETE FROM file_chunks WHERE file_id = $1", file); });
}

// --- in a folder -----------------------------------------------------------------------------------------------------

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(int error, const char* what) {
    if (error == ENOSPC || error == EDQUOT) throw NoRoom{};
    throw std::system_error{error, std::generic_category(), what};
}

void write_all(int descriptor, db::BytesView bytes) {
    while (!bytes.empty()) {
        auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail(errno, "an object cannot be written");
        bytes = bytes.subspan(std::size_t(written));
    }
}

void keep_names_of(const fs::path& folder) {
    http::OpenFile opened{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (!opened || ::fsync(opened.descriptor()) != 0) fail(errno, "a folder of objects cannot be written");
}

// Goes away unless it got its name.
struct Begun {
    fs::path path;
    ~Begun() {
        std::error_code ignored;
        if (!path.empty()) fs::remove(path, ignored);
    }
};

}

fs::path FolderStore::path_of(Id<File> file) const {
    auto name = to_text(file);
    return folder_ / name.substr(name.size() - 2) / name;    // the end of an id is chance, so the folders fill evenly
}

void FolderStore::write(Id<File> file, const NextPiece& next) {
    auto path = path_of(file);
    std::error_code refused;
    fs::create_directories(path.parent_path(), refused);
    if (refused) fail(refused.value(), "a folder of objects cannot be made");
    Begun begun{path.string() + ".part"};
    http::OpenFile object{::open(begun.path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600)};
    if (!object) fail(errno, "an object cannot be made");
    while (auto piece = next()) write_all(object.descriptor(), *piece);
    if (::fsync(object.descriptor()) != 0) fail(errno, "an object cannot be kept");
    if (::rename(begun.path.c_str(), path.c_str()) != 0) fail(errno, "an object cannot be named");
    begun.path.clear();
    keep_names_of(path.parent_path());
    keep_names_of(folder_);
}

std::optional<db::Bytes> FolderStore::piece(Id<File> file, std::int64_t number) {
    http::OpenFile object{::open(path_of(file).c_str(), O_RDONLY | O_CLOEXEC)};
    if (!object) return {};
    auto at = number == 0 ? 0 : first_piece_bytes + std::size_t(number - 1) * later_piece_bytes;
    db::Bytes bytes(number == 0 ? first_piece_bytes : later_piece_bytes);
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        auto read = ::pread(object.descriptor(), bytes.data() + filled, bytes.size() - filled, off_t(at + filled));
        if (read < 0 && errno == EINTR) continue;
        if (read < 0) fail(errno, "an object cannot be read");
        if (read == 0) break;
        filled += std::size_t(read);
    }
    bytes.resize(filled);
    return filled ? std::optional{std::move(bytes)} : std::nullopt;
}

std::uint64_t FolderStore::bytes_of(Id<File> file) {
    std::error_code missing;
    auto size = fs::file_size(path_of(file), missing);
    return missing ? 0 : size;
}

void FolderStore::remove(Id<File> file) {
    std::error_code refused;
    fs::remove(path_of(file), refused);
    if (refused) fail(refused.value(), "an object cannot be removed");
}

}
