// Reads days and hours word by word.
#include "platform/reading/passages/hours.hpp"

#include "platform/reading/passages/number_words.hpp"
#include "platform/reading/passages/pattern_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace passages {

namespace {

constexpr unsigned all_days = 0x7F;

struct DayName {
    std::string_view pattern;
    unsigned days = 0;
    bool is_also_a_word = false;    // po, st, so, ne
};

const std::vector<DayName>& day_names() {
    static const auto names = [] {
        std::vector<DayName> all;
        for (auto& [pattern, days, word, rest] : pattern_rows("day_names")) {
            auto& name = all.emplace_back(DayName{pattern, 0, word == "word"});
            std::from_chars(days.data(), days.data() + days.size(), name.days);
        }
        return all;
    }();
    return names;
}

struct Day {
    unsigned days = 0;
    std::size_t last = 0;
};

// "po" is Monday only where a day could stand: before a dash, a comma, an hour or another day.
bool stands_as_day(const Tokens& tokens, std::size_t at, std::size_t next) {
    if (at > 0 && tokens[at - 1].folded == "-") return true;
    if (next >= tokens.size()) return at > 0 && tokens[at - 1].kind == TokenKind::sign;
    auto& after = tokens[next];
    bool joined = at > 1 && match_at(tokens, at - 1, "a|i|,|+|/|az") && match_at(tokens, at - 2, "po|ut|st|ct|pa|so");
    if (joined) return true;
    if (after.kind == TokenKind::number) return tokens[at].folded != "ne" || tokens[at].capital;
    static constexpr std::string_view signs[] = {"-", ",", ":", ".", "|", "/", "+", "(", "="};
    if (match_at(tokens, next, ",|+|/ ut|st|ct|pa|so|ne")) return true;
    bool row =
        tokens[at].capital && after.capital && match_at(tokens, next, "po|ut|st|ct|pa|so|ne");    // "ST  PÁ  8–12"
    if (row) return true;
    if (std::ranges::count(signs, after.folded) > 0) {
        bool begins = at == 0 || tokens[at - 1].kind == TokenKind::sign || tokens[at].capital;
        return begins || after.folded == "-";
    }
    if (match_at(tokens, next, "take|jeste|navic|pouze|jen #|od|do")) return true;
    return after.folded == "a" || after.folded == "az" || after.folded == "i" || after.folded == "od";
}

std::optional<Day> day_at(const Tokens& tokens, std::size_t at) {
    std::optional<Day> best;
    for (auto& name : day_names()) {
        auto words = match_at(tokens, at, name.pattern);
        if (!words || (best && words->last <= best->last)) continue;
        if (name.is_also_a_word && !stands_as_day(tokens, at, words->last)) continue;
        best = Day{name.days, words->last};
    }
    return best;
}

unsigned range(unsigned first, unsigned last) {
    unsigned days = 0;
    for (unsigned day = first, n = 0; n < 7; ++n, day = day == 64 ? 1 : day << 1) {
        days |= day;
        if (day == last) break;
    }
    return days;
}

struct Time {
    int minutes = 0;
    std::size_t last = 0;
    bool whole = false;    // with minutes: 7.30, not only 7
};

std::optional<Time> time_at(const Tokens& tokens, std::size_t at) {
    if (at >= tokens.size()) return {};
    auto hour = small_number(tokens[at]);
    if (!hour || *hour > 24 || tokens[at].folded.size() > 2) return {};
    auto parted = [](const Token& sign) { return sign.folded == ":" || sign.folded == "." || sign.folded == ","; };
    if (at + 2 < tokens.size() && parted(tokens[at + 1]) && !tokens[at + 1].spaced && !tokens[at + 2].spaced) {
        auto minute = small_number(tokens[at + 2]);
        if (minute && *minute < 60 && tokens[at + 2].folded.size() == 2) {
            if (*hour == 24 && *minute != 0) return {};
            return Time{*hour * 60 + *minute, at + 3, true};
        }
    }
    return Time{*hour * 60, at + 1, false};
}

// "hodin", "hod.", and the part of the day that tells nine in the evening from nine in the morning.
std::size_t past_hour_word(const Tokens& tokens, std::size_t at, Time* time = nullptr) {
    if (auto word = match_at(tokens, at, "hod|h ?.")) at = word->last;
    else if (auto whole = match_at(tokens, at, "hod*")) at = whole->last;
    auto part = match_at(tokens, at, "?v rano|ranni|vecer|vecerni|odpoledne|odpoledni|dopoledne|dopoledni|noci");
    if (!part) return at;
    bool late = match_at(tokens, part->last - 1, "vecer|vecerni|odpoledne|odpoledni").has_value();
    bool night = tokens[part->last - 1].folded == "noci" && time && time->minutes >= 8 * 60;
    if (time && (late || night) && time->minutes < 12 * 60) time->minutes += 12 * 60;
    return part->last;
}

// "půl sedmé", "čtvrt na osm", "deseti", "osmou", "poledne"; only behind a word that leads to an hour.
std::optional<Time> worded_time_at(const Tokens& tokens, std::size_t at) {
    if (match_at(tokens, at, "poledne|poledni")) return Time{12 * 60, at + 1, true};
    if (match_at(tokens, at, "pulnoci|pulnoc")) return Time{24 * 60, at + 1, true};
    if (match_at(tokens, at, "pul"))
        if (auto hour = ordinal_at(tokens, at + 1); hour && hour->value <= 13)
            return Time{hour->value * 60 - 30, hour->last, true};
    auto quarter = match_at(tokens, at, "ctvrt na"), three = match_at(tokens, at, "tri ctvrte na");
    if (quarter || three)
        if (auto hour = number_at(tokens, (quarter ? quarter : three)->last); hour && hour->value <= 24)
            return Time{hour->value * 60 - (quarter ? 45 : 15), hour->last, true};
    auto hour = number_at(tokens, at);
    if (!hour) hour = ordinal_at(tokens, at);
    if (!hour || !hour->in_words || hour->value > 24) return {};
    return Time{hour->value * 60, hour->last, false};
}

std::optional<Time> time_or_words_at(const Tokens& tokens, std::size_t at, bool led) {
    auto time = time_at(tokens, at);
    if (!time && led) time = worded_time_at(tokens, at);
    return time;
}

struct SpanFound {
    int from = 0, to = 0;
    std::size_t last = 0;
    bool sure = false;    // minutes or the word hodin: these are hours whatever stands around
};

// 7.30 – 15.30, 8-16 hod., od 8 do 16, od půl sedmé ráno do devíti večer, mezi 8. a 18. hodinou
std::optional<SpanFound> span_at(const Tokens& tokens, std::size_t at) {
    bool between = at > 0 && tokens[at - 1].folded == "mezi";
    bool led = between || (at > 0 && match_at(tokens, at - 1, "od"));
    auto from = time_or_words_at(tokens, at, led);
    if (!from) return {};
    auto next = past_hour_word(tokens, from->last, &*from);
    bool worded = next != from->last;
    if (between && next < tokens.size() && tokens[next].folded == ".") next = past_hour_word(tokens, next + 1);
    if (next >= tokens.size()) return {};
    bool joined = tokens[next].folded == "-" || tokens[next].folded == "az" || tokens[next].folded == "do" ||
                  (between && tokens[next].folded == "a");
    if (!joined) return {};
    if (match_at(tokens, next, "az do")) ++next;
    auto to = time_or_words_at(tokens, next + 1, led);
    if (!to) return {};
    auto last = to->last;
    if (between && last < tokens.size() && tokens[last].folded == ".") ++last;
    auto after = past_hour_word(tokens, last, &*to);
    worded = worded || after != last;
    if (match_at(tokens, after, "let*|rok*|kc|%|klient*|osob*|luz*|mes*|tydn*|dn*|lid*|rodin*")) return {};
    if (match_at(tokens, after, ". #")) return {};    // 1. – 5. 5.
    // "od osmi do půl třetí", "od jedné do sedmi odpoledne"
    bool in_words = tokens[at].kind == TokenKind::word;
    if (in_words && to->minutes < from->minutes && to->minutes <= 7 * 60) to->minutes += 12 * 60;
    if (in_words && from->minutes <= 6 * 60 && from->minutes + 12 * 60 < to->minutes &&
        match_at(tokens, after - 1, "odpoledne|vecer") && !match_at(tokens, from->last, "rano|hod*"))
        from->minutes += 12 * 60;
    bool after_noon = in_words && from->minutes < to->minutes && from->minutes < 6 * 60 && to->minutes <= 8 * 60 &&
                      !match_at(tokens, from->last, "rano|hod*|v");
    if (after_noon) from->minutes += 12 * 60, to->minutes += 12 * 60;    // "od jedné do čtyř"
    if (from->minutes == to->minutes) return {};
    return SpanFound{from->minutes, to->minutes, after, from->whole || to->whole || worded || between};
}

// "v pátek jen do 13 hodin": it begins as on the other days.
std::optional<Time> end_alone_at(const Tokens& tokens, std::size_t at) {
    if (!match_at(tokens, at, "do")) return {};
    auto time = time_or_words_at(tokens, at + 1, true);
    if (!time) return {};
    auto last = past_hour_word(tokens, time->last, &*time);
    bool worded = tokens[at + 1].kind == TokenKind::word &&
                  (last >= tokens.size() || tokens[last].kind == TokenKind::sign);    // "v pátek do šesti"
    bool hours = last != time->last || time->whole || worded;
    if (!hours || match_at(tokens, last, "od|po|predem")) return {};
    time->last = last;
    return time;
}

bool ends_thought(const Tokens& tokens, std::size_t at) {
    auto& token = tokens[at];
    if (token.folded == ";" || token.folded == "|") return true;
    return token.folded == "." && at + 1 < tokens.size() && tokens[at + 1].spaced && tokens[at + 1].capital;
}

// "(pro objednané)" behind the hours
bool bracket_excludes(const Tokens& tokens, std::size_t at) {
    if (at >= tokens.size() || tokens[at].folded != "(") return false;
    for (auto n = at + 1; n < tokens.size() && tokens[n].folded != ")"; ++n)
        for (auto word : patterns("other_hours"))
            if (match_at(tokens, n, word)) return true;
    return false;
}

}

