// Hands Beast's events on: fields become views, chunks become bytes.
#include "platform/http/request_parser.hpp"
#include "platform/http/ascii.hpp"

#include <boost/beast/http/basic_parser.hpp>

namespace http {

namespace beast = boost::beast;

namespace {

class Events : public beast::http::basic_parser<true> {
public:
    Head* head = nullptr;    // while the head is read; trailers are passed over
    const RequestParser::Sink* sink = nullptr;
    unsigned version = 0;

private:
    using Text = beast::string_view;
    using Error = beast::error_code;

    void on_request_impl(beast::http::verb, Text method, Text target, int version_sent, Error& error) override {
        version = static_cast<unsigned>(version_sent);
        head->method = {method.data(), method.size()};
        head->target = {target.data(), target.size()};
        error = {};
    }
    void on_response_impl(int, Text, int, Error&) override {}
    void on_field_impl(beast::http::field, Text name, Text value, Error& error) override {
        error = {};
        if (!head) return;
        auto* letters = const_cast<char*>(name.data());    // read_head was given them to change
        for (std::size_t i = 0; i < name.size(); ++i) letters[i] = lower(letters[i]);
        head->headers.emplace_back(std::string_view{name.data(), name.size()},
                                   std::string_view{value.data(), value.size()});
    }
    void on_header_impl(Error& error) override { error = {}; }
    void on_body_init_impl(const boost::optional<std::uint64_t>&, Error& error) override { error = {}; }
    std::size_t on_body_impl(Text bytes, Error& error) override { return pass(bytes, error); }
    void on_chunk_header_impl(std::uint64_t, Text, Error& error) override { error = {}; }
    std::size_t on_chunk_body_impl(std::uint64_t, Text bytes, Error& error) override { return pass(bytes, error); }
    void on_finish_impl(Error& error) override { error = {}; }

    std::size_t pass(Text bytes, Error& error) {
        error = {};
        if (!(*sink)({bytes.data(), bytes.size()})) error = beast::http::error::body_limit;
        return bytes.size();
    }
};

}

struct RequestParser::Inside {
    std::optional<Events> events;
};

RequestParser::RequestParser() : inside_{std::make_unique<Inside>()} {}
RequestParser::~RequestParser() = default;

Framing RequestParser::read_head(std::span<char> bytes, const Hosts& hosts, Head& head) {
    auto& events = inside_->events.emplace();
    events.header_limit(static_cast<std::uint32_t>(bytes.size() + 1));
    events.body_limit(boost::none);    // judged by us, from the plan
    events.head = &head;
    beast::error_code error;
    auto used = events.put(boost::asio::const_buffer{bytes.data(), bytes.size()}, error);
    events.head = nullptr;
    if (error || used != bytes.size() || !events.is_header_done())
        return {.refusal = refusal_of_line({bytes.data(), bytes.size()})};
    events.eager(true);
    return judge(head, events.version, events.keep_alive(), hosts);
}

RequestParser::Taken RequestParser::read_body(std::string_view bytes, const Sink& sink) {
    auto& events = *inside_->events;
    events.sink = &sink;
    beast::error_code error;
    auto used = events.put(boost::asio::const_buffer{bytes.data(), bytes.size()}, error);
    events.sink = nullptr;
    return {used, !error || error == beast::http::error::need_more};
}

bool RequestParser::done() const { return inside_->events && inside_->events->is_done(); }

}
