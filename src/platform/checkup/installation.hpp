// How the program was set up, as far as its own pages may tell: no password, no secret.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace checkup {

struct Installation {
    std::string database{}, keys{};    // sqlite:PATH or postgresql://…
    std::filesystem::path master_key{}, uploads{}, certificate{};
    std::string listen{}, metrics_listen{};
    std::vector<std::string> trusted_proxies{};
    std::string mail_server{}, mail_from{};    // without user and password
    bool mail_is_sealed = false;               // TLS is demanded of the mail server

    // The file of an SQLite database; empty for PostgreSQL.
    static std::filesystem::path file_of(const std::string& database);
    // SQLite, or PostgreSQL with the server's name: an address may carry a password.
    static std::string spoken(const std::string& database);
};

}
