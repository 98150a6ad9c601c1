// Asks another server one thing over HTTPS, with bounds on time and size; follows no redirect and no proxy.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>

namespace identity {

struct WebQuestion {
    std::string url{};
    std::string form{};    // posted where there is one; otherwise GET
    std::string user{}, password{};
    std::filesystem::path ca_file{};
    bool plain_allowed = false;       // http too
    std::size_t most = 256 * 1024;    // bytes of the answer
    std::chrono::milliseconds patience{5000};
};

struct WebAnswer {
    long status = 0;    // 0: none came, or it was too long, or in the time there was
    std::string body{};
};

WebAnswer ask(const WebQuestion&);

}
