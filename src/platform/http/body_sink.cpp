// Bodies in memory and on disk.
#include "platform/http/body_sink.hpp"
#include "platform/http/temporary_file.hpp"

namespace http {

namespace {

constexpr std::size_t written_at_once = 64 * 1024;    // bytes written at once
}

BodySink::BodySink(std::uint64_t limit, bool to_disk, const std::filesystem::path& folder) : limit_{limit} {
    if (!to_disk) return;
    auto made = make_temporary_file(folder);
    file_ = std::move(made.file);
    body_.file = std::move(made.path);
}

bool BodySink::take(std::string_view bytes) {
    if (bytes.size() > limit_ - taken_) return false;
    taken_ += bytes.size();
    if (!file_) {
        body_.bytes += bytes;
        return true;
    }
    waiting_ += bytes;
    if (waiting_.size() >= written_at_once) file_.write(std::exchange(waiting_, {}));
    return true;
}

Body BodySink::finish() {
    if (file_) file_.write(std::exchange(waiting_, {}));
    return std::move(body_);
}

}
