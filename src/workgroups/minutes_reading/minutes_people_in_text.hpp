// People whom the document knows, where a sentence names them.
#pragma once

#include "platform/reading/letters.hpp"

#include <string>
#include <vector>

namespace workgroups {

struct PersonInText {
    std::size_t from = 0, to = 0;    // in letters
    std::string printed{};
    std::string nominative{};    // the same words as the person's own: „Janu Modrou“ is „Jana Modrá“
};

// Names taken apart once, to be looked for in many texts.
class KnownPeople {
public:
    struct Word {
        std::string printed;
        std::string low;    // in plain small letters
    };
    using Name = std::vector<Word>;    // without titles

    KnownPeople(const std::vector<std::string>& names);

    const std::vector<Name>& names() const { return names_; }

private:
    std::vector<Name> names_{};
};

std::vector<PersonInText> people_in_text(const reading::Letters&, const KnownPeople&);

}
