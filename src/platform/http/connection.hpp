// One client's connection: reads a head, asks the Site for a plan, reads the body, answers, and again.
#pragma once

#include "platform/http/body_sink.hpp"
#include "platform/http/delivery.hpp"
#include "platform/http/input_buffer.hpp"
#include "platform/http/loop.hpp"
#include "platform/http/request_parser.hpp"
#include "platform/http/tls.hpp"

namespace http {

class Connection {
public:
    Connection(Loop&, Socket);
    ~Connection();
    Connection(const Connection&) = delete;

    Awaitable<> serve();
    Awaitable<> refuse();    // 503: there are too many

    // By the loop, while the connection waits.
    void end_if_late(Moment now);
    void end_if_idle();
    void abandon();

private:
    enum class Sent { all, part, failed };
    // What is left to send of head and body.
    struct Rest {
        std::string_view head, body;
    };

    Awaitable<bool> shake_hands();
    Awaitable<bool> read_head();
    bool last_look();
    Awaitable<bool> exchange();
    Awaitable<int> read_body(const Plan&, Body&);
    Awaitable<int> read_into(BodySink&);
    int cannot_keep(const std::exception&) const;
    Awaitable<> answer_on_pool(Body&, Delivery&);
    Awaitable<> prepare_on_pool(Answer&, Delivery&);
    Awaitable<> refuse_on_pool(int status, Delivery&);
    Awaitable<bool> send(Delivery&);
    Awaitable<bool> send_rest(Rest);
    Awaitable<bool> send_file(Delivery&);
    Awaitable<bool> send_file_sealed(Delivery&);
    Awaitable<bool> send_pieces(Delivery&);
    Awaitable<bool> pause(std::chrono::milliseconds);
    Awaitable<> linger();

    void begin();
    int understand();
    int ask_plan(Plan&);
    Answer answer(Body);
    Delivery made(Answer);
    Delivery failure(int status);
    void report(const char* what) const;
    // What an awaited read gave.  Errors as of the socket.
    struct Received {
        boost::system::error_code error{};
        std::size_t size = 0;
    };
    Awaitable<Received> receive_sealed(std::span<char> room);
    Awaitable<boost::system::error_code> until(TlsStream::Wants);

    Sent try_send(Rest&, bool more_follows = false);
    Sent try_send_sealed(Rest&);
    Awaitable<bool> until_writable();
    void finish(int status);
    void wait_until(int seconds);
    bool late() const { return std::chrono::steady_clock::now() >= deadline_; }

    template <class Work>
    Awaitable<> on_pool(Work& work);    // work must not throw

    Loop& loop_;
    Socket socket_;
    std::unique_ptr<TlsStream> tls_{};    // nothing: in the clear
    std::list<Connection*>::iterator place_;
    Address peer_;
    std::string remote_, remote_truncated_;
    Moment deadline_{}, started_{};
    bool idle_ = false, abandoned_ = false, fresh_ = true;

    InputBuffer input_;
    HeadScanner scanner_;
    RequestParser parser_;
    std::string after_body_;       // what came behind the body of the request being answered
    std::size_t head_size_ = 0;    // of the request being answered, still in input_

    Head head_;
    Framing framing_;
    bool private_path_ = false;
    bool close_ = false;        // after this answer
    bool refused_ = false;      // the last request was, so that there may be bytes nobody read
    std::uint64_t sent_ = 0;    // bytes of this answer
};

}
