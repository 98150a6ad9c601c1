// Documents handed over, as a browser does it.
#pragma once

#include "tests/world/office.hpp"

#include <fstream>
#include <sstream>
#include <unistd.h>

namespace world {

inline std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    std::stringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

// Said to have so many bytes, where that is more than it has: what the limit is asked about.
inline http::Response hand_over(Office& office, const User& who, const std::string& address, const std::string& name,
                                const std::string& bytes, std::uint64_t said = 0) {
    static int count = 0;
    auto at = std::filesystem::temp_directory_path() /
              ("opora-predany-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
    std::ofstream{at, std::ios::binary} << bytes;
    std::shared_ptr<const std::filesystem::path> file{new std::filesystem::path{at}, [](auto* path) {
                                                          std::error_code ignored;
                                                          std::filesystem::remove(*path, ignored);
                                                          delete path;
                                                      }};
    http::Request request{.method = "POST"};
    request.path = address;
    request.files = {{"soubor", name, file, std::max<std::uint64_t>(said, bytes.size())}};
    return office.application().dispatcher().answer(who, std::move(request));
}

}
