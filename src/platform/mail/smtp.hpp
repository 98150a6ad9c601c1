// Hands one message to the mail server.
#pragma once

#include "platform/mail/mail_settings.hpp"

#include <atomic>

namespace mail {

struct Outcome {
    enum class Kind { sent, later, never, stopped } kind;
    std::string error{};         // a code without personal data: smtp.451, unreachable, tls, sign_in
    bool server_away = false;    // no further letter need be tried now
};

// One connection, kept from letter to letter.
class Smtp {
public:
    explicit Smtp(Server);
    ~Smtp();
    Smtp(const Smtp&) = delete;

    // Returns early with `stopped` once the flag is set.
    Outcome send(const std::string& to, const std::string& message, const std::atomic<bool>& stopping);
    const Server& server() const { return server_; }
    void hang_up();    // no connection is kept while nothing waits

private:
    Server server_;
    void* curl_ = nullptr;
};

}
