// Where encrypted bytes lie: in the database, or as objects of a folder.
#pragma once

#include "platform/db/database.hpp"
#include "platform/files/sealed_stream.hpp"

#include <filesystem>
#include <memory>

namespace files {

// There is no room: a sentence for who hands over a file, not a fault of the program.
struct NoRoom : std::runtime_error {
    NoRoom() : runtime_error{"there is no room for a file"} {}
};

class FileStore {
public:
    virtual ~FileStore() = default;

    // All pieces, on the disk when this returns; NoRoom where there is none, and nothing stays then.
    using NextPiece = std::function<std::optional<db::Bytes>()>;
    virtual void write(Id<File>, const NextPiece&) = 0;

    virtual std::optional<db::Bytes> piece(Id<File>, std::int64_t number) = 0;    // from 0; nothing where it is missing
    virtual std::uint64_t bytes_of(Id<File>) = 0;                                 // 0 where nothing is
    virtual void remove(Id<File>) = 0;                                            // also of what is not there
};

// In the table file_chunks, a megabyte a transaction, so that no other writer waits for a whole file.
class DatabaseStore : public FileStore {
public:
    explicit DatabaseStore(db::Database& database) : database_{database} {}
    void write(Id<File>, const NextPiece&) override;
    std::optional<db::Bytes> piece(Id<File>, std::int64_t number) override;
    std::uint64_t bytes_of(Id<File>) override;
    void remove(Id<File>) override;

private:
    db::Database& database_;
};

// One file an object, named by its id, complete or not there: folder/7c/019…7c.
class FolderStore : public FileStore {
public:
    explicit FolderStore(std::filesystem::path folder) : folder_{std::move(folder)} {}
    void write(Id<File>, const NextPiece&) override;
    std::optional<db::Bytes> piece(Id<File>, std::int64_t number) override;
    std::uint64_t bytes_of(Id<File>) override;
    void remove(Id<File>) override;

    std::filesystem::path path_of(Id<File>) const;
    const std::filesystem::path& folder() const { return folder_; }

private:
    std::filesystem::path folder_;
};

}
