// A service that is yet to be: the little that its record begins with.
#pragma once

#include "network/code_lists/code_list.hpp"
#include "network/editing/sheet.hpp"
#include "network/services/service.hpp"

namespace network {

SheetPart new_service_part(const CodeLists&, const i18n::Texts&, Date day);
std::vector<html::Problem> problems_of_new_service(const Sheet&, db::Session&, const i18n::Texts&, Date day,
                                                   std::vector<html::Note>& notes);

// Expects a sheet without problems.
Service make_service(const Author&, Id<Provider>, const Sheet&);

}
