// Reads and makes cookies.
#include "platform/http/cookies.hpp"

namespace http {

namespace {

bool by_https(const SiteFacts& facts) { return facts.public_url.starts_with("https:"); }

std::string safety(const SiteFacts& facts) {
    return std::string{"; Path=/; HttpOnly; SameSite=Lax"} + (by_https(facts) ? "; Secure" : "");
}

}

std::string_view cookie(const Head& head, std::string_view name) {
    auto all = head.header("cookie");
    while (!all.empty()) {
        auto end = all.find(';');
        auto one = all.substr(0, end);
        while (one.starts_with(' ')) one.remove_prefix(1);
        if (one.size() > name.size() && one.starts_with(name) && one[name.size()] == '=')
            return one.substr(name.size() + 1);
        if (end == all.npos) break;
        all.remove_prefix(end + 1);
    }
    return {};
}

std::string session_cookie(const SiteFacts& facts) { return by_https(facts) ? "__Host-opora" : "opora"; }

std::pair<std::string, std::string> set_session(const SiteFacts& facts, const std::string& token) {
    return {"Set-Cookie", session_cookie(facts) + "=" + token + safety(facts)};
}

std::pair<std::string, std::string> drop_session(const SiteFacts& facts) {
    return {"Set-Cookie", session_cookie(facts) + "=; Max-Age=0" + safety(facts)};
}

std::pair<std::string, std::string> set_choice(const SiteFacts& facts, const std::string& name,
                                               const std::string& value) {
    return {"Set-Cookie", name + "=" + value + "; Max-Age=31536000" + safety(facts)};
}

}
