// Writes the access log.
#include "platform/http/access_log.hpp"

#include <ctime>
#include <fcntl.h>
#include <fmt/format.h>
#include <system_error>
#include <unistd.h>

namespace http {

namespace {

OpenFile opened(const std::filesystem::path& path) {
    return OpenFile{::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0640)};
}

// 2026-11-24T14:05:09Z, made once a second
const std::string& time_of_line() {
    thread_local std::time_t second = 0;
    thread_local std::string text;
    auto now = std::time(nullptr);
    if (now == second) return text;
    second = now;
    std::tm utc{};
    gmtime_r(&now, &utc);
    char bytes[32];
    text.assign(bytes, std::strftime(bytes, sizeof bytes, "%Y-%m-%dT%H:%M:%SZ", &utc));
    return text;
}

std::string_view shown(std::string_view path, bool is_private) {
    constexpr std::size_t longest = 300;
    if (!is_private) return path.substr(0, longest);
    return path.substr(0, std::min(path.find('/', 1), longest));
}

}

AccessLog::AccessLog(std::filesystem::path path) : path_{std::move(path)}, wanted_{path_ != "-"} {
    if (!wanted_ || path_.empty()) return;
    file_ = opened(path_);
    if (!file_) throw std::system_error{errno, std::generic_category(), "access log " + path_.string()};
}

void AccessLog::write(std::string_view lines) {
    std::lock_guard lock{guard_};
    auto descriptor = file_ ? file_.descriptor() : STDOUT_FILENO;
    while (!lines.empty()) {
        auto written = ::write(descriptor, lines.data(), lines.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;    // a full disk must not stop the serving
        lines.remove_prefix(static_cast<std::size_t>(written));
    }
}

void AccessLog::reopen() {
    if (!wanted_ || path_.empty()) return;
    auto fresh = opened(path_);
    std::lock_guard lock{guard_};
    if (fresh) file_ = std::move(fresh);
}

void append_line(std::string& lines, const LogEntry& entry) {
    auto or_dash = [](std::string_view text) { return text.empty() ? std::string_view{"-"} : text; };
    fmt::format_to(std::back_inserter(lines), "{} {} {} {} {} {} {:.1f} {}\n", time_of_line(),
                   or_dash(entry.request_id), or_dash(entry.method), or_dash(shown(entry.path, entry.private_path)),
                   entry.status, entry.bytes, entry.milliseconds, or_dash(entry.remote));
}

}
