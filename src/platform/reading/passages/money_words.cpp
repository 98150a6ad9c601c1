// Puts groups of digits together and looks for the currency behind them.
#include "platform/reading/passages/money_words.hpp"

#include "platform/reading/passages/number_words.hpp"

namespace passages {

namespace {

struct Digits {
    std::int64_t whole = 0, hundredths = 0;
    std::size_t last = 0;
};

bool is_group(const Tokens& tokens, std::size_t at) {
    return at < tokens.size() && tokens[at].kind == TokenKind::number && tokens[at].folded.size() == 3;
}

// 15 795 600, 15.795.600,05, 4987650, 8 916 240,-
std::optional<Digits> digits_at(const Tokens& tokens, std::size_t at) {
    if (tokens[at].kind != TokenKind::number || tokens[at].folded.size() > 12) return {};
    Digits found{.whole = std::stoll(tokens[at].folded), .last = at + 1};
    bool grouped = tokens[at].folded.size() <= 3;
    while (grouped) {
        bool dotted = found.last + 1 < tokens.size() && tokens[found.last].folded == "." &&
                      !tokens[found.last].spaced && is_group(tokens, found.last + 1) && !tokens[found.last + 1].spaced;
        auto group = found.last + (dotted ? 1 : 0);
        if (!dotted && !(is_group(tokens, group) && tokens[group].spaced)) break;
        if (found.whole > 999'999'999) return {};
        found.whole = found.whole * 1000 + std::stoll(tokens[group].folded);
        found.last = group + 1;
    }
    if (found.last + 1 < tokens.size() && tokens[found.last].folded == "," && !tokens[found.last].spaced &&
        !tokens[found.last + 1].spaced) {
        auto& part = tokens[found.last + 1];
        if (part.folded == "-") {
            found.last += 2;
            if (found.last < tokens.size() && tokens[found.last].folded == "-") ++found.last;
        } else if (part.kind == TokenKind::number && part.folded.size() <= 3) {
            found.hundredths = std::stoll(part.folded) * (part.folded.size() == 1 ? 10 : 1);
            if (part.folded.size() == 3) found.hundredths /= 10;
            found.last += 2;
        }
    }
    return found;
}

struct Scale {
    std::string_view pattern;
    std::int64_t times;
};

constexpr Scale scales[] = {{"mld ?.", 1'000'000'000}, {"miliard*", 1'000'000'000},
                            {"mil|mio ?.", 1'000'000}, {"milion*", 1'000'000},
                            {"tis ?.", 1000},          {"tisic*", 1000}};

// „dvanáct milionů“, „tři a půl milionu“, „osm milionů šest set tisíc“: only with millions behind.
std::optional<Digits> millions_in_words_at(const Tokens& tokens, std::size_t at) {
    auto count = number_at(tokens, at);
    if (!count || !count->in_words) return {};
    Digits found{.whole = std::int64_t(count->value), .last = count->last};
    if (auto half = match_at(tokens, found.last, "a pul")) found.hundredths = 50, found.last = half->last;
    if (!match_at(tokens, found.last, "milion*|mil")) return {};
    return found;
}

// "12,5" and "8,655" in front of millions are parts of a million.
std::int64_t thousandths_behind(const Tokens& tokens, const Digits& digits) {
    auto at = digits.last - 1;
    bool three = at >= 2 && tokens[at].folded.size() == 3 && tokens[at - 1].folded == ",";
    return three ? std::stoll(tokens[at].folded) : digits.hundredths * 10;
}

}

std::vector<AmountFound> amounts_in(const Tokens& tokens) {
    std::vector<AmountFound> amounts;
    for (std::size_t at = 0; at < tokens.size();) {
        auto digits = digits_at(tokens, at);
        if (!digits) digits = millions_in_words_at(tokens, at);
        if (!digits) {
            ++at;
            continue;
        }
        auto next = digits->last;
        std::int64_t times = 1;
        for (auto& scale : scales)
            if (auto words = match_at(tokens, next, scale.pattern)) times = scale.times, next = words->last;
        std::int64_t more = 0;    // „21 milionů 350 tisíc“
        if (times == 1'000'000 && next < tokens.size() && tokens[next].kind == TokenKind::number &&
            match_at(tokens, next + 1, "tis|tisic*"))
            more = std::int64_t{small_number(tokens[next]).value_or(0)} * 1000, next += 2;
        auto currency = match_at(tokens, next, "kc|czk|korun*");
        bool worded = times >= 1'000'000;
        if ((currency || worded) && digits->whole < 90'000'000'000'000 / times) {
            auto last = currency ? currency->last : next;
            auto halere = (digits->whole * 100 + digits->hundredths) * times;
            if (worded && tokens[at].kind == TokenKind::number)
                halere = digits->whole * 100 * times + thousandths_behind(tokens, *digits) * times / 10;
            amounts.push_back({Money{halere + more * 100}, {at, last}});
            at = last;
        } else at = digits->last;
    }
    return amounts;
}

}
