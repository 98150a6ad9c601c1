// What a browser finds at a server that speaks TLS itself.
#include "platform/http/server_test_scene.hpp"
#include "platform/http/tls.hpp"

#include <gmock/gmock.h>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

namespace http {

using testing::EndsWith;
using testing::HasSubstr;

namespace {

// A certificate that vouches for itself, as tests have it.
void write_certificate(const std::filesystem::path& chain, const std::filesystem::path& key, const char* name,
                       long valid_seconds = 3600) {
    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> pair{EVP_EC_gen("P-256"), EVP_PKEY_free};
    std::unique_ptr<X509, decltype(&X509_free)> certificate{X509_new(), X509_free};
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -7200);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), valid_seconds);
    X509_set_pubkey(certificate.get(), pair.get());
    auto* subject = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>(name), -1, -1, 0);
    X509_set_issuer_name(certificate.get(), subject);
    X509_sign(certificate.get(), pair.get(), EVP_sha256());
    auto* file = std::fopen(chain.c_str(), "w");
    PEM_write_X509(file, certificate.get());
    std::fclose(file);
    file = std::fopen(key.c_str(), "w");
    PEM_write_PrivateKey(file, pair.get(), nullptr, nullptr, 0, nullptr, nullptr);
    std::fclose(file);
}

class TlsClient {
public:
    explicit TlsClient(unsigned short port, int version = TLS1_3_VERSION)
        : context_{SSL_CTX_new(TLS_client_method()), SSL_CTX_free} {
        SSL_CTX_set_max_proto_version(context_.get(), version);
        SSL_CTX_set_min_proto_version(context_.get(), TLS1_VERSION);
        SSL_CTX_set_cipher_list(context_.get(), "ALL:@SECLEVEL=0");
        socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
        timeval patience{10, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        sockaddr_in address{.sin_family = AF_INET, .sin_port = htons(port), .sin_addr = {htonl(INADDR_LOOPBACK)}};
        ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address);
        stream_ = SSL_new(context_.get());
        SSL_set_fd(stream_, socket_);
        connected = SSL_connect(stream_) == 1;
    }
    ~TlsClient() { SSL_free(stream_), ::close(socket_); }
    TlsClient(const TlsClient&) = delete;

    void send(std::string_view bytes) {
        while (!bytes.empty()) {
            auto size = SSL_write(stream_, bytes.data(), static_cast<int>(bytes.size()));
            if (size <= 0) return;
            bytes.remove_prefix(static_cast<std::size_t>(size));
        }
    }
    // Until the server says goodbye; cut: it went without.
    std::string read_to_end() {
        std::string all;
        char bytes[65536];
        int size = 0;
        while ((size = SSL_read(stream_, bytes, sizeof bytes)) > 0) all.append(bytes, static_cast<std::size_t>(size));
        cut = SSL_get_error(stream_, size) != SSL_ERROR_ZERO_RETURN;
        ERR_clear_error();
        return all;
    }
    std::string version() const { return SSL_get_version(stream_); }
    std::string name() const {
        char text[100] = "";
        std::unique_ptr<X509, decltype(&X509_free)> peer{SSL_get1_peer_certificate(stream_), X509_free};
        X509_NAME_get_text_by_NID(X509_get_subject_name(peer.get()), NID_commonName, text, sizeof text);
        return text;
    }

    bool connected = false, cut = false;

private:
    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context_;
    int socket_ = -1;
    SSL* stream_ = nullptr;
};

}

class TlsServer : public HttpServer {
protected:
    TlsServer() {
        settings.certificate = folder / "chain.pem", settings.certificate_key = folder / "key.pem";
        write_certificate(settings.certificate, settings.certificate_key, "first");
    }
    std::unique_ptr<TlsClient> tls(int version = TLS1_3_VERSION) {
        return std::make_unique<TlsClient>(running->server.port(), version);
    }
    std::string asked(const std::string& path, const std::string& more = "") {
        auto client = tls();
        client->send(get(path, more + "Connection: close\r\n"));
        auto said = client->read_to_end();
        EXPECT_FALSE(client->cut) << path << ": the end is said";
        return said;
    }
};

