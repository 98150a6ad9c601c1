// Reads requests.
#include "platform/http/reading.hpp"

#include "platform/http/cookies.hpp"
#include "platform/http/multipart.hpp"
#include "platform/http/urlencoded.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <sodium.h>

namespace http {

void read_head(const Head& head, const SiteFacts& facts, const i18n::Languages& languages, Request& request) {
    request.method = head.method == "HEAD" ? "GET" : std::string{head.method};
    request.path = std::string{head.path};
    request.target = std::string{head.target};
    request.accept = std::string{head.header("accept")};
    request.remote = head.remote;
    request.texts = &languages.choose(cookie(head, "jazyk"), head.header("accept-language"));
    auto theme = cookie(head, "vzhled");
    if (theme == "light" || theme == "dark") request.theme = theme;
    request.session_token = std::string{cookie(head, session_cookie(facts))};
}

std::optional<Status> read_asked(const Head& head, Request& request) {
    auto asked = parse_urlencoded(head.query);
    if (!asked) return bad_request;
    request.asked = Values{std::move(asked.fields)};
    return {};
}

namespace {

std::optional<Status> read_multipart(const Body& body, std::string_view content_type, Request& request) {
    auto boundary = multipart_boundary(content_type);
    if (!boundary) return bad_request;
    auto folder = body.file ? body.file->parent_path() : std::filesystem::temp_directory_path();
    Multipart form{*boundary, folder, {.file_bytes = upload_most}};
    bool read = body.file ? feed_file(form, *body.file) : form.feed(body.bytes);
    if (!read || !form.finish()) {
        switch (form.problem()) {
        case MultipartProblem::file_too_long:
        case MultipartProblem::field_too_long:
        case MultipartProblem::too_many_parts: return too_large;
        case MultipartProblem::cannot_write: return no_room;
        default: return bad_request;
        }
    }
    for (auto& part : form.parts()) {
        if (part.filename) request.files.push_back({part.name, *part.filename, part.file, part.size});
        else request.values.add(part.name, part.value);
    }
    return {};
}

}

std::optional<Status> read_body(const Head& head, const Body& body, bool uploads, Request& request) {
    auto type = head.header("content-type");
    if (uploads && type.starts_with("multipart/form-data")) return read_multipart(body, type, request);
    if (type.empty() && body.bytes.empty() && !body.file) return {};
    if (type.starts_with("multipart/form-data")) return read_multipart(body, type, request);
    if (!type.starts_with("application/x-www-form-urlencoded")) return unsupported_media;
    if (body.file) return too_large;    // a form that long is none of ours
    auto typed = parse_urlencoded(body.bytes);
    if (!typed) return bad_request;
    for (auto& [name, value] : typed.fields) request.values.add(std::move(name), std::move(value));
    return {};
}

bool same_token(std::string_view a, std::string_view b) {
    return a.size() == b.size() && !a.empty() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

bool ours(const Head& head, const SiteFacts& facts) {
    auto site = head.header("sec-fetch-site");
    if (!site.empty()) return site == "same-origin" || site == "none";
    auto origin = head.header("origin");
    if (!origin.empty()) return origin == facts.public_url;
    auto referer = head.header("referer");
    if (!referer.empty()) return referer.starts_with(facts.public_url + "/") || referer == facts.public_url;
    // A program without any of the three has no cookies of a person either, unless it was given them on purpose.
    return true;
}

bool surely_ours(const Head& head, const SiteFacts& facts) {
    return !(head.header("sec-fetch-site").empty() && head.header("origin").empty()) && ours(head, facts);
}

void add_safety_headers(const SiteFacts& facts, std::vector<std::pair<std::string, std::string>>& headers) {
    bool has_its_own =
        std::ranges::any_of(headers, [](auto& header) { return header.first == "Content-Security-Policy"; });
    if (!has_its_own)
        headers.emplace_back(
            "Content-Security-Policy",
            "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'");
    headers.emplace_back("X-Content-Type-Options", "nosniff");
    headers.emplace_back("Referrer-Policy", "same-origin");
    headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
    headers.emplace_back("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    if (facts.public_url.starts_with("https:")) headers.emplace_back("Strict-Transport-Security", "max-age=31536000");
}

std::string body_etag(std::string_view body) {
    unsigned char hash[16];
    crypto_generichash(hash, sizeof hash, reinterpret_cast<const unsigned char*>(body.data()), body.size(), nullptr, 0);
    std::string tag = "\"";
    for (auto byte : hash) tag += fmt::format("{:02x}", byte);
    return tag + "\"";
}

}
