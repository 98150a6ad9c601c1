// What operators need of files: whether all of them are there, and copies of a folder of objects.
#pragma once

#include "platform/files/file_room.hpp"

namespace files {

// A sentence for each file whose bytes are missing or fewer than they were.  Nothing of a database that has no files
// yet.
std::vector<std::string> problems_of_files(const std::string& database_url, const Settings&);

// Copies objects that the other folder lacks, each whole or not at all; objects never change.  Answers how many.
std::int64_t copy_objects(const std::filesystem::path& from, const std::filesystem::path& to);

}
