// Telephones and addresses in all their spellings.
#include "projects/project_reading/project_people.hpp"

#include "platform/reading/letters.hpp"
#include "platform/reading/pattern.hpp"
#include "platform/search/fold.hpp"

#include <algorithm>

namespace projects {

using passages::Span;
using passages::TokenKind;
using passages::Tokens;

std::string with_at_signs(std::string_view text) {
    static const reading::Pattern at_sign{
        R"((?<=[a-z0-9])\s*[(\[{<]\s*(?:at|zavinac|@)\s*[)\]}>]\s*(?=[a-z0-9])|(?<=[a-z0-9]) zavinac (?=[a-z0-9])|(?<=[a-z0-9]) ?@ ?(?=[a-z0-9]))"};
    static const reading::Pattern dot{R"((?<=[a-z0-9])\s*[(\[{]\s*(?:tecka|dot|\.)\s*[)\]}]\s*(?=[a-z]))"};
    static const reading::Pattern scanned{R"((?<![a-z0-9])[oil]{3}(?= [0-9]{3} [0-9]{3}(?![0-9])))"};
    std::string out{text};
    for (auto& found : scanned.all(reading::Letters{out}.low)) {
        reading::Letters letters{out};
        auto digits = letters.cut(found.from(), found.to());
        std::ranges::transform(digits, digits.begin(), passages::digit_meant);
        out = letters.cut(0, found.from()) + digits + letters.cut(found.to());
    }
    for (auto* pattern : {&at_sign, &dot}) {
        reading::Letters letters{out};
        std::string mended;
        std::size_t from = 0;
        for (auto& found : pattern->all(letters.low)) {
            mended += letters.cut(from, found.from()) + (pattern == &dot ? "." : "@");
            from = found.to();
        }
        out = mended + letters.cut(from);
    }
    return out;
}

namespace {

// Nine digits in groups with one kind of sign between them; the first token of the digits.
std::optional<std::size_t> end_of_phone(const Tokens& tokens, std::size_t at) {
    std::size_t digits = 0;
    auto next = at;
    while (next < tokens.size() && tokens[next].kind == TokenKind::number) {
        digits += tokens[next].folded.size();
        if (tokens[next].folded.size() < 2 || digits > 9) return {};
        ++next;
        if (digits == 9) break;
        bool sign = next + 1 < tokens.size() &&
                    (tokens[next].folded == "-" || tokens[next].folded == "/" || tokens[next].folded == ".") &&
                    !tokens[next].spaced && tokens[next - 1].folded.size() == 3 &&
                    tokens[next + 1].kind == TokenKind::number;
        if (sign) ++next;
        else if (next < tokens.size() && !tokens[next].spaced) return {};
    }
    if (digits != 9) return {};
    bool account = next + 1 < tokens.size() && tokens[next].folded == "/" && !tokens[next].spaced &&
                   tokens[next + 1].folded.size() == 4;
    bool money = passages::match_at(tokens, next, "kc|czk|%") || passages::match_at(tokens, next, ", -|0|00");
    if (account || money || (next < tokens.size() && tokens[next].kind == TokenKind::number && !tokens[next].spaced))
        return {};
    return next;
}

// "+420", "(+420)", "00420": where the digits begin.
std::size_t past_prefix(const Tokens& tokens, std::size_t at) {
    for (std::string_view prefix : {"( + 420|421 )", "+ 420|421", "00420|00421"})
        if (auto words = passages::match_at(tokens, at, prefix)) return words->last;
    return at;
}

// "+48 74 000 11 90": behind a prefix of another country eight to eleven digits in any groups.
std::optional<std::size_t> end_of_foreign_phone(const Tokens& tokens, std::size_t at) {
    bool prefix = at + 2 < tokens.size() && tokens[at].folded == "+" && !tokens[at + 1].spaced &&
                  tokens[at + 1].kind == TokenKind::number && tokens[at + 1].folded.size() <= 3 &&
                  !passages::match_at(tokens, at + 1, "420|421");
    if (!prefix) return {};
    std::size_t digits = 0;
    auto next = at + 2;
    while (next < tokens.size() && tokens[next].kind == TokenKind::number && digits < 11)
        digits += tokens[next].folded.size(), ++next;
    return digits >= 7 && digits <= 11 ? std::optional{next} : std::nullopt;
}

// +420485226340 in one piece.
bool whole_with_prefix(const Tokens& tokens, std::size_t at) {
    auto& token = tokens[at];
    if (token.kind != TokenKind::number) return false;
    bool plus = at > 0 && tokens[at - 1].folded == "+";
    return (plus && token.folded.size() == 12 && token.folded.starts_with("42")) ||
           (token.folded.size() == 14 && token.folded.starts_with("0042"));
}

}

std::vector<passages::PhoneFound> project_phones_in(std::string_view text, const Tokens& tokens) {
    std::vector<passages::PhoneFound> phones;
    auto add = [&](Span span) {
        auto shown = passages::printed(text, tokens, span);
        std::string plain;
        for (auto part = std::string_view{shown}; !part.empty();) {
            auto letter = search::take(part);
            if (letter == 0xA0 || letter == '\n') letter = ' ';
            search::append(plain, letter);
        }
        phones.push_back({plain, span});
    };
    for (std::size_t at = 0; at < tokens.size();) {
        bool glued = at > 0 && !tokens[at].spaced &&
                     (tokens[at - 1].folded == "-" || tokens[at - 1].folded == "_" || tokens[at - 1].folded == "." ||
                      tokens[at - 1].kind == TokenKind::number);
        if (!glued && whole_with_prefix(tokens, at)) {
            add({at > 0 && tokens[at - 1].folded == "+" ? at - 1 : at, at + 1}), ++at;
            continue;
        }
        if (auto foreign = end_of_foreign_phone(tokens, at)) {
            add({at, *foreign}), at = *foreign;
            continue;
        }
        auto begin = past_prefix(tokens, at);
        auto end = glued || begin >= tokens.size() ? std::nullopt : end_of_phone(tokens, begin);
        bool vat = at > 0 && !tokens[at].spaced && passages::match_at(tokens, at - 1, "cz");
        bool tax =
            at > 0 && passages::match_at(tokens, at > 1 && tokens[at - 1].kind == TokenKind::sign ? at - 2 : at - 1,
                                         "ic|ico|dic|ucet|uctu")
                          .has_value();
        bool other = vat || tax;
        if (end && !other) add({at, *end}), at = *end;
        else ++at;
    }
    return phones;
}

}
