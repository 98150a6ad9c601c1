// Fields of a form that are one text of a record each, as network keeps its records with them.
#pragma once

#include "network/editing/sheet.hpp"
#include "platform/sheets/text_fields.hpp"

namespace network {

using sheets::show_texts;
using sheets::take_texts;
using sheets::TextField;

}
