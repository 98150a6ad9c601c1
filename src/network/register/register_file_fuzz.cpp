// Whatever bytes come as a register, they are read or refused; what was read has a fingerprint and no difference to
// itself.
#include "network/register/register_fields.hpp"
#include "network/register/register_file.hpp"

#include <cstdlib>

using namespace network;

static RegisterFingerprint read(std::string_view file, std::size_t piece) {
    RegisterFingerprint all{};
    RegisterReader reader{[&](RegisterService&& service) {
        auto print = fingerprint(service);
        for (std::size_t n = 0; n < all.size(); ++n) all[n] = static_cast<unsigned char>(all[n] ^ print[n]);
        if (!differences(service, service).empty()) std::abort();
    }};
    for (; !file.empty(); file.remove_prefix(std::min(piece, file.size()))) reader.read(file.substr(0, piece));
    reader.finish();
    return all;
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    std::string_view file{reinterpret_cast<const char*>(bytes), size};
    try {
        auto whole = read(file, 1 << 20);
        if (read(file, 7) != whole) std::abort();
    } catch (const RegisterFileError& error) {
        if (error.position > size) std::abort();
    }
    return 0;
}
