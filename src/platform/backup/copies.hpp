// Copying one database and putting one copy back, for each kind of database.
#pragma once

#include "platform/backup/backup.hpp"
#include "platform/db/session.hpp"

namespace backup {

bool is_sqlite(const std::string& url);
std::filesystem::path path_of(const std::string& sqlite_url);

// What a folder keeps of a file, once it is on the disk: owner's eyes only, its length and checksum.
Copy sealed_copy(const std::filesystem::path&);
std::string sha256_of(const std::filesystem::path&);
void keep_on_disk(const std::filesystem::path& file_or_folder);    // fsync

void copy_sqlite(const std::filesystem::path& from, const std::filesystem::path& to);
bool in_use(const std::filesystem::path& database);    // by another connection; leaves one file without a log
void make_for_owner(const std::filesystem::path&);     // an empty file that nobody else may read, before it is filled

// By pg_dump and pg_restore, which get the password through their environment; Refused with what they said.
void dump_postgresql(const std::string& url, const std::filesystem::path& to);    // and reads it once
bool in_use_on_server(const std::string& url);                                    // somebody else is connected
void load_postgresql(const std::filesystem::path& from, const std::string& url, bool replace);

}
