// What passes between the network and the program: a request once its head was read, a plan for its body, an answer.
// The server (server.cpp) knows sockets and HTTP; the Site behind it knows pages and permissions, never a socket.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace http {

// The head of a request.  All views live until the answer was given.
struct Head {
    std::string_view method;    // GET, POST…; HEAD arrives as HEAD and the server drops the body of its answer
    std::string_view target;    // as sent: /sluzby?q=d%C3%ADlna
    std::string_view path;      // before the ?, still percent-encoded
    std::string_view query;     // after the ?, still percent-encoded
    std::vector<std::pair<std::string_view, std::string_view>> headers;    // names in lower case
    std::string remote;        // the client's address; behind a trusted proxy the one that it vouches for
    bool secure = false;       // arrived by https, at a trusted proxy too
    std::string request_id;    // short, unguessable, also in the access log and in the answer

    std::string_view header(std::string_view lower_case_name) const {
        for (auto& [name, value] : headers)
            if (name == lower_case_name) return value;
        return {};
    }
};

// Where a request is answered and how much body it may bring; decided from its head alone.
struct Plan {
    enum class Where { loop, pool };    // loop: never blocks, answered at once; pool: may ask a database
    Where where = Where::pool;
    std::uint64_t body_limit = 0;    // bytes; more is answered with 413 before it is read
    bool to_disk = false;            // the body is written to a file as it comes (uploads)
    bool private_path = false;       // the path holds a secret or a name: the access log keeps only its first piece
};

// The body of a request: in memory, or in a file that is deleted with this object.
struct Body {
    std::string bytes;
    std::shared_ptr<const std::filesystem::path> file;
};

struct Answer {
    int status = 200;
    std::vector<std::pair<std::string, std::string>>
        headers{};                                 // content-type among them; no length, date, connection
    std::shared_ptr<const std::string> lines{};    // more headers, by header_lines(); Vary among them
    std::string body{};
    std::shared_ptr<const std::string> shared_body{};                     // instead of body, when many answers share it
    std::shared_ptr<const std::string> shared_gzip{}, shared_brotli{};    // the same, compressed beforehand
    std::string etag{};    // quoted; the server compares it and answers 304
    // Instead of body; a single Range is honoured, Accept-Encoding is not.  An etag must change with the bytes.
    std::optional<std::filesystem::path> file{};
    // Instead of body: gives the next piece each time it is called, nothing at the end.  Called on the pool.
    std::function<std::optional<std::string>()> pieces{};
    // Between one piece and the next, while no thread waits: for what is told as it happens.
    std::chrono::milliseconds pause{};
    bool close = false;    // end the connection after this answer
};

// What the server serves.  plan() runs on the event loop and must not block; answer() runs where the plan says.
class Site {
public:
    virtual ~Site() = default;
    virtual Plan plan(const Head&) = 0;
    virtual Answer answer(const Head&, Body) = 0;
    // The page or problem+json for what the server itself refuses: 400 408 413 414 417 421 431 500 501 503 505 507.
    // Runs on the loop and must not block, but on the pool for 413 and after answer() threw; of a head that could not
    // be read most is empty.
    virtual Answer failure(const Head&, int status) = 0;
};

struct ServerSettings {
    std::string listen = "127.0.0.1:8080";         // address:port, [::1]:port
    std::vector<std::string> hosts{};              // Host values that are ours; others get 421; empty: any
    std::vector<std::string> trusted_proxies{};    // addresses whose X-Forwarded-For and -Proto are believed
    std::filesystem::path certificate{};           // PEM with its chain: TLS here; empty: in the clear
    std::filesystem::path certificate_key{};       // PEM
    std::filesystem::path uploads{};               // where bodies to_disk are written
    std::filesystem::path access_log{};            // empty: standard output; "-": none
    unsigned loops = 0;                            // 0: one per processor
    unsigned pool_threads = 8;
    unsigned max_connections = 20000;        // of the whole process; one more gets 503
    std::size_t header_limit = 16 * 1024;    // bytes of request line and headers together; more is 431
    std::size_t target_limit = 4096;         // bytes; more is 414
    int head_seconds = 10;                   // to send a whole head, from its first byte
    int idle_seconds = 60;                   // between requests of one connection
    int body_first_seconds = 30;             // to begin a body
    int body_seconds_per_mb = 30;            // and a body must come at least this fast
    int write_seconds = 60;                  // for the client to take a piece of the answer
    int drain_seconds = 20;                  // how long shutdown waits for requests under way
};

// Serves until stop() is called from another thread or a signal handler's thread; requests under way are finished.
class Server {
public:
    Server(ServerSettings, Site&);
    ~Server();
    void run();                     // listens and serves; throws std::runtime_error if the address cannot be had
    void stop();                    // from any thread; run() returns after the drain
    unsigned short port() const;    // the port listened on, once run() has begun; 0 before
    void reopen_log();              // after the access log was moved away (SIGHUP); from any thread
    void reload_certificate();      // after it was renewed (SIGHUP); throws std::runtime_error and keeps the former
    std::string metrics() const;    // Prometheus text: requests by status class, open connections, seconds by bucket

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}
