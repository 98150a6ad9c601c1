// Any bytes as a connection's input: the scanner, the parser and the rules for heads, then the body.
#include "platform/http/request_parser.hpp"

#include <cstdlib>

using namespace http;

namespace {

void check(bool held) {
    if (!held) std::abort();
}

// What a good head promises to everything behind it.
void check_head(const Head& head, const Framing& framing) {
    check(!head.method.empty() && !head.path.empty());
    check(head.path == "*" || head.path.front() == '/');
    check(!(framing.chunked && framing.length));
    for (auto& [name, value] : head.headers) {
        check(!name.empty() && name.find_first_of(" \t\r\n:") == name.npos);
        check(value.find_first_of(std::string_view{"\r\n\0", 3}) == value.npos);
    }
}

}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string bytes{reinterpret_cast<const char*>(data), size};
    HeadScanner whole_scanner{2048, 512}, slow_scanner{2048, 512};
    auto found = whole_scanner.look(bytes);
    // In pieces it must come to the same.
    auto slow = HeadScanner::Found::more;
    for (std::size_t seen = 1; slow == HeadScanner::Found::more && seen <= size; ++seen)
        slow = slow_scanner.look({bytes.data(), seen});
    if (found == HeadScanner::Found::whole) check(slow == found && slow_scanner.end() == whole_scanner.end());
    if (found == HeadScanner::Found::more) check(slow == found);
    if (found != HeadScanner::Found::whole) return 0;

    Head head;
    RequestParser parser;
    Hosts hosts{{}};
    auto begin = whole_scanner.begin(), end = whole_scanner.end();
    auto framing = parser.read_head(std::span{bytes}.subspan(begin, end - begin), hosts, head);
    if (framing.refusal) return 0;
    check_head(head, framing);
    std::uint64_t length = 0;
    RequestParser::Sink sink = [&](std::string_view piece) {
        length += piece.size();
        return length <= 4096;
    };
    std::string_view rest = std::string_view{bytes}.substr(end);
    if (!framing.has_body()) return 0;
    if (!rest.empty() && parser.read_body(rest, sink).good && parser.done() && !framing.chunked)
        check(length == framing.length);
    return 0;
}
