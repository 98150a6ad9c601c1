// Conditional and partial requests: If-None-Match, Range and If-Range (RFC 9110 § 13 and 14).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace http {

// Does the header name this tag?  Compared weakly: W/"a" matches "a".  * matches any.
bool names_etag(std::string_view if_none_match, std::string_view etag);

struct ByteRange {
    std::uint64_t first = 0, last = 0;    // both included
    std::uint64_t size() const { return last - first + 1; }
};

struct RangeWish {
    bool satisfiable = true;             // false: 416
    std::optional<ByteRange> range{};    // nothing: the whole, also for what we cannot read and for several ranges
};

// If-Range holds only for the same strong tag; a date never does, since our answers carry none.
RangeWish wished_range(std::string_view range, std::string_view if_range, std::string_view etag, std::uint64_t size);

}
