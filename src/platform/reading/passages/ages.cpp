// Reads ages word by word.
#include "platform/reading/passages/ages.hpp"

#include "platform/reading/passages/number_words.hpp"
#include "platform/reading/passages/pattern_rows.hpp"

#include <algorithm>

namespace passages {

namespace {

constexpr int oldest = 120;
constexpr std::string_view years_words = "let*|lety|rok|roku|roky|rokem|leta|r";

std::optional<NumberFound> years_at(const Tokens& tokens, std::size_t at) {
    auto years = number_at(tokens, at);
    if (!years || years->value > oldest) return {};
    return years;
}

// Behind "let", "roku", "roku věku", "rokem"; nothing where no such word stands.
std::optional<std::size_t> past_years(const Tokens& tokens, std::size_t at) {
    auto next = match_at(tokens, at, ".") ? at + 1 : at;
    auto word = match_at(tokens, next, years_words);
    if (!word) return {};
    bool of_event = match_at(tokens, word->last, "od|po|praxe|zkusenost*") && !tokens[word->last].capital;
    if (of_event) return {};    // "do 3 let od propuštění"; but "18–60 let" / "Po–Pá 7–15"
    return word->last;
}

struct Range {
    AgeLimits limits;
    std::size_t last = 0;
};

// od 6 do 26 let, 6–26 let, 18 až 65 let, mezi 18 a 64 lety, (27–64)
std::optional<Range> closed_range_at(const Tokens& tokens, std::size_t at, bool told) {
    auto from = years_at(tokens, at);
    if (!from) return {};
    auto next = past_years(tokens, from->last).value_or(from->last);
    if (match_at(tokens, next, "veku")) ++next;
    bool between = at > 0 && match_at(tokens, at - 1, "mezi");
    auto joint = match_at(tokens, next, between ? "-|az|do|a" : "-|az|do ?do");
    if (!joint) joint = match_at(tokens, next, "?, ?a|ale nejvys|nejvyse|nanejvys|maximalne do|az");
    if (!joint) return {};
    auto to = years_at(tokens, joint->last);
    if (!to || to->value <= from->value) return {};
    auto last = past_years(tokens, to->last);
    bool aged = last || told || past_years(tokens, from->last) || (at > 0 && match_at(tokens, at - 1, "vek*")) ||
                (at > 1 && match_at(tokens, at - 2, "vek* od|:|v")) ||
                (at > 1 && match_at(tokens, at - 2, "veku mezi"));
    if (match_at(tokens, to->last, "hod*|h|:")) aged = false;
    if (!aged) return {};
    return Range{{from->value, to->value, false}, last.value_or(to->last)};
}

// The patterns of data/age_bounds.csv around a number: "od" # years, # "a více".
std::optional<Range> bound_by(const Tokens& tokens, std::size_t at, const PatternRow& row, bool told) {
    auto& [before, after, kind, rest] = row;
    auto number = at;
    if (!before.empty()) {
        auto words = match_at(tokens, at, before);
        if (!words) return {};
        number = words->last;
    }
    auto years = years_at(tokens, number);
    if (!years) return {};
    std::optional<std::size_t> last;
    if (after == "years") {
        last = past_years(tokens, years->last);
        bool other = match_at(tokens, years->last, "%|kc|hod*|h|mesic*|mes|dni|dnu|tydn*|osob*|klient*|:").has_value();
        if (!last && told && !other) last = years->last;
    } else if (after == "perhaps") last = past_years(tokens, years->last).value_or(years->last);
    else if (auto words = match_at(tokens, years->last, after)) {
        Tokens behind(tokens.begin() + std::ptrdiff_t(years->last), tokens.begin() + std::ptrdiff_t(words->last));
        bool said = told || has(behind, "let*|roku") || (at > 0 && match_at(tokens, at - 1, "vek*|veku"));
        bool plus = after == "+" && years->value >= 6 && !tokens[years->last].spaced &&
                    (words->last == tokens.size() || tokens[words->last].kind != TokenKind::number);
        if (said || plus) last = words->last;
    }
    if (!last) return {};
    if (kind == "upper") return Range{{{}, years->value, false}, *last};
    return Range{{years->value, {}, false}, *last};
}

// "do sedmých narozenin", "po 18. narozeninách"
std::optional<Range> birthday_at(const Tokens& tokens, std::size_t at) {
    auto led = match_at(tokens, at, "do|po|od");
    if (!led) return {};
    auto years = ordinal_at(tokens, led->last);
    if (!years) years = number_at(tokens, led->last);
    if (!years || years->value > oldest) return {};
    auto last = match_at(tokens, years->last, "?. narozenin*");
    if (!last) return {};
    if (tokens[at].folded == "do") return Range{{{}, years->value, false}, last->last};
    return Range{{years->value, {}, false}, last->last};
}

std::optional<Range> bound_at(const Tokens& tokens, std::size_t at, bool told) {
    if (auto birthday = birthday_at(tokens, at)) return birthday;
    if (match_at(tokens, at, "od narozeni")) return Range{{0, {}, false}, at + 2};
    std::optional<Range> best;
    for (auto& row : pattern_rows("age_bounds"))
        if (auto found = bound_by(tokens, at, row, told); found && (!best || found->last > best->last)) best = found;
    return best;
}

// "1 – 6 let", "do 1 roku", "nad 80 let", "27–64"
AgeLimits limits_of_bracket(const Tokens& inside) {
    auto limits = age_limits_in(inside);
    if (!limits.from && !limits.to && inside.size() == 3 && inside[1].folded == "-") {
        auto from = years_at(inside, 0), to = years_at(inside, 2);    // the word "let" left out
        if (from && to) limits.from = from->value, limits.to = to->value;
    }
    return limits;
}

// Back from the bracket: the words that name ages, or all that stands before it in its line.
std::size_t begin_of_label(std::string_view text, const Tokens& tokens, std::size_t open) {
    static constexpr std::string_view named =
        "det|deti|detem|kojenec*|batol*|predskoln*|skolniho|skolni|veku|mladsi*|starsi*|mladi|mlade|mladez*|mladym|dorost*|"
        "dospel*|senior*|osoby|zaci|zaky|lide|lidi|a";
    auto begin = open;
    while (begin > 0 && match_at(tokens, begin - 1, named)) --begin;
    while (begin < open && tokens[begin].folded == "a") ++begin;
    if (begin < open) return begin;
    while (begin > 0 && tokens[begin - 1].folded != "," && tokens[begin - 1].folded != ";" &&
           tokens[begin - 1].folded != ")" && tokens[begin - 1].folded != "|" &&
           text.substr(tokens[begin - 1].end, tokens[begin].begin - tokens[begin - 1].end).find('\n') == text.npos)
        --begin;
    return begin;
}

std::string note_behind(std::string_view text, const Tokens& tokens, std::size_t close) {
    if (close + 1 >= tokens.size()) return {};
    if (tokens[close].end > text.size()) return {};
    auto note = std::string{trimmed(text.substr(tokens[close].end), "-–—:;,.")};
    while (note.starts_with("–") || note.starts_with("—")) note = trimmed(note.substr(3), "");
    return note;
}

}

// "Mladší osmnácti let vzít nemůžeme": whom one refuses bounds from the other side.
void turn_refused(const Tokens& tokens, std::size_t at, AgeLimits& limits) {
    static constexpr std::string_view refusing = "nemuze*|nelze|neprij*|nebere*|nesmi|nemohou|odmit*|neubyt*";
    if (!has(tokens, refusing) || limits.from.has_value() == limits.to.has_value()) return;
    if (match_at(tokens, at, "mladsi*")) limits = {limits.to, {}, limits.open_end};
    else if (match_at(tokens, at, "starsi*")) limits = {{}, limits.from, limits.open_end};
}

AgeLimits age_limits_in(const Tokens& tokens, bool told) {
    AgeLimits all;
    bool beyond_all = false;
    for (std::size_t at = 0; at < tokens.size();) {
        auto found = closed_range_at(tokens, at, told);
        if (!found) found = bound_at(tokens, at, told);
        if (!found) {
            ++at;
            continue;
        }
        turn_refused(tokens, at, found->limits);
        // "dospělí 27–64 let, starší senioři nad 80 let", "děti do 7 let a dospělí od 18 let": no upper limit
        bool beyond = found->limits.from && !found->limits.to && all.to && *found->limits.from >= *all.to;
        if (beyond) all.to.reset(), beyond_all = true;
        if (found->limits.from) all.from = std::min(all.from.value_or(oldest), *found->limits.from);
        if (found->limits.to && !beyond_all) all.to = std::max(all.to.value_or(0), *found->limits.to);
        at = found->last;
    }
    all.open_end = beyond_all || has_any(tokens, patterns("age_open_ends"));
    return all;
}

std::vector<AgeBand> age_bands_in(std::string_view text, const Tokens& tokens) {
    std::vector<AgeBand> bands;
    std::size_t last_close = 0;
    for (std::size_t open = 1; open < tokens.size(); ++open) {
        if (tokens[open].folded != "(") continue;
        auto close = open + 1;
        while (close < tokens.size() && tokens[close].folded != ")") ++close;
        auto limits =
            limits_of_bracket({tokens.begin() + std::ptrdiff_t(open) + 1, tokens.begin() + std::ptrdiff_t(close)});
        if (!limits.from && !limits.to) continue;
        AgeBand band{.from = limits.from, .to = limits.to, .note = note_behind(text, tokens, close)};
        auto begin = begin_of_label(text, tokens, open);
        if (begin > 0 && tokens[begin - 1].kind == TokenKind::number) continue;    // "tábor pro 30 dětí (6–12 let)"
        band.label = trimmed(printed(text, tokens, {begin, open}), "•-–*·");
        if (!bands.empty()) {    // the note before ends where this band begins
            auto behind = text.substr(0, tokens[begin].begin);
            bands.back().note = note_behind(behind, tokens, last_close);
        }
        last_close = close;
        bands.push_back(band);
        open = close;
    }
    return bands;
}

}
