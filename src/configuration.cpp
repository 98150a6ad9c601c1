// Reads settings.
#include "configuration.hpp"

#include <charconv>
#include <cstdlib>
#include <toml++/toml.h>

namespace {

void take(std::string& setting, const toml::table& file, std::string_view path, const char* variable) {
    if (auto value = file.at_path(path).value<std::string>()) setting = *value;
    if (auto value = std::getenv(variable)) setting = value;
}

void take(std::filesystem::path& setting, const toml::table& file, std::string_view path, const char* variable) {
    auto text = setting.string();
    take(text, file, path, variable);
    setting = text;
}

void take(bool& setting, const toml::table& file, std::string_view path, const char* variable) {
    if (auto value = file.at_path(path).value<bool>()) setting = *value;
    if (auto value = std::getenv(variable)) setting = std::string_view{value} == "true";
}

void take(std::vector<std::string>& setting, const toml::table& file, std::string_view path, const char* variable) {
    if (auto list = file.at_path(path).as_array()) {
        setting.clear();
        for (auto& item : *list)
            if (auto text = item.value<std::string>()) setting.push_back(*text);
    }
    if (auto value = std::getenv(variable)) {
        setting.clear();
        std::string_view rest = value;
        while (!rest.empty()) {
            auto end = rest.find(',');
            if (end != 0) setting.emplace_back(rest.substr(0, end));
            rest = end == rest.npos ? std::string_view{} : rest.substr(end + 1);
        }
    }
}

void take(identity::Settings& setting, const toml::table& file) {
    take(setting.issuer, file, "identity.issuer", "OPORA_IDENTITY_ISSUER");
    take(setting.client_id, file, "identity.client_id", "OPORA_IDENTITY_CLIENT_ID");
    take(setting.client_secret_file, file, "identity.client_secret_file", "OPORA_IDENTITY_CLIENT_SECRET_FILE");
    take(setting.client_auth, file, "identity.client_auth", "OPORA_IDENTITY_CLIENT_AUTH");
    take(setting.ca_file, file, "identity.ca_file", "OPORA_IDENTITY_CA_FILE");
    take(setting.button, file, "identity.button", "OPORA_IDENTITY_BUTTON");
    take(setting.email_claim, file, "identity.email_claim", "OPORA_IDENTITY_EMAIL_CLAIM");
    take(setting.acr_required, file, "identity.acr_required", "OPORA_IDENTITY_ACR_REQUIRED");
    take(setting.acr_strong, file, "identity.acr_strong", "OPORA_IDENTITY_ACR_STRONG");
    take(setting.amr_strong, file, "identity.amr_strong", "OPORA_IDENTITY_AMR_STRONG");
    take(setting.passwords_for, file, "identity.passwords_for", "OPORA_IDENTITY_PASSWORDS_FOR");
    take(setting.link_by_email, file, "identity.link_by_email", "OPORA_IDENTITY_LINK_BY_EMAIL");
    take(setting.only_this_way, file, "identity.only_this_way", "OPORA_IDENTITY_ONLY_THIS_WAY");
    take(setting.end_session, file, "identity.end_session", "OPORA_IDENTITY_END_SESSION");
}

void take_megabytes(std::int64_t& bytes, const toml::table& file, std::string_view path, const char* variable) {
    std::string text;
    if (auto number = file.at_path(path).value<std::int64_t>()) text = std::to_string(*number);
    if (auto value = std::getenv(variable)) text = value;
    if (text.empty()) return;
    std::int64_t megabytes = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), megabytes);
    bool whole = error == std::errc{} && end == text.data() + text.size();
    bytes = whole && megabytes > 0 && megabytes < 1000 ? megabytes * 1'000'000 : 0;    // 0 is refused with a sentence
}

