// Reads days and hours word by word.
#include "platform/reading/passages/hours.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace passages {

namespace {

struct DayName {
    std::string_view pattern;
    unsigned days;
    bool is_also_a_word;    // po, st, so, ne
};

constexpr unsigned workdays = 0x1F, weekend = 0x60, all_days = 0x7F;

constexpr DayName day_names[] = {
    {"pondel*", 1, false},
    {"uter*", 2, false},
    {"stred*", 4, false},
    {"ctvrt*", 8, false},
    {"patek|patky|patku", 16, false},
    {"sobot*", 32, false},
    {"nedel*", 64, false},
    {"ut", 2, false},
    {"ct", 8, false},
    {"pa", 16, false},
    {"po", 1, true},
    {"st", 4, true},
    {"so", 32, true},
    {"ne", 64, true},
    {"vsedni* den|dny|dnech|dnu", workdays, false},
    {"vsednich dnech", workdays, false},
    {"pracovni* den|dny|dnech|dnu", workdays, false},
    {"pracovnich dnech", workdays, false},
    {"denne", all_days, false},
    {"kazdy den", all_days, false},
    {"kazdodenne", all_days, false},
    {"7 dni v tydnu", all_days, false},
    {"sedm dni v tydnu", all_days, false},
    {"cely tyden", all_days, false},
    {"o vikend*", weekend, false},
    {"vikend*", weekend, false},
};

// What has hours of its own and is not the service.
constexpr std::string_view other_hours[] = {
    "navstev*",  "kancelar*", "uredni*",  "objednan*",      "dohod*",  "domluv*", "pujcovn*", "obed*",
    "polednim*", "prestavk*", "pokladn*", "administrativ*", "zajemc*", "vydej*",  "krome",    "mimo"};

constexpr std::string_view nonstop_words[] = {"nonstop",
                                              "non ?- stop",
                                              "nepretrzit*",
                                              "24 hodin*|h|hod ?. denne",
                                              "24 / 7",
                                              "24 hodin*",
                                              "celodenne|celorocne a nepretrzite",
                                              "24 hod"};

struct Day {
    unsigned days = 0;
    std::size_t last = 0;
};

// "po" is Monday only where a day could stand: before a dash, a comma, an hour or another day.
bool stands_as_day(const Tokens& tokens, std::size_t at, std::size_t next) {
    if (at > 0 && tokens[at - 1].folded == "-") return true;
    if (next >= tokens.size()) return at > 0 && tokens[at - 1].kind == TokenKind::sign;
    auto& after = tokens[next];
    if (after.kind == TokenKind::number) return tokens[at].folded != "ne" || tokens[at].capital;
    static constexpr std::string_view signs[] = {"-", ",", ":", ".", "|", "/", "+", "(", "="};
    if (std::ranges::count(signs, after.folded) > 0) {
        bool begins = at == 0 || tokens[at - 1].kind == TokenKind::sign || tokens[at].capital;
        return begins || after.folded == "-";
    }
    return after.folded == "a" || after.folded == "az" || after.folded == "i" || after.folded == "od";
}

std::optional<Day> day_at(const Tokens& tokens, std::size_t at) {
    for (auto& name : day_names) {
        auto words = match_at(tokens, at, name.pattern);
        if (!words) continue;
        if (name.is_also_a_word && !stands_as_day(tokens, at, words->last)) continue;
        return Day{name.days, words->last};
    }
    return {};
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

std::size_t past_hour_word(const Tokens& tokens, std::size_t at) {
    if (auto word = match_at(tokens, at, "hod*|h ?.")) return word->last;
    return at;
}

struct SpanFound {
    int from = 0, to = 0;
    std::size_t last = 0;
    bool sure = false;    // minutes or the word hodin: these are hours whatever stands around
};

// 7.30 – 15.30, 8-16 hod., od 8 do 16, mezi 8. a 18. hodinou
std::optional<SpanFound> span_at(const Tokens& tokens, std::size_t at) {
    bool between = at > 0 && tokens[at - 1].folded == "mezi";
    auto from = time_at(tokens, at);
    if (!from) return {};
    auto next = past_hour_word(tokens, from->last);
    bool worded = next != from->last;
    if (between && next < tokens.size() && tokens[next].folded == ".") next = past_hour_word(tokens, next + 1);
    if (next >= tokens.size()) return {};
    bool joined = tokens[next].folded == "-" || tokens[next].folded == "az" || tokens[next].folded == "do" ||
                  (between && tokens[next].folded == "a");
    if (!joined) return {};
    auto to = time_at(tokens, next + 1);
    if (!to) return {};
    auto last = to->last;
    if (between && last < tokens.size() && tokens[last].folded == ".") ++last;
    auto after = past_hour_word(tokens, last);
    worded = worded || after != last;
    if (match_at(tokens, after, "let|rok*|kc|%|klient*|osob*|luz*|mes*|tydn*|dn*")) return {};
    if (match_at(tokens, after, ". #")) return {};    // 1. – 5. 5.
    if (from->minutes == to->minutes) return {};
    return SpanFound{from->minutes, to->minutes, after, from->whole || to->whole || worded || between};
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
        for (auto word : other_hours)
            if (match_at(tokens, n, word)) return true;
    return false;
}

}

bool says_nonstop(const Tokens& tokens) {
    for (std::size_t at = 0; at < tokens.size(); ++at)
        for (auto words : nonstop_words)
            if (auto found = match_at(tokens, at, words))
                if (!match_at(tokens, found->last, "- # hod*") &&
                    (at == 0 ||
                     (tokens[at - 1].folded != "(" && tokens[at - 1].folded != "-" && tokens[at - 1].folded != "do")))
                    return true;
    return false;
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

void HoursReader::read(const Tokens& tokens, reading::Place place) {
    if (says_nonstop(tokens)) {
        if (!nonstop_) nonstop_at_ = place;
        nonstop_ = true;
    }
    bool excluded = false;
    for (std::size_t at = 0; at < tokens.size();) {
        if (ends_thought(tokens, at)) excluded = false;
        for (auto word : other_hours) excluded = excluded || match_at(tokens, at, word).has_value();
        if (auto day = day_at(tokens, at)) {
            if (days_are_used_) days_ = 0, days_are_used_ = false;
            auto days = day->days;
            auto next = day->last;
            if (match_at(tokens, next, ".")) ++next;
            if (match_at(tokens, next, "-|az|do"))
                if (auto last = day_at(tokens, next + 1)) days = range(day->days, last->days), next = last->last;
            days_ |= days, at = std::max(next, at + 1);
            continue;
        }
        if (auto span = span_at(tokens, at)) {
            if (!excluded && days_ && !bracket_excludes(tokens, span->last)) add(span->from, span->to, place);
            days_are_used_ = true, at = span->last;
            continue;
        }
        ++at;
    }
}

bool speaks_of_hours(const Tokens& tokens) {
    bool day = false;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        day = day || day_at(tokens, at);
        if (auto span = span_at(tokens, at); span && day) return true;
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
