// Puts findings and settings into words.
#include "platform/checkup/checkup_pages.hpp"

#include "platform/time/prague.hpp"

namespace checkup {

std::int64_t CheckupPage::count(Verdict verdict) const {
    std::int64_t found = 0;
    for (auto& group : groups) found += std::ranges::count(group.findings, verdict, &Finding::verdict);
    return found;
}

html::Stats CheckupPage::stats(html::Out& out) const {
    html::Stats stats;
    for (auto verdict : {Verdict::bad, Verdict::watch, Verdict::good})
        stats.stats.push_back(
            {out.text(std::string{"checkup.count."} + to_text(verdict)), std::to_string(count(verdict))});
    return stats;
}

html::Tag CheckupPage::tag(const Finding& finding, html::Out& out) const {
    auto kind = finding.verdict == Verdict::good    ? html::Tag::ok
                : finding.verdict == Verdict::watch ? html::Tag::part
                                                    : html::Tag::bad;
    return {kind, out.text(std::string{"checkup.verdict."} + to_text(finding.verdict))};
}

std::string CheckupPage::words(const Finding& finding, html::Out& out) const {
    return out.text("checkup." + finding.name + "." + to_text(finding.verdict),
                    finding.values.empty() ? std::string{} : finding.values.front());
}

std::string CheckupPage::moment() const { return to_czech(looked_at); }

http::PageHead CheckupPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("checkup.title"), .section = "/sprava/bezpecnost", .staff = true};
}

http::PageHead SettingsPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("settings.title"), .section = "/sprava/nastaveni", .staff = true};
}

html::Table SettingsPage::table(html::Out& out) const {
    html::Table table{out.text("settings.file"), {{"settings.what"}, {"settings.value"}, {"settings.name"}}, {}};
    table.caption_is_above = table.folds = true;
    for (auto& setting : settings)
        table.rows.push_back({{out.text("settings." + setting.name)},
                              {setting.value.empty() ? out.text("settings.none") : setting.value},
                              {setting.name}});
    return table;
}

http::Response show_checkup(const http::Request& request, Permit<auth::may::Administer> permit) {
    auto& setup = request.shelf->get<Installation>();
    return respond(request, CheckupPage{look_around(permit.db(), setup, *request.facts, request.now), request.now});
}

http::Response show_settings(const http::Request& request, Permit<auth::may::Administer>) {
    auto& setup = request.shelf->get<Installation>();
    auto& facts = *request.facts;
    std::string proxies;
    for (auto& proxy : setup.trusted_proxies) proxies += (proxies.empty() ? "" : ", ") + proxy;
    return respond(request, SettingsPage{{{"public_url", facts.public_url},
                                          {"region_name", facts.region_name},
                                          {"region_code", facts.region_code},
                                          {"contact_email", facts.contact_email},
                                          {"database", Installation::spoken(setup.database)},
                                          {"keys", Installation::spoken(setup.keys)},
                                          {"master_key", setup.master_key.string()},
                                          {"uploads", setup.uploads.string()},
                                          {"listen", setup.listen},
                                          {"certificate", setup.certificate.string()},
                                          {"trusted_proxies", proxies},
                                          {"metrics_listen", setup.metrics_listen},
                                          {"smtp_url", setup.mail_server},
                                          {"mail_from", setup.mail_from}}});
}

}
