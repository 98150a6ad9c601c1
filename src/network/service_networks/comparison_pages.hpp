// The difference of two networks as an annex: on the screen, on paper and as a file.
#pragma once

#include "network/service_networks/network_pages.hpp"

namespace network {

struct ChangedWords {
    MemberWords before{}, after{};

    static void each_field(auto& changed, auto& visit) {
        visit("before", changed.before), visit("after", changed.after);
    }
};

struct ComparisonPage {
    std::vector<html::Choice> networks{};    // that the reader may see
    std::optional<ServiceNetwork> from{}, to{};
    std::string from_state{}, to_state{};
    Date from_day{}, to_day{}, today{};
    std::vector<MemberWords> entering{}, leaving{};
    std::vector<ChangedWords> capacity{}, terms{};
    std::int64_t unchanged = 0;

    bool chosen() const { return from && to; }
    bool none() const { return entering.empty() && leaving.empty() && capacity.empty() && terms.empty(); }
    html::Select select(const char* name, const char* label, const std::optional<ServiceNetwork>&) const;
    std::string csv_address() const { return "/site/porovnani.csv?z=" + from->slug + "&do=" + to->slug; }
    std::string turned() const { return "/site/porovnani?z=" + to->slug + "&do=" + from->slug; }
    html::Table entering_table(html::Out&) const;
    html::Table leaving_table(html::Out&) const;
    html::Table capacity_table(html::Out&) const;
    html::Table terms_table(html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("from", page.from ? page.from->slug : ""), visit("to", page.to ? page.to->slug : "");
        visit("entering", page.entering), visit("leaving", page.leaving), visit("capacity", page.capacity);
        visit("terms", page.terms), visit("unchanged", page.unchanged);
    }
    void write(html::Out&) const;
};

http::Response show_comparison(const http::Request&, Permit<auth::may::Read>);
http::Response export_comparison(const http::Request&, Permit<auth::may::Read>);

}
