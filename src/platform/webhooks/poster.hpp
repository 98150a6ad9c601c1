// Sends one event to one address: no redirect is followed, no connection made to a machine that is not public, and what
// is answered is not read.
#pragma once

#include <atomic>
#include <chrono>
#include <string>
#include <vector>

namespace webhooks {

struct Posted {
    enum class Kind { delivered, failed, stopped } kind;
    std::string error{};      // a code without personal data: http.500, timeout, private
    bool away = false;        // nobody was there to answer
    bool for_good = false;    // 410: the receiver wants no more of it
};

struct PosterSettings {
    bool loopback_allowed = false;    // by http too
    std::chrono::milliseconds patience{10'000};
};

class Poster {
public:
    explicit Poster(PosterSettings);
    ~Poster();
    Poster(const Poster&) = delete;

    // Returns early with `stopped` once the flag is set.
    Posted post(const std::string& url, const std::vector<std::string>& headers, const std::string& body,
                const std::atomic<bool>& stopping);
    void hang_up();    // no connection is kept while nothing waits

private:
    PosterSettings settings_;
    void* curl_ = nullptr;
};

}
