// Reads and checks how mail is sent.
#include "platform/mail/mail_settings.hpp"

#include <fstream>
#include <stdexcept>

namespace mail {

namespace {

std::string host_of(std::string_view url) {
    auto start = url.find("://");
    if (start != url.npos) url.remove_prefix(start + 3);
    url = url.substr(0, url.find('/'));
    if (url.starts_with('[')) return std::string{url.substr(0, url.find(']') + 1)};
    return std::string{url.substr(0, url.find(':'))};
}

std::string password_in(const std::filesystem::path& file) {
    using std::filesystem::perms;
    std::ifstream in{file};
    std::string password;
    if (!in || (!std::getline(in, password) && password.empty()))
        throw std::runtime_error{"smtp_password_file " + file.string() + " cannot be read or is empty"};
    if ((std::filesystem::status(file).permissions() & perms::others_all) != perms::none)
        throw std::runtime_error{"smtp_password_file " + file.string() + " may be read by others: chmod 640 or 600"};
    if (password.ends_with('\r')) password.pop_back();
    return password;
}

}

std::optional<Server> server_of(const Settings& settings, const std::string& contact_email,
                                const std::string& public_url) {
    if (settings.smtp_url.empty()) return {};
    Server server;
    server.url = settings.smtp_url;
    if (!server.url.starts_with("smtp://") && !server.url.starts_with("smtps://"))
        throw std::runtime_error{"smtp_url must begin with smtp:// or smtps://"};
    auto path = server.url.find('/', server.url.find("://") + 3);
    if (server.url.substr(0, path).find('@') != std::string::npos)
        throw std::runtime_error{"smtp_url holds a name or a password: use smtp_user and smtp_password_file"};
    // What follows the host is the name by which we greet.
    if (path == std::string::npos) server.url += "/" + host_of(public_url);
    server.user = settings.smtp_user;
    if (!settings.smtp_password_file.empty()) server.password = password_in(settings.smtp_password_file);
    if (server.user.empty() != server.password.empty())
        throw std::runtime_error{"smtp_user and smtp_password_file belong together"};
    server.ca_file = settings.smtp_ca_file;
    auto host = host_of(server.url);
    bool here = host == "localhost" || host == "127.0.0.1" || host == "[::1]";
    if (!settings.smtp_tls.empty() && settings.smtp_tls != "required" && settings.smtp_tls != "optional")
        throw std::runtime_error{"smtp_tls is required or optional"};
    server.tls_required = settings.smtp_tls.empty() ? !here : settings.smtp_tls == "required";
    auto from = mailbox_from(settings.from.empty() ? contact_email : settings.from);
    if (!from) throw std::runtime_error{"mail_from must be an address, or Name <address>"};
    server.from = *from;
    if (server.from.name.empty()) server.from.name = "Opora";
    return server;
}

}
