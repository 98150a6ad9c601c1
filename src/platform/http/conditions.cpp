// Compares tags; reads one range.
#include "platform/http/conditions.hpp"
#include "platform/http/ascii.hpp"

#include <charconv>

namespace http {

namespace {

std::string_view opaque(std::string_view tag) { return tag.starts_with("W/") ? tag.substr(2) : tag; }

// bytes of digits only; nothing for anything else or what 64 bits cannot hold
std::optional<std::uint64_t> number(std::string_view digits) {
    std::uint64_t value = 0;
    auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) return {};
    return value;
}

}

bool names_etag(std::string_view header, std::string_view etag) {
    if (etag.empty()) return false;
    header = trimmed(header);
    if (header == "*") return true;
    while (!header.empty()) {
        auto open = header.find('"');    // a tag may hold commas, so it is read from quote to quote
        auto close = open == header.npos ? open : header.find('"', open + 1);
        if (close == header.npos) return false;
        if (header.substr(open, close - open + 1) == opaque(etag)) return true;
        header.remove_prefix(close + 1);
    }
    return false;
}

RangeWish wished_range(std::string_view header, std::string_view if_range, std::string_view etag, std::uint64_t size) {
    if (!if_range.empty() && (if_range != etag || etag.starts_with("W/") || etag.empty())) return {};
    auto rest = header;
    if (!same_letters(cut(rest, '='), "bytes") || rest.find(',') != rest.npos || rest.find('-') == rest.npos) return {};
    auto from = cut(rest, '-');
    auto to = trimmed(rest);
    auto first = number(from), last = number(to);
    if ((!from.empty() && !first) || (!to.empty() && !last) || (!first && !last)) return {};
    if (!first) {    // the last so many bytes
        if (*last == 0 || size == 0) return {.satisfiable = false};
        return {true, ByteRange{size - std::min(*last, size), size - 1}};
    }
    if (last && *last < *first) return {};
    if (*first >= size) return {.satisfiable = false};
    return {true, ByteRange{*first, std::min(last.value_or(size - 1), size - 1)}};
}

}
