// Reads and checks how people sign in at the identity provider.
#include "platform/identity/identity_settings.hpp"

#include "platform/auth/people.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace identity {

namespace {

std::string_view host_and_port(std::string_view url) {
    url.remove_prefix(std::min(url.find("://") + 3, url.size()));
    return url.substr(0, url.find_first_of("/?#"));
}

bool on_this_machine(std::string_view url) {
    auto host = host_and_port(url);
    if (host.starts_with("[")) return host.starts_with("[::1]");
    host = host.substr(0, host.find(':'));
    return host == "localhost" || host == "127.0.0.1";
}

bool plain_characters(std::string_view text) {
    return std::ranges::all_of(text, [](unsigned char c) { return c > ' ' && c < 0x7f && c != '"' && c != '\\'; });
}

std::string secret_in(const std::filesystem::path& file) {
    using std::filesystem::perms;
    std::ifstream in{file};
    std::string secret;
    if (!in || (!std::getline(in, secret) && secret.empty()) || secret.empty())
        throw std::runtime_error{"identity.client_secret_file " + file.string() + " cannot be read or is empty"};
    if ((std::filesystem::status(file).permissions() & perms::others_all) != perms::none)
        throw std::runtime_error{"identity.client_secret_file " + file.string() +
                                 " may be read by others: chmod 640 or 600"};
    if (secret.ends_with('\r')) secret.pop_back();
    return secret;
}

void check(const Settings& settings) {
    auto& issuer = settings.issuer;
    if (!may_be_asked(issuer, on_this_machine(issuer)) || issuer.find_first_of("?#") != issuer.npos)
        throw std::runtime_error{"identity.issuer must be an https address without ? and #"};
    if (settings.client_id.empty()) throw std::runtime_error{"identity.client_id is missing"};
    if (settings.client_secret_file.empty()) throw std::runtime_error{"identity.client_secret_file is missing"};
    auto& way = settings.client_auth;
    if (!way.empty() && way != "basic" && way != "post")
        throw std::runtime_error{"identity.client_auth is basic or post"};
    if (settings.email_claim.empty()) throw std::runtime_error{"identity.email_claim is empty: leave it out"};
    if (settings.only_this_way && settings.passwords_for.empty())
        throw std::runtime_error{"identity.only_this_way needs identity.passwords_for: the e-mail of an administrator "
                                 "who gets in when the provider is down"};
}

}

bool may_be_asked(std::string_view url, bool plain_allowed) {
    bool https = url.starts_with("https://"), plain = url.starts_with("http://");
    if (!https && !(plain && plain_allowed && on_this_machine(url))) return false;
    auto host = host_and_port(url);
    return url.size() <= 2000 && !host.empty() && host.find('@') == host.npos && url.find('#') == url.npos &&
           plain_characters(url);
}

std::optional<Client> client_of(const Settings& settings, const std::string& public_url) {
    if (settings.issuer.empty()) return {};
    check(settings);
    Client client{settings, secret_in(settings.client_secret_file), public_url + return_path, public_url};
    client.plain_allowed = settings.issuer.starts_with("http://");
    auto& kept = client.settings;
    if (kept.button.empty()) kept.button = "Přihlásit účtem kraje";
    for (auto& email : kept.passwords_for) email = auth::plain_email(email);
    return client;
}

}
