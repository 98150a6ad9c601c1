// Makes temporary files.
#include "platform/http/temporary_file.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <system_error>

namespace http {

TemporaryFile make_temporary_file(const std::filesystem::path& folder) {
    auto name = (folder / "upload-XXXXXX").string();
    OpenFile file{::mkostemp(name.data(), O_CLOEXEC)};
    if (!file) throw std::system_error{errno, std::generic_category(), "no upload can be kept in " + folder.string()};
    auto remove = [](const std::filesystem::path* path) {
        std::error_code ignored;
        std::filesystem::remove(*path, ignored);
        delete path;
    };
    std::shared_ptr<const std::filesystem::path> path{new std::filesystem::path{name}, remove};
    return {std::move(file), std::move(path)};
}

}