namespace {

// "v sobotu 18. října od 14 do 17", "po 3. 3. 2025": a day of the calendar is no habit.
bool is_dated(const Tokens& tokens, std::size_t at) {
    static constexpr std::string_view months =
        "# . ledna|unora|brezna|dubna|kvetna|cervna|cervence|srpna|zari|rijna|listopadu|prosince";
    if (match_at(tokens, at, months)) return true;
    return match_at(tokens, at, "# . # .") && tokens[at + 2].spaced;
}

// "středa zavřeno, porada" / "v pátek je zavřeno, to jezdíme ven, a to od 8 do 13": before the next day.
bool hours_follow(const Tokens& tokens, std::size_t at) {
    for (auto next = at + 1; next < tokens.size() && !day_at(tokens, next); ++next)
        if (span_at(tokens, next)) return true;
    return false;
}

}

namespace {

// "7–19 h každý den", "8–16 v pracovní dny": the days that follow the hours.
std::optional<Day> day_behind(const Tokens& tokens, std::size_t at) {
    if (match_at(tokens, at, "v|ve|o|,")) ++at;
    auto day = day_at(tokens, at);
    if (!day) return {};
    auto next = day->last;
    if (match_at(tokens, next, "-|az|do"))
        if (auto last = day_at(tokens, next + 1)) return Day{range(day->days, last->days), last->last};
    bool hours_follow = span_at(tokens, next) || match_at(tokens, next, ":|od|#");    // they are the day's own
    return hours_follow ? std::nullopt : day;
}

}

