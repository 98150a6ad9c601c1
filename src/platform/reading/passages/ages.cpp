// Reads ages word by word.
#include "platform/reading/passages/ages.hpp"

#include <algorithm>

namespace passages {

namespace {

constexpr int oldest = 120;

std::optional<int> years_at(const Tokens& tokens, std::size_t at) {
    if (at >= tokens.size()) return {};
    auto years = small_number(tokens[at]);
    if (!years || *years > oldest) return {};
    return years;
}

constexpr std::string_view years_words = "let*|lety|rok|roku|roky|leta|r";

bool years_follow(const Tokens& tokens, std::size_t at) { return match_at(tokens, at, years_words).has_value(); }

struct Range {
    AgeLimits limits;
    std::size_t last = 0;
};

// od 6 do 26 let, 6–26 let, 18 až 65 let, (27–64)
std::optional<Range> closed_range_at(const Tokens& tokens, std::size_t at) {
    auto from = years_at(tokens, at);
    if (!from) return {};
    auto next = at + 1;
    if (years_follow(tokens, next)) ++next;
    if (match_at(tokens, next, "veku")) ++next;
    auto joint = match_at(tokens, next, "-|az|do");
    if (!joint) return {};
    auto to = years_at(tokens, joint->last);
    if (!to || *to <= *from) return {};
    auto last = joint->last + 1;
    bool aged = years_follow(tokens, last) || (at > 0 && match_at(tokens, at - 1, "vek*"));
    aged = aged || (at > 1 && match_at(tokens, at - 2, "vek* od|:"));
    if (!aged) return {};
    return Range{{from, to, false}, last};
}

struct Bound {
    std::string_view before, after;    // patterns around the number
    bool upper;
};

constexpr Bound bounds[] = {
    {"od", "let*|roku|r", false},
    {"nad", "let*|roku", false},
    {"starsi*", "let*|roku", false},
    {"starsi* nez", "let*|roku", false},
    {"dosahl* veku", "let*|roku", false},
    {"dovrsil*", "let*|rok*", false},
    {"dovrsil* vek", "let*|rok*", false},
    {"od veku", "let*|roku", false},
    {"minimalne", "let", false},
    {"do", "let*|roku|r", true},
    {"do veku", "let*|roku", true},
    {"mladsi*", "let*|roku", true},
    {"nejvyse", "let*", true},
    {"do dovrseni", "let*|roku", true},
};

std::optional<Range> bound_at(const Tokens& tokens, std::size_t at) {
    if (match_at(tokens, at, "od narozeni")) return Range{{0, {}, false}, at + 2};
    for (auto& bound : bounds) {
        auto before = match_at(tokens, at, bound.before);
        if (!before) continue;
        auto years = years_at(tokens, before->last);
        if (!years) continue;
        auto next = before->last + 1;
        if (match_at(tokens, next, ".")) ++next;
        if (!match_at(tokens, next, bound.after)) continue;
        if (bound.upper) return Range{{{}, years, false}, next + 1};
        return Range{{years, {}, false}, next + 1};
    }
    if (auto years = years_at(tokens, at); years && match_at(tokens, at + 1, "+ ?let"))
        return Range{{years, {}, false}, at + 2};
    return {};
}

constexpr std::string_view no_upper_limit[] = {"horni* ?vekov* hranic* neni", "bez horni*",
                                               "horni* ?vekov* hranic* nen*", "bez omezeni horni*",
                                               "bez vekov* omezeni"};

}

AgeLimits age_limits_in(const Tokens& tokens) {
    AgeLimits all;
    for (std::size_t at = 0; at < tokens.size();) {
        auto found = closed_range_at(tokens, at);
        if (!found) found = bound_at(tokens, at);
        if (!found) {
            ++at;
            continue;
        }
        if (found->limits.from) all.from = std::min(all.from.value_or(oldest), *found->limits.from);
        if (found->limits.to) all.to = std::max(all.to.value_or(0), *found->limits.to);
        at = found->last;
    }
    all.open_end = has_any(tokens, no_upper_limit);
    return all;
}

std::optional<AgeBand> age_band_in(std::string_view text, const Tokens& tokens) {
    for (std::size_t open = 1; open < tokens.size(); ++open) {
        if (tokens[open].folded != "(") continue;
        auto close = open + 1;
        while (close < tokens.size() && tokens[close].folded != ")") ++close;
        Tokens inside(tokens.begin() + std::ptrdiff_t(open) + 1, tokens.begin() + std::ptrdiff_t(close));
        auto limits = age_limits_in(inside);
        if (!limits.from && !limits.to && inside.size() == 3 && inside[1].folded == "-") {
            limits.from = years_at(inside, 0), limits.to = years_at(inside, 2);    // the word "let" left out
        }
        if (!limits.from && !limits.to) continue;
        AgeBand band;
        band.label = trimmed(printed(text, tokens, {0, open}), "•-–*·");
        band.from = limits.from, band.to = limits.to;
        if (close + 1 < tokens.size()) band.note = trimmed(text.substr(tokens[close].end), "-–—:;,.");
        while (!band.note.empty() && (band.note.starts_with("–") || band.note.starts_with("—")))
            band.note = trimmed(band.note.substr(3), "");
        return band;
    }
    return {};
}

}
