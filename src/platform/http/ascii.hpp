// The letters of HTTP: tokens, white space and case, without the C library's locale.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace http {

inline char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

inline bool same_letters(std::string_view a, std::string_view b) {    // ignoring case
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

inline std::string lowered(std::string_view text) {
    std::string low{text};
    for (auto& c : low) c = lower(c);
    return low;
}

inline bool is_letter_or_digit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// RFC 9110 § 5.6.2: tchar
inline bool is_token_char(char c) {
    return is_letter_or_digit(c) ||
           (c != '\0' && std::string_view{"!#$%&'*+-.^_`|~"}.find(c) != std::string_view::npos);
}

inline bool is_token(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_token_char);
}

// Neither NUL nor another control byte; a tab may stand in a header's value.
inline bool has_control_bytes(std::string_view text) {
    bool found = false;
    for (unsigned char c : text) found |= (c < 0x20 && c != '\t') || c == 0x7f;
    return found;
}

inline std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

// The part before the separator, trimmed; text keeps what follows it.
inline std::string_view cut(std::string_view& text, char separator) {
    auto at = text.find(separator);
    auto part = text.substr(0, at);
    text = at == text.npos ? std::string_view{} : text.substr(at + 1);
    return trimmed(part);
}

// 0–15, or -1 for what is no hexadecimal digit
inline int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (lower(c) >= 'a' && lower(c) <= 'f') return lower(c) - 'a' + 10;
    return -1;
}

}
