// TLS by OpenSSL over a socket that never blocks: what the connection wants next is an answer, not a wait.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <span>
#include <string_view>

struct ssl_st;
struct ssl_ctx_st;

namespace http {

// One client's sealed stream.
class TlsStream {
public:
    enum class Wants { nothing, to_read, to_write, to_end };
    struct Step {
        std::size_t size = 0;    // bytes read or written; 0 unless wants is nothing
        Wants wants = Wants::nothing;
    };

    TlsStream(std::shared_ptr<ssl_ctx_st>, int socket);
    ~TlsStream();
    TlsStream(const TlsStream&) = delete;

    Step shake_hands();
    Step read(std::span<char> room);
    // Of both, as much as fits into one record.  What it wants to write again begins with the same bytes.
    Step write(std::string_view first, std::string_view second);
    void say_goodbye();    // so that the client can tell the end from a cut

private:
    Step step_of(int result);

    std::shared_ptr<ssl_ctx_st> context_;
    ssl_st* stream_;
};

// The operator's certificate with its key.  TLS 1.2 and 1.3, ciphers with forward secrecy, HTTP/1.1.
class Certificate {
public:
    // PEM files: the certificate followed by those that vouch for it, and its key.  Throws std::runtime_error, with a
    // sentence for the operator, for what cannot be read, does not belong together or has expired.
    Certificate(std::filesystem::path chain, std::filesystem::path key);

    void reload();    // after it was renewed, from any thread; throws as above and then keeps the former
    std::unique_ptr<TlsStream> stream(int socket) const;

private:
    std::filesystem::path chain_, key_;
    mutable std::mutex mutex_;
    std::shared_ptr<ssl_ctx_st> context_;
};

}
