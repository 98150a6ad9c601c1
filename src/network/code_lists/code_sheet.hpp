// The words of a code as a form holds them.
#pragma once

#include "network/code_lists/code_list.hpp"
#include "network/code_lists/code_list_rules.hpp"
#include "network/editing/sheet.hpp"

namespace network {

std::vector<SheetField> fields_of_code(const CodeListRules&);
Sheet sheet_of_code(const CodeListItem&, const CodeListRules&);
void check_words_of_code(SheetPage&, const CodeListRules&);
// Expects a sheet without problems.
CodeListItem with_words(CodeListItem, const CodeListRules&, const Sheet&);

// What was typed as the code, as we keep it: with the list's prefix; where nothing was, made of the name.  A problem's
// text key beside it where it may not be one.
std::pair<std::string, const char*> code_typed(const CodeListRules&, const Sheet&);

}
