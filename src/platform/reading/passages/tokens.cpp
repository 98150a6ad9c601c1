// Cuts texts into words, numbers and signs.
#include "platform/reading/passages/tokens.hpp"

#include "platform/search/fold.hpp"

#include <charconv>

namespace passages {

namespace {

bool is_blank(char32_t letter) {
    return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r' || letter == 0xA0 || letter == 0x2007 ||
           letter == 0x2009 || letter == 0x202F;
}

char32_t plain_sign(char32_t sign) {
    switch (sign) {
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212: return '-';
    case 0x201A:
    case 0x201B:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xAB:
    case 0xBB:
    case 0x2018:
    case 0x2019: return '"';
    default: return sign;
    }
}

TokenKind kind_of(char32_t letter) {
    if (search::is_digit(letter)) return TokenKind::number;
    return search::is_letter(letter) || search::is_accent(letter) ? TokenKind::word : TokenKind::sign;
}

std::string_view take_piece(std::string_view& pattern) {
    while (pattern.starts_with(' ')) pattern.remove_prefix(1);
    auto end = std::min(pattern.find(' '), pattern.size());
    auto piece = pattern.substr(0, end);
    pattern.remove_prefix(end);
    return piece;
}

bool matches_choice(const Token& token, std::string_view choice) {
    if (choice == "#") return token.kind == TokenKind::number;
    if (choice.size() > 1 && choice.back() == '*')
        return std::string_view{token.folded}.starts_with(choice.substr(0, choice.size() - 1));
    return token.folded == choice;
}

bool matches_piece(const Token& token, std::string_view piece) {
    for (;;) {
        auto bar = piece.find('|');
        if (matches_choice(token, piece.substr(0, bar))) return true;
        if (bar == std::string_view::npos) return false;
        piece.remove_prefix(bar + 1);
    }
}

}

Tokens tokens_of(std::string_view text) {
    Tokens tokens;
    auto whole = text.size();
    bool spaced = true;
    while (!text.empty()) {
        auto begin = whole - text.size();
        auto letter = search::take(text);
        if (letter == 0xAD) continue;    // a soft hyphen is not seen
        if (is_blank(letter)) {
            spaced = true;
            continue;
        }
        auto kind = kind_of(letter);
        bool goes_on = !tokens.empty() && !spaced && kind != TokenKind::sign && tokens.back().kind == kind;
        if (!goes_on) {
            tokens.push_back({.kind = kind,
                              .begin = begin,
                              .spaced = spaced,
                              .capital = kind == TokenKind::word && search::lower(letter) != letter});
        }
        auto& token = tokens.back();
        if (!search::is_accent(letter))
            search::append(token.folded, kind == TokenKind::word ? search::plain(letter) : plain_sign(letter));
        token.end = whole - text.size();
        spaced = false;
    }
    return tokens;
}

std::optional<Span> match_at(const Tokens& tokens, std::size_t at, std::string_view pattern) {
    auto next = at;
    for (;;) {
        auto piece = take_piece(pattern);
        if (piece.empty()) break;
        bool may_miss = piece.size() > 1 && piece.front() == '?';
        if (may_miss) piece.remove_prefix(1);
        if (next < tokens.size() && matches_piece(tokens[next], piece)) ++next;
        else if (!may_miss) return {};
    }
    if (next == at) return {};
    return Span{at, next};
}

std::optional<Span> find(const Tokens& tokens, std::string_view pattern, std::size_t from) {
    for (auto at = from; at < tokens.size(); ++at)
        if (auto found = match_at(tokens, at, pattern)) return found;
    return {};
}

bool has(const Tokens& tokens, std::string_view pattern) { return find(tokens, pattern).has_value(); }

std::string printed(std::string_view text, const Tokens& tokens, Span span) {
    if (span.first >= span.last || span.last > tokens.size()) return {};
    auto begin = tokens[span.first].begin;
    return std::string{text.substr(begin, tokens[span.last - 1].end - begin)};
}

std::string_view trimmed(std::string_view text, std::string_view signs) {
    auto useless = [&](std::string_view end) {
        return end == " " || end == "\n" || end == "\t" || signs.find(end) != std::string_view::npos;
    };
    for (;;) {
        if (text.empty()) return text;
        if (text.starts_with("\u00A0")) text.remove_prefix(2);
        else if (text.ends_with("\u00A0")) text.remove_suffix(2);
        else if (useless(text.substr(0, 1))) text.remove_prefix(1);
        else if (useless(text.substr(text.size() - 1))) text.remove_suffix(1);
        else return text;
    }
}

std::optional<int> small_number(const Token& token) {
    if (token.kind != TokenKind::number || token.folded.size() > 6) return {};
    int value = 0;
    std::from_chars(token.folded.data(), token.folded.data() + token.folded.size(), value);
    return value;
}

std::size_t end_of_run(const Tokens& tokens, std::size_t at) {
    auto ends = [](const Token& token) {
        return token.spaced || token.folded == "," || token.folded == ";" || token.folded == ")" ||
               token.folded == "\"";
    };
    auto next = at + 1;
    while (next < tokens.size() && !ends(tokens[next])) ++next;
    while (next > at + 1 && tokens[next - 1].kind == TokenKind::sign) --next;
    return next;
}

char digit_meant(char sign) {
    if (sign == 'O' || sign == 'o') return '0';
    if (sign == 'l' || sign == 'I' || sign == '|') return '1';
    return sign;
}

}
