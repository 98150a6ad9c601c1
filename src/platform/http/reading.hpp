// From what came over the network to a Request: address, form, files, language, theme.
#pragma once

#include "platform/http/respond.hpp"
#include "platform/i18n/languages.hpp"

namespace http {

// The largest file that a form may bring; the national register has about 100 MB.
inline constexpr std::uint64_t upload_most = 512ull << 20;

// Method, preferences and cookies; nothing that can fail.
void read_head(const Head&, const SiteFacts&, const i18n::Languages&, Request&);

// What stands after the ?; the status to refuse with, if it cannot be read.
std::optional<Status> read_asked(const Head&, Request&);

// The form, urlencoded or multipart; 415 for other types, 400 for what cannot be read, 413 for too many parts.
std::optional<Status> read_body(const Head&, const Body&, bool uploads, Request&);

// Whether a form came from one of our own pages: Sec-Fetch-Site, else Origin, else Referer must say so.
bool ours(const Head&, const SiteFacts&);

// Compared in constant time.
bool same_token(std::string_view, std::string_view);

// A page that brings a policy of its own keeps it.
void add_safety_headers(const SiteFacts&, std::vector<std::pair<std::string, std::string>>&);

// Weak, from the bytes.
std::string body_etag(std::string_view);

}
