// application/x-www-form-urlencoded, of forms and of what follows the ? of an address.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace http {

enum class UrlencodedProblem { none, bad_escape, not_utf8, control_byte, too_many };

struct Urlencoded {
    std::vector<std::pair<std::string, std::string>> fields{};    // in the order sent; a name may come again
    UrlencodedProblem problem = UrlencodedProblem::none;          // with one, fields holds what stood before it

    explicit operator bool() const { return problem == UrlencodedProblem::none; }
    const std::string* find(std::string_view name) const;    // the first of that name
};

// a=1&b=2.  A + is a space.  Names and values must be UTF-8 without NUL; empty parts between & are passed over.
Urlencoded parse_urlencoded(std::string_view text, std::size_t most_fields = 1000);

// %XX, and + where plus_is_space; false for a bad escape
bool percent_decode(std::string_view text, std::string& out, bool plus_is_space);

std::string percent_encode(std::string_view text);    // all but the unreserved letters of RFC 3986

bool is_utf8(std::string_view text);    // no overlong forms, no surrogates, nothing above U+10FFFF

}
