// Telephones and addresses of e-mail in a text.
#pragma once

#include "platform/reading/passages/tokens.hpp"

#include <vector>

namespace passages {

struct PhoneFound {
    std::string printed{};    // "+420 485 226 340", groups of three where it stood in one piece: "000 412 890"
    Span tokens{};
};

// Nine digits, alone or in groups, with or without +420.  Numbers of accounts and other long numbers are none.
std::vector<PhoneFound> phones_in(std::string_view text, const Tokens&);

std::vector<std::string> emails_in(std::string_view text);

}
