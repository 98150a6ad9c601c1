// Accepts, sweeps, drains.
#include "platform/http/loop.hpp"
#include "platform/http/connection.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <sys/socket.h>

namespace http {

using namespace std::chrono_literals;

namespace {

constexpr auto sweep_each = 250ms;
constexpr auto flush_each = 1s;
constexpr std::size_t flush_at = 64 * 1024;    // bytes of log
constexpr unsigned refused_at_once = 256;      // connections beyond the limit that still hear 503

// A coroutine that owns its connection.
Awaitable<> serve(Loop& loop, Socket socket, bool refused) {
    Connection connection{loop, std::move(socket)};
    if (!refused) {
        co_await connection.serve();
    } else {
        ++loop.service.refusing;
        co_await connection.refuse();
        --loop.service.refusing;
    }
}

}

Service::Service(ServerSettings given, Site& site)
    : settings{std::move(given)},
      site{site},
      hosts{settings.hosts},
      trusted{settings.trusted_proxies},
      log{settings.access_log},
      pool{std::max(1u, settings.pool_threads)} {
    if (!settings.certificate.empty())
        certificate = std::make_unique<Certificate>(settings.certificate, settings.certificate_key);
}

void Loop::listen(const net::ip::tcp::endpoint& endpoint) {
    acceptor_.open(endpoint.protocol());
    acceptor_.set_option(net::socket_base::reuse_address{true});
    if (endpoint.address().is_v6())
        acceptor_.set_option(net::ip::v6_only{endpoint.address().to_v6() != net::ip::address_v6::any()});
    int yes = 1;
    ::setsockopt(acceptor_.native_handle(), SOL_SOCKET, SO_REUSEPORT, &yes, sizeof yes);
    acceptor_.bind(endpoint);
    acceptor_.listen(4096);
}

void Loop::run() {
    arm();
    if (acceptor_.is_open()) net::co_spawn(io.get_executor(), accept(), net::detached);
    io.run();
    flush();
}

Awaitable<> Loop::accept() {
    while (acceptor_.is_open()) {
        Socket socket{io};
        auto [error] = co_await acceptor_.async_accept(socket, tuple);
        if (!acceptor_.is_open() || draining_) co_return;
        if (error == net::error::connection_aborted) continue;
        if (error) {
            // Out of descriptors or memory: those who are being served will give some back.
            Timer pause{io, 100ms};
            co_await pause.async_wait(tuple);
            continue;
        }
        boost::system::error_code ignored;
        socket.set_option(net::ip::tcp::no_delay{true}, ignored);
        socket.native_non_blocking(true, ignored);
        counters.accepted.add(1);
        auto refusing = service.refusing.load();
        bool refused = service.open.load() - refusing >= service.settings.max_connections;
        if (refused) counters.refused.add(1);
        if (refused && refusing >= refused_at_once) continue;
        net::co_spawn(io.get_executor(), http::serve(*this, std::move(socket), refused), net::detached);
    }
}

void Loop::stop() {
    net::post(io, [this] { drain(); });
}

void Loop::drain() {
    if (draining_) return;
    draining_ = true;
    drain_ends_ = std::chrono::steady_clock::now() + std::chrono::seconds{service.settings.drain_seconds};
    boost::system::error_code ignored;
    acceptor_.close(ignored);
    for (auto* connection : connections_) connection->end_if_idle();
    arm();
}

void Loop::arm() {
    sweep_.expires_after(draining_ ? 10ms : std::chrono::milliseconds{sweep_each});
    sweep_.async_wait([this](auto error) {
        if (!error) tick();
    });
}

void Loop::tick() {
    auto now = std::chrono::steady_clock::now();
    bool drained = draining_ && now >= drain_ends_;
    for (auto* connection : connections_) drained ? connection->abandon() : connection->end_if_late(now);
    if (now - last_flush_ >= flush_each) flush();
    if (!draining_ || !connections_.empty()) arm();
}

void Loop::flush() {
    last_flush_ = std::chrono::steady_clock::now();
    if (log_lines_.empty()) return;
    service.log.write(log_lines_);
    log_lines_.clear();
}

void Loop::log(const LogEntry& entry) {
    if (!service.log.wanted()) return;
    append_line(log_lines_, entry);
    if (log_lines_.size() >= flush_at) flush();
}

std::list<Connection*>::iterator Loop::enter(Connection& connection) {
    service.open.fetch_add(1, std::memory_order_relaxed);
    counters.open.add(1);
    return connections_.insert(connections_.end(), &connection);
}

void Loop::leave(std::list<Connection*>::iterator place) {
    service.open.fetch_sub(1, std::memory_order_relaxed);
    counters.open.take(1);
    connections_.erase(place);
}

}
