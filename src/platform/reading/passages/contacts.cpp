// Recognises telephones by their digits, e-mail by the at sign.
#include "platform/reading/passages/contacts.hpp"

#include <algorithm>

namespace passages {

namespace {

bool fits_email(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
           letter == '.' || letter == '-' || letter == '_' || letter == '+';
}

// The nine digits from here on, however they are grouped: 485 226 340, 485226340, 485 22 63 40.
std::optional<std::size_t> end_of_nine_digits(const Tokens& tokens, std::size_t at) {
    std::size_t digits = 0;
    auto next = at;
    for (; next < tokens.size() && tokens[next].kind == TokenKind::number && digits < 9; ++next) {
        if (next > at && !tokens[next].spaced) return {};
        if (tokens[next].folded.size() < 2 && digits + 1 < 9) return {};
        digits += tokens[next].folded.size();
    }
    if (digits != 9) return {};
    if (next < tokens.size() && (tokens[next].folded == "/" || tokens[next].kind == TokenKind::number) &&
        !tokens[next].spaced)
        return {};
    return next;
}

}

std::vector<PhoneFound> phones_in(std::string_view text, const Tokens& tokens) {
    std::vector<PhoneFound> phones;
    for (std::size_t at = 0; at < tokens.size();) {
        auto begin = at;
        if (auto prefix = match_at(tokens, at, "+ 420|421")) begin = prefix->last;
        else if (tokens[at].folded == "00420") begin = at + 1;
        bool glued =
            at > 0 && !tokens[at].spaced &&
            (tokens[at - 1].folded == "/" || tokens[at - 1].folded == "-" || tokens[at - 1].kind == TokenKind::number);
        auto end = glued || begin >= tokens.size() || tokens[begin].kind != TokenKind::number
                       ? std::nullopt
                       : end_of_nine_digits(tokens, begin);
        if (!end) {
            ++at;
            continue;
        }
        auto shown = printed(text, tokens, {at, *end});
        if (begin + 1 == *end) {
            auto& digits = tokens[begin].folded;
            shown = printed(text, tokens, {at, begin}) + (begin > at ? " " : "") + digits.substr(0, 3) + ' ' +
                    digits.substr(3, 3) + ' ' + digits.substr(6);
        }
        std::string plain;
        for (auto part = std::string_view{shown}; !part.empty(); part.remove_prefix(1)) {
            if (part.starts_with("\u00A0")) plain += ' ', part.remove_prefix(1);
            else plain += part.front();
        }
        phones.push_back({plain, {at, *end}});
        at = *end;
    }
    return phones;
}

std::vector<std::string> emails_in(std::string_view text) {
    std::vector<std::string> emails;
    for (auto at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
        auto begin = at, end = at + 1;
        while (begin > 0 && fits_email(text[begin - 1])) --begin;
        while (end < text.size() && fits_email(text[end])) ++end;
        while (end > at && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
        if (begin < at && text.substr(at, end - at).find('.') != std::string_view::npos)
            emails.emplace_back(text.substr(begin, end - begin));
    }
    return emails;
}

}
