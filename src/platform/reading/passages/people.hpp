// People named with their titles, and what stands beside them.
#pragma once

#include "platform/reading/passages/tokens.hpp"

#include <string>
#include <vector>

namespace passages {

struct NamedPerson {
    std::string printed{};    // "doc. PhDr. Viktor Hraboš, CSc."
    Span tokens{};
    bool titled = false;
};

// A name from here on: titles, two to four words with capitals, titles behind a comma.
std::optional<NamedPerson> person_at(std::string_view text, const Tokens&, std::size_t at);

}
