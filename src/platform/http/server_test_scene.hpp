// The Site that tests look at, and a server of it for each test.
#pragma once

#include "platform/http/server_test_client.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <fstream>

namespace http {

using namespace std::chrono_literals;

inline std::string get(const std::string& path, const std::string& more = "") {
    return "GET " + path + " HTTP/1.1\r\nHost: opora.example\r\n" + more + "\r\n";
}
inline std::string post(const std::string& path, const std::string& more, const std::string& body) {
    return "POST " + path + " HTTP/1.1\r\nHost: opora.example\r\n" + more + "\r\n" + body;
}

// Answers by its path what a test wants to see.
class Scene : public Site {
public:
    Plan plan(const Head& head) override {
        if (head.path == "/plan-throws") throw std::runtime_error{"no plan"};
        Plan plan{.where = head.path.starts_with("/pool") ? Plan::Where::pool : Plan::Where::loop};
        if (head.method == "POST") plan.body_limit = 1000;
        if (head.path == "/pool/upload") plan.body_limit = 10 << 20, plan.to_disk = true;
        plan.private_path = head.path.starts_with("/odkaz");
        return plan;
    }

    Answer answer(const Head& head, Body body) override {
        Answer answer{.headers = {{"Content-Type", "text/plain"}}, .etag = "\"v1\""};
        if (head.path.ends_with("/throws")) throw std::runtime_error{"an answer that fails"};
        if (head.path == "/pool/slow") std::this_thread::sleep_for(300ms);
        if (head.path == "/split") answer.headers.emplace_back("Location", "a\r\nb");
        if (head.path == "/missing-file") answer.file = "/nothing/there";
        if (head.path == "/big") answer.shared_body = big;
        else if (head.path == "/text") answer.body.assign(5000, 't');
        else if (head.path == "/file") answer.file = file;
        else if (head.path == "/who") answer.body = head.remote + (head.secure ? " https" : " http");
        else if (head.path == "/pool/upload") answer.body = told(body);
        else if (head.path.starts_with("/pool/pieces")) answer.pieces = pieces(head.path.ends_with("/broken"));
        else if (head.path == "/pool/news") answer.pieces = pieces(false), answer.pause = 100ms;
        else answer.body = std::string{head.method} + " " + std::string{head.path} + " " + body.bytes;
        return answer;
    }

    Answer failure(const Head&, int status) override {
        if (failure_throws) throw std::runtime_error{"not even that"};
        return {.status = status, .body = "failure " + std::to_string(status)};
    }

    std::filesystem::path file;
    std::shared_ptr<const std::string> big =
        std::make_shared<const std::string>(16 << 20, 'b');    // more than sockets hold
    std::atomic<bool> failure_throws{false};
    std::atomic<int> pieces_alive{0}, pieces_made{0};

private:
    std::string told(const Body& body) {
        if (!body.file) return "in memory";
        return std::to_string(std::filesystem::file_size(*body.file));
    }
    std::function<std::optional<std::string>()> pieces(bool broken) {
        ++pieces_alive;
        std::shared_ptr<int> left{new int{5}, [this](int* p) { delete p, --pieces_alive; }};
        return [this, left, broken]() -> std::optional<std::string> {
            if (broken && *left == 2) throw std::runtime_error{"a piece that fails"};
            if ((*left)-- == 0) return {};
            ++pieces_made;
            return std::string(100'000, 'p');
        };
    }
};

class HttpServer : public testing::Test {
protected:
    HttpServer() {
        folder = std::filesystem::temp_directory_path() / ("http-server-" + std::to_string(::getpid()));
        std::filesystem::create_directories(folder / "uploads");
        scene.file = folder / "file.bin";
        settings.listen = "127.0.0.1:0";
        settings.hosts = {"opora.example"};
        settings.loops = 2;
        settings.pool_threads = 4;
        settings.uploads = folder / "uploads";
        settings.access_log = folder / "access.log";
        settings.head_seconds = settings.idle_seconds = settings.body_first_seconds = settings.write_seconds = 5;
        settings.drain_seconds = 3;
    }
    ~HttpServer() override {
        running.reset();
        std::filesystem::remove_all(folder);
    }

    void start() { running.emplace(settings, scene); }
    TestClient client() { return TestClient{running->server.port()}; }
    std::string log() {
        std::ifstream file{settings.access_log};
        return {std::istreambuf_iterator<char>{file}, {}};
    }

    std::filesystem::path folder;
    Scene scene;
    ServerSettings settings;
    std::optional<RunningServer> running;
};

}
