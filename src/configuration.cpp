// Reads settings.
#include "configuration.hpp"

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
    take(configuration.mail.from, file, "mail_from", "OPORA_MAIL_FROM");
    take_register(configuration.register_source, file);
    return configuration;
}
