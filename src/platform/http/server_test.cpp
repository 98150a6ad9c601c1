// The server on a real socket: bytes go in, statuses and ends of connections come out.
#include "platform/http/server_test_scene.hpp"

#include <csignal>
#include <sys/resource.h>

using namespace http;

TEST_F(HttpServer, answers_each_request_with_its_status_and_keeps_or_ends_the_connection) {
    start();
    struct Case {
        std::string what, bytes;
        int status;
        bool stays;
    };
    auto chunks = [](const std::string& body) { return post("/", "Transfer-Encoding: chunked\r\n", body); };
    for (auto& [what, bytes, status, stays] : std::vector<Case>{
             {"plain", get("/"), 200, true},
             {"on the pool", get("/pool"), 200, true},
             {"close wished", get("/", "Connection: close\r\n"), 200, false},
             {"1.0", "GET / HTTP/1.0\r\n\r\n", 200, false},
             {"1.0 that stays", "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", 200, true},
             {"a body", post("/", "Content-Length: 5\r\n", "hello"), 200, true},
             {"a body on the pool", post("/pool", "Content-Length: 5\r\n", "hello"), 200, true},
             {"chunks", chunks("5\r\nhello\r\n1;a=b\r\n!\r\n0\r\nTrailer: x\r\n\r\n"), 200, true},
             {"chunk with a bad size", chunks("x\r\nhello\r\n0\r\n\r\n"), 400, false},
             {"chunk longer than said", chunks("4\r\nhello\r\n0\r\n\r\n"), 400, false},
             {"chunk with bare line feed", chunks("5\nhello\r\n0\r\n\r\n"), 400, false},
             {"chunk with a size past 64 bits", chunks("fffffffffffffffff\r\nhello\r\n"), 400, false},
             {"chunk with an endless extension", chunks("5;" + std::string(40'000, 'a')), 400, false},
             {"chunks over the limit", chunks("3e8\r\n" + std::string(1000, 'a') + "\r\n1\r\nb\r\n0\r\n\r\n"), 413,
              false},
             {"body over the limit", post("/", "Content-Length: 1001\r\n", ""), 413, false},
             {"body where none is taken", get("/", "Content-Length: 1\r\n") + "x", 413, false},
             {"chunks where none are taken", get("/", "Transfer-Encoding: chunked\r\n") + "0\r\n\r\n", 413, false},
             {"enormous body expected", post("/", "Content-Length: 999999999999\r\nExpect: 100-continue\r\n", ""), 413,
              false},
             {"another expectation", post("/", "Content-Length: 1\r\nExpect: wonders\r\n", "x"), 417, false},
             {"length and chunks", post("/", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400,
              false},
             {"unknown coding", post("/", "Transfer-Encoding: gzip\r\n", "x"), 501, false},
             {"bare line feeds", "GET / HTTP/1.1\nHost: opora.example\n\n", 400, false},
             {"no Host", "GET / HTTP/1.1\r\n\r\n", 400, false},
             {"foreign Host", "GET / HTTP/1.1\r\nHost: other.example\r\n\r\n", 421, true},
             {"unknown method", "BREW / HTTP/1.1\r\nHost: opora.example\r\n\r\n", 501, false},
             {"unknown version", "GET / HTTP/3.0\r\nHost: opora.example\r\n\r\n", 505, false},
             {"long target", get("/" + std::string(5000, 'a')), 414, false},
             {"many headers", get("/", "X: " + std::string(20'000, 'a') + "\r\n"), 431, false},
             {"OPTIONS *", "OPTIONS * HTTP/1.1\r\nHost: opora.example\r\n\r\n", 204, true},
             {"absolute target", "GET http://opora.example/a HTTP/1.1\r\nHost: x\r\n\r\n", 200, true},
             {"the same again", get("/", "If-None-Match: \"v0\", \"v1\"\r\n"), 304, true},
             {"an answer that throws", get("/throws"), 500, true},
             {"an answer that throws on the pool", get("/pool/throws"), 500, true},
             {"a plan that throws", get("/plan-throws"), 500, false},
             {"a header that splits the answer", get("/split"), 500, true},
             {"a file that is not there", get("/missing-file"), 500, true},
         }) {
        auto visitor = client();
        visitor.send(bytes);
        auto answer = visitor.read();
        EXPECT_EQ(answer.status, status) << what;
        EXPECT_EQ(answer.header("Connection") == "close", !stays) << what;
        if (stays) {
            visitor.send(get("/again"));
            EXPECT_EQ(visitor.read().body, "GET /again ") << what;
        } else {
            EXPECT_TRUE(visitor.at_end()) << what;
        }
    }
}

TEST_F(HttpServer, every_answer_has_a_date_and_a_number_and_does_not_name_the_program) {
    start();
    auto visitor = client();
    visitor.send(get("/") + get("/pool"));
    auto first = visitor.read(), second = visitor.read();
    EXPECT_EQ(first.header("X-Request-Id").size(), 16u);
    EXPECT_NE(first.header("X-Request-Id"), second.header("X-Request-Id"));
    EXPECT_TRUE(first.header("Date").ends_with(" GMT"));
    EXPECT_EQ(first.header("Server"), "");
}

TEST_F(HttpServer, pipelined_requests_are_answered_in_order) {
    start();
    auto visitor = client();
    visitor.send(get("/pool/slow") + get("/2") + post("/3", "Content-Length: 2\r\n", "ab") +
                 post("/pool/4", "Transfer-Encoding: chunked\r\n", "2\r\ncd\r\n0\r\n\r\n") +
                 "HEAD /5 HTTP/1.1\r\nHost: opora.example\r\n\r\n" + get("/6", "Connection: close\r\n") + get("/7"));
    EXPECT_EQ(visitor.read().body, "GET /pool/slow ");
    EXPECT_EQ(visitor.read().body, "GET /2 ");
    EXPECT_EQ(visitor.read().body, "POST /3 ab");
    EXPECT_EQ(visitor.read().body, "POST /pool/4 cd");
    EXPECT_EQ(visitor.read(true).header("Content-Length"), "8");
    EXPECT_EQ(visitor.read().body, "GET /6 ");
    EXPECT_TRUE(visitor.at_end());
}

TEST_F(HttpServer, a_request_may_come_byte_by_byte) {
    start();
    auto visitor = client();
    for (char c : post("/", "Transfer-Encoding: chunked\r\n", "3\r\nabc\r\n0\r\n\r\n")) visitor.send(std::string(1, c));
    EXPECT_EQ(visitor.read().body, "POST / abc");
}

TEST_F(HttpServer, a_body_is_asked_for_only_when_it_will_be_read) {
    start();
    auto visitor = client();
    visitor.send(post("/", "Content-Length: 3\r\nExpect: 100-continue\r\n", ""));
    EXPECT_EQ(visitor.read_some(25), "HTTP/1.1 100 Continue\r\n\r\n");
    visitor.send("abc");
    EXPECT_EQ(visitor.read().body, "POST / abc");
}

TEST_F(HttpServer, an_upload_that_finds_no_room_is_told_so_and_leaves_nothing) {
    start();
    rlimit usual{};
    ::getrlimit(RLIMIT_FSIZE, &usual);
    auto of_signal = std::signal(SIGXFSZ, SIG_IGN);
    rlimit small{200'000, usual.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
    auto visitor = client();
    visitor.send(post("/pool/upload", "Content-Length: 3000000\r\n", std::string(300'000, 'u')));
    auto status = visitor.read().status;
    ::setrlimit(RLIMIT_FSIZE, &usual);
    std::signal(SIGXFSZ, of_signal);
    EXPECT_EQ(status, 507);
    EXPECT_TRUE(eventually([&] { return std::filesystem::is_empty(settings.uploads); }));
}

TEST_F(HttpServer, an_upload_goes_to_disk_and_disappears_with_its_request) {
    start();
    auto visitor = client();
    visitor.send(post("/pool/upload", "Content-Length: 3000000\r\n", std::string(3'000'000, 'u')));
    EXPECT_EQ(visitor.read().body, "3000000");
    auto cut_off = client();
    cut_off.send(post("/pool/upload", "Content-Length: 3000000\r\n", std::string(300'000, 'u')));
    cut_off.reset();
    EXPECT_TRUE(eventually([&] { return std::filesystem::is_empty(settings.uploads); }));
}

TEST_F(HttpServer, a_file_is_sent_whole_or_in_part) {
    std::string bytes(3'000'000, '\0');
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * 2654435761u >> 24);
    std::ofstream{scene.file} << bytes;
    start();
    auto visitor = client();
    auto part = [&](const std::string& headers) {
        visitor.send(get("/file", headers));
        return visitor.read();
    };
    EXPECT_EQ(part("").body, bytes);
    auto range = part("Range: bytes=1000000-2499999\r\n");
    EXPECT_EQ(range.status, 206);
    EXPECT_EQ(range.header("Content-Range"), "bytes 1000000-2499999/3000000");
    EXPECT_EQ(range.body, bytes.substr(1'000'000, 1'500'000));
    EXPECT_EQ(part("Range: bytes=-7\r\n").body, bytes.substr(bytes.size() - 7));
    EXPECT_EQ(part("Range: bytes=0-0\r\nIf-Range: \"v1\"\r\n").status, 206);
    EXPECT_EQ(part("Range: bytes=0-0\r\nIf-Range: \"v0\"\r\n").status, 200);
    auto beyond = part("Range: bytes=3000000-\r\n");
    EXPECT_EQ(beyond.status, 416);
    EXPECT_EQ(beyond.header("Content-Range"), "bytes */3000000");
    visitor.send("HEAD /file HTTP/1.1\r\nHost: opora.example\r\n\r\n" + get("/after"));
    EXPECT_EQ(visitor.read(true).header("Content-Length"), "3000000");
    EXPECT_EQ(visitor.read().body, "GET /after ");
}

TEST_F(HttpServer, what_is_told_as_it_happens_holds_no_thread_and_ends_with_the_program) {
    settings.pool_threads = 1;
    start();
    std::vector<TestClient> listeners;
    for (int n = 0; n < 3; ++n) {
        listeners.push_back(client());
        listeners.back().send(get("/pool/news", "Accept-Encoding: gzip\r\n"));
    }
    auto other = client();
    other.send(get("/pool/other"));
    EXPECT_EQ(other.read().status, 200) << "the only thread is free between pieces";
    auto heard = listeners[0].read();
    EXPECT_EQ(heard.body.size(), 500'000u);
    EXPECT_EQ(heard.header("Content-Encoding"), "") << "nothing waits in a compressor";
    scene.pieces_made = 0;
    auto last = client();
    last.send(get("/pool/news"));
    EXPECT_TRUE(eventually([&] { return scene.pieces_made > 0; }));
    running.reset();
    EXPECT_EQ(scene.pieces_alive, 0);
    EXPECT_LT(scene.pieces_made, 5) << "nobody waits for the end of what has none";
}

TEST_F(HttpServer, pieces_are_sent_in_chunks_or_until_the_end_of_the_connection) {
    start();
    auto visitor = client();
    visitor.send(get("/pool/pieces") + get("/after"));
    auto answer = visitor.read();
    EXPECT_EQ(answer.header("Transfer-Encoding"), "chunked");
    EXPECT_EQ(answer.body, std::string(500'000, 'p'));
    EXPECT_EQ(visitor.read().body, "GET /after ");
    visitor.send(get("/pool/pieces", "Accept-Encoding: gzip\r\n"));
    auto packed = visitor.read();
    EXPECT_EQ(packed.header("Content-Encoding"), "gzip");
    EXPECT_LT(packed.body.size(), 50'000u);
    auto old = client();
    old.send("GET /pool/pieces HTTP/1.0\r\n\r\n");
    auto all = old.read_to_end();
    EXPECT_EQ(all.substr(all.find("\r\n\r\n") + 4), std::string(500'000, 'p'));
}

TEST_F(HttpServer, a_piece_that_fails_leaves_the_answer_visibly_unfinished) {
    start();
    auto visitor = client();
    visitor.send(get("/pool/pieces/broken"));
    auto all = visitor.read_to_end();
    EXPECT_TRUE(all.starts_with("HTTP/1.1 200"));
    EXPECT_FALSE(all.ends_with("0\r\n\r\n"));
    EXPECT_TRUE(eventually([&] { return scene.pieces_alive == 0; }));
}

TEST_F(HttpServer, a_failure_that_fails_is_told_plainly) {
    scene.failure_throws = true;
    start();
    auto visitor = client();
    visitor.send(get("/throws"));
    EXPECT_EQ(visitor.read().body, "500 Internal Server Error\n");
}

TEST_F(HttpServer, an_address_in_use_is_told) {
    start();
    settings.listen = "127.0.0.1:" + std::to_string(running->server.port());
    Server second{settings, scene};
    try {
        second.run();
        FAIL() << "two servers on one address";
    } catch (const std::runtime_error& error) {
        EXPECT_EQ(error.what(), "cannot listen on " + settings.listen + ": Address already in use");
    }
    settings.listen = "nowhere";
    EXPECT_THROW((Server{settings, scene}.run()), std::runtime_error);
}

TEST_F(HttpServer, listens_by_IPv6_too) {
    settings.listen = "[::1]:0";
    start();
    TestClient visitor{running->server.port(), true};
    visitor.send(get("/who"));
    EXPECT_EQ(visitor.read().body, "::1 http");
}

TEST_F(HttpServer, believes_its_proxy) {
    settings.trusted_proxies = {"127.0.0.0/8"};
    start();
    auto proxy = client();
    proxy.send(get("/who", "X-Forwarded-For: 1.1.1.1, 192.0.2.9\r\nX-Forwarded-Proto: https\r\n") + get("/who"));
    EXPECT_EQ(proxy.read().body, "192.0.2.9 https");
    EXPECT_EQ(proxy.read().body, "127.0.0.1 http");
}

TEST_F(HttpServer, the_log_has_a_line_per_request_and_no_query) {
    start();
    auto visitor = client();
    visitor.send(get("/text?q=jana", "Accept-Encoding: gzip\r\n") + get("/odkaz/tajemstvi"));
    auto id = visitor.read().header("X-Request-Id");
    visitor.read();
    EXPECT_TRUE(eventually([&] { return log().find(" " + id + " GET /text 200 ") != std::string::npos; }));
    std::filesystem::rename(settings.access_log, folder / "old.log");
    running->server.reopen_log();
    visitor.send(get("/after"));
    visitor.read();
    EXPECT_TRUE(eventually([&] { return log().find(" GET /after 200 ") != std::string::npos; }));
    std::ifstream old{folder / "old.log"};
    std::string lines{std::istreambuf_iterator<char>{old}, {}};
    EXPECT_EQ(lines.find("jana"), std::string::npos);
    EXPECT_EQ(lines.find("tajemstvi"), std::string::npos);
    EXPECT_NE(lines.find(" 127.0.0.0\n"), std::string::npos);
}

TEST_F(HttpServer, counts_what_it_did) {
    start();
    auto visitor = client();
    visitor.send(get("/") + get("/throws") + post("/", "Content-Length: 1\r\n", "x"));
    for (int i = 0; i < 3; ++i) visitor.read();
    auto metrics = [&] { return running->server.metrics(); };
    EXPECT_TRUE(
        eventually([&] { return metrics().find("opora_http_request_seconds_count 3\n") != std::string::npos; }));
    EXPECT_NE(metrics().find("opora_http_requests_total{method=\"GET\",status=\"2xx\"} 1\n"), std::string::npos);
    EXPECT_NE(metrics().find("opora_http_requests_total{method=\"GET\",status=\"5xx\"} 1\n"), std::string::npos);
    EXPECT_NE(metrics().find("opora_http_connections_open 1\n"), std::string::npos);
}
