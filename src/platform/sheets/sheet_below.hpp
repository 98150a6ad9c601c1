// A sheet of something that stands below something else: the way there, then the form.
#pragma once

#include "platform/sheets/record_sheet.hpp"

namespace sheets {

struct SheetBelow {
    html::Part way;
    SheetPage sheet;

    http::PageHead head(const i18n::Texts& texts) const { return sheet.head(texts); }
    static void each_field(auto& page, auto& visit) { SheetPage::each_field(page.sheet, visit); }
    void write(html::Out&) const;
};

// As show_sheet() and sheet_again().
http::Response show_sheet_below(const http::Request&, db::Session&, html::Part way, SheetPage);
http::Response sheet_below_again(const http::Request&, html::Part way, SheetPage);

}
