// What the program found when it looked at its own installation, and how it is set up.
#pragma once

#include "platform/auth/permissions.hpp"
#include "platform/checkup/checkup.hpp"
#include "platform/html/parts.hpp"
#include "platform/html/table.hpp"
#include "platform/http/respond.hpp"

namespace checkup {

struct CheckupPage {
    std::vector<Group> groups;
    Instant looked_at{};

    std::int64_t count(Verdict) const;
    html::Stats stats(html::Out&) const;
    html::Tag tag(const Finding&, html::Out&) const;
    std::string words(const Finding&, html::Out&) const;
    std::string moment() const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("bad", page.count(Verdict::bad)), visit("watch", page.count(Verdict::watch));
        visit("good", page.count(Verdict::good));
    }
    void write(html::Out&) const;
};

// Read from the settings file and the environment when the program started; secrets are not among them.
struct Setting {
    std::string name{};    // as in opora.toml; its meaning is the text settings.NAME
    std::string value{};
    static void each_field(auto& setting, auto& visit) { visit("name", setting.name), visit("value", setting.value); }
};

struct SettingsPage {
    std::vector<Setting> settings;

    html::Table table(html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("settings", page.settings); }
    void write(html::Out&) const;
};

http::Response show_checkup(const http::Request&, Permit<auth::may::Administer>);
http::Response show_settings(const http::Request&, Permit<auth::may::Administer>);

}
