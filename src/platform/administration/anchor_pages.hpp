// The day's roots of the audit for everybody: what is noted elsewhere today shows tomorrow that nothing was rewritten.
#pragma once

#include "platform/audit/anchors.hpp"
#include "platform/auth/permissions.hpp"
#include "platform/documents/table_file.hpp"
#include "platform/html/parts.hpp"
#include "platform/html/table.hpp"
#include "platform/http/respond.hpp"

namespace auth {

struct AnchorLine {
    Date day{};
    std::string root{};    // hexadecimal, in fours
    Instant made_at{};

    static void each_field(auto& line, auto& visit) {
        visit("day", line.day), visit("root", line.root), visit("made_at", line.made_at);
    }
};

struct AnchorsPage {
    std::vector<AnchorLine> lines;
    std::int64_t page = 1;
    std::int64_t pages = 1;

    html::Table table(html::Out&) const;
    html::Pager pager() const { return {"/pecet?strana=", page, pages}; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("anchors", page.lines); }
    void write(html::Out&) const;
};

http::Response show_anchors(const http::Request&, Permit<may::Read>);
http::Response export_anchors(const http::Request&, Permit<may::Read>);

}
