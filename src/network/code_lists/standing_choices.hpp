// What a record bears stays to be chosen in its form, though its code list offers it no more.
#pragma once

#include "network/code_lists/code_list.hpp"
#include "network/editing/sheet.hpp"

namespace network {

struct FieldOfList {
    std::string_view field, list;
};

void offer_what_stands(SheetParts&, const Sheet& standing, const CodeLists&, const i18n::Texts&,
                       std::initializer_list<FieldOfList>);

}
