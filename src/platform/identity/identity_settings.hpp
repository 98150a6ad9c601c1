// With which identity provider people may sign in, as the operator configures it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace identity {

// [identity] of opora.toml.
struct Settings {
    std::string issuer{};       // https://prihlaseni.kraj.example/realms/kraj; empty: nobody signs in this way
    std::string client_id{};    // as registered at the provider
    std::filesystem::path client_secret_file{};    // readable by its owner and group alone
    std::string client_auth{};                     // basic, post; unless told what the provider offers, basic first
    std::filesystem::path ca_file{};               // of a provider whose certificate the system does not know
    std::string button{};                          // Přihlásit účtem kraje
    std::string email_claim = "email";             // counts only beside email_verified
    std::vector<std::string> acr_required{};       // one of these, or nobody comes in
    std::vector<std::string> acr_strong{}, amr_strong{};    // one of these counts as the second step
    std::vector<std::string> passwords_for{};               // e-mails that keep their password with only_this_way
    bool link_by_email = false;                             // a verified e-mail of a person who is here links by itself
    bool only_this_way = false;                             // passwords sign in nobody but passwords_for
    bool end_session = false;                               // offers to sign out at the provider too
};

// The settings read and checked.
struct Client {
    Settings settings;
    std::string secret;
    std::string redirect_uri;    // to be registered at the provider
    std::string public_url;
    bool plain_allowed = false;    // the provider runs on this machine: http is enough
};

// Nothing where no provider is configured.  Throws std::runtime_error with a sentence for the operator.
std::optional<Client> client_of(const Settings&, const std::string& public_url);

// An address that may be asked: https, or where plain is allowed http of this machine; no name or password in it.
bool may_be_asked(std::string_view url, bool plain_allowed);

inline constexpr auto return_path = "/prihlaseni/ucet/zpet";

}
