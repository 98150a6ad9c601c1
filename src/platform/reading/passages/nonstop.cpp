// Tells "nonstop", "24 hodin denně", "ve dne v noci" from what only looks like it.
#include "platform/reading/passages/hours.hpp"
#include "platform/reading/passages/pattern_rows.hpp"

#include <algorithm>

namespace passages {

namespace {

// "dle dohody kdykoli"
bool by_agreement(const Tokens& tokens, Span words) {
    for (auto at = words.first > 3 ? words.first - 3 : 0; at < std::min(words.last + 3, tokens.size()); ++at)
        if (match_at(tokens, at, "dohod*|domluv*|objedn*")) return true;
    return false;
}

// "od pondělí 7:00 do pátku 15:30 bez přerušení"
bool in_some_days(const Tokens& tokens, Span words) {
    for (auto at = words.first > 8 ? words.first - 8 : 0; at < words.first; ++at)
        if (match_at(tokens, at, "do patku|ctvrtka|stredy|soboty|pa|ct")) return true;
    return false;
}

}

bool says_nonstop(const Tokens& tokens, bool told) {
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        bool led_off = at > 0 && match_at(tokens, at - 1, "(|-|do|behem|nejpozdeji|pred|po|ne|neni|nikoli|bez");
        if (led_off) continue;
        for (auto& [words, where, more, rest] : pattern_rows("nonstop_words")) {
            if (where == "label" && !told) continue;
            auto found = match_at(tokens, at, words);
            if (!found || by_agreement(tokens, *found) || in_some_days(tokens, *found)) continue;
            auto last = found->last;
            auto follows = [&](auto pattern) { return match_at(tokens, last, pattern).has_value(); };
            if (std::ranges::none_of(patterns("not_nonstop"), follows)) return true;
        }
    }
    return false;
}

}
