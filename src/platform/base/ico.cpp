// Checks an IČO.
#include "platform/base/ico.hpp"

bool is_ico(std::string_view ico) {
    if (ico.size() != 8 || ico.find_first_not_of("0123456789") != ico.npos) return false;
    int sum = 0;
    for (int n = 0; n < 7; ++n) sum += (ico[static_cast<std::size_t>(n)] - '0') * (8 - n);
    return (11 - sum % 11) % 10 == ico[7] - '0';
}
