// Looks whether files are whole, and copies objects.
#include "platform/files/file_care.hpp"

#include "platform/backup/copies.hpp"

#include <fmt/format.h>

namespace files {

namespace {

namespace fs = std::filesystem;

struct Standing {
    Id<File> id{};
    std::int64_t size_bytes = 0;
    std::optional<std::string> stored_in{};
    std::int64_t in_database = 0;    // bytes
    static void each_field(auto& one, auto& visit) {
        visit("id", one.id), visit("size_bytes", one.size_bytes), visit("stored_in", one.stored_in);
        visit("in_database", one.in_database);
    }
};

}

std::vector<std::string> problems_of_files(const std::string& url, const Settings& settings) {
    constexpr std::int64_t first_migration = 28;
    db::Session session{url};
    if (session.one<std::int64_t>("SELECT max(number) FROM migrations") < first_migration) return {};
    std::optional<FolderStore> folder;
    if (auto path = settings.folder()) folder.emplace(*path);
    std::vector<std::string> problems;
    session.for_each<Standing>(
        "SELECT files.id, size_bytes, stored_in, CAST(coalesce((SELECT sum(length(bytes)) FROM file_chunks"
        " WHERE file_chunks.file_id = files.id), 0) AS bigint) AS in_database FROM files"
        " LEFT JOIN file_contents ON file_contents.file_id = files.id"
        " WHERE NOT EXISTS (SELECT 1 FROM erasures WHERE erasures.key_id = files.key_id) ORDER BY files.id",
        [&](const Standing& one) {
            auto expected = sealed_bytes_of(one.size_bytes);
            if (!one.stored_in) problems.push_back(fmt::format("the content of file {} is missing", to_text(one.id)));
            else if (*one.stored_in == "folder" && !folder)
                problems.push_back(
                    fmt::format("file {} lies in a folder of objects, and files.store names none", to_text(one.id)));
            else if (auto found =
                         *one.stored_in == "folder" ? folder->bytes_of(one.id) : std::uint64_t(one.in_database);
                     found != expected)
                problems.push_back(fmt::format("file {} has {} bytes in the {} instead of {}", to_text(one.id), found,
                                               *one.stored_in, expected));
        });
    return problems;
}

std::int64_t copy_objects(const fs::path& from, const fs::path& to) {
    std::int64_t copied = 0;
    if (!fs::exists(from)) return copied;
    for (auto& entry : fs::recursive_directory_iterator{from}) {
        if (!entry.is_regular_file() || !Id<File>::parse(entry.path().filename().string())) continue;
        auto place = to / fs::relative(entry.path(), from);
        std::error_code none;
        if (fs::file_size(place, none) == entry.file_size() && !none) continue;
        fs::create_directories(place.parent_path());
        auto part = fs::path{place.string() + ".part"};
        fs::copy_file(entry.path(), part, fs::copy_options::overwrite_existing, none);
        if (none == std::errc::no_such_file_or_directory) continue;    // erased meanwhile
        if (none) throw fs::filesystem_error{"an object cannot be copied", entry.path(), part, none};
        backup::sealed_copy(part);
        fs::rename(part, place);
        backup::keep_on_disk(place.parent_path());
        ++copied;
    }
    return copied;
}

}
