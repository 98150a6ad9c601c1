// People whom the document knows, where a sentence names them.
#pragma once

#include "platform/reading/letters.hpp"

namespace workgroups {

struct PersonInText {
    std::size_t from = 0, to = 0;    // in letters
    std::string printed{};
    std::string nominative{};    // the same words as the person's own: „Janu Modrou“ is „Jana Modrá“
};

std::vector<PersonInText> people_in_text(const reading::Letters&, const std::vector<std::string>& known);

}
