// What several pages of one collection say alike.
#pragma once

#include "network/collections/collection_pages.hpp"

namespace network {

inline constexpr auto collections_at = "/sprava/sbery";

std::string address_of(const Collection&, const std::string& rest = "");
LetterWords letter_words(const http::Request&);
Collection as_it_is_now(db::Session&, const Collection&);    // in this transaction

}