TEST_F(TlsServer, answers_and_knows_that_nobody_listened) {
    start();
    EXPECT_THAT(asked("/who"), EndsWith("127.0.0.1 https"));
    EXPECT_THAT(asked("/pool/x"), EndsWith("GET /pool/x "));
}

TEST_F(TlsServer, keeps_a_connection_for_many_requests_and_takes_them_at_once) {
    start();
    auto client = tls();
    for (int n = 0; n < 3; ++n) client->send(get("/a"));
    client->send(get("/b", "Connection: close\r\n"));
    auto said = client->read_to_end();
    EXPECT_THAT(said, EndsWith("GET /b "));
    EXPECT_EQ(said.find("GET /a ") == said.npos, false);
}

TEST_F(TlsServer, sends_what_is_longer_than_sockets_hold) {
    start();
    EXPECT_GT(asked("/big").size(), scene.big->size());
}

TEST_F(TlsServer, sends_files_and_parts_of_them) {
    std::string bytes(300'000, 'f');
    bytes[200'000] = 'X';
    std::ofstream{scene.file} << bytes;
    start();
    EXPECT_THAT(asked("/file"), EndsWith(bytes));
    EXPECT_THAT(asked("/file", "Range: bytes=200000-200000\r\n"), EndsWith("\r\n\r\nX"));
}

TEST_F(TlsServer, sends_pieces_and_takes_bodies) {
    start();
    EXPECT_THAT(asked("/pool/pieces"), EndsWith("0\r\n\r\n"));
    auto client = tls();
    client->send(post("/pool/upload", "Content-Length: 300000\r\nConnection: close\r\n", std::string(300'000, 'u')));
    EXPECT_THAT(client->read_to_end(), EndsWith("300000"));
}

TEST_F(TlsServer, speaks_1_2_and_1_3_and_nothing_older) {
    start();
    EXPECT_EQ(tls()->version(), "TLSv1.3");
    EXPECT_EQ(tls(TLS1_2_VERSION)->version(), "TLSv1.2");
    EXPECT_FALSE(tls(TLS1_1_VERSION)->connected);
}

TEST_F(TlsServer, ends_with_who_does_not_speak_tls_or_says_nothing) {
    settings.head_seconds = 1;
    start();
    auto plain = client();
    plain.send(get("/who"));
    EXPECT_EQ(plain.read().status, 0);
    auto silent = client();
    auto began = std::chrono::steady_clock::now();
    EXPECT_TRUE(silent.at_end());
    EXPECT_LT(std::chrono::steady_clock::now() - began, 8s);
    EXPECT_THAT(asked("/who"), EndsWith("https")) << "others are served";
}

TEST_F(TlsServer, takes_a_renewed_certificate_without_stopping) {
    start();
    EXPECT_EQ(tls()->name(), "first");
    auto old_friend = tls();
    write_certificate(settings.certificate, settings.certificate_key, "second");
    running->server.reload_certificate();
    EXPECT_EQ(tls()->name(), "second");
    old_friend->send(get("/who", "Connection: close\r\n"));
    EXPECT_THAT(old_friend->read_to_end(), EndsWith("https")) << "who was there stays";
    std::ofstream{settings.certificate} << "no certificate";
    EXPECT_THROW(running->server.reload_certificate(), std::runtime_error);
    EXPECT_EQ(tls()->name(), "second");
}

TEST_F(TlsServer, says_at_once_what_is_wrong_with_a_certificate) {
    auto said = [&] {
        try {
            Server{settings, scene};
        } catch (const std::runtime_error& error) { return std::string{error.what()}; }
        return std::string{};
    };
    write_certificate(settings.certificate, settings.certificate_key, "old", -60);
    EXPECT_THAT(said(), HasSubstr("has expired"));
    write_certificate(settings.certificate, folder / "another.pem", "other");
    EXPECT_THAT(said(), HasSubstr("key.pem"));
    std::filesystem::remove(settings.certificate);
    EXPECT_THAT(said(), HasSubstr("is no certificate that can be read"));
}

TEST_F(TlsServer, stops_while_somebody_shakes_hands_or_waits) {
    start();
    auto halfway = client();
    auto waiting = tls();
    auto began = std::chrono::steady_clock::now();
    running.reset();
    EXPECT_LT(std::chrono::steady_clock::now() - began, 2500ms);
}

}
