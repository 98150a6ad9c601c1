// One line per request, without a query, a whole address or a name: kept by each loop for up to a second, then written.
#pragma once

#include "platform/http/addresses.hpp"
#include "platform/http/open_file.hpp"

#include <mutex>

namespace http {

class AccessLog {
public:
    explicit AccessLog(std::filesystem::path);    // empty: standard output; "-": none; throws std::system_error
    bool wanted() const { return wanted_; }
    void write(std::string_view lines);    // from any loop
    void reopen();                         // the old file stays in use if the new one cannot be had

private:
    std::filesystem::path path_;
    bool wanted_ = true;
    std::mutex guard_;
    OpenFile file_;
};

struct LogEntry {
    std::string_view request_id, method, path;
    bool private_path = false;
    int status = 0;             // 499: the client had gone
    std::uint64_t bytes = 0;    // of head and body together
    double milliseconds = 0;
    std::string_view remote;    // truncated already
};

// time id method path status bytes ms remote; a private path is kept to its first piece.
void append_line(std::string& lines, const LogEntry&);

}
