// Ages in words: bands such as "dorost (16–18 let)" and limits such as "od 15 let", "do šedesáti pěti let věku".
#pragma once

#include "platform/reading/passages/found_at.hpp"
#include "platform/reading/passages/tokens.hpp"

#include <vector>

namespace passages {

struct AgeBand {
    std::string label{};
    std::optional<int> from{}, to{};    // years; nothing where the band is open
    std::string note{};                 // "služba je poskytována osobám od 15 let věku"
};

struct AgeLimits {
    std::optional<int> from{}, to{};
    bool open_end = false;    // the text says that there is no upper limit
};

// "dospělí (27–64 let) - …": a label, a bracket with years; the note stands behind the last of them.
std::vector<AgeBand> age_bands_in(std::string_view text, const Tokens&);

// All limits that the words give; the lowest and the highest of several.  `told`: a label says that these are ages,
// so that "18+" or "18 až 64" needs no word for years.
AgeLimits age_limits_in(const Tokens&, bool told = false);

}
