// Counts requests and writes them as Prometheus reads them.
#include "platform/http/counters.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace http {

void Counters::request(std::string_view method, int status, double milliseconds) {
    auto which = std::find(methods.begin(), methods.end() - 1, method) - methods.begin();
    requests[static_cast<std::size_t>(which)][static_cast<std::size_t>(std::clamp(status / 100, 1, 5) - 1)].add(1);
    auto bucket = std::lower_bound(bounds_ms.begin(), bounds_ms.end(), milliseconds) - bounds_ms.begin();
    durations[static_cast<std::size_t>(bucket)].add(1);
    microseconds.add(static_cast<std::uint64_t>(milliseconds * 1000));
}

namespace {

template <class Which>
std::uint64_t sum(const std::vector<const Counters*>& loops, Which which) {
    std::uint64_t total = 0;
    for (auto* loop : loops) total += which(*loop).value();
    return total;
}

}

std::string as_prometheus(const std::vector<const Counters*>& loops) {
    std::string text;
    auto line = [&](fmt::string_view format, auto... values) {
        fmt::format_to(std::back_inserter(text), fmt::runtime(format), values...);
    };
    line("# TYPE opora_http_requests_total counter\n");
    for (std::size_t m = 0; m < Counters::methods.size(); ++m)
        for (std::size_t c = 0; c < 5; ++c)
            line("opora_http_requests_total{{method=\"{}\",status=\"{}xx\"}} {}\n", Counters::methods[m], c + 1,
                 sum(loops, [&](auto& loop) -> auto& { return loop.requests[m][c]; }));
    line("# TYPE opora_http_request_seconds histogram\n");
    std::uint64_t so_far = 0;
    for (std::size_t b = 0; b < Counters::bounds_ms.size() + 1; ++b) {
        so_far += sum(loops, [&](auto& loop) -> auto& { return loop.durations[b]; });
        if (b < Counters::bounds_ms.size())
            line("opora_http_request_seconds_bucket{{le=\"{}\"}} {}\n", Counters::bounds_ms[b] / 1000, so_far);
    }
    line("opora_http_request_seconds_bucket{{le=\"+Inf\"}} {}\n", so_far);
    line("opora_http_request_seconds_sum {}\n",
         static_cast<double>(sum(loops, [](auto& l) -> auto& { return l.microseconds; })) / 1e6);
    line("opora_http_request_seconds_count {}\n", so_far);
    auto counter = [&](const char* name, const char* type, auto which) {
        line("# TYPE {} {}\n{} {}\n", name, type, name, sum(loops, which));
    };
    counter("opora_http_sent_bytes_total", "counter", [](auto& l) -> auto& { return l.bytes_sent; });
    counter("opora_http_received_bytes_total", "counter", [](auto& l) -> auto& { return l.bytes_received; });
    counter("opora_http_connections_accepted_total", "counter", [](auto& l) -> auto& { return l.accepted; });
    counter("opora_http_connections_refused_total", "counter", [](auto& l) -> auto& { return l.refused; });
    counter("opora_http_connections_open", "gauge", [](auto& l) -> auto& { return l.open; });
    return text;
}

}
