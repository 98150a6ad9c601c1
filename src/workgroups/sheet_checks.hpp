// What no form of planning takes: several lines where one belongs, and more than a field is long.
#pragma once

#include "platform/sheets/record_sheet.hpp"

namespace workgroups {

inline void check_lines(sheets::SheetPage& page) {
    for (auto& part : page.parts)
        for (auto& field : part.fields) {
            bool area = field.control == sheets::Control::area;
            auto typed = sheets::value_in(page.sheet, field.name);
            if (typed.size() > (area ? sheets::longest_text : sheets::longest_line))
                page.problems.push_back({field.name, "edit.too_long"});
            else if (!area && typed.find('\n') != typed.npos)
                page.problems.push_back({field.name, "planning.one_line"});
        }
}

}
