// Whatever comes as keys and as a token, it is read or refused; nothing that nobody signed is believed.
#include "platform/identity/id_token.hpp"

#include <cstdlib>

// The first line is the key set, the rest the token.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    std::string_view text{reinterpret_cast<const char*>(bytes), size};
    auto end = text.find('\n');
    if (end == text.npos) return 0;
    auto keys = identity::read_keys(text.substr(0, end));
    auto token = text.substr(end + 1);
    identity::Expected expected{"https://prihlaseni.kraj.example", "opora", "N", "A"};
    expected.now = *parse_instant("2026-11-24T08:00:00Z");
    auto checked = identity::check_id_token(token, keys.value_or(std::vector<identity::PublicKey>{}), expected);
    if (checked.doubt == identity::Doubt::none && (!keys || keys->empty() || checked.claims.subject.empty()))
        std::abort();
    if (checked.doubt != identity::Doubt::none && !checked.claims.subject.empty()) std::abort();
    if (auto read = identity::from_base64url(token); read && identity::to_base64url(*read) != token) std::abort();
    return 0;
}
