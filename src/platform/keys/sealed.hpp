// A text that stands encrypted in the database: readable with the key of the person whom it is about, and only in the
// place where it was written.
#pragma once

#include "platform/db/value.hpp"

#include <array>
#include <memory>

namespace keys {

// The column and record that a sealed text belongs to; moved elsewhere it does not open.
struct Where {
    const char* table;
    const char* column;
    Uuid record;
};

// 32 secret bytes in locked memory, overwritten when the last holder lets go.
class Key {
public:
    static Key random();
    explicit Key(const std::array<std::uint8_t, 32>&);
    const std::uint8_t* bytes() const { return bytes_.get(); }

private:
    Key();
    std::shared_ptr<std::uint8_t> bytes_;
};

// What stands in the column: one byte of format, 24 of nonce, the rest XChaCha20-Poly1305.
struct Sealed {
    db::Bytes bytes{};
    bool operator==(const Sealed&) const = default;
};

inline db::Value to_value(const Sealed& sealed) { return sealed.bytes; }

Sealed seal(const Key&, const Where&, std::string_view text);
// Nothing if the key is another one, the place is another one, or a bit was changed.
std::optional<std::string> open(const Key&, const Where&, const Sealed&);

// What a sealed name is found by: keyed hashes of the folded name, its words and their beginnings from three letters.
// The key belongs to one organisation, so that the tokens of two cannot be compared.
std::vector<db::Bytes> blind_tokens(const Key& of_organisation, std::string_view folded_name);
db::Bytes blind_token(const Key& of_organisation, std::string_view folded);

}
