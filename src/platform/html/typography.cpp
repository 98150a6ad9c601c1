// Goes over the text once, from one space, number, quote to the next.
#include "platform/html/typography.hpp"

#include <algorithm>
#include <array>

namespace html {

namespace {

constexpr std::string_view no_break_space = "\u00a0", word_joiner = "\u2060", en_dash = "–";

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

// The first byte of a letter: Latin, Greek, Cyrillic, and of ² and °, which make units.
constexpr bool is_letter(char c) {
    return is_ascii_letter(c) || (static_cast<unsigned char>(c) >= 0xC2 && static_cast<unsigned char>(c) < 0xE0);
}

// How many bytes of space stand there: a plain one, U+00A0 or U+202F.
std::size_t space_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    if (text[at] == ' ') return 1;
    auto rest = text.substr(at, 3);
    return rest.starts_with(no_break_space) ? 2 : rest == "\u202f" ? 3 : 0;
}

// A word begins at the start of a text and after spaces, brackets, quotes and dashes.
bool boundary_before(std::string_view text, std::size_t at) {
    if (at == 0) return true;
    switch (static_cast<unsigned char>(text[at - 1])) {
    case ' ':
    case '\n':
    case '\t':
    case '\r':
    case '(':
    case '[':
    case '"':
    case '\'': return true;
    case 0xA0: return text.substr(0, at).ends_with(no_break_space) || text.substr(0, at).ends_with(word_joiner);
    case 0x93: return text.substr(0, at).ends_with(en_dash);
    case 0x9E: return text.substr(0, at).ends_with("„");
    case 0x9C: return text.substr(0, at).ends_with("“");
    case 0x9A: return text.substr(0, at).ends_with("‚");
    case 0xAF: return text.substr(0, at).ends_with("\u202f");
    default: return false;
    }
}

bool ends_word(std::string_view text, std::size_t at) {
    return at >= text.size() || !(is_letter(text[at]) || is_digit(text[at])) || space_at(text, at);
}

bool starts_with_any(std::string_view text, const auto& words) {
    return std::ranges::any_of(
        words, [&](std::string_view word) { return text.starts_with(word) && ends_word(text, word.size()); });
}

constexpr std::array<std::string_view, 45> units{
    "%",      "‰",     "Kč",     "EUR",    "€",      "m²",     "m2",   "m³",  "m",     "km²",    "km2",    "km",
    "cm",     "mm",    "ha",     "kg",     "g",      "l",      "h",    "hod", "hodin", "hodina", "hodiny", "hodinu",
    "min",    "minut", "minuta", "minuty", "minutu", "let",    "roky", "rok", "roku",  "osob",   "osoba",  "osoby",
    "osobám", "lidí",  "dní",    "dnů",    "dny",    "měsíců", "tis",  "mil", "°C"};

constexpr std::array<std::string_view, 9> before_numbers{"§",   "§§",   "č.",   "tř.", "odst.",
                                                         "čl.", "str.", "obr.", "tab."};

class Typography {
public:
    explicit Typography(std::string_view text) : in_{text} {
        quotes_in_pairs_ = quotes_pair();
        addresses_ = in_.find('@') != in_.npos || in_.find("://") != in_.npos || in_.find("www.") != in_.npos;
    }

    std::string set() {
        out_.reserve(in_.size() + in_.size() / 8 + 8);
        while (at_ < in_.size()) {
            bool start = boundary_before(in_, at_);
            if (start && addresses_ && copy_address()) continue;
            char c = in_[at_];
            if (c == ' ') space();
            else if (c == '+' && start && at_ + 1 < in_.size() && is_digit(in_[at_ + 1])) telephone();
            else if (is_digit(c) && start) number(!inside_range());
            else if (c == '"') quote();
            else copy_plain();
        }
        return std::move(out_);
    }

private:
    // Up to the next thing that may need us; a word begins only after one of these.
    void copy_plain() {
        auto begin = at_++;
        while (at_ < in_.size()) {
            char c = in_[at_];
            if (c == ' ' || c == '"' || ((is_digit(c) || c == '+') && boundary_before(in_, at_))) break;
            if (addresses_ && boundary_before(in_, at_)) break;
            ++at_;
        }
        out_ += in_.substr(begin, at_ - begin);
    }

    // A quote that we set before ends an address as the plain one did.
    bool set_quote_at(std::size_t at) const {
        auto rest = in_.substr(at, 3);
        return rest == "„" || rest == "“";
    }

