// Differences in words: codes of the register become names.
#pragma once

#include "network/register/register_pages.hpp"

namespace network {

std::vector<DifferenceLine> difference_lines(const ServiceDifference&, const CodeLists&, const Territory&,
                                             const i18n::Texts&);

}
