// What RFC 9110 and 9112 demand of the head of a request; a doubt is refused, for two readings of one request are how
// a second one is smuggled past a proxy.
#pragma once

#include "platform/http/transport.hpp"

namespace http {

// Looks for the end of a head in bytes as they come: sizes, line ends, control bytes, folded lines.
class HeadScanner {
public:
    enum class Found { more, whole, refused };

    HeadScanner(std::size_t header_limit, std::size_t target_limit)
        : header_limit_{header_limit}, target_limit_{target_limit} {}

    // All bytes so far, from the first; what was looked at before is not looked at again.
    Found look(std::string_view bytes);
    void restart();

    int refusal() const { return refusal_; }        // 400, 414 or 431 when refused
    std::size_t begin() const { return begin_; }    // empty lines before the request line are passed over
    std::size_t end() const { return end_; }        // one past the empty line that ends the head

private:
    Found refuse(int status);
    Found take_line(std::string_view line, std::size_t next);

    std::size_t header_limit_, target_limit_;
    std::size_t begin_ = 0, line_ = 0, seen_ = 0, end_ = 0;
    int refusal_ = 0, empty_lines_ = 0;
};

// How the message goes on after its head.
struct Framing {
    int refusal = 0;          // a status, or 0: the head is good
    unsigned version = 11;    // 10 or 11
    bool keep_alive = false;
    bool chunked = false;
    std::uint64_t length = 0;    // of the body, unless chunked
    bool expects_continue = false;

    bool has_body() const { return chunked || length > 0; }
};

// The Host values that are ours, without port and case; an empty list takes any.
class Hosts {
public:
    explicit Hosts(const std::vector<std::string>& names);
    bool ours(std::string_view host) const;

private:
    std::vector<std::string> names_;
};

// Fills path and query from the target, and Host from an absolute target; judges what the parser has read.
Framing judge(Head&, unsigned version, bool keep_alive, const Hosts&);

// For a head that the parser refused: 505 if nothing but the version is wrong with its first line, else 400.
int refusal_of_line(std::string_view head);

}
