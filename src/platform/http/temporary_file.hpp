// A file with a name that cannot be guessed, mode 600, deleted when nobody points at its path any more.
#pragma once

#include "platform/http/open_file.hpp"

#include <memory>

namespace http {

struct TemporaryFile {
    OpenFile file;
    std::shared_ptr<const std::filesystem::path> path;
};

TemporaryFile make_temporary_file(const std::filesystem::path& folder);    // throws std::system_error

}
