// What becomes of an answer on its way out, and what clients prefer: tags, ranges, gzip, types, addresses, log lines.
#include "platform/http/accept.hpp"
#include "platform/http/access_log.hpp"
#include "platform/http/conditions.hpp"
#include "platform/http/delivery.hpp"

#include <brotli/decode.h>
#include <gtest/gtest.h>
#include <zlib.h>

using namespace http;

namespace {

Head asking(std::vector<std::pair<std::string_view, std::string_view>> headers, std::string_view method = "GET") {
    Head head{.method = method, .headers = std::move(headers)};
    return head;
}

Answer page(std::string body, std::string etag = "") {
    return {
        .headers = {{"Content-Type", "text/html; charset=utf-8"}}, .body = std::move(body), .etag = std::move(etag)};
}

bool says(const Delivery& delivery, std::string_view line) {
    return delivery.head.find("\r\n" + std::string{line} + "\r\n") != std::string::npos;
}

std::string unpacked(std::string_view bytes) {
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    std::string out(1 << 20, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    auto end = inflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    inflateEnd(&stream);
    return end == Z_STREAM_END ? out : "broken";
}

std::string unbrotlied(std::string_view bytes) {
    std::string out(1 << 20, '\0');
    auto size = out.size();
    auto done = BrotliDecoderDecompress(bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                                        reinterpret_cast<std::uint8_t*>(out.data()));
    out.resize(size);
    return done == BROTLI_DECODER_RESULT_SUCCESS ? out : "broken";
}

}

TEST(Tags, match_weakly_and_in_lists) {
    EXPECT_TRUE(names_etag("\"a\"", "\"a\""));
    EXPECT_TRUE(names_etag("W/\"a\"", "\"a\""));
    EXPECT_TRUE(names_etag("\"x,y\", W/\"a\"", "W/\"a\""));
    EXPECT_TRUE(names_etag(" * ", "\"a\""));
    EXPECT_FALSE(names_etag("\"ab\"", "\"a\""));
    EXPECT_FALSE(names_etag("*", ""));
    EXPECT_FALSE(names_etag("\"a", "\"a\""));
    EXPECT_FALSE(names_etag("", "\"a\""));
}

TEST(Ranges, one_range_is_understood) {
    auto wish = [](std::string_view range) { return wished_range(range, "", "\"a\"", 100); };
    auto text = [&](std::string_view range) {
        auto wished = wish(range);
        if (!wished.satisfiable) return std::string{"416"};
        return wished.range ? std::to_string(wished.range->first) + "-" + std::to_string(wished.range->last) : "whole";
    };
    for (auto& [range, expected] :
         std::vector<std::pair<std::string, std::string>>{{"bytes=0-9", "0-9"},
                                                          {"bytes=90-", "90-99"},
                                                          {"bytes=90-1000", "90-99"},
                                                          {"bytes=-10", "90-99"},
                                                          {"bytes=-1000", "0-99"},
                                                          {"bytes=-0", "416"},
                                                          {"bytes=100-", "416"},
                                                          {"bytes=9-8", "whole"},
                                                          {"bytes=0-1,5-6", "whole"},
                                                          {"lines=0-9", "whole"},
                                                          {"bytes=-", "whole"},
                                                          {"bytes=5", "whole"},
                                                          {"bytes=a-b", "whole"},
                                                          {"", "whole"},
                                                          {"bytes=99999999999999999999-", "whole"},
                                                          {"BYTES = 0 - 0", "0-0"}})
        EXPECT_EQ(text(range), expected) << range;
}

TEST(Ranges, hold_only_for_the_version_that_the_client_has) {
    EXPECT_TRUE(wished_range("bytes=0-1", "\"a\"", "\"a\"", 9).range);
    EXPECT_FALSE(wished_range("bytes=0-1", "\"b\"", "\"a\"", 9).range);
    EXPECT_FALSE(wished_range("bytes=0-1", "W/\"a\"", "W/\"a\"", 9).range);
    EXPECT_FALSE(wished_range("bytes=0-1", "Tue, 24 Nov 2026 10:00:00 GMT", "\"a\"", 9).range);
}

TEST(Answers, the_same_again_is_304_without_a_body) {
    auto delivery = make_delivery(page("hello", "\"v1\""), asking({{"if-none-match", "W/\"v1\""}}), {}, false);
    EXPECT_TRUE(delivery.head.starts_with("HTTP/1.1 304 Not Modified\r\nDate: "));
    EXPECT_TRUE(says(delivery, "ETag: \"v1\""));
    EXPECT_EQ(delivery.body(), "");
    EXPECT_EQ(delivery.head.find("Content-"), std::string::npos);
    EXPECT_EQ(make_delivery(page("hello", "\"v1\""), asking({{"if-none-match", "\"v1\""}}, "POST"), {}, false).status,
              200);
}

TEST(Answers, long_texts_are_compressed_for_those_who_take_it) {
    std::string text(5000, 'a');
    auto packed = make_delivery(page(text, "\"v1\""), asking({{"accept-encoding", "deflate, gzip"}}), {}, false);
    EXPECT_TRUE(says(packed, "Content-Encoding: gzip"));
    EXPECT_TRUE(says(packed, "Vary: Accept-Encoding"));
    EXPECT_TRUE(says(packed, "ETag: W/\"v1\""));
    EXPECT_EQ(unpacked(packed.body()), text);
    auto plain = make_delivery(page(text, "\"v1\""), asking({{"accept-encoding", "gzip;q=0, br;q=0, *"}}), {}, false);
    EXPECT_EQ(plain.body(), text);
    EXPECT_TRUE(says(plain, "Vary: Accept-Encoding"));
    EXPECT_TRUE(says(plain, "ETag: \"v1\""));
    EXPECT_EQ(make_delivery(page("short"), asking({{"accept-encoding", "gzip"}}), {}, false).body(), "short");
    EXPECT_EQ(
        unpacked(make_delivery(page("short"), asking({{"accept-encoding", "gzip, identity;q=0"}}), {}, false).body()),
        "short");
}

TEST(Answers, brotli_goes_to_those_who_take_it_as_gladly) {
    std::string text;
    for (int n = 0; n < 500; ++n) text += "<li><a href=\"/sluzby/" + std::to_string(n * 7919) + "\">Služba</a></li>\n";
    auto coded = [&](const char* accepted) {
        return make_delivery(page(text, "\"v1\""), asking({{"accept-encoding", accepted}}), {}, false);
    };
    auto packed = coded("gzip, deflate, br, zstd");
    EXPECT_TRUE(says(packed, "Content-Encoding: br"));
    EXPECT_TRUE(says(packed, "ETag: W/\"v1\""));
    EXPECT_EQ(unbrotlied(packed.body()), text);
    EXPECT_LT(packed.body().size(), coded("gzip").body().size());
    EXPECT_TRUE(says(coded("br;q=0.5, gzip"), "Content-Encoding: gzip"));
    EXPECT_TRUE(says(coded("gzip;q=0, *"), "Content-Encoding: br"));
    EXPECT_EQ(coded("br;q=0.1, identity").body(), text);
    auto streamed = page("");
    streamed.pieces = [] { return std::optional<std::string>{}; };
    auto sent = make_delivery(streamed, asking({{"accept-encoding", "br"}}), {}, false);
    EXPECT_EQ(sent.head.find("Content-Encoding"), std::string::npos) << "pieces are sent as they come";
}

TEST(Answers, pictures_are_left_alone_and_what_was_compressed_before_is_used) {
    Answer picture{.headers = {{"Content-Type", "image/png"}}, .body = std::string(5000, 'a')};
    EXPECT_EQ(make_delivery(picture, asking({{"accept-encoding", "gzip"}}), {}, false).body().size(), 5000u);
    auto shared = page("");
    shared.shared_body = std::make_shared<const std::string>("plain");
    shared.shared_gzip = std::make_shared<const std::string>("packed");
    EXPECT_EQ(make_delivery(shared, asking({{"accept-encoding", "gzip"}}), {}, false).body(), "packed");
    EXPECT_EQ(make_delivery(shared, asking({{"accept-encoding", "gzip, br"}}), {}, false).body(), "packed")
        << "rather than packing anew";
    shared.shared_brotli = std::make_shared<const std::string>("packed better");
    EXPECT_EQ(make_delivery(shared, asking({{"accept-encoding", "gzip, br"}}), {}, false).body(), "packed better");
    EXPECT_EQ(make_delivery(shared, asking({}), {}, false).body(), "plain");
}

TEST(Answers, Vary_of_the_page_gains_the_coding) {
    auto answer = page(std::string(5000, 'a'));
    answer.headers.emplace_back("vary", "Accept");
    EXPECT_TRUE(says(make_delivery(answer, asking({}), {}, false), "vary: Accept, Accept-Encoding"));
}

TEST(Answers, HEAD_tells_the_length_and_leaves_out_the_body) {
    auto delivery = make_delivery(page("hello"), asking({}, "HEAD"), {}, false);
    EXPECT_TRUE(says(delivery, "Content-Length: 5"));
    EXPECT_EQ(delivery.body(), "");
}

TEST(Answers, a_line_end_in_a_header_cannot_be_sent) {
    auto answer = page("x");
    answer.headers.emplace_back("Location", "/a\r\nSet-Cookie: b");
    EXPECT_THROW(make_delivery(answer, asking({}), {}, false), std::invalid_argument);
    EXPECT_THROW(make_delivery(page("x", "\"a\r\n\""), asking({}), {}, false), std::invalid_argument);
}

TEST(Compression, streams_can_be_read_up_to_each_piece) {
    GzipStream stream;
    auto packed = stream.add("first ");
    EXPECT_GT(packed.size(), 10u);
    packed += stream.add("second");
    packed += stream.finish();
    EXPECT_EQ(unpacked(packed), "first second");
}

TEST(Preferences, the_type_with_the_greatest_weight_wins) {
    std::vector<std::string_view> given{"text/html", "application/json"};
    EXPECT_EQ(preferred_type("", given), 0);
    EXPECT_EQ(preferred_type("*/*", given), 0);
    EXPECT_EQ(preferred_type("application/json", given), 1);
    EXPECT_EQ(preferred_type("text/html;q=0.3, application/*;q=0.4", given), 1);
    EXPECT_EQ(preferred_type("text/html;level=1;q=0.7, */*;q=0.8", given), 1);
    EXPECT_EQ(preferred_type("image/png", given), -1);
    EXPECT_EQ(preferred_type("text/html;q=0", given), -1);
    EXPECT_EQ(preferred_type("text/html;q=1.000, application/json;q=1", given), 0);
}

TEST(Preferences, languages_fit_their_regions) {
    std::vector<std::string_view> given{"cs", "en"};
    EXPECT_EQ(preferred_language("", given), 0);
    EXPECT_EQ(preferred_language("en-GB,en;q=0.9,cs;q=0.5", given), 1);
    EXPECT_EQ(preferred_language("de, cs;q=0.1", given), 0);
    EXPECT_EQ(preferred_language("de", given), 0);
    EXPECT_EQ(preferred_language("cs;q=0, *;q=0.5", given), 1);
}

TEST(Addresses, networks_hold_their_addresses) {
    AddressList list{{"10.0.0.0/8", "192.0.2.7", "2001:db8::/33", "::1"}};
    auto holds = [&](std::string_view text) { return list.holds(*Address::parse(text)); };
    EXPECT_TRUE(holds("10.255.0.1"));
    EXPECT_TRUE(holds("::ffff:10.1.2.3"));
    EXPECT_TRUE(holds("192.0.2.7"));
    EXPECT_TRUE(holds("2001:db8:7fff::1"));
    EXPECT_FALSE(holds("2001:db8:8000::1"));
    EXPECT_FALSE(holds("11.0.0.1"));
    EXPECT_FALSE(holds("192.0.2.8"));
    for (auto bad : {"10.0.0.0/33", "10.0.0.0/", "10.0.0/8", "proxy", "::/129", "10.0.0.0/-1"})
        EXPECT_THROW(AddressList{{bad}}, std::invalid_argument) << bad;
}

TEST(Addresses, only_a_trusted_proxy_vouches_for_its_client) {
    AddressList trusted{{"10.0.0.0/8"}};
    auto who = [&](std::string_view peer, std::vector<std::pair<std::string_view, std::string_view>> headers) {
        auto client = client_of(*Address::parse(peer), asking(std::move(headers)), trusted);
        return to_text(client.address) + (client.secure ? " https" : "");
    };
    EXPECT_EQ(who("192.0.2.1", {{"x-forwarded-for", "198.51.100.1"}, {"x-forwarded-proto", "https"}}), "192.0.2.1");
    EXPECT_EQ(who("10.0.0.1", {{"x-forwarded-for", "198.51.100.1"}, {"x-forwarded-proto", "https"}}),
              "198.51.100.1 https");
    EXPECT_EQ(who("10.0.0.1", {{"x-forwarded-for", "203.0.113.9, 198.51.100.1, 10.0.0.2"}}), "198.51.100.1");
    EXPECT_EQ(who("10.0.0.1", {{"x-forwarded-for", "203.0.113.9"}, {"x-forwarded-for", "198.51.100.1:4711"}}),
              "198.51.100.1");
    EXPECT_EQ(who("10.0.0.1", {{"x-forwarded-for", "unknown"}}), "10.0.0.1");
    EXPECT_EQ(who("10.0.0.1", {{"forwarded", "for=203.0.113.9, For=\"[2001:db8::1]:80\";proto=https"}}),
              "2001:db8::1 https");
    EXPECT_EQ(who("10.0.0.1", {{"x-forwarded-for", "198.51.100.1"}, {"forwarded", "for=203.0.113.9;proto=https"}}),
              "198.51.100.1");
    EXPECT_EQ(who("10.0.0.1", {}), "10.0.0.1");
}

TEST(Addresses, are_kept_only_in_part) {
    EXPECT_EQ(truncated(*Address::parse("192.0.2.77")), "192.0.2.0");
    EXPECT_EQ(truncated(*Address::parse("2001:db8:1:2::3")), "2001:db8:1::");
}

TEST(AccessLines, a_private_path_is_kept_to_its_first_piece) {
    std::string lines;
    append_line(lines, {"00ff", "GET", "/odkaz/tajemstvi", true, 200, 10, 1.25, "192.0.2.0"});
    EXPECT_NE(lines.find(" 00ff GET /odkaz 200 10 1.2 192.0.2.0\n"), std::string::npos);
    EXPECT_EQ(lines.find("tajemstvi"), std::string::npos);
}
