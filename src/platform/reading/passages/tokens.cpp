// Cuts texts into words, numbers and signs.
#include "platform/reading/passages/tokens.hpp"

#include "platform/search/fold.hpp"

#include <array>
#include <bitset>
#include <charconv>
#include <cstdint>
#include <memory>
#include <unordered_map>

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

// A pattern taken apart, so that it can be laid on every token of a text.
class Pieces {
public:
    explicit Pieces(std::string_view whole) : pattern_{whole} {
        std::string_view pattern = pattern_;
        while (!pattern.empty()) {
            auto end = std::min(pattern.find(' '), pattern.size());
            if (end > 0) add_piece(pattern.substr(0, end));
            pattern.remove_prefix(std::min(end + 1, pattern.size()));
        }
        note_beginnings();
    }

    Pieces(const Pieces&) = delete;    // its choices are views of its own pattern

    const std::string& pattern() const { return pattern_; }

    std::optional<Span> at(const Tokens& tokens, std::size_t at) const {
        if (!may_begin(tokens[at])) return {};
        auto next = at;
        std::size_t first = 0;
        for (auto& piece : pieces_) {
            if (next < tokens.size() && matches(tokens[next], first, piece.end)) ++next;
            else if (!piece.may_miss) return {};
            first = piece.end;
        }
        if (next == at) return {};
        return Span{at, next};
    }

private:
    enum class Kind { whole, beginning, number };
    struct Choice {
        std::string_view text;
        Kind kind;
    };
    struct Piece {
        std::size_t end;    // of its choices
        bool may_miss;
    };

    // By the first letter alone, which sends away most patterns from most words.
    bool may_begin(const Token& token) const {
        return token.folded.empty() || beginnings_[static_cast<unsigned char>(token.folded.front())] ||
               (number_begins_ && token.kind == TokenKind::number);
    }

    // The first letters of the pieces that may come first: up to the first that must not miss.
    void note_beginnings() {
        std::size_t n = 0;
        for (auto& piece : pieces_) {
            for (; n < piece.end; ++n) {
                if (choices_[n].kind == Kind::number) number_begins_ = true;
                else if (!choices_[n].text.empty())
                    beginnings_.set(static_cast<unsigned char>(choices_[n].text.front()));
            }
            if (!piece.may_miss) return;
        }
    }

    void add_piece(std::string_view piece) {
        bool may_miss = piece.size() > 1 && piece.front() == '?';
        if (may_miss) piece.remove_prefix(1);
        for (;;) {
            auto bar = std::min(piece.find('|'), piece.size());
            add_choice(piece.substr(0, bar));
            if (bar == piece.size()) break;
            piece.remove_prefix(bar + 1);
        }
        pieces_.push_back({choices_.size(), may_miss});
    }
    void add_choice(std::string_view choice) {
        if (choice == "#") choices_.push_back({choice, Kind::number});
        else if (choice.size() > 1 && choice.back() == '*')
            choices_.push_back({choice.substr(0, choice.size() - 1), Kind::beginning});
        else choices_.push_back({choice, Kind::whole});
    }
    bool matches(const Token& token, std::size_t first, std::size_t end) const {
        std::string_view word = token.folded;
        for (auto n = first; n < end; ++n) {
            auto& [text, kind] = choices_[n];
            if (kind == Kind::number      ? token.kind == TokenKind::number
                : kind == Kind::beginning ? word.starts_with(text)
                                          : word == text)
                return true;
        }
        return false;
    }

    std::string pattern_;
    std::vector<Choice> choices_{};
    std::vector<Piece> pieces_{};
    std::bitset<256> beginnings_{};    // bytes
    bool number_begins_ = false;
};

// Patterns are a few hundred that come again for every word of a document.
class KnownPatterns {
public:
    const Pieces& at(std::string_view pattern) {
        auto where =
            reinterpret_cast<std::uintptr_t>(pattern.data()) + (pattern.size() << 24);    // parts of one begin alike
        auto& slot = slots_[(where * 0x9E3779B97F4A7C15u) >> (64 - slot_bits)];
        if (!slot || slot->pattern() != pattern)
            slot = &looked_up(pattern);    // another text may lie where one lay before
        return *slot;
    }

private:
    static constexpr std::size_t most = 4096;
    static constexpr int slot_bits = 12;

    const Pieces& looked_up(std::string_view pattern) {
        if (auto found = known_.find(pattern); found != known_.end()) return *found->second;
        if (known_.size() >= most) known_.clear(), slots_.fill(nullptr);
        auto pieces = std::make_unique<Pieces>(pattern);
        auto& key = pieces->pattern();
        return *known_.emplace(key, std::move(pieces)).first->second;
    }

    std::unordered_map<std::string_view, std::unique_ptr<Pieces>> known_;
    std::array<const Pieces*, std::size_t{1} << slot_bits> slots_{};    // by where the pattern lies
};

const Pieces& pieces_of(std::string_view pattern) {
    thread_local KnownPatterns known;
    return known.at(pattern);
}

}

Tokens tokens_of(std::string_view text) {
    Tokens tokens;
    tokens.reserve(text.size() / 6 + 1);
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
    if (at >= tokens.size()) return {};
    return pieces_of(pattern).at(tokens, at);
}

std::optional<Span> find(const Tokens& tokens, std::string_view pattern, std::size_t from) {
    if (from >= tokens.size()) return {};
    auto& pieces = pieces_of(pattern);
    for (auto at = from; at < tokens.size(); ++at)
        if (auto found = pieces.at(tokens, at)) return found;
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
