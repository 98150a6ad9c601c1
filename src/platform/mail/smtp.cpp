// SMTP by libcurl: greeting, STARTTLS, signing in, dots doubled.
#include "platform/mail/smtp.hpp"

#include <algorithm>
#include <cstring>
#include <curl/curl.h>
#include <stdexcept>

namespace mail {

namespace {

struct Rest {
    std::string_view text;
};

std::size_t give(char* into, std::size_t size, std::size_t count, void* rest) {
    auto& text = static_cast<Rest*>(rest)->text;
    auto length = std::min(size * count, text.size());
    std::memcpy(into, text.data(), length);
    text.remove_prefix(length);
    return length;
}

std::size_t ignore(char*, std::size_t size, std::size_t count, void*) { return size * count; }

int stop_if_told(void* stopping, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return *static_cast<const std::atomic<bool>*>(stopping) ? 1 : 0;
}

// Who asks for another name, password or kind of connection asks the operator, not the writer of the letter.
bool about_signing_in(long reply) { return reply == 530 || reply == 534 || reply == 535 || reply == 538; }

Outcome outcome_of(CURLcode result, long reply) {
    using enum Outcome::Kind;
    switch (result) {
    case CURLE_OK: return {sent};
    case CURLE_ABORTED_BY_CALLBACK: return {stopped};
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
    case CURLE_OPERATION_TIMEDOUT: return {later, "unreachable", true};
    case CURLE_LOGIN_DENIED: return {later, "sign_in", true};
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_PEER_FAILED_VERIFICATION: return {later, "tls", true};
    default: break;
    }
    if (about_signing_in(reply)) return {later, "sign_in", true};
    if (reply >= 500) return {never, "smtp." + std::to_string(reply)};
    // 421: the server is closing, whatever was asked
    if (reply >= 400) return {later, "smtp." + std::to_string(reply), reply == 421};
    return {later, "lost", false};
}

}

Smtp::Smtp(Server server) : server_{std::move(server)} {
    [[maybe_unused]] static const auto ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    curl_ = curl_easy_init();
    if (!curl_) throw std::runtime_error{"libcurl cannot begin"};
}

Smtp::~Smtp() { hang_up(); }

void Smtp::hang_up() {
    if (curl_) curl_easy_cleanup(curl_);
    curl_ = nullptr;
}

Outcome Smtp::send(const std::string& to, const std::string& message, const std::atomic<bool>& stopping) {
    if (!curl_) curl_ = curl_easy_init();
    if (!curl_) throw std::runtime_error{"libcurl cannot begin"};
    curl_easy_reset(curl_);
    Rest rest{message};
    auto recipients = curl_slist_append(nullptr, ("<" + to + ">").c_str());
    auto from = "<" + server_.from.address + ">";
    curl_easy_setopt(curl_, CURLOPT_URL, server_.url.c_str());
    curl_easy_setopt(curl_, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl_, CURLOPT_PROXY, "");
    curl_easy_setopt(curl_, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl_, CURLOPT_USE_SSL, long(server_.tls_required ? CURLUSESSL_ALL : CURLUSESSL_TRY));
    curl_easy_setopt(curl_, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    if (!server_.ca_file.empty()) curl_easy_setopt(curl_, CURLOPT_CAINFO, server_.ca_file.c_str());
    if (!server_.user.empty()) {
        curl_easy_setopt(curl_, CURLOPT_USERNAME, server_.user.c_str());
        curl_easy_setopt(curl_, CURLOPT_PASSWORD, server_.password.c_str());
    }
    curl_easy_setopt(curl_, CURLOPT_CONNECTTIMEOUT, 15L);
    curl_easy_setopt(curl_, CURLOPT_TIMEOUT, 180L);
    curl_easy_setopt(curl_, CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(curl_, CURLOPT_MAIL_RCPT, recipients);
    curl_easy_setopt(curl_, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl_, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(curl_, CURLOPT_READDATA, &rest);
    curl_easy_setopt(curl_, CURLOPT_INFILESIZE_LARGE, curl_off_t(message.size()));
    curl_easy_setopt(curl_, CURLOPT_WRITEFUNCTION, ignore);
    curl_easy_setopt(curl_, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl_, CURLOPT_XFERINFOFUNCTION, stop_if_told);
    curl_easy_setopt(curl_, CURLOPT_XFERINFODATA, &stopping);
    auto result = curl_easy_perform(curl_);
    long reply = 0;
    curl_easy_getinfo(curl_, CURLINFO_RESPONSE_CODE, &reply);
    curl_slist_free_all(recipients);
    return outcome_of(result, reply);
}

}
