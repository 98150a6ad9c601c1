// Which heads are requests; the refusals of RFC 9112, one a line.
#include "platform/http/request_parser.hpp"

#include <gtest/gtest.h>

using namespace http;

namespace {

struct Read {
    std::string bytes;    // the views of head point in here
    Head head{};
    Framing framing{};
};

// As the server does: scan, then parse; 0 when the head is good, -1 while it is incomplete.
Read read(std::string bytes, const std::vector<std::string>& hosts = {}) {
    Read read{std::move(bytes)};
    HeadScanner scanner{1024, 200};
    auto found = scanner.look(read.bytes);
    if (found == HeadScanner::Found::refused) read.framing.refusal = scanner.refusal();
    if (found == HeadScanner::Found::more) read.framing.refusal = -1;
    if (found != HeadScanner::Found::whole) return read;
    RequestParser parser;
    auto head = std::span{read.bytes}.subspan(scanner.begin(), scanner.end() - scanner.begin());
    read.framing = parser.read_head(head, Hosts{hosts}, read.head);
    return read;
}

std::string get(const std::string& more) { return "GET / HTTP/1.1\r\n" + more + "\r\n"; }
std::string with_host(const std::string& more) { return get("Host: opora.example\r\n" + more); }

struct Case {
    std::string what, bytes;
    int status;
};

}

