// Encrypts and hashes with libsodium.
#include "platform/keys/sealed.hpp"

#include <set>
#include <sodium.h>
#include <stdexcept>

namespace keys {

namespace {

constexpr std::uint8_t format = 1;
constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t token_bytes = 16;

std::string bound_to(const Where& where) {
    auto text = std::string{where.table} + '\0' + where.column + '\0';
    return text.append(reinterpret_cast<const char*>(where.record.bytes.data()), where.record.bytes.size());
}

const unsigned char* start(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

// libsodium aborts when it is asked for locked memory before it was set up; doing that again costs nothing.
std::uint8_t* locked_memory(std::size_t size) {
    return sodium_init() < 0 ? nullptr : static_cast<std::uint8_t*>(sodium_malloc(size));
}

}

Key::Key() : bytes_{locked_memory(32), sodium_free} {
    if (!bytes_) throw std::runtime_error{"no locked memory for a key"};
}

Key::Key(const std::array<std::uint8_t, 32>& given) : Key{} { std::copy(given.begin(), given.end(), bytes_.get()); }

Key Key::random() {
    Key key;
    randombytes_buf(key.bytes_.get(), 32);
    return key;
}

Sealed seal(const Key& key, const Where& where, std::string_view text) {
    Sealed sealed;
    sealed.bytes.resize(1 + nonce_bytes + text.size() + tag_bytes);
    sealed.bytes[0] = format;
    auto nonce = sealed.bytes.data() + 1;
    randombytes_buf(nonce, nonce_bytes);
    auto beside = bound_to(where);
    unsigned long long size = 0;
    crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + nonce_bytes, &size, start(text), text.size(), start(beside),
                                               beside.size(), nullptr, nonce, key.bytes());
    return sealed;
}

std::optional<std::string> open(const Key& key, const Where& where, const Sealed& sealed) {
    if (sealed.bytes.size() < 1 + nonce_bytes + tag_bytes || sealed.bytes[0] != format) return {};
    auto nonce = sealed.bytes.data() + 1;
    std::string text(sealed.bytes.size() - 1 - nonce_bytes - tag_bytes, '\0');
    auto beside = bound_to(where);
    unsigned long long size = 0;
    auto failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
        reinterpret_cast<unsigned char*>(text.data()), &size, nullptr, nonce + nonce_bytes,
        sealed.bytes.size() - 1 - nonce_bytes, start(beside), beside.size(), nonce, key.bytes());
    if (failed) return {};
    return text;
}

db::Bytes blind_token(const Key& key, std::string_view folded) {
    db::Bytes token(token_bytes);
    crypto_generichash(token.data(), token.size(), start(folded), folded.size(), key.bytes(), 32);
    return token;
}

std::vector<db::Bytes> blind_tokens(const Key& key, std::string_view folded_name) {
    std::set<std::string> texts{std::string{folded_name}};
    for (std::size_t at = 0; at < folded_name.size();) {
        auto end = std::min(folded_name.find(' ', at), folded_name.size());
        auto word = folded_name.substr(at, end - at);
        if (!word.empty()) texts.emplace(word);
        for (std::size_t letters = 3; letters < word.size(); ++letters)
            texts.insert(std::string{word.substr(0, letters)} + "*");
        at = end + 1;
    }
    std::vector<db::Bytes> tokens;
    for (auto& text : texts) tokens.push_back(blind_token(key, text));
    return tokens;
}

}