    std::size_t end_of_word(std::size_t at) const {
        while (at < in_.size() && std::string_view{"\n\t\"<>"}.find(in_[at]) == std::string_view::npos &&
               !space_at(in_, at) && !set_quote_at(at))
            ++at;
        return at;
    }

    static bool is_address(std::string_view word) {
        return word.find('@') != word.npos || word.find("://") != word.npos || word.starts_with("www.");
    }

    bool copy_address() {
        if (at_ < no_address_before_ && !in_.substr(at_).starts_with("www.")) return false;
        auto end = end_of_word(at_);
        auto word = in_.substr(at_, end - at_);
        if (!is_address(word)) {
            no_address_before_ = end;    // so that ((((… is looked through only once
            return false;
        }
        out_ += word;
        at_ = end;
        return true;
    }

    void space() {
        out_ += holds() ? no_break_space : std::string_view{" "};
        ++at_;
    }

    // Does what stands before this space hold to what comes after it?
    bool holds() const {
        auto next = in_.substr(at_ + 1, 24);
        auto word = word_before();
        if (next.empty() || next.front() == ' ') return false;
        bool spaced_dash = (next.starts_with(en_dash) || next.starts_with("—")) && space_at(next, 3);
        if (spaced_dash && at_ > 0) return std::string_view{" \n\t\r"}.find(in_[at_ - 1]) == std::string_view::npos;
        if (word.empty()) return false;
        bool digit_next = is_digit(next.front()) || (next.front() == '{' && next.size() > 1 && is_digit(next[1]));
        if (word.size() == 1 && std::string_view{"kszvouaiKSZVOUAI"}.find(word.front()) != std::string_view::npos)
            return true;
        if (digit_next && std::ranges::find(before_numbers, word) != before_numbers.end()) return true;
        if (one_letter_and_dot(word) && one_letter_and_dot(next.substr(0, next.find('.') + 1))) return true;
        if (ordinal(word)) return digit_next || (next.front() >= 'a' && next.front() <= 'z') || lower_case_czech(next);
        bool number =
            is_digit(word.back()) || (word.size() >= 3 && word.ends_with('}') && is_digit(word[word.size() - 2]));
        return number && starts_with_any(next, units);
    }

    // The last word before the space where we stand; longer ones are cut, since only short ones matter.
    std::string_view word_before() const {
        auto begin = at_;
        while (begin > 0 && at_ - begin < 16 && !boundary_before(in_, begin)) --begin;
        return in_.substr(begin, at_ - begin);
    }

    // o. p. s., z. ú., č. p.: a letter has one or two bytes here.
    static bool one_letter_and_dot(std::string_view word) {
        if (!word.ends_with('.')) return false;
        return (word.size() == 2 && is_ascii_letter(word[0])) || (word.size() == 3 && (word[0] & 0xE0) == 0xC0);
    }

    // 1. or 31. or 18.11. – not 2017. at the end of a sentence.
    static bool ordinal(std::string_view word) {
        if (word.size() < 2 || word.back() != '.' || !is_digit(word[word.size() - 2])) return false;
        auto dot = word.find_last_of('.', word.size() - 2);
        auto last = dot == word.npos ? word.substr(0, word.size() - 1) : word.substr(dot + 1, word.size() - dot - 2);
        return last.size() <= 2 && std::ranges::all_of(last, is_digit);
    }

    static bool lower_case_czech(std::string_view text) {
        for (std::string_view letter : {"á", "č", "ď", "é", "í", "ň", "ó", "ř", "š", "ť", "ú", "ů", "ž"})
            if (text.starts_with(letter)) return true;
        return false;
    }

    void telephone() {
        auto begin = at_++;
        while (at_ < in_.size()) {
            auto space = space_at(in_, at_);
            if (is_digit(in_[at_])) ++at_;
            else if (space && at_ + space < in_.size() && is_digit(in_[at_ + space])) at_ += space;
            else break;
        }
        out_ += in_.substr(begin, at_ - begin);
    }

