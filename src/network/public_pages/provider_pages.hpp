// Who provides services: the list, and the page of one of them.
#pragma once

#include "network/public_pages/service_page.hpp"
#include "platform/documents/table_file.hpp"

namespace network {

inline constexpr std::int64_t providers_on_a_page = 50;

struct ProviderLine {
    std::string slug{}, name{}, short_name{}, town{}, ico{};
    std::int64_t services{};
    bool invented{};

    static void each_field(auto& line, auto& visit) {
        visit("slug", line.slug), visit("name", line.name), visit("short_name", line.short_name),
            visit("town", line.town);
        visit("ico", line.ico), visit("services", line.services), visit("invented", line.invented);
    }
};

struct ProvidersPage {
    std::string words{};
    std::int64_t total{}, page = 1;
    std::vector<ProviderLine> providers{};

    std::int64_t pages() const { return (total + providers_on_a_page - 1) / providers_on_a_page; }
    documents::Downloads downloads() const {
        return {"/poskytovatele", words.empty() ? "" : "q=" + http::encoded(words)};
    }
    html::Pager pager() const {
        return {words.empty() ? "/poskytovatele?strana=" : "/poskytovatele?q=" + http::encoded(words) + "&strana=",
                page, pages()};
    }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("total", page.total), visit("page", page.page), visit("pages", page.pages()),
            visit("providers", page.providers);
    }
    void write(html::Out&) const;
};

struct ProviderPage {
    std::string slug{}, name{}, short_name{}, ico{}, legal_form{}, seat{}, other_region{}, verified{};
    std::vector<std::string> description{};
    std::vector<PageLine> services{}, ended{}, related{}, contacts{};
    PageLine parent{};
    std::vector<PageLine> branches{};
    bool invented{};
    std::string edit_at{};    // for those who may

    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("slug", page.slug), visit("name", page.name), visit("short_name", page.short_name),
            visit("ico", page.ico);
        visit("legal_form", page.legal_form), visit("seat", page.seat), visit("other_region", page.other_region);
        visit("services", page.services), visit("ended_services", page.ended), visit("related_services", page.related);
        visit("contacts", page.contacts), visit("verified", page.verified), visit("invented", page.invented);
    }
    void write(html::Out&) const;
};

http::Response show_providers(const http::Request&, Permit<auth::may::Read>);
http::Response export_providers(const http::Request&, Permit<auth::may::Read>);
http::Response show_provider(const http::Request&, Permit<may::ReadProvider>);

}
