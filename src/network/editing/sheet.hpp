// Sheets as network keeps its records with them.
#pragma once

#include "platform/sheets/record_sheet.hpp"

namespace network {

using sheets::ConflictPage;
using sheets::Control;
using sheets::Difference;
using sheets::differences;
using sheets::longest_line;
using sheets::longest_text;
using sheets::saved_meanwhile;
using sheets::say_saved;
using sheets::Sheet;
using sheets::sheet_again;
using sheets::sheet_saved;
using sheets::SheetControl;
using sheets::SheetField;
using sheets::SheetPage;
using sheets::SheetPart;
using sheets::SheetParts;
using sheets::show_sheet;
using sheets::text_or_nothing;
using sheets::tidy;
using sheets::typed_sheet;
using sheets::value_in;
using sheets::whole_number;

}
