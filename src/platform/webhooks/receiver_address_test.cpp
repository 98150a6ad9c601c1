// Where events may go, and how they are signed.
#include "platform/webhooks/receiver_address.hpp"
#include "platform/webhooks/subscription.hpp"

#include <gtest/gtest.h>

using webhooks::address_problem;

TEST(ReceiverAddresses, are_of_the_public_network_only) {
    for (auto open : {"9.9.9.9", "93.184.216.34", "172.32.0.1", "2a00:1450:4014:80e::200e", "2606:2800:220:1::1"})
        EXPECT_TRUE(webhooks::is_public(*http::Address::parse(open))) << open;
    for (auto closed : {"0.0.0.0",
                        "10.1.2.3",
                        "100.64.0.1",
                        "127.0.0.1",
                        "127.255.0.1",
                        "169.254.169.254",
                        "172.16.0.1",
                        "172.31.255.255",
                        "192.0.0.8",
                        "192.168.1.1",
                        "198.18.0.1",
                        "224.0.0.1",
                        "255.255.255.255",
                        "::",
                        "::1",
                        "::ffff:10.0.0.1",
                        "::ffff:127.0.0.1",
                        "::127.0.0.1",
                        "64:ff9b::a00:1",
                        "64:ff9b:1::1",
                        "100::1",
                        "fc00::1",
                        "fd12::1",
                        "fe80::1",
                        "fec0::1",
                        "ff02::1",
                        "2001:db8::1",
                        "2001::1",
                        "2002:7f00:1::1",
                        "5f00::1"})
        EXPECT_FALSE(webhooks::is_public(*http::Address::parse(closed))) << closed;
}

TEST(ReceiverAddresses, are_https_without_a_password) {
    EXPECT_EQ(address_problem("https://web.obec.example/opora?k=1", false), nullptr);
    EXPECT_EQ(address_problem("https://web.obec.example:8443", false), nullptr);
    auto problem = [](const char* url, bool loopback = false) {
        auto key = address_problem(url, loopback);
        return std::string{key ? key : ""};
    };
    EXPECT_EQ(problem(""), "webhooks.address.missing");
    for (auto wrong : {"web.obec.example", "https://", "https://a b/", "https://web.obec.example/#x", "gopher2://x/",
                       "https://web.obec.example/\r\nX: y", "//x"})
        EXPECT_EQ(problem(wrong), "webhooks.address.unreadable") << wrong;
    EXPECT_EQ(problem("https://jana:tajne@web.obec.example/"), "webhooks.address.with_password");
    for (auto wrong : {"http://web.obec.example/", "ftp://web.obec.example/", "file:///etc/passwd"})
        EXPECT_NE(problem(wrong), "") << wrong;
    for (auto inner :
         {"https://127.0.0.1/", "https://[::1]/", "https://10.0.0.1/", "https://localhost/",
          "https://169.254.169.254/latest", "https://2130706433/", "https://0x7f.1/", "https://[fe80::1]/"})
        EXPECT_EQ(problem(inner), "webhooks.address.private") << inner;
    EXPECT_EQ(problem("http://127.0.0.1:8000/", true), "");
    EXPECT_EQ(problem("http://localhost:8000/", true), "");
    EXPECT_EQ(problem("http://10.0.0.1/", true), "webhooks.address.https");
    EXPECT_EQ(problem("https://10.0.0.1/", true), "webhooks.address.private");
}

TEST(WebhookSignatures, are_what_a_receiver_computes) {
    // python3 -c 'import hmac; print(hmac.new(b"whsec_x", b"1764489600.{}", "sha256").hexdigest())'
    EXPECT_EQ(webhooks::signature("whsec_x", 1764489600, "{}"),
              "t=1764489600,v1=2e9ad9aa09d1f779faeaf79e6348b4ab2756141b98c9a6829fa91ad4f3b7eb68");
}