// A folder, a file or an address of the web; the hour is one of the clocks of Prague.
void take_register(network::RegisterSettings& settings, const toml::table& file) {
    take(settings.source, file, "register.source", "OPORA_REGISTER_SOURCE");
    if (settings.source.find("://") != std::string::npos && !network::is_web_address(settings.source))
        throw std::runtime_error{"register.source is a folder, a file or an address with http:// or https://"};
    auto hour = std::to_string(file.at_path("register.hour").value<std::int64_t>().value_or(5));
    take(hour, {}, "", "OPORA_REGISTER_HOUR");
    auto earliest = hour.size() <= 2 ? parse_time(hour) : std::nullopt;
    if (!earliest || earliest->minutes >= 24 * 60)
        throw std::runtime_error{"register.hour is a whole hour from 0 to 23"};
    settings.earliest = *earliest;
}

}

Configuration read_configuration(const std::filesystem::path& path) {
    toml::table file;
    if (!path.empty()) {
        try {
            file = toml::parse_file(path.string());
        } catch (const toml::parse_error& error) {
            throw std::runtime_error{path.string() + ", line " + std::to_string(error.source().begin.line) + ": " +
                                     std::string{error.description()}};
        }
    }
    Configuration configuration;
    take(configuration.database, file, "database", "OPORA_DATABASE");
    take(configuration.keys, file, "keys", "OPORA_KEYS");
    take(configuration.master_key, file, "master_key", "OPORA_MASTER_KEY");
    take(configuration.uploads, file, "uploads", "OPORA_UPLOADS");
    take(configuration.server.listen, file, "listen", "OPORA_LISTEN");
    take(configuration.server.trusted_proxies, file, "trusted_proxies", "OPORA_TRUSTED_PROXIES");
    take(configuration.server.access_log, file, "access_log", "OPORA_ACCESS_LOG");
    take(configuration.server.certificate, file, "certificate", "OPORA_CERTIFICATE");
    take(configuration.server.certificate_key, file, "certificate_key", "OPORA_CERTIFICATE_KEY");
    take(configuration.redirect_listen, file, "redirect_listen", "OPORA_REDIRECT_LISTEN");
    take(configuration.metrics_listen, file, "metrics_listen", "OPORA_METRICS_LISTEN");
    take(configuration.facts.public_url, file, "public_url", "OPORA_PUBLIC_URL");
    take(configuration.facts.region_name, file, "region_name", "OPORA_REGION_NAME");
    take(configuration.facts.region_code, file, "region_code", "OPORA_REGION_CODE");
    take(configuration.facts.contact_email, file, "contact_email", "OPORA_CONTACT_EMAIL");
    take(configuration.mail.smtp_url, file, "smtp_url", "OPORA_SMTP_URL");
    take(configuration.mail.smtp_user, file, "smtp_user", "OPORA_SMTP_USER");
    take(configuration.mail.smtp_password_file, file, "smtp_password_file", "OPORA_SMTP_PASSWORD_FILE");
    take(configuration.mail.smtp_ca_file, file, "smtp_ca_file", "OPORA_SMTP_CA_FILE");
    take(configuration.mail.smtp_tls, file, "smtp_tls", "OPORA_SMTP_TLS");
    take(configuration.webhooks_to_loopback, file, "webhooks_to_loopback", "OPORA_WEBHOOKS_TO_LOOPBACK");
    take(configuration.mail.from, file, "mail_from", "OPORA_MAIL_FROM");
    take(configuration.map_tiles.address, file, "map_tiles", "OPORA_MAP_TILES");
    take(configuration.map_tiles.attribution, file, "map_tiles_attribution", "OPORA_MAP_TILES_ATTRIBUTION");
    take(configuration.identity, file);
    take(configuration.files.store, file, "files.store", "OPORA_FILES_STORE");
    take_megabytes(configuration.files.bytes_most, file, "files.most_mb", "OPORA_FILES_MOST_MB");
    configuration.files.check();
    take_register(configuration.register_source, file);
    return configuration;
}
