// The server in bad company: slow, vanishing and too many clients, no descriptors left, an end while people are served.
#include "platform/http/server_test_scene.hpp"

#include <sys/resource.h>

using namespace http;

TEST_F(HttpServer, clients_that_vanish_free_everything) {
    start();
    for (int i = 0; i < 5; ++i) {
        for (auto& [bytes, read] :
             std::vector<std::pair<std::string, std::size_t>>{{get("/big"), 0},
                                                              {get("/big"), 10},
                                                              {get("/pool/pieces"), 0},
                                                              {get("/pool/pieces"), 10},
                                                              {get("/pool/slow"), 0},
                                                              {"GET / HT", 0},
                                                              {post("/", "Content-Length: 10\r\n", "half"), 0},
                                                              {"", 0}}) {
            auto visitor = client();
            visitor.send(bytes);
            visitor.read_some(read);
            visitor.reset();
        }
    }
    EXPECT_TRUE(
        eventually([&] { return running->server.metrics().find("connections_open 0\n") != std::string::npos; }));
    EXPECT_EQ(scene.pieces_alive, 0);
}

TEST_F(HttpServer, two_hundred_slow_clients_do_not_stand_in_the_way) {
    settings.pool_threads = 2;
    settings.head_seconds = settings.idle_seconds = settings.body_first_seconds = settings.write_seconds = 60;
    start();
    std::vector<TestClient> slow;
    for (int i = 0; i < 200; ++i) {
        slow.push_back(client());
        if (i % 3 == 0) slow.back().send("GET / HTTP/1.1\r\nHost: op");             // a head that does not end
        else if (i % 3 == 1) slow.back().send(get("/big"));                         // an answer that is not read
        else slow.back().send(post("/pool", "Content-Length: 100\r\n", "half"));    // a body that does not end
    }
    auto visitor = client();
    for (int i = 0; i < 100; ++i) {
        visitor.send(get(i % 2 ? "/pool" : "/"));
        ASSERT_EQ(visitor.read().status, 200) << i;
    }
    // All are there still.
    EXPECT_TRUE(
        eventually([&] { return running->server.metrics().find("connections_open 201\n") != std::string::npos; }));
}

TEST_F(HttpServer, who_is_too_slow_is_sent_away) {
    settings.head_seconds = settings.idle_seconds = settings.body_first_seconds = settings.write_seconds = 1;
    settings.body_seconds_per_mb = 1;
    start();
    auto silent = client(), half = client(), idle = client(), body = client(), deaf = client();
    half.send("GET / HTTP/1.1\r\n");
    idle.send(get("/"));
    EXPECT_EQ(idle.read().status, 200);
    body.send(post("/", "Content-Length: 100\r\n", "half"));
    deaf.send(get("/big"));
    EXPECT_EQ(half.read().status, 408);
    EXPECT_EQ(body.read().status, 408);
    EXPECT_TRUE(half.at_end());
    EXPECT_TRUE(body.at_end());
    EXPECT_TRUE(silent.at_end());
    EXPECT_TRUE(idle.at_end());
    EXPECT_TRUE(eventually([&] { return log().find(" /big 499 ") != std::string::npos; }));
}

TEST_F(HttpServer, too_many_connections_hear_503) {
    settings.max_connections = 3;
    start();
    auto first = client(), second = client(), third = client();
    for (auto* one : {&first, &second, &third}) {
        one->send(get("/"));
        EXPECT_EQ(one->read().status, 200);
    }
    auto fourth = client();
    fourth.send(get("/"));
    EXPECT_EQ(fourth.read().status, 503);
    EXPECT_TRUE(fourth.at_end());
    first.reset();
    EXPECT_TRUE(eventually([&] {
        auto again = client();
        again.send(get("/"));
        return again.read().status == 200;
    }));
}

TEST_F(HttpServer, running_out_of_descriptors_passes) {
    start();
    rlimit before{};
    ::getrlimit(RLIMIT_NOFILE, &before);
    int next = ::dup(0);
    ::close(next);
    rlimit tight{static_cast<rlim_t>(next) + 1, before.rlim_max};    // enough for the client's end of the connection
    ::setrlimit(RLIMIT_NOFILE, &tight);
    auto visitor = client();
    visitor.send(get("/"));
    std::this_thread::sleep_for(250ms);
    EXPECT_NE(running->server.metrics().find("connections_accepted_total 0\n"), std::string::npos);
    ::setrlimit(RLIMIT_NOFILE, &before);
    EXPECT_EQ(visitor.read().status, 200);
}

TEST_F(HttpServer, stopping_finishes_what_is_under_way) {
    settings.drain_seconds = settings.idle_seconds = 60;
    start();
    auto working = client(), idle = client();
    idle.send(get("/"));
    EXPECT_EQ(idle.read().status, 200);
    working.send(get("/pool/slow"));
    std::this_thread::sleep_for(100ms);
    auto began = std::chrono::steady_clock::now();
    running->server.stop();
    EXPECT_TRUE(idle.at_end());
    auto answer = working.read();
    EXPECT_EQ(answer.body, "GET /pool/slow ");
    EXPECT_EQ(answer.header("Connection"), "close");
    EXPECT_TRUE(working.at_end());
    running->thread.join();
    EXPECT_LT(std::chrono::steady_clock::now() - began, 20s);
}

TEST_F(HttpServer, stopping_waits_only_so_long_for_a_slow_reader) {
    settings.drain_seconds = 1;
    settings.write_seconds = 60;
    start();
    auto deaf = client();
    deaf.send(get("/big"));
    deaf.read_some(10);
    auto began = std::chrono::steady_clock::now();
    running.reset();
    EXPECT_LT(std::chrono::steady_clock::now() - began, 20s);
}
