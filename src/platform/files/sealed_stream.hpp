// The content of a file encrypted as a stream: pieces that open only with the file's key, in their order, and to the
// last one.  What was cut off, exchanged or taken from another file does not open.
#pragma once

#include "platform/keys/sealed.hpp"

#include <sodium.h>

namespace files {

struct File;

inline constexpr std::size_t piece_bytes = 64 * 1024;    // of plain content; the last piece may be shorter
inline constexpr std::size_t stream_head_bytes = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
inline constexpr std::size_t piece_more_bytes = crypto_secretstream_xchacha20poly1305_ABYTES;
inline constexpr std::size_t first_piece_bytes = stream_head_bytes + piece_bytes + piece_more_bytes;
inline constexpr std::size_t later_piece_bytes = piece_bytes + piece_more_bytes;

std::int64_t pieces_of(std::int64_t plain_bytes);           // at least one
std::uint64_t sealed_bytes_of(std::int64_t plain_bytes);    // of all pieces with the head of the first

class StreamSealer {
public:
    StreamSealer(const keys::Key&, Id<File>);
    StreamSealer(const StreamSealer&) = delete;
    ~StreamSealer();
    db::Bytes piece(std::string_view plain, bool last);

private:
    crypto_secretstream_xchacha20poly1305_state state_;
    db::Bytes head_;    // not given away yet
    Id<File> file_;
};

class StreamOpener {
public:
    StreamOpener(keys::Key key, Id<File> file) : key_{std::move(key)}, file_{file} {}
    StreamOpener(const StreamOpener&) = delete;
    ~StreamOpener();
    // Nothing if it is not the next piece of this file, or is not the last one where it should be.
    std::optional<std::string> piece(db::BytesView sealed, bool last);

private:
    crypto_secretstream_xchacha20poly1305_state state_{};
    keys::Key key_;
    Id<File> file_;
    bool begun_ = false;
};

}
