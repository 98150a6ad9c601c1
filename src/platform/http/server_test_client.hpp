// A plain blocking client and a server in a thread, for tests that must see every byte.
#pragma once

#include "platform/http/transport.hpp"

#include <arpa/inet.h>
#include <chrono>
#include <netinet/in.h>
#include <stdexcept>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace http {

template <class Condition>
bool eventually(Condition condition, std::chrono::seconds within = std::chrono::seconds{5}) {
    auto end = std::chrono::steady_clock::now() + within;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
    return true;
}

struct RunningServer {
    RunningServer(const ServerSettings& settings, Site& site)
        : server{settings, site}, thread{[this] { server.run(); }} {
        if (!eventually([&] { return server.port() != 0; })) throw std::runtime_error{"the server does not listen"};
    }
    ~RunningServer() { server.stop(); }

    Server server;
    std::jthread thread;
};

class TestClient {
public:
    struct Answer {
        int status = 0;    // 0: the connection ended instead
        std::string head, body;

        std::string header(const std::string& name) const {
            auto at = head.find("\r\n" + name + ": ");
            if (at == head.npos) return {};
            at += name.size() + 4;
            return head.substr(at, head.find("\r\n", at) - at);
        }
    };

    explicit TestClient(unsigned short port, bool by_v6 = false)
        : socket_{::socket(by_v6 ? AF_INET6 : AF_INET, SOCK_STREAM, 0)} {
        timeval patience{10, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        sockaddr_in v4{.sin_family = AF_INET, .sin_port = htons(port), .sin_addr = {htonl(INADDR_LOOPBACK)}};
        sockaddr_in6 v6{.sin6_family = AF_INET6, .sin6_port = htons(port), .sin6_addr = in6addr_loopback};
        auto* address = by_v6 ? reinterpret_cast<sockaddr*>(&v6) : reinterpret_cast<sockaddr*>(&v4);
        if (::connect(socket_, address, by_v6 ? sizeof v6 : sizeof v4) != 0) throw std::runtime_error{"no connection"};
    }
    ~TestClient() {
        if (socket_ >= 0) ::close(socket_);
    }
    TestClient(TestClient&& other) noexcept
        : socket_{std::exchange(other.socket_, -1)}, waiting_{std::move(other.waiting_)} {}

    void send(std::string_view bytes) {
        while (!bytes.empty()) {
            auto size = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (size <= 0) return;
            bytes.remove_prefix(static_cast<std::size_t>(size));
        }
    }

    std::string read_some(std::size_t size) {
        while (waiting_.size() < size && more()) {}
        auto bytes = waiting_.substr(0, size);
        waiting_.erase(0, bytes.size());
        return bytes;
    }

    // One answer; to_head: without a body, whatever its length says.
    Answer read(bool to_head = false) {
        Answer answer;
        std::size_t end;
        while ((end = waiting_.find("\r\n\r\n")) == waiting_.npos)
            if (!more()) return answer;
        answer.head = read_some(end + 4);
        answer.status = std::stoi(answer.head.substr(9, 3));
        if (to_head) return answer;
        if (answer.header("Transfer-Encoding") == "chunked") answer.body = read_chunks();
        else if (auto length = answer.header("Content-Length"); !length.empty())
            answer.body = read_some(std::stoul(length));
        return answer;
    }

    std::string read_to_end() {
        while (more()) {}
        return std::exchange(waiting_, {});
    }
    bool at_end() { return waiting_.empty() && !more(); }    // the server closed and left nothing unread

    void reset() {    // as a process that is killed, and less politely
        linger at_once{1, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
        ::close(std::exchange(socket_, -1));
    }

private:
    bool more() {
        char bytes[65536];
        auto size = ::recv(socket_, bytes, sizeof bytes, 0);
        if (size > 0) waiting_.append(bytes, static_cast<std::size_t>(size));
        return size > 0;
    }
    std::string read_chunks() {
        std::string body;
        for (;;) {
            std::size_t end;
            while ((end = waiting_.find("\r\n")) == waiting_.npos)
                if (!more()) return body + "(cut off)";
            auto size = std::stoul(read_some(end + 2), nullptr, 16);
            body += read_some(size);
            read_some(2);
            if (size == 0) return body;
        }
    }

    int socket_;
    std::string waiting_;
};

}
