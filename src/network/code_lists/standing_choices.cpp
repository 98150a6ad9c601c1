// Adds choices of codes that ended.
#include "network/code_lists/standing_choices.hpp"

#include "platform/base/parts.hpp"

#include <algorithm>

namespace network {

void offer_what_stands(SheetParts& parts, const Sheet& standing, const CodeLists& lists, const i18n::Texts& texts,
                       std::initializer_list<FieldOfList> fields) {
    for (auto& part : parts)
        for (auto& field : part.fields) {
            auto known = std::ranges::find(fields, field.name, &FieldOfList::field);
            if (known == fields.end()) continue;
            for (auto& code : text::parted(value_in(standing, field.name), ";"))
                if (!code.empty() &&
                    std::ranges::find(field.choices, code, &html::Choice::value) == field.choices.end())
                    field.choices.push_back(
                        {code, texts.text("code_lists.no_more", {lists.name(known->list, code, texts.language())})});
        }
}

}
