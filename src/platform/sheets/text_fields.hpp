// Fields of a form that are one text of a record each: into a sheet and back.
#pragma once

#include "platform/sheets/record_sheet.hpp"

namespace sheets {

template <class Record>
struct TextField {
    const char* name;
    std::optional<std::string> Record::* member;
};

template <class Record, std::size_t count>
void show_texts(const Record& record, const TextField<Record> (&fields)[count], Sheet& sheet) {
    for (auto& [name, member] : fields) sheet[name] = tidy((record.*member).value_or(""));
}

// What nobody touched keeps its very spelling.
template <class Record, std::size_t count>
void take_texts(Record& record, const TextField<Record> (&fields)[count], const Sheet& sheet) {
    for (auto& [name, member] : fields)
        if (auto typed = value_in(sheet, name); typed != tidy((record.*member).value_or("")))
            record.*member = text_or_nothing(typed);
}

}
