// Numbers in digits and in words: 12, "dvanácti", "šedesáti čtyř", "osmou".
#pragma once

#include "platform/reading/passages/tokens.hpp"

namespace passages {

struct NumberFound {
    int value = 0;
    std::size_t last = 0;    // the token behind it
    bool in_words = false;
};

// Digits, or words that count, up to 199.
std::optional<NumberFound> number_at(const Tokens&, std::size_t at);
// The hour by its order: "osmou", "šestnácté".
std::optional<NumberFound> ordinal_at(const Tokens&, std::size_t at);

}
