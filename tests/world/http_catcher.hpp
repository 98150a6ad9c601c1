// A little receiver of webhooks for tests: it keeps what it is posted, and answers as it is told.
#pragma once

#include <arpa/inet.h>
#include <atomic>
#include <chrono>
#include <mutex>
#include <netinet/in.h>
#include <poll.h>
#include <stdexcept>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace world {

class HttpCatcher {
public:
    struct Caught {
        std::string head, body;
        std::string header(const std::string& name) const {
            auto at = head.find("\r\n" + name + ": ");
            if (at == head.npos) return {};
            at += name.size() + 4;
            return head.substr(at, head.find("\r\n", at) - at);
        }
    };

    // On the port, or on any.
    explicit HttpCatcher(std::uint16_t port = 0) {
        listening_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        int yes = 1;
        ::setsockopt(listening_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        sockaddr_in address{};
        address.sin_family = AF_INET, address.sin_port = htons(port), address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (::bind(listening_, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(listening_, 8) != 0)
            throw std::runtime_error{"no port for the receiver"};
        ::getsockname(listening_, reinterpret_cast<sockaddr*>(&address), &size);
        port_ = ntohs(address.sin_port);
        thread_ = std::thread{[this] {
            while (readable(listening_)) {
                int client = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
                if (client < 0) continue;
                talk(client);
                ::close(client);
            }
        }};
    }
    HttpCatcher(const HttpCatcher&) = delete;
    ~HttpCatcher() {
        ending_ = true;
        thread_.join();
        ::close(listening_);
    }

    std::string url(const std::string& host = "127.0.0.1") const {
        return "http://" + host + ":" + std::to_string(port_) + "/opora";
    }
    std::uint16_t port() const { return port_; }

    // 302 Found\r\nLocation: …; nothing: no answer at all, the connection stays open.
    void answer(const std::string& status_and_headers, std::size_t body_bytes = 0) {
        std::lock_guard lock{mutex_};
        answer_ = status_and_headers, body_bytes_ = body_bytes;
    }
    std::vector<Caught> caught() {
        std::lock_guard lock{mutex_};
        return caught_;
    }

private:
    bool readable(int socket) {
        while (!ending_) {
            pollfd wait{socket, POLLIN, 0};
            if (::poll(&wait, 1, 20) > 0) return true;
        }
        return false;
    }

    void talk(int client) {
        std::string text;
        std::size_t end = std::string::npos, length = 0;
        while (end == text.npos || text.size() < end + 4 + length) {
            char bytes[4096];
            if (!readable(client)) return;
            auto count = ::recv(client, bytes, sizeof bytes, 0);
            if (count <= 0) return;
            text.append(bytes, std::size_t(count));
            if (end != text.npos) continue;
            end = text.find("\r\n\r\n");
            auto at = text.find("\r\nContent-Length: ");
            if (end != text.npos && at < end) length = std::stoul(text.substr(at + 18));
        }
        std::string answer;
        {
            std::lock_guard lock{mutex_};
            caught_.push_back({text.substr(0, end + 2), text.substr(end + 4)});
            if (!answer_.empty())
                answer = "HTTP/1.1 " + answer_ +
                         "\r\nConnection: close\r\nContent-Length: " + std::to_string(body_bytes_) + "\r\n\r\n" +
                         std::string(body_bytes_, 'x');
        }
        if (answer.empty()) {
            readable(client);    // until the other side gives up
            return;
        }
        for (std::size_t sent = 0; sent < answer.size();) {
            auto count = ::send(client, answer.data() + sent, answer.size() - sent, MSG_NOSIGNAL);
            if (count <= 0) return;
            sent += std::size_t(count);
        }
    }

    int listening_ = -1;
    std::uint16_t port_ = 0;
    std::thread thread_;
    std::atomic<bool> ending_ = false;
    std::mutex mutex_;
    std::string answer_ = "204 No Content";
    std::size_t body_bytes_ = 0;
    std::vector<Caught> caught_;
};

}
