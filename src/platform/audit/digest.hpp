// BLAKE2b over values that cannot run into each other.
#pragma once

#include "platform/db/value.hpp"

#include <optional>
#include <sodium.h>
#include <string>

namespace audit {

inline constexpr std::size_t root_bytes = 32;

class Digest {
public:
    Digest() { crypto_generichash_init(&state_, nullptr, 0, root_bytes); }

    void add(const db::Bytes& bytes) { crypto_generichash_update(&state_, bytes.data(), bytes.size()); }
    // With its length, so that two neighbouring values cannot be read as one.
    void add(const std::optional<std::string>& value) {
        auto size = value ? std::uint64_t(value->size()) : ~std::uint64_t{};
        crypto_generichash_update(&state_, reinterpret_cast<const unsigned char*>(&size), sizeof size);
        if (value)
            crypto_generichash_update(&state_, reinterpret_cast<const unsigned char*>(value->data()), value->size());
    }

    db::Bytes finished() {
        db::Bytes root(root_bytes);
        crypto_generichash_final(&state_, root.data(), root.size());
        return root;
    }

private:
    crypto_generichash_state state_;
};

}
