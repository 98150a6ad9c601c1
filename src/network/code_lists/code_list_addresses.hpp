// Where the pages of code lists are.  A code of the register has a slash, which servers in between like to read: ~
// there.
#pragma once

#include "platform/http/request.hpp"

#include <algorithm>

namespace network {

inline constexpr auto code_lists_at = "/sprava/ciselniky";

inline std::string code_list_at(const std::string& list) { return std::string{code_lists_at} + "/" + list; }

inline std::string code_at(const std::string& list, std::string code) {
    std::ranges::replace(code, '/', '~');
    return code_list_at(list) + "/" + http::encoded(code);
}

inline std::string code_of_address(std::string piece) {
    std::ranges::replace(piece, '~', '/');
    return piece;
}

}
