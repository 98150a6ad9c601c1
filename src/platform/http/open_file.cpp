// Opens and closes files by descriptor.
#include "platform/http/open_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace http {

OpenFile::~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

OpenFile OpenFile::reading(const std::filesystem::path& path) {
    OpenFile file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    struct stat facts{};
    if (!file || ::fstat(file.descriptor(), &facts) != 0)
        throw std::system_error{errno, std::generic_category(), path.string()};
    if (!S_ISREG(facts.st_mode))
        throw std::system_error{EINVAL, std::generic_category(), path.string() + " is no file"};
    return file;
}

void OpenFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        auto written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) throw std::system_error{errno, std::generic_category(), "a file cannot be written"};
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

}
