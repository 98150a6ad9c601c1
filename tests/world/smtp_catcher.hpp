// A little mail server for tests: it keeps what it is given, or refuses as it is told.
#pragma once

#include <arpa/inet.h>
#include <atomic>
#include <mutex>
#include <netinet/in.h>
#include <optional>
#include <poll.h>
#include <stdexcept>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace world {

class SmtpCatcher {
public:
    struct Caught {
        std::string from, to, data;
        std::string header(const std::string& name) const {
            auto at = data.find("\r\n" + name + ": ");
            if (at == data.npos) return {};
            at += name.size() + 4;
            return data.substr(at, data.find("\r\n", at) - at);
        }
    };

    // On the port, or on any.
    explicit SmtpCatcher(std::uint16_t port = 0) {
        listening_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        int yes = 1;
        ::setsockopt(listening_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        sockaddr_in address{};
        address.sin_family = AF_INET, address.sin_port = htons(port), address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (::bind(listening_, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(listening_, 8) != 0)
            throw std::runtime_error{"no port for the mail catcher"};
        ::getsockname(listening_, reinterpret_cast<sockaddr*>(&address), &size);
        port_ = ntohs(address.sin_port);
        thread_ = std::thread{[this] { serve(); }};
    }
    SmtpCatcher(const SmtpCatcher&) = delete;
    ~SmtpCatcher() {
        ending_ = true;
        thread_.join();
        ::close(listening_);
    }

    std::string url() const { return "smtp://127.0.0.1:" + std::to_string(port_); }
    std::uint16_t port() const { return port_; }

    // The answers to come: to RCPT, to the end of DATA (empty: hang up without one), and what it offers after EHLO.
    void answer(const std::string& to_recipient, const std::string& to_data = "250 kept") {
        std::lock_guard lock{mutex_};
        to_recipient_ = to_recipient, to_data_ = to_data;
    }
    void want_sign_in(const std::string& expected) {
        std::lock_guard lock{mutex_};
        sign_in_ = expected;
    }
    std::vector<Caught> caught() {
        std::lock_guard lock{mutex_};
        return caught_;
    }
    std::vector<std::string> commands() {
        std::lock_guard lock{mutex_};
        return commands_;
    }

private:
    bool readable(int socket) {
        while (!ending_) {
            pollfd wait{socket, POLLIN, 0};
            if (::poll(&wait, 1, 20) > 0) return true;
        }
        return false;
    }

    void serve() {
        while (readable(listening_)) {
            int client = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
            if (client < 0) continue;
            talk(client);
            ::close(client);
        }
    }

    std::optional<std::string> line(int client, std::string& rest) {
        while (rest.find("\r\n") == rest.npos) {
            char bytes[4096];
            if (!readable(client)) return {};
            auto count = ::recv(client, bytes, sizeof bytes, 0);
            if (count <= 0) return {};
            rest.append(bytes, std::size_t(count));
        }
        auto end = rest.find("\r\n");
        auto one = rest.substr(0, end);
        rest.erase(0, end + 2);
        return one;
    }

    static void say(int client, const std::string& text) {
        auto line = text + "\r\n";
        [[maybe_unused]] auto sent = ::send(client, line.data(), line.size(), MSG_NOSIGNAL);
    }

    void talk(int client) {
        std::string rest;
        Caught letter;
        say(client, "220 catcher");
        while (auto command = line(client, rest)) {
            std::unique_lock lock{mutex_};
            commands_.push_back(*command);
            auto begins = [&](const char* word) { return command->starts_with(word); };
            if (begins("EHLO")) say(client, sign_in_.empty() ? "250 catcher" : "250-catcher\r\n250 AUTH PLAIN");
            else if (begins("AUTH")) {
                say(client, "334 ");
                auto secret = line(client, rest);
                say(client, secret == sign_in_ ? "235 come in" : "535 no");
            } else if (begins("MAIL")) letter = {command->substr(10), {}, {}}, say(client, "250 ok");
            else if (begins("RCPT")) letter.to = command->substr(8), say(client, to_recipient_);
            else if (begins("DATA")) {
                say(client, "354 go on");
                lock.unlock();
                letter.data = "\r\n";
                while (auto text = line(client, rest)) {
                    if (*text == ".") break;
                    letter.data += (text->starts_with('.') ? text->substr(1) : *text) + "\r\n";
                }
                lock.lock();
                caught_.push_back(letter);
                if (to_data_.empty()) return;
                say(client, to_data_);
            } else if (begins("QUIT")) {
                say(client, "221 bye");
                return;
            } else say(client, begins("RSET") ? "250 ok" : "502 no");
        }
    }

    int listening_ = -1;
    std::uint16_t port_ = 0;
    std::thread thread_;
    std::atomic<bool> ending_ = false;
    std::mutex mutex_;
    std::string to_recipient_ = "250 ok", to_data_ = "250 kept", sign_in_;
    std::vector<Caught> caught_;
    std::vector<std::string> commands_;
};

}
