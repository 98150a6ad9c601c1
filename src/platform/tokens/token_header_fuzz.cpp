// Whatever bytes come as Authorization, what is read is a piece of them without spaces around it, and only our own
// shape is looked up.
#include "platform/tokens/token.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    std::string_view header{reinterpret_cast<const char*>(bytes), size};
    auto token = tokens::bearer(header);
    if (!token) return 0;
    if (header.find(*token) == header.npos || token->starts_with(' ') || token->ends_with(' ')) std::abort();
    if (!tokens::well_formed(*token)) return 0;
    if (token->size() != tokens::token_length || tokens::hash_of(*token).size() != 32) std::abort();
    if (!tokens::bearer("bEARER  " + std::string{*token})) std::abort();
    return 0;
}
