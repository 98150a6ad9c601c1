// How answers leave: from memory in one gathered write, from files by sendfile, in pieces as the client takes them.
#include "platform/http/connection.hpp"
#include "platform/http/on_pool.hpp"

#include <array>
#include <fmt/format.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

namespace http {

namespace {

iovec vector_of(std::string_view bytes) { return {const_cast<char*>(bytes.data()), bytes.size()}; }

void advance(std::string_view& first, std::string_view& second, std::size_t size) {
    auto of_first = std::min(size, first.size());
    first.remove_prefix(of_first);
    second.remove_prefix(size - of_first);
}

}

Connection::Sent Connection::try_send_sealed(Rest& rest) {
    while (!rest.head.empty() || !rest.body.empty()) {
        auto step = tls_->write(rest.head, rest.body);
        if (step.wants == TlsStream::Wants::to_write) return Sent::part;
        if (step.wants != TlsStream::Wants::nothing) return Sent::failed;
        sent_ += step.size;
        advance(rest.head, rest.body, step.size);
    }
    return Sent::all;
}

Connection::Sent Connection::try_send(Rest& rest, bool more_follows) {
    if (tls_) return try_send_sealed(rest);
    while (!rest.head.empty() || !rest.body.empty()) {
        std::array parts{vector_of(rest.head), vector_of(rest.body)};
        msghdr message{};
        message.msg_iov = parts.data();
        message.msg_iovlen = parts.size();
        int flags = MSG_NOSIGNAL | MSG_DONTWAIT | (more_follows ? MSG_MORE : 0);
        auto size = ::sendmsg(socket_.native_handle(), &message, flags);
        if (size < 0 && errno == EINTR) continue;
        if (size < 0) return errno == EAGAIN || errno == EWOULDBLOCK ? Sent::part : Sent::failed;
        sent_ += static_cast<std::uint64_t>(size);
        advance(rest.head, rest.body, static_cast<std::size_t>(size));
    }
    return Sent::all;
}

// False: the client took nothing for too long, or went.
Awaitable<bool> Connection::until_writable() {
    if (abandoned_) co_return false;
    wait_until(loop_.service.settings.write_seconds);
    auto [error] = co_await socket_.async_wait(net::socket_base::wait_write, tuple);
    co_return !error;
}

Awaitable<bool> Connection::send_rest(Rest rest) {
    for (;;) {
        auto sent = try_send(rest);
        if (sent != Sent::part) co_return sent == Sent::all;
        bool writable = co_await until_writable();
        if (!writable) co_return false;
    }
}

Awaitable<bool> Connection::send(Delivery& delivery) {
    bool good = false;
    if (delivery.file && tls_) good = co_await send_file_sealed(delivery);
    else if (delivery.file) good = co_await send_file(delivery);
    else good = co_await send_pieces(delivery);
    co_return good;
}

// Sealed, a file goes through a small buffer.  It may lie on a slow disk, but what we send is ours and was just
// written.
Awaitable<bool> Connection::send_file_sealed(Delivery& delivery) {
    Rest head{delivery.head, {}};
    bool good = co_await send_rest(head);
    std::string buffer;
    auto offset = static_cast<off_t>(delivery.file_offset);
    auto left = delivery.file_size;
    while (good && left > 0) {
        buffer.resize(std::min<std::uint64_t>(left, 64 * 1024));
        auto size = ::pread(delivery.file.descriptor(), buffer.data(), buffer.size(), offset);
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0) co_return false;
        buffer.resize(static_cast<std::size_t>(size));
        Rest piece{buffer, {}};
        good = co_await send_rest(piece);
        offset += size;
        left -= static_cast<std::uint64_t>(size);
        if (left > 0) co_await net::post(loop_.io, whole);
    }
    co_return good;
}

