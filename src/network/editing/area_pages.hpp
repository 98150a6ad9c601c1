// Areas of one's own: micro-regions and catchments that no office drew.
#pragma once

#include "network/editing/edit_pages.hpp"
#include "platform/html/table.hpp"

namespace network {

struct AreasPage {
    const Territory& territory;

    html::Table table(html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("areas", page.territory.areas()); }
    void write(html::Out&) const;
};

http::Response show_areas(const http::Request&, Permit<may::KeepCatalogue>);
http::Response add_area(const http::Request&, Permit<may::KeepCatalogue>);
http::Response show_new_area(const http::Request&, Permit<may::KeepCatalogue>);
http::Response show_area(const http::Request&, Permit<may::KeepCatalogue>);
http::Response change_area(const http::Request&, Permit<may::KeepCatalogue>);

}
