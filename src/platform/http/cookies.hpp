// Cookies: reading them, and the one that keeps somebody signed in.
#pragma once

#include "platform/http/request.hpp"
#include "platform/http/transport.hpp"

namespace http {

std::string_view cookie(const Head&, std::string_view name);

// __Host- over https; browsers refuse that prefix over plain http, so the loopback demonstration goes without it.
std::string session_cookie(const SiteFacts&);
std::pair<std::string, std::string> set_session(const SiteFacts&, const std::string& token);
std::pair<std::string, std::string> drop_session(const SiteFacts&);

// A choice of the reader (theme, language), kept for a year.
std::pair<std::string, std::string> set_choice(const SiteFacts&, const std::string& name, const std::string& value);

}
