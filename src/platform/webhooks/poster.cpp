// HTTP by libcurl.
#include "platform/webhooks/poster.hpp"

#include "platform/webhooks/receiver_address.hpp"

#include <cstring>
#include <curl/curl.h>
#include <netinet/in.h>
#include <stdexcept>
#include <sys/socket.h>

namespace webhooks {

namespace {

constexpr std::size_t answer_most = 64 * 1024;    // more is cut off

// What the callbacks of one try share.
struct Try {
    bool loopback_allowed;
    const std::atomic<bool>& stopping;
    bool refused_address = false;
    std::size_t answered = 0;
};

// The last word on where a connection goes, after every name was looked up.
curl_socket_t open_if_allowed(void* of_try, curlsocktype, curl_sockaddr* to) {
    auto& under_way = *static_cast<Try*>(of_try);
    http::Address address;
    if (to->family == AF_INET) {
        sockaddr_in four;
        std::memcpy(&four, &to->addr, sizeof four);
        address.bytes[10] = address.bytes[11] = 0xff;
        std::memcpy(address.bytes.data() + 12, &four.sin_addr, 4);
    } else if (to->family == AF_INET6) {
        sockaddr_in6 six;
        std::memcpy(&six, &to->addr, sizeof six);
        std::memcpy(address.bytes.data(), &six.sin6_addr, 16);
    } else return CURL_SOCKET_BAD;
    if (!may_connect(address, under_way.loopback_allowed)) {
        under_way.refused_address = true;
        return CURL_SOCKET_BAD;
    }
    return ::socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

std::size_t count_and_ignore(char*, std::size_t size, std::size_t count, void* of_try) {
    auto& answered = static_cast<Try*>(of_try)->answered;
    answered += size * count;
    return answered > answer_most ? 0 : size * count;
}

int stop_if_asked(void* of_try, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<Try*>(of_try)->stopping ? 1 : 0;
}

// What the receiver itself said; whoever asks to be left alone for a while is away.
Posted by_status(long status) {
    using enum Posted::Kind;
    if (status >= 200 && status < 300) return {delivered};
    auto error = (status >= 300 && status < 400 ? "redirect." : "http.") + std::to_string(status);
    bool away = status == 429 || (status >= 502 && status <= 504);
    return {failed, error, away, status == 410};
}

Posted outcome_of(CURLcode result, long status, const Try& under_way) {
    using enum Posted::Kind;
    bool cut_off = result == CURLE_WRITE_ERROR && under_way.answered > answer_most;
    if (result == CURLE_OK || cut_off) return by_status(status);
    if (under_way.refused_address) return {failed, "private"};
    switch (result) {
    case CURLE_ABORTED_BY_CALLBACK: return {stopped};
    case CURLE_OPERATION_TIMEDOUT: return {failed, "timeout", true};
    case CURLE_COULDNT_RESOLVE_HOST: return {failed, "no_such_host", true};
    case CURLE_COULDNT_CONNECT: return {failed, "unreachable", true};
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_PEER_FAILED_VERIFICATION: return {failed, "tls", true};
    default: return {failed, "lost", true};
    }
}

}

Poster::Poster(PosterSettings settings) : settings_{settings} {
    [[maybe_unused]] static const auto ready = curl_global_init(CURL_GLOBAL_DEFAULT);
}

Poster::~Poster() { hang_up(); }

void Poster::hang_up() {
    if (curl_) curl_easy_cleanup(curl_);
    curl_ = nullptr;
}

Posted Poster::post(const std::string& url, const std::vector<std::string>& headers, const std::string& body,
                    const std::atomic<bool>& stopping) {
    // Also an address that was kept when more was allowed.
    if (address_problem(url, settings_.loopback_allowed)) return {Posted::Kind::failed, "private"};
    if (!curl_) curl_ = curl_easy_init();
    if (!curl_) throw std::runtime_error{"libcurl cannot begin"};
    curl_easy_reset(curl_);
    Try under_way{settings_.loopback_allowed, stopping};
    curl_slist* lines = curl_slist_append(nullptr, "Expect:");
    for (auto& header : headers) lines = curl_slist_append(lines, header.c_str());
    curl_easy_setopt(curl_, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl_, CURLOPT_PROTOCOLS_STR, settings_.loopback_allowed ? "https,http" : "https");
    curl_easy_setopt(curl_, CURLOPT_PROXY, "");
    curl_easy_setopt(curl_, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl_, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl_, CURLOPT_NETRC, long(CURL_NETRC_IGNORED));
    curl_easy_setopt(curl_, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(curl_, CURLOPT_TIMEOUT_MS, long(settings_.patience.count()));
    curl_easy_setopt(curl_, CURLOPT_OPENSOCKETFUNCTION, open_if_allowed);
    curl_easy_setopt(curl_, CURLOPT_OPENSOCKETDATA, &under_way);
    curl_easy_setopt(curl_, CURLOPT_USERAGENT, "Opora");
    curl_easy_setopt(curl_, CURLOPT_HTTPHEADER, lines);
    curl_easy_setopt(curl_, CURLOPT_POST, 1L);
    curl_easy_setopt(curl_, CURLOPT_POSTFIELDS, body.c_str());
    curl_easy_setopt(curl_, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.size()));
    curl_easy_setopt(curl_, CURLOPT_WRITEFUNCTION, count_and_ignore);
    curl_easy_setopt(curl_, CURLOPT_WRITEDATA, &under_way);
    curl_easy_setopt(curl_, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl_, CURLOPT_XFERINFOFUNCTION, stop_if_asked);
    curl_easy_setopt(curl_, CURLOPT_XFERINFODATA, &under_way);
    auto result = curl_easy_perform(curl_);
    long status = 0;
    curl_easy_getinfo(curl_, CURLINFO_RESPONSE_CODE, &status);
    curl_slist_free_all(lines);
    return outcome_of(result, status, under_way);
}

}
