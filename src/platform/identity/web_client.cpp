// HTTPS by libcurl.
#include "platform/identity/web_client.hpp"

#include <curl/curl.h>
#include <memory>

namespace identity {

namespace {

struct Collected {
    std::string body{};
    std::size_t most = 0;
};

std::size_t take(char* bytes, std::size_t size, std::size_t count, void* into) {
    auto& kept = *static_cast<Collected*>(into);
    auto length = size * count;
    if (kept.body.size() + length > kept.most) return 0;    // ends the transfer
    kept.body.append(bytes, length);
    return length;
}

struct EndOfCurl {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

}

WebAnswer ask(const WebQuestion& question) {
    [[maybe_unused]] static const auto ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    std::unique_ptr<CURL, EndOfCurl> owned{curl_easy_init()};
    std::unique_ptr<curl_slist, EndOfCurl> headers{curl_slist_append(nullptr, "Accept: application/json")};
    auto* curl = owned.get();
    if (!curl || !headers || question.patience.count() <= 0) return {};
    Collected kept{{}, question.most};
    curl_easy_setopt(curl, CURLOPT_URL, question.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, question.plain_allowed ? "https,http" : "https");
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    if (!question.ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, question.ca_file.c_str());
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, long(question.patience.count()));
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    if (!question.form.empty()) {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, long(question.form.size()));
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, question.form.c_str());
    }
    if (!question.user.empty()) {
        curl_easy_setopt(curl, CURLOPT_HTTPAUTH, long(CURLAUTH_BASIC));
        curl_easy_setopt(curl, CURLOPT_USERNAME, question.user.c_str());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, question.password.c_str());
    }
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &kept);
    if (curl_easy_perform(curl) != CURLE_OK) return {};
    WebAnswer answer;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer.status);
    answer.body = std::move(kept.body);
    return answer;
}

}