void HoursReader::add(int from, int to, reading::Place at) {
    if (from == 0 && to == 1440 && days_ == all_days) {
        if (!nonstop_) nonstop_at_ = at;
        nonstop_ = true;
        return;
    }
    auto same = std::ranges::find_if(spans_, [&](auto& span) { return span.from == from && span.to == to; });
    if (same != spans_.end()) same->days |= days_;
    else spans_.push_back({days_, from, to, at});
}

void HoursReader::read(const Tokens& tokens, reading::Place place, bool told) {
    if (says_nonstop(tokens, told)) {
        if (!nonstop_) nonstop_at_ = place;
        nonstop_ = true;
    }
    bool excluded = false, before_bracket = false;
    days_are_behind_ = false;
    for (std::size_t at = 0; at < tokens.size();) {
        if (ends_thought(tokens, at) || match_at(tokens, at, ",|a otevreno|provoz|provozni")) excluded = false;
        if (tokens[at].folded == "(") before_bracket = excluded;    // what is said in brackets holds there
        if (tokens[at].folded == ")") excluded = before_bracket;
        if (auto without = match_at(tokens, at, "krome|mimo|vyjma|bez")) {    // "denně kromě víkendů"
            auto day = day_at(tokens, without->last);
            if (day && days_) {
                days_ &= ~day->days, at = day->last;
                continue;
            }
        }
        bool without = at > 0 && match_at(tokens, at - 1, "bez");    // "bez objednání"
        for (auto word : patterns("other_hours"))
            excluded = excluded || (!without && match_at(tokens, at, word).has_value());
        if (match_at(tokens, at, "zavren*") && !days_are_used_ && !hours_follow(tokens, at)) days_ = 0;
        if (auto day = day_at(tokens, at)) {
            bool added = at > 0 && match_at(tokens, day->last - 1, "vikend*|sobot*|nedel*|svatku") &&
                         match_at(tokens, at, "vcetne|i|take");
            if (added && !excluded && days_are_used_ && !spans_.empty()) {    // "Po–Pá 7–20, včetně víkendů"
                spans_.back().days |= day->days, at = day->last;
                continue;
            }
            if (days_are_used_) days_ = 0, days_are_used_ = false;
            auto days = day->days;
            auto next = day->last;
            if (match_at(tokens, next, ".")) ++next;
            if (match_at(tokens, next, "-|az|do"))
                if (auto last = day_at(tokens, next + 1)) days = range(day->days, last->days), next = last->last;
            if (days == day->days && is_dated(tokens, next)) days_ = 0, excluded = true;
            else days_ |= days;
            at = std::max(next, at + 1);
            continue;
        }
        if (auto span = span_at(tokens, at)) {
            if (auto day = day_behind(tokens, span->last); day && (!days_ || days_are_behind_)) {    // "7–19 h denně"
                days_ = day->days, days_are_behind_ = true;
                if (!excluded) add(span->from, span->to, place);
                days_are_used_ = true, at = day->last;
                continue;
            }
            if (!excluded && days_ && !bracket_excludes(tokens, span->last)) add(span->from, span->to, place);
            days_are_used_ = true, at = span->last;
            continue;
        }
        if (auto end = end_alone_at(tokens, at); end && days_ && !days_are_used_ && !excluded && !spans_.empty()) {
            auto from = spans_.back().from, to = end->minutes;
            if (to <= from && to <= 11 * 60 && tokens[at + 1].kind == TokenKind::word) to += 12 * 60;
            if (from < to) add(from, to, place);
            days_are_used_ = true, at = end->last;
            continue;
        }
        ++at;
    }
}

bool speaks_of_hours(const Tokens& tokens) {
    bool day = false;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        day = day || day_at(tokens, at);
        if (auto span = span_at(tokens, at); span && (day || day_behind(tokens, span->last))) return true;
    }
    return false;
}

std::string clock_text(int minutes) { return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60); }

std::vector<OpeningHours> HoursReader::hours() const {
    static constexpr std::array<std::string_view, 7> names{"Po", "Út", "St", "Čt", "Pá", "So", "Ne"};
    std::vector<OpeningHours> hours;
    for (auto& span : spans_)
        for (unsigned day = 0; day < 7;) {
            if (!(span.days >> day & 1)) {
                ++day;
                continue;
            }
            auto last = day;
            while (last + 1 < 7 && (span.days >> (last + 1) & 1)) ++last;
            auto days = std::string{names[day]};
            if (last > day) days += "–" + std::string{names[last]};
            hours.push_back({days, clock_text(span.from), clock_text(span.to), span.at});
            day = last + 1;
        }
    return hours;
}

}
