// Pages about the site itself: open data, accessibility, privacy.
#pragma once

#include "network/permissions.hpp"
#include "network/public_pages/service_page.hpp"
#include "platform/http/respond.hpp"

namespace network {

struct OpenDataPage {
    std::string public_url{};
    std::int64_t services{};
    std::optional<Instant> changed_at{};
    std::vector<PageLine> files{};    // text: name, href: address without an ending, as CSV, XLSX and ODS
    std::vector<PageLine> code_lists{};

    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("services", page.services), visit("changed_at", page.changed_at), visit("files", page.files),
            visit("code_lists", page.code_lists);
    }
    void write(html::Out&) const;
};

// Act 99/2019, § 8: the statement says how far the site conforms, what does not, how it was found out and where to
// complain.
struct AccessibilityPage {
    std::string region{}, public_url{}, contact_email{};
    Date made_on{};

    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("state", "partly"), visit("made_on", page.made_on), visit("contact_email", page.contact_email);
    }
    void write(html::Out&) const;
};

struct PrivacyPage {
    std::string region{}, contact_email{};

    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("contact_email", page.contact_email); }
    void write(html::Out&) const;
};

http::Response show_open_data(const http::Request&, Permit<auth::may::Read>);
http::Response export_open_data(const http::Request&, Permit<auth::may::Read>);
http::Response show_accessibility(const http::Request&, Permit<auth::may::Read>);
http::Response show_privacy(const http::Request&, Permit<auth::may::Read>);

}
