// One event loop: its own listening socket, its connections, one timer for all their deadlines.
#pragma once

#include "platform/http/access_log.hpp"
#include "platform/http/asio.hpp"
#include "platform/http/counters.hpp"
#include "platform/http/head_rules.hpp"
#include "platform/http/request_ids.hpp"
#include "platform/http/tls.hpp"

#include <list>

namespace http {

class Connection;

// What all loops share.
struct Service {
    Service(ServerSettings, Site&);

    ServerSettings settings;
    Site& site;
    Hosts hosts;
    AddressList trusted;
    AccessLog log;
    std::unique_ptr<Certificate> certificate{};    // nothing: in the clear
    std::atomic<unsigned> open{0};                 // connections of all loops
    std::atomic<unsigned> refusing{0};             // those among them that only hear 503
    net::thread_pool pool;
};

class Loop {
public:
    explicit Loop(Service& service) : service{service} {}

    void listen(const net::ip::tcp::endpoint&);    // throws boost::system::system_error
    net::ip::tcp::endpoint endpoint() const { return acceptor_.local_endpoint(); }
    void run();     // until stop() and the end of the last connection
    void stop();    // from any thread

    // For its connections, on its thread.
    std::list<Connection*>::iterator enter(Connection&);
    void leave(std::list<Connection*>::iterator);
    bool draining() const { return draining_; }
    void log(const LogEntry&);

    Service& service;
    Counters counters;
    RequestIds ids;

private:
    Awaitable<> accept();
    void arm();
    void tick();
    void drain();
    void flush();

    std::list<Connection*> connections_;
    std::string log_lines_;
    Moment last_flush_{}, drain_ends_{};
    std::atomic<bool> draining_{false};    // read on the pool too

public:
    net::io_context io{1};    // destroyed before what its coroutines use, after what waits on it

private:
    Acceptor acceptor_{io};
    Timer sweep_{io};
};

}
