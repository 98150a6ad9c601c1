// The course of a connection: heads, plans, bodies, answers.
#include "platform/http/connection.hpp"
#include "platform/http/on_pool.hpp"

#include <cerrno>
#include <cstdio>
#include <fmt/format.h>
#include <sys/socket.h>
#include <system_error>

namespace http {

namespace {

constexpr int client_gone = 499;                   // in the log and the counters: nobody was there to hear the answer
constexpr std::size_t read_at_once = 16 * 1024;    // bytes of a body read at once; also the longest line between chunks

Address address_of(const Socket& socket) {
    boost::system::error_code error;
    auto endpoint = socket.remote_endpoint(error);
    if (error) return {};
    auto ip = endpoint.address();
    if (ip.is_v6()) return {ip.to_v6().to_bytes()};
    return {net::ip::make_address_v6(net::ip::v4_mapped, ip.to_v4()).to_bytes()};
}

}

Connection::Connection(Loop& loop, Socket socket)
    : loop_{loop},
      socket_{std::move(socket)},
      place_{loop.enter(*this)},
      peer_{address_of(socket_)},
      scanner_{loop.service.settings.header_limit, loop.service.settings.target_limit} {}

Connection::~Connection() { loop_.leave(place_); }

void Connection::end_if_late(Moment now) {
    boost::system::error_code ignored;
    if (now >= deadline_) socket_.cancel(ignored);
}

void Connection::end_if_idle() {
    boost::system::error_code ignored;
    if (idle_) socket_.cancel(ignored);
}

void Connection::abandon() {
    abandoned_ = true;
    boost::system::error_code ignored;
    socket_.cancel(ignored);
}

void Connection::wait_until(int seconds) {
    deadline_ = std::chrono::steady_clock::now() + std::chrono::seconds{seconds};
}

Awaitable<> Connection::serve() {
    bool more = true;
    if (loop_.service.certificate) more = co_await shake_hands();
    while (more) {
        more = co_await read_head();
        if (!more) break;
        more = co_await exchange();
        fresh_ = false;
    }
    co_await linger();
}

// False: this is nobody who speaks TLS with us, or not in time.
Awaitable<bool> Connection::shake_hands() {
    wait_until(loop_.service.settings.head_seconds);
    idle_ = true;    // nothing of a request is lost if the server stops now
    try {
        tls_ = loop_.service.certificate->stream(socket_.native_handle());
    } catch (const std::exception& error) {
        report(error.what());
        co_return false;
    }
    for (;;) {
        auto step = tls_->shake_hands();
        if (step.wants == TlsStream::Wants::nothing) co_return true;
        auto error = co_await until(step.wants);
        if (error && (abandoned_ || late() || loop_.draining())) co_return false;
        if (error && error != net::error::operation_aborted) co_return false;
    }
}

// Until the socket allows what the stream wants.
Awaitable<boost::system::error_code> Connection::until(TlsStream::Wants wants) {
    if (wants == TlsStream::Wants::to_end) co_return boost::system::error_code{net::error::eof};
    auto direction = wants == TlsStream::Wants::to_read ? net::socket_base::wait_read : net::socket_base::wait_write;
    auto [error] = co_await socket_.async_wait(direction, tuple);
    co_return error;
}

Awaitable<Connection::Received> Connection::receive_sealed(std::span<char> room) {
    Received received;
    for (;;) {
        auto step = tls_->read(room);
        received.size = step.size;
        if (step.wants == TlsStream::Wants::nothing) break;
        received.error = co_await until(step.wants);
        if (received.error) break;
    }
    co_return received;
}

// Until a head is there, or what is there cannot become one (framing_.refusal says why).  False: nobody asks any more.
Awaitable<bool> Connection::read_head() {
    auto& settings = loop_.service.settings;
    scanner_.restart();
    framing_ = {};
    idle_ = input_.empty();
    wait_until(fresh_ || !idle_ ? settings.head_seconds : settings.idle_seconds);
    for (;;) {
        auto found = scanner_.look(input_.view());
        if (found == HeadScanner::Found::refused) framing_.refusal = scanner_.refusal();
        if (found != HeadScanner::Found::more) break;
        if (idle_ && loop_.draining()) {
            if (!last_look()) co_return false;
            continue;
        }
        auto free = input_.room();
        auto room = net::buffer(free.data(), free.size());
        Received received;
        if (tls_) {
            received = co_await receive_sealed(free);
        } else {
            auto [failed, count] = co_await socket_.async_read_some(room, tuple);
            received = {failed, count};
        }
        auto& [error, size] = received;
        bool woken = error == net::error::operation_aborted && !abandoned_;
        if (woken && !late()) continue;                 // by the stop
        if (woken && idle_ && last_look()) continue;    // the loop was late, not the client
        if (error && (abandoned_ || idle_ || error != net::error::operation_aborted)) co_return false;
        if (error) {
            framing_.refusal = 408;
            break;
        }
        if (idle_ && !fresh_) wait_until(settings.head_seconds);
        idle_ = false;
        input_.filled(size);
    }
    idle_ = false;
    co_return true;
}

// A request that reached us before the stop or the end of the time is answered still.
bool Connection::last_look() {
    auto room = input_.room();
    auto size = tls_ ? static_cast<ssize_t>(tls_->read(room).size)
                     : ::recv(socket_.native_handle(), room.data(), room.size(), MSG_DONTWAIT);
    if (size <= 0) return false;
    input_.filled(static_cast<std::size_t>(size));
    idle_ = false;
    wait_until(loop_.service.settings.head_seconds);
    return true;
}

// The request before this one leaves nothing behind.
void Connection::begin() {
    started_ = std::chrono::steady_clock::now();
    head_.method = head_.target = head_.path = head_.query = {};
    head_.headers.clear();
    head_.request_id = loop_.ids.next();
    if (remote_.empty()) {
        remote_ = to_text(peer_);
        remote_truncated_ = truncated(peer_);
    }
    head_.remote = remote_;
    head_.secure = false;
    private_path_ = true;    // until a plan says otherwise: of a refused path nobody knows what it holds
    sent_ = 0;
    head_size_ = scanner_.end();
}

// A status that refuses the request, or 0.
int Connection::understand() {
    if (framing_.refusal) return framing_.refusal;
    auto& service = loop_.service;
    auto bytes = input_.bytes().subspan(scanner_.begin(), scanner_.end() - scanner_.begin());
    loop_.counters.bytes_received.add(bytes.size());
    framing_ = parser_.read_head(bytes, service.hosts, head_);
    auto client = client_of(peer_, head_, service.trusted);
    head_.secure = tls_ || client.secure;
    if (client.address != peer_) {
        head_.remote = to_text(client.address);
        remote_truncated_ = truncated(client.address);
        remote_.clear();    // to be made again for the next request
    }
    if (!framing_.refusal && head_.target.size() > service.settings.target_limit) framing_.refusal = 414;
    return framing_.refusal;
}

int Connection::ask_plan(Plan& plan) {
    try {
        plan = loop_.service.site.plan(head_);
        private_path_ = plan.private_path;
        bool too_long = framing_.length > plan.body_limit || (framing_.chunked && plan.body_limit == 0);
        return too_long ? 413 : 0;
    } catch (const std::exception& error) {
        report(error.what());
        return 500;
    }
}

// One request and its answer; false: the connection ends.
Awaitable<bool> Connection::exchange() {
    begin();
    int refusal = understand();
    bool asks_server = !refusal && head_.path == "*";
    Plan plan;
    Body body;
    if (!refusal && !asks_server) refusal = ask_plan(plan);
    // What was refused, or brings a body that nobody reads, cannot be told from the next request; only of a request for
    // another host do we know the end.
    close_ = !framing_.keep_alive || (refusal && refusal != 421) || (framing_.has_body() && (refusal || asks_server));
    if (!refusal && !asks_server && framing_.has_body()) refusal = co_await read_body(plan, body);
    refused_ = close_ && (refusal || asks_server);
    Delivery delivery;
    if (refusal == client_gone) {
        finish(client_gone);
        co_return false;
    } else if (refusal == 413) {
        // The page of a form that was too large is shown to somebody: whose session it is stands in the database.
        co_await refuse_on_pool(refusal, delivery);
    } else if (refusal) {
        delivery = failure(refusal);
    } else if (asks_server) {
        delivery = made({.status = 204, .headers = {{"Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"}}});
    } else if (plan.where == Plan::Where::pool) {
        co_await answer_on_pool(body, delivery);
    } else {
        auto given = answer(std::move(body));
        if (long_to_prepare(given, head_)) co_await prepare_on_pool(given, delivery);
        else delivery = made(std::move(given));
    }
    Rest rest{delivery.head, delivery.body()};
    bool in_memory = !delivery.file && !delivery.pieces;
    bool good = false, keep = !delivery.close;
    int status = delivery.status;
    // Nearly every answer fits into the socket at once; a coroutine for the rest is made only when it does not.
    if (in_memory && try_send(rest) == Sent::all) good = true;
    else if (in_memory) good = co_await send_rest(rest);
    else good = co_await send(delivery);
    finish(good ? status : client_gone);
    co_return good&& keep;
}

// What a body that could not be kept is answered with: its disk is full, or something is wrong with us.
int Connection::cannot_keep(const std::exception& error) const {
    report(error.what());
    auto disk = dynamic_cast<const std::system_error*>(&error);
    auto why = disk ? disk->code().value() : 0;
    return why == ENOSPC || why == EDQUOT || why == EFBIG ? 507 : 500;
}

// 0, a status that refuses the body, or client_gone.
Awaitable<int> Connection::read_body(const Plan& plan, Body& body) {
    std::optional<BodySink> sink;
    int refusal = 0;
    try {
        sink.emplace(plan.body_limit, plan.to_disk, loop_.service.settings.uploads);
    } catch (const std::exception& error) { refusal = cannot_keep(error); }
    if (!refusal) refusal = co_await read_into(*sink);
    try {
        if (!refusal) body = sink->finish();
    } catch (const std::exception& error) { refusal = cannot_keep(error); }
    if (refusal) close_ = true;
    co_return refusal;
}

Awaitable<int> Connection::read_into(BodySink& sink) {
    auto& settings = loop_.service.settings;
    // The head's bytes must not move while its views are used, so what follows them is kept apart.
    std::string waiting{input_.view().substr(head_size_)};
    input_.keep(head_size_);
    if (framing_.expects_continue && waiting.empty()) {
        Rest interim{"HTTP/1.1 100 Continue\r\n\r\n", {}};
        bool sent = co_await send_rest(interim);
        if (!sent) co_return client_gone;
    }
    bool over = false;
    int failed = 0;
    RequestParser::Sink take = [&](std::string_view bytes) {
        try {
            over = !sink.take(bytes);
        } catch (const std::exception& error) { failed = cannot_keep(error); }
        return !over && !failed;
    };
    auto began = std::chrono::steady_clock::now();
    for (;;) {
        if (!waiting.empty()) {
            auto [used, good] = parser_.read_body(waiting, take);
            waiting.erase(0, used);
            if (failed) co_return failed;
            if (over) co_return 413;
            if (!good || waiting.size() > read_at_once) co_return 400;
            if (parser_.done()) break;
        }
        deadline_ =
            began + std::chrono::seconds{settings.body_first_seconds} +
            std::chrono::seconds{settings.body_seconds_per_mb} * static_cast<std::int64_t>(sink.taken() >> 10) / 1024;
        if (abandoned_) co_return client_gone;
        auto before = waiting.size();
        waiting.resize(before + read_at_once);
        auto room = net::buffer(waiting.data() + before, read_at_once);
        Received received;
        if (tls_) {
            std::span<char> free{waiting.data() + before, read_at_once};
            received = co_await receive_sealed(free);
        } else {
            auto [failed, count] = co_await socket_.async_read_some(room, tuple);
            received = {failed, count};
        }
        auto& [error, size] = received;
        waiting.resize(before + size);
        if (error) co_return error == net::error::operation_aborted && !abandoned_ ? 408 : client_gone;
        loop_.counters.bytes_received.add(size);
    }
    after_body_ = std::move(waiting);
    co_return 0;
}

Answer Connection::answer(Body body) {
    auto& site = loop_.service.site;
    try {
        return site.answer(head_, std::move(body));
    } catch (const std::exception& error) { report(error.what()); } catch (...) {
        report("something that is no exception was thrown");
    }
    try {
        return site.failure(head_, 500);
    } catch (...) { return plain_failure(500); }
}

Delivery Connection::made(Answer answer) {
    try {
        return make_delivery(std::move(answer), head_, framing_, close_ || loop_.draining());
    } catch (const std::exception& error) {
        report(error.what());
        return failure(500);
    }
}

Delivery Connection::failure(int status) {
    try {
        return make_delivery(loop_.service.site.failure(head_, status), head_, framing_, close_ || loop_.draining());
    } catch (...) { return make_delivery(plain_failure(status), head_, framing_, close_ || loop_.draining()); }
}

Awaitable<> Connection::answer_on_pool(Body& body, Delivery& delivery) {
    auto work = [&] { delivery = made(answer(std::move(body))); };
    co_await on_pool(work);
}

Awaitable<> Connection::refuse_on_pool(int status, Delivery& delivery) {
    auto work = [&] { delivery = failure(status); };
    co_await on_pool(work);
}

Awaitable<> Connection::prepare_on_pool(Answer& given, Delivery& delivery) {
    auto work = [&] { delivery = made(std::move(given)); };
    co_await on_pool(work);
}

// To the operator, with the number that the person was shown.
void Connection::report(const char* what) const { fmt::print(stderr, "request {}: {}\n", head_.request_id, what); }

void Connection::finish(int status) {
    auto spent = std::chrono::duration<double, std::milli>{std::chrono::steady_clock::now() - started_}.count();
    loop_.counters.request(head_.method, status, spent);
    loop_.counters.bytes_sent.add(sent_);
    loop_.log({.request_id = head_.request_id,
               .method = head_.method,
               .path = head_.path,
               .private_path = private_path_,
               .status = status,
               .bytes = sent_,
               .milliseconds = spent,
               .remote = remote_truncated_});
    input_.use(head_size_);
    input_.put(std::exchange(after_body_, {}));
}

}