TEST(RequestHeads, what_is_in_doubt_is_refused) {
    using namespace std::string_literals;
    for (auto& [what, bytes, status] : std::vector<Case>{
             {"plain", with_host(""), 0},
             {"length and chunks", with_host("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n"), 400},
             {"chunks and length", with_host("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n"), 400},
             {"two lengths", with_host("Content-Length: 3\r\nContent-Length: 4\r\n"), 400},
             {"two equal lengths", with_host("Content-Length: 3\r\nContent-Length: 3\r\n"), 400},
             {"list of lengths", with_host("Content-Length: 3, 3\r\n"), 400},
             {"length with sign", with_host("Content-Length: +3\r\n"), 400},
             {"negative length", with_host("Content-Length: -3\r\n"), 400},
             {"length in hexadecimal", with_host("Content-Length: 0x3\r\n"), 400},
             {"empty length", with_host("Content-Length: \r\n"), 400},
             {"length past 64 bits", with_host("Content-Length: 18446744073709551617\r\n"), 400},
             {"another transfer coding", with_host("Transfer-Encoding: gzip\r\n"), 501},
             {"two transfer codings", with_host("Transfer-Encoding: gzip, chunked\r\n"), 501},
             {"chunked twice", with_host("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"), 400},
             {"chunked list", with_host("Transfer-Encoding: chunked, chunked\r\n"), 501},
             {"hidden chunked",
              with_host("Transfer-Encoding: \x0b"
                        "chunked\r\n"),
              400},
             {"chunks in 1.0", "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", 400},
             {"space before colon", get("Host : opora.example\r\n"), 400},
             {"tab before colon", get("Host\t: opora.example\r\n"), 400},
             {"name missing", with_host(": x\r\n"), 400},
             {"colon missing", with_host("nonsense\r\n"), 400},
             {"bare line feed", "GET / HTTP/1.1\nHost: a\n\n", 400},
             {"one bare line feed", "GET / HTTP/1.1\r\nHost: a\nX: y\r\n\r\n", 400},
             {"bare return", with_host("X: a\rb\r\n"), 400},
             {"folded line", with_host("X: a\r\n b\r\n"), 400},
             {"folded by tab", with_host("X: a\r\n\tb\r\n"), 400},
             {"folded first line", get(" Host: a\r\n"), 400},
             {"NUL in value", with_host("X: a\0b\r\n"s), 400},
             {"NUL in name", with_host("X\0: a\r\n"s), 400},
             {"control byte", with_host("X: a\x01\r\n"), 400},
             {"DEL", with_host("X: a\x7f\r\n"), 400},
             {"high bytes in a value", with_host("X: \xc3\xa1\r\n"), 0},
             {"Host missing", get(""), 400},
             {"Host missing in 1.0", "GET / HTTP/1.0\r\n\r\n", 0},
             {"two Hosts", with_host("Host: opora.example\r\n"), 400},
             {"empty Host", get("Host:\r\n"), 400},
             {"Host with user", get("Host: a@b\r\n"), 400},
             {"Host with path", get("Host: a/b\r\n"), 400},
             {"Host with comma", get("Host: a, b\r\n"), 400},
             {"Host with port", get("Host: a:8080\r\n"), 0},
             {"Host with bad port", get("Host: a:80x\r\n"), 400},
             {"Host by IPv6", get("Host: [::1]:8080\r\n"), 0},
             {"Host by broken IPv6", get("Host: [::1\r\n"), 400},
             {"absolute target", "GET http://opora.example/a HTTP/1.1\r\nHost: other\r\n\r\n", 0},
             {"absolute target of another scheme", "GET ftp://a/ HTTP/1.1\r\nHost: a\r\n\r\n", 400},
             {"a scheme alone", "GET http HTTP/1.1\r\nHost: a\r\n\r\n", 400},
             {"relative target", "GET a HTTP/1.1\r\nHost: a\r\n\r\n", 400},
             {"fragment", "GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n", 400},
             {"high bytes in target", "GET /\xc3\xa1 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
             {"space in target", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", 400},
             {"asterisk", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 0},
             {"asterisk of GET", "GET * HTTP/1.1\r\nHost: a\r\n\r\n", 400},
             {"unknown method", "BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501},
             {"method in small letters", "get / HTTP/1.1\r\nHost: a\r\n\r\n", 501},
             {"CONNECT", "CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n", 501},
             {"TRACE", "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", 501},
             {"no method", " / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
             {"method with brackets", "G[T / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
             {"version 2.0", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505},
             {"the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
             {"version 1.2", "GET / HTTP/1.2\r\nHost: a\r\n\r\n", 505},
             {"version 0.9", "GET /\r\n\r\n", 400},
             {"version in small letters", "GET / http/1.1\r\nHost: a\r\n\r\n", 400},
             {"version with more digits", "GET / HTTP/1.10\r\nHost: a\r\n\r\n", 400},
             {"space after version", "GET / HTTP/1.1 \r\nHost: a\r\n\r\n", 400},
             {"two spaces", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
             {"TLS", "\x16\x03\x01\x02", 400},
             {"empty lines before", "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", 0},
             {"many empty lines before", "\r\n\r\n\r\n\r\n\r\n", 400},
             {"another expectation", with_host("Expect: miracles\r\n"), 417},
             {"100-continue", with_host("Expect: 100-Continue\r\n"), 0},
             {"long target", "GET /" + std::string(200, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", 0},
             {"too long target", "GET /" + std::string(300, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", 414},
             {"target without end", "GET /" + std::string(300, 'a'), 414},
             {"too many headers", with_host("X: " + std::string(1100, 'a') + "\r\n"), 431},
             {"header without end", "GET / HTTP/1.1\r\nX: " + std::string(1100, 'a'), 431},
             {"half a head", "GET / HTTP/1.1\r\nHost: a\r\n", -1},
         })
        EXPECT_EQ(read(bytes).framing.refusal, status) << what;
}

TEST(RequestHeads, a_head_that_comes_byte_by_byte_reads_the_same) {
    auto bytes = with_host("Accept: */*\r\n");
    HeadScanner scanner{1024, 200};
    for (std::size_t i = 1; i < bytes.size(); ++i)
        ASSERT_EQ(scanner.look(std::string_view{bytes}.substr(0, i)), HeadScanner::Found::more) << i;
    EXPECT_EQ(scanner.look(bytes), HeadScanner::Found::whole);
    EXPECT_EQ(scanner.end(), bytes.size());
}

TEST(RequestHeads, path_query_and_headers_are_found) {
    auto asked = read("GET /sluzby?q=d%C3%ADlna HTTP/1.1\r\nHost: opora.example\r\nAccept-LANGUAGE: cs \r\n\r\n");
    EXPECT_EQ(asked.head.method, "GET");
    EXPECT_EQ(asked.head.target, "/sluzby?q=d%C3%ADlna");
    EXPECT_EQ(asked.head.path, "/sluzby");
    EXPECT_EQ(asked.head.query, "q=d%C3%ADlna");
    EXPECT_EQ(asked.head.header("accept-language"), "cs");
}

TEST(RequestHeads, an_absolute_target_overrides_Host) {
    auto asked = read("GET HTTP://opora.example:80?x HTTP/1.1\r\nHost: other.example\r\n\r\n", {"opora.example"});
    EXPECT_EQ(asked.framing.refusal, 0);
    EXPECT_EQ(asked.head.header("host"), "opora.example:80");
    EXPECT_EQ(asked.head.path, "/");
    EXPECT_EQ(asked.head.query, "x");
    EXPECT_EQ(read("GET http://other/ HTTP/1.1\r\nHost: opora.example\r\n\r\n", {"opora.example"}).framing.refusal,
              421);
}

TEST(RequestHeads, hosts_are_compared_without_port_and_case) {
    Hosts hosts{{"opora.example", "[::1]:8080"}};
    EXPECT_TRUE(hosts.ours("OPORA.example:443"));
    EXPECT_TRUE(hosts.ours("[::1]"));
    EXPECT_FALSE(hosts.ours("opora.example.evil"));
    EXPECT_FALSE(hosts.ours("xopora.example"));
}

TEST(RequestHeads, connections_stay_as_their_version_says) {
    EXPECT_TRUE(read(with_host("")).framing.keep_alive);
    EXPECT_FALSE(read(with_host("Connection: close\r\n")).framing.keep_alive);
    EXPECT_FALSE(read("GET / HTTP/1.0\r\n\r\n").framing.keep_alive);
    EXPECT_TRUE(read("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").framing.keep_alive);
}
