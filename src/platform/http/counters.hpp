// What one loop counts: written by its thread alone, read by any, added up for Prometheus.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace http {

// One writer, many readers: no locked instruction is needed to add.
class Count {
public:
    void add(std::uint64_t more) {
        value_.store(value_.load(std::memory_order_relaxed) + more, std::memory_order_relaxed);
    }
    void take(std::uint64_t less) {
        value_.store(value_.load(std::memory_order_relaxed) - less, std::memory_order_relaxed);
    }
    std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

private:
    std::atomic<std::uint64_t> value_{0};
};

struct Counters {
    static constexpr std::array methods{"GET", "HEAD", "POST", "other"};
    static constexpr std::array bounds_ms{1.0, 5.0, 10.0, 25.0, 50.0, 100.0, 250.0, 500.0, 1000.0, 2500.0, 10000.0};

    std::array<std::array<Count, 5>, methods.size()> requests;    // by method and class of status, 1xx to 5xx
    std::array<Count, bounds_ms.size() + 1> durations;            // each request in the first bucket that holds it
    Count microseconds, bytes_sent, bytes_received, accepted, refused, open;

    void request(std::string_view method, int status, double milliseconds);
};

std::string as_prometheus(const std::vector<const Counters*>& loops);

}
