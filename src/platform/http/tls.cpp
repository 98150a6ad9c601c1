// Certificates are read whole before they are used; each stream keeps the one that it began with.
#include "platform/http/tls.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <stdexcept>
#include <string>

namespace http {

namespace {

constexpr std::size_t record_most = 16 * 1024;    // RFC 8446, 5.1

std::string last_error() {
    std::array<char, 256> text{};
    ERR_error_string_n(ERR_peek_last_error(), text.data(), text.size());
    ERR_clear_error();
    return text.data();
}

[[noreturn]] void fail(const std::filesystem::path& file, const char* what) {
    throw std::runtime_error{file.string() + " " + what + " (" + last_error() + ")"};
}

// We speak HTTP/1.1; a client that offers only something else hears no.
int choose_protocol(SSL*, const unsigned char** out, unsigned char* out_size, const unsigned char* offered,
                    unsigned int size, void*) {
    static constexpr unsigned char ours[] = "\x08http/1.1";
    auto chosen = const_cast<unsigned char**>(out);
    auto agreed = SSL_select_next_proto(chosen, out_size, ours, sizeof ours - 1, offered, size);
    return agreed == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
}

std::shared_ptr<SSL_CTX> read_context(const std::filesystem::path& chain, const std::filesystem::path& key) {
    ERR_clear_error();
    std::shared_ptr<SSL_CTX> context{SSL_CTX_new(TLS_server_method()), SSL_CTX_free};
    if (!context) throw std::runtime_error{"no memory for TLS"};
    auto* raw = context.get();
    SSL_CTX_set_min_proto_version(raw, TLS1_2_VERSION);
    SSL_CTX_set_options(raw, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE |
                                 SSL_OP_PRIORITIZE_CHACHA | SSL_OP_IGNORE_UNEXPECTED_EOF);
    SSL_CTX_set_mode(raw,
                     SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS);
    // RFC 9325, 4.2: authenticated encryption with forward secrecy, for those who have no TLS 1.3.
    SSL_CTX_set_cipher_list(raw, "ECDHE+AESGCM:ECDHE+CHACHA20");
    SSL_CTX_set_session_cache_mode(raw, SSL_SESS_CACHE_OFF);    // tickets do, and take no memory here
    SSL_CTX_set_alpn_select_cb(raw, choose_protocol, nullptr);
    if (SSL_CTX_use_certificate_chain_file(raw, chain.c_str()) != 1) fail(chain, "is no certificate that can be read");
    if (SSL_CTX_use_PrivateKey_file(raw, key.c_str(), SSL_FILETYPE_PEM) != 1)
        fail(key, "is no key that can be read, or belongs to another certificate");
    if (SSL_CTX_check_private_key(raw) != 1) fail(key, "does not belong to the certificate");
    if (X509_cmp_current_time(X509_get0_notAfter(SSL_CTX_get0_certificate(raw))) <= 0)
        throw std::runtime_error{chain.string() + " has expired: renew it"};
    return context;
}

}

// --- one stream ------------------------------------------------------------------------------------------------------

TlsStream::TlsStream(std::shared_ptr<SSL_CTX> context, int socket)
    : context_{std::move(context)}, stream_{SSL_new(context_.get())} {
    if (!stream_) throw std::runtime_error{"no memory for TLS"};
    SSL_set_fd(stream_, socket);
    SSL_set_accept_state(stream_);
}

TlsStream::~TlsStream() { SSL_free(stream_); }

TlsStream::Step TlsStream::step_of(int result) {
    if (result > 0) return {static_cast<std::size_t>(result), Wants::nothing};
    auto error = SSL_get_error(stream_, result);
    ERR_clear_error();    // the next stream of this thread must not find it
    if (error == SSL_ERROR_WANT_READ) return {0, Wants::to_read};
    if (error == SSL_ERROR_WANT_WRITE) return {0, Wants::to_write};
    return {0, Wants::to_end};
}

TlsStream::Step TlsStream::shake_hands() { return step_of(SSL_do_handshake(stream_)); }

TlsStream::Step TlsStream::read(std::span<char> room) {
    return step_of(SSL_read(stream_, room.data(), static_cast<int>(std::min<std::size_t>(room.size(), 1 << 20))));
}

TlsStream::Step TlsStream::write(std::string_view first, std::string_view second) {
    if (first.empty() || second.empty() || first.size() >= record_most) {
        auto bytes = first.empty() ? second : first;
        return step_of(SSL_write(stream_, bytes.data(), static_cast<int>(std::min(bytes.size(), record_most))));
    }
    std::array<char, record_most> record;
    auto of_second = std::min(second.size(), record.size() - first.size());
    std::memcpy(record.data(), first.data(), first.size());
    std::memcpy(record.data() + first.size(), second.data(), of_second);
    return step_of(SSL_write(stream_, record.data(), static_cast<int>(first.size() + of_second)));
}

void TlsStream::say_goodbye() {
    if (SSL_is_init_finished(stream_)) SSL_shutdown(stream_);
    ERR_clear_error();
}

// --- certificates ----------------------------------------------------------------------------------------------------

Certificate::Certificate(std::filesystem::path chain, std::filesystem::path key)
    : chain_{std::move(chain)}, key_{std::move(key)}, context_{read_context(chain_, key_)} {}

void Certificate::reload() {
    auto fresh = read_context(chain_, key_);
    std::lock_guard lock{mutex_};
    context_ = std::move(fresh);
}

std::unique_ptr<TlsStream> Certificate::stream(int socket) const {
    std::unique_lock lock{mutex_};
    auto context = context_;
    lock.unlock();
    return std::make_unique<TlsStream>(std::move(context), socket);
}

}
