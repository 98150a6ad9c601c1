// Amounts of money in a text: "15.795.600,05 Kč", "8 916 240,- Kč", "12,3 mil. Kč".
#pragma once

#include "platform/base/money.hpp"
#include "platform/reading/passages/tokens.hpp"

#include <vector>

namespace passages {

struct AmountFound {
    Money money{};
    Span tokens{};
};

// Only with Kč, CZK, korun or a word for thousands and millions behind.
std::vector<AmountFound> amounts_in(const Tokens&);

}
