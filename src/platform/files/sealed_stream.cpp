// XChaCha20-Poly1305 as libsodium's secretstream chains it: each piece depends on all before it, and the last one says
// so.
#include "platform/files/sealed_stream.hpp"

namespace files {

std::int64_t pieces_of(std::int64_t plain) {
    return std::max<std::int64_t>(1, (plain + std::int64_t(piece_bytes) - 1) / std::int64_t(piece_bytes));
}

std::uint64_t sealed_bytes_of(std::int64_t plain) {
    return stream_head_bytes + std::uint64_t(plain) + std::uint64_t(pieces_of(plain)) * piece_more_bytes;
}

namespace {

unsigned char tag_of(bool last) {
    return last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
}

}

StreamSealer::StreamSealer(const keys::Key& key, Id<File> file) : head_(stream_head_bytes), file_{file} {
    crypto_secretstream_xchacha20poly1305_init_push(&state_, head_.data(), key.bytes());
}

StreamSealer::~StreamSealer() { sodium_memzero(&state_, sizeof state_); }

db::Bytes StreamSealer::piece(std::string_view plain, bool last) {
    auto sealed = std::exchange(head_, {});
    auto begin = sealed.size();
    sealed.resize(begin + plain.size() + piece_more_bytes);
    crypto_secretstream_xchacha20poly1305_push(&state_, sealed.data() + begin, nullptr,
                                               reinterpret_cast<const unsigned char*>(plain.data()), plain.size(),
                                               file_.uuid.bytes.data(), file_.uuid.bytes.size(), tag_of(last));
    return sealed;
}

StreamOpener::~StreamOpener() { sodium_memzero(&state_, sizeof state_); }

std::optional<std::string> StreamOpener::piece(db::BytesView sealed, bool last) {
    if (!begun_) {
        if (sealed.size() < stream_head_bytes ||
            crypto_secretstream_xchacha20poly1305_init_pull(&state_, sealed.data(), key_.bytes()) != 0)
            return {};
        sealed = sealed.subspan(stream_head_bytes);
        begun_ = true;
    }
    if (sealed.size() < piece_more_bytes) return {};
    std::string plain(sealed.size() - piece_more_bytes, '\0');
    unsigned char tag = 0;
    auto failed = crypto_secretstream_xchacha20poly1305_pull(&state_, reinterpret_cast<unsigned char*>(plain.data()),
                                                             nullptr, &tag, sealed.data(), sealed.size(),
                                                             file_.uuid.bytes.data(), file_.uuid.bytes.size());
    if (failed || tag != tag_of(last)) return {};
    return plain;
}

}