    // Digits with all groups of digits that follow after single spaces.  A lone one may be the beginning of a range.
    void number(bool may_begin_range) {
        auto begin = at_;
        std::size_t groups = 0, first_size = 0;
        bool threes = true;
        for (;;) {
            auto group = at_;
            while (at_ < in_.size() && is_digit(in_[at_])) ++at_;
            if (groups++ == 0) first_size = at_ - group;
            else threes = threes && at_ - group == 3;
            auto space = space_at(in_, at_);
            if (!space || at_ + space >= in_.size() || !is_digit(in_[at_ + space])) break;
            at_ += space;
        }
        bool thousands = groups > 1 && threes && first_size <= 3 && !is_telephone(groups, first_size);
        if (thousands) grouped(begin);
        else at_ = groups == 1 ? end_of_part(begin) : at_, out_ += in_.substr(begin, at_ - begin);
        if (may_begin_range && (thousands || groups == 1)) range(in_.substr(begin, at_ - begin));
    }

    bool inside_range() const {
        auto before = in_.substr(0, at_);
        return before.ends_with(word_joiner) || before.ends_with(en_dash);
    }

    // 777 123 456 is a telephone number, unless a decimal comma or a unit says that it counts something.
    bool is_telephone(std::size_t groups, std::size_t first_size) const {
        if (groups != 3 || first_size != 3) return false;
        if (at_ + 1 < in_.size() && in_[at_] == ',' && is_digit(in_[at_ + 1])) return false;
        auto space = space_at(in_, at_);
        return !space || !starts_with_any(in_.substr(at_ + space), units);
    }

    void grouped(std::size_t begin) {
        for (; begin < at_; ++begin) {
            if (in_[begin] == ' ') out_ += no_break_space;
            else out_ += in_[begin];
        }
    }

    // 7.30-15.30 and 2009-2013 get a dash; 67–70 only what keeps it together.  Longer chains, as in codes, stay.
    void range(std::string_view from) {
        bool hyphen = at_ < in_.size() && in_[at_] == '-', dash = in_.substr(at_).starts_with(en_dash);
        if (!hyphen && !dash) return;
        auto second = at_ + (hyphen ? 1 : en_dash.size()), last = end_of_part(second);
        if (last == second || !ends_chain(last)) return;
        if (addresses_ && is_address(in_.substr(second, end_of_word(second) - second))) return;
        auto to = in_.substr(second, last - second);
        if (hyphen && !((is_time(from) && is_time(to)) || (is_year(from) && is_year(to)))) return;
        out_.append(en_dash).append(word_joiner);
        at_ = second;
        number(false);
    }

    // Digits, which signs of times and dates may join.
    std::size_t end_of_part(std::size_t at) const {
        auto end = at;
        while (end < in_.size() && (is_digit(in_[end]) || (end > at && end + 1 < in_.size() && is_digit(in_[end + 1]) &&
                                                           (in_[end] == '.' || in_[end] == ',' || in_[end] == ':'))))
            ++end;
        return end;
    }

    bool ends_chain(std::size_t at) const {
        return at >= in_.size() ||
               !(in_[at] == '-' || in_[at] == '/' || in_.substr(at).starts_with(en_dash) || !ends_word(in_, at));
    }

    static bool is_time(std::string_view part) {
        return (part.size() == 4 || part.size() == 5) && !is_digit(part[part.size() - 3]);
    }
    static bool is_year(std::string_view part) {
        return part.size() == 4 && (part.starts_with("19") || part.starts_with("20")) &&
               std::ranges::all_of(part, is_digit);
    }

    void quote() {
        if (!quotes_in_pairs_) out_ += '"';
        else out_ += inside_quotes_ ? "“" : "„", inside_quotes_ = !inside_quotes_;
        ++at_;
    }

    // Only where every second quote may open and the others may close; otherwise nobody knows what was meant.
    bool quotes_pair() const {
        bool open = false;
        for (auto at = in_.find('"'); at != in_.npos; at = in_.find('"', at + 1), open = !open) {
            bool space_after =
                at + 1 >= in_.size() || space_at(in_, at + 1) || in_[at + 1] == '\n' || in_[at + 1] == '"';
            bool may_open = boundary_before(in_, at) && !space_after && (at == 0 || in_[at - 1] != '"');
            bool may_close = at > 0 && !boundary_before(in_, at) && ends_word(in_, at + 1);
            if (open ? !may_close : !may_open) return false;
        }
        return !open;
    }

    std::string_view in_;
    std::string out_;
    std::size_t at_ = 0, no_address_before_ = 0;
    bool addresses_, quotes_in_pairs_, inside_quotes_ = false;
};

}

std::string czech_typography(std::string_view text) {
    if (text.find_first_of(" \"-") == text.npos && text.find(en_dash) == text.npos) return std::string{text};
    return Typography{text}.set();
}

}
