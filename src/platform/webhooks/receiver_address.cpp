// Reads addresses of receivers.
#include "platform/webhooks/receiver_address.hpp"

#include <algorithm>
#include <curl/curl.h>
#include <memory>

namespace webhooks {

namespace {

constexpr std::size_t url_most = 500;

const http::AddressList& not_public() {
    static const http::AddressList list{std::vector<std::string>{
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24",
        "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"}};
    return list;
}

// Of the sixth version only what is given out to be routed; and there nothing that hides an address of the fourth.
const http::AddressList& unicast_of_six() {
    static const http::AddressList list{std::vector<std::string>{"2000::/3"}};
    return list;
}
const http::AddressList& not_public_of_six() {
    static const http::AddressList list{
        std::vector<std::string>{"2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"}};
    return list;
}

std::string part(CURLU* url, CURLUPart which) {
    char* text = nullptr;
    if (curl_url_get(url, which, &text, 0) != CURLUE_OK || !text) return {};
    std::string copy{text};
    curl_free(text);
    return copy;
}

}

bool is_loopback(const http::Address& address) {
    static const http::AddressList list{std::vector<std::string>{"127.0.0.0/8", "::1"}};
    return list.holds(address);
}

bool is_public(const http::Address& address) {
    if (address.is_v4()) return !not_public().holds(address);
    return unicast_of_six().holds(address) && !not_public_of_six().holds(address);
}

const char* address_problem(const std::string& text, bool loopback_allowed) {
    if (text.empty()) return "webhooks.address.missing";
    bool plain = std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7f; });
    if (text.size() > url_most || !plain) return "webhooks.address.unreadable";
    std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> url{curl_url(), &curl_url_cleanup};
    if (!url || curl_url_set(url.get(), CURLUPART_URL, text.c_str(), 0) != CURLUE_OK)
        return "webhooks.address.unreadable";
    auto scheme = part(url.get(), CURLUPART_SCHEME), host = part(url.get(), CURLUPART_HOST);
    if (host.empty() || !part(url.get(), CURLUPART_FRAGMENT).empty()) return "webhooks.address.unreadable";
    if (!part(url.get(), CURLUPART_USER).empty() || !part(url.get(), CURLUPART_PASSWORD).empty())
        return "webhooks.address.with_password";
    auto address = http::Address::parse(host);
    bool here = host == "localhost" || host.ends_with(".localhost") || (address && is_loopback(*address));
    if (here && loopback_allowed) return scheme == "https" || scheme == "http" ? nullptr : "webhooks.address.https";
    if (scheme != "https") return "webhooks.address.https";
    if (here || (address && !is_public(*address))) return "webhooks.address.private";
    return nullptr;
}

}
