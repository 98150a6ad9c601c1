// Help that is no registered service: its list, its sheet, a new one.
#pragma once

#include "network/editing/edit_pages.hpp"
#include "platform/html/table.hpp"

namespace network {

struct RelatedListPage {
    struct Line {
        std::string name, slug, organisation, kind;
        bool ended = false;
        static void each_field(auto& line, auto& visit) {
            visit("name", line.name), visit("slug", line.slug), visit("organisation", line.organisation),
                visit("kind", line.kind), visit("ended", line.ended);
        }
    };
    std::vector<Line> lines;

    html::Table table(html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("related_services", page.lines); }
    void write(html::Out&) const;
};

http::Response list_related(const http::Request&, Permit<may::KeepCatalogue>);
http::Response show_new_related(const http::Request&, Permit<may::KeepCatalogue>);
http::Response new_related(const http::Request&, Permit<may::KeepCatalogue>);
http::Response show_edit_related(const http::Request&, Permit<may::EditRelated>);
http::Response edit_related(const http::Request&, Permit<may::EditRelated>);

}
