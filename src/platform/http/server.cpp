// Starts a loop per processor, stops them all, adds up what they counted.
#include "platform/http/loop.hpp"

#include <charconv>
#include <csignal>
#include <stdexcept>
#include <thread>

namespace http {

namespace {

net::ip::tcp::endpoint endpoint_of(const std::string& listen) {
    auto colon = listen.rfind(':');
    auto address = Address::parse(std::string_view{listen}.substr(0, colon));
    unsigned short port = 0;
    auto end = listen.data() + listen.size();
    auto read = std::from_chars(listen.data() + std::min(listen.size(), colon + 1), end, port);
    if (colon == listen.npos || !address || read.ec != std::errc{} || read.ptr != end)
        throw std::runtime_error{"cannot listen on \"" + listen + "\": it must read like 127.0.0.1:8080 or [::1]:8080"};
    return {net::ip::make_address(to_text(*address)), port};
}

// Loops share a port by SO_REUSEPORT, which would also let a second server slip in unseen; asking without it tells.
void check_free(const net::ip::tcp::endpoint& endpoint) {
    net::io_context io;
    net::ip::tcp::acceptor probe{io, endpoint.protocol()};
    probe.set_option(net::socket_base::reuse_address{true});
    if (endpoint.address().is_v6())
        probe.set_option(net::ip::v6_only{endpoint.address().to_v6() != net::ip::address_v6::any()});
    probe.bind(endpoint);
}

}

struct Server::Inside {
    Inside(ServerSettings settings, Site& site) : service{std::move(settings), site} {
        auto count =
            service.settings.loops ? service.settings.loops : std::max(1u, std::thread::hardware_concurrency());
        while (loops.size() < count) loops.push_back(std::make_unique<Loop>(service));
    }

    void listen() {
        auto endpoint = endpoint_of(service.settings.listen);
        try {
            check_free(endpoint);
            for (auto& loop : loops) {
                loop->listen(endpoint);
                endpoint = loop->endpoint();    // port 0 becomes a real one with the first
            }
        } catch (const boost::system::system_error& error) {
            throw std::runtime_error{"cannot listen on " + service.settings.listen + ": " + error.code().message()};
        }
        port = endpoint.port();
    }

    Service service;
    std::vector<std::unique_ptr<Loop>> loops;
    std::atomic<unsigned short> port{0};
};

Server::Server(ServerSettings settings, Site& site) : inside_{std::make_unique<Inside>(std::move(settings), site)} {}
Server::~Server() = default;

void Server::run() {
    std::signal(SIGPIPE, SIG_IGN);    // sendfile to a client that went
    inside_->listen();
    std::vector<std::jthread> threads;
    for (auto& loop : inside_->loops) threads.emplace_back([&loop] { loop->run(); });
    threads.clear();    // joins
    inside_->service.pool.join();
}

void Server::stop() {
    for (auto& loop : inside_->loops) loop->stop();
}

unsigned short Server::port() const { return inside_->port; }
void Server::reopen_log() { inside_->service.log.reopen(); }
void Server::reload_certificate() {
    if (inside_->service.certificate) inside_->service.certificate->reload();
}

std::string Server::metrics() const {
    std::vector<const Counters*> counters;
    for (auto& loop : inside_->loops) counters.push_back(&loop->counters);
    return as_prometheus(counters);
}

}