// The kernel copies from the file to the socket, so a file of any size takes no memory of ours.
Awaitable<bool> Connection::send_file(Delivery& delivery) {
    constexpr std::uint64_t at_once = 1024 * 1024;    // bytes, then others have their turn
    Rest head{delivery.head, {}};
    auto sent = try_send(head, delivery.file_size > 0);
    bool good = sent == Sent::all;
    if (sent == Sent::part) good = co_await send_rest(head);
    auto offset = static_cast<off_t>(delivery.file_offset);
    auto left = delivery.file_size;
    while (good && left > 0) {
        auto size = ::sendfile(socket_.native_handle(), delivery.file.descriptor(), &offset, std::min(left, at_once));
        if (size < 0 && errno == EINTR) continue;
        if (size < 0 && errno == EAGAIN) {
            good = co_await until_writable();
            continue;
        }
        if (size <= 0) co_return false;    // gone, or the file became shorter: the client sees that bytes are missing
        sent_ += static_cast<std::uint64_t>(size);
        left -= static_cast<std::uint64_t>(size);
        if (left > 0) co_await net::post(loop_.io, whole);
    }
    co_return good;
}

namespace {

constexpr std::size_t worth_sending = 16 * 1024;                // bytes of small pieces sent together…
constexpr auto longest_wait = std::chrono::milliseconds{20};    // …if they come this quickly

// Adds the next piece as it goes over the wire; false: that was the end.
bool add_piece(Delivery& delivery, std::string& out) {
    auto piece = delivery.pieces();
    bool ended = !piece;
    if (delivery.gzip) piece = ended ? delivery.gzip->finish() : delivery.gzip->add(*piece);
    if (piece && !piece->empty()) {
        if (delivery.chunked) out += chunk_head(piece->size());
        out += *piece;
        if (delivery.chunked) out += "\r\n";
    }
    if (ended && delivery.chunked) out += "0\r\n\r\n";
    return !ended;
}

}

// The next piece is asked for only when the client took the last one.  A piece that fails ends the connection without
// the last chunk, so that nobody takes a half for the whole.
Awaitable<bool> Connection::send_pieces(Delivery& delivery) {
    std::string out = std::move(delivery.head);
    bool ended = false, good = true, paced = delivery.pause.count() > 0;
    auto next = [&] {
        auto began = std::chrono::steady_clock::now();
        try {
            do ended = !add_piece(delivery, out);
            while (!ended && !paced && out.size() < worth_sending &&
                   std::chrono::steady_clock::now() - began < longest_wait);
        } catch (const std::exception& error) {
            report(error.what());
            ended = true;
            good = false;
        }
        if (ended) delivery.pieces = nullptr;    // what it holds is let go of where it was used
    };
    while (good && !ended) {
        co_await on_pool(next);
        Rest rest{out, {}};
        auto sent = try_send(rest);
        if (sent == Sent::part) {
            bool taken = co_await send_rest(rest);
            sent = taken ? Sent::all : Sent::failed;
        }
        good = good && sent == Sent::all;
        out.clear();
        if (paced && good && !ended) good = co_await pause(delivery.pause);
    }
    auto let_go = [&] { delivery.pieces = nullptr; };
    if (delivery.pieces) co_await on_pool(let_go);
    co_return good;
}

// False when the program is stopping or the client has gone: what is told as it happens has no end to wait for.
Awaitable<bool> Connection::pause(std::chrono::milliseconds time) {
    Timer timer{loop_.io, time};
    co_await timer.async_wait(tuple);
    co_return !loop_.draining() && !abandoned_;
}

Awaitable<> Connection::refuse() {
    if (loop_.service.certificate) co_return;    // shaking hands would cost more than serving
    wait_until(2);
    refused_ = true;
    auto delivery = make_delivery(plain_failure(503), head_, framing_, true);
    Rest rest{delivery.head, delivery.body()};
    try_send(rest);    // a few bytes into an empty buffer
    co_await linger();
}

// Closing while the client still sends would make the system throw away the answer on its way; so what comes is read,
// for a short time, and forgotten.
Awaitable<> Connection::linger() {
    boost::system::error_code error;
    if (tls_) tls_->say_goodbye();
    socket_.shutdown(net::ip::tcp::socket::shutdown_send, error);
    if (error || abandoned_ || (!refused_ && input_.empty())) co_return;
    wait_until(2);
    std::array<char, 4096> forgotten;
    auto room = net::buffer(forgotten);
    for (std::size_t total = 0; total < 4 * 1024 * 1024 && !late();) {
        auto [failed, size] = co_await socket_.async_read_some(room, tuple);
        if (failed) co_return;
        total += size;
    }
}

}
