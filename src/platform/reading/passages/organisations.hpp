// Names of organisations in a text, with their legal forms: "Kompas Stará Lhota, o. p. s.", "Oblastní charita
// Jasenice".
#pragma once

#include "platform/reading/passages/tokens.hpp"

#include <string>
#include <vector>

namespace passages {

struct OrganisationFound {
    std::string name{};
    Span tokens{};
    bool legal_form = false;    // stands behind the name
};

std::vector<OrganisationFound> organisations_in(std::string_view text, const Tokens&);

// z. s., o. p. s., zapsaný ústav, příspěvková organizace …: how long it is, from here.
std::optional<Span> legal_form_at(const Tokens&, std::size_t at);

// A value of a label or a subject of a sentence: up to its legal form, without numbers, brackets and what follows.
std::string organisation_name(std::string_view text);

}
