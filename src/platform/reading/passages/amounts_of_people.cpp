// Finds numbers with units of capacity.
#include "platform/reading/passages/amounts_of_people.hpp"

#include "platform/reading/passages/number_words.hpp"
#include "platform/reading/passages/pattern_rows.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace passages {

namespace {

struct Unit {
    std::string_view pattern, one, few, many;
    bool beds = false;    // are there or not: no "současně"
};

const std::vector<Unit>& units() {
    static const auto all = [] {
        std::vector<Unit> carried;
        for (auto& [pattern, one, few, many] : pattern_rows("capacity_units"))
            carried.push_back({pattern, one, few, many, one == "lůžko"});
        return carried;
    }();
    return all;
}

const Unit* unit_at(const Tokens& tokens, std::size_t at) {
    if (at >= tokens.size()) return nullptr;
    for (auto& unit : units())
        if (match_at(tokens, at, unit.pattern)) return &unit;
    return nullptr;
}

std::optional<NumberFound> count_at(const Tokens& tokens, std::size_t at) {
    auto count = number_at(tokens, at);
    if (!count || count->value < 1 || count->value >= 10000) return {};
    if (match_at(tokens, count->last, ", #|. #") && !tokens[count->last].spaced && !tokens[count->last + 1].spaced)
        return {};    // 9,5 of posts
    bool thousands = at > 0 && tokens[at - 1].kind == TokenKind::number && tokens[at].spaced &&
                     tokens[at].folded.size() == 3 && tokens[at].kind == TokenKind::number;    // "1 240 konzultací"
    if (thousands) return {};
    bool tail = at > 1 && !tokens[at - 1].spaced && match_at(tokens, at - 2, "# ,|.") && !tokens[at].spaced;
    if (tail || (at > 0 && match_at(tokens, at - 1, "§"))) return {};
    return count;
}

Pace pace_called(std::string_view name) { return name == "a_day" ? Pace::a_day : Pace::at_once; }

std::optional<Pace> pace_at(const Tokens& tokens, std::size_t at) {
    for (auto& [pattern, pace, more, rest] : pattern_rows("paces"))
        if (match_at(tokens, at, pattern)) return pace_called(pace);
    return {};
}

// An average, a year's sum, free places, staff: what is said before the number in its clause.
bool counts_others(const Tokens& tokens, std::size_t at) {
    for (auto n = at; n > 0 && at - n < 4; --n) {
        if (tokens[n - 1].folded == "," || tokens[n - 1].folded == ";" || tokens[n - 1].folded == ".") return false;
        for (auto word : patterns("not_capacity"))
            if (match_at(tokens, n - 1, word)) return true;
    }
    return false;
}

// Until the next number, comma or bracket's end: what is said of this number.
Pace pace_behind(const Tokens& tokens, std::size_t at, Pace before) {
    auto last = at;
    while (last < tokens.size() && tokens[last].kind != TokenKind::number && tokens[last].folded != ";" &&
           tokens[last].folded != "," && last - at < 6) {
        bool label_next = last + 1 < tokens.size() && tokens[last + 1].folded == ":";    // "denní: počet hovorů 48"
        bool stop = tokens[last].folded == "." && last + 1 < tokens.size() && tokens[last + 1].capital;
        bool another = before != Pace::none && match_at(tokens, last, "a|i");    // "naráz 8 lidí a za den 30 kontaktů"
        if (label_next || stop || another) break;
        ++last;
    }
    Tokens behind(tokens.begin() + std::ptrdiff_t(at), tokens.begin() + std::ptrdiff_t(last));
    return pace_in(behind);
}

std::string written(int count, const Unit& unit, Pace pace) {
    auto word = count == 1 ? unit.one : count < 5 ? unit.few : unit.many;
    auto text = fmt::format("{} {}", count, word);
    if (pace == Pace::at_once && !unit.beds) text += " současně";
    if (pace == Pace::a_day && !unit.beds) text += " denně";
    return text;
}

struct Counted {
    int count = 0;
    const Unit* unit = nullptr;
    std::size_t last = 0;
};

// 12 klientů, 12 dospělých klientů, 4 volná lůžka not
std::optional<Counted> number_with_unit(const Tokens& tokens, std::size_t at) {
    auto count = count_at(tokens, at);
    if (!count) return {};
    auto next = count->last;
    if (auto again = match_at(tokens, next, "( # )")) next = again->last;    // "osmnáct (18) klientů"
    if (at > 1 && match_at(tokens, at - 2, "# az|- #")) return {};           // "každá má na starosti 10 až 12 rodin"
    if (auto unit = unit_at(tokens, next)) {
        if (auto more = unit_at(tokens, next + 1); more && unit->pattern.starts_with("dospely"))
            return Counted{count->value, more, next + 2};
        return Counted{count->value, unit, next + 1};
    }
    bool adjective = next < tokens.size() && tokens[next].kind == TokenKind::word && !tokens[next].capital &&
                     tokens[next].folded.size() > 4 && !match_at(tokens, next, "voln*|obsazen*|let*|hodin*");
    if (!adjective) return {};
    auto unit = unit_at(tokens, next + 1);
    if (!unit) return {};
    return Counted{count->value, unit, next + 2};
}

// počet klientů: 6, klientů 6, lůžek: 12
std::optional<Counted> unit_with_number(const Tokens& tokens, std::size_t at) {
    bool named = match_at(tokens, at, "pocet|pocty|poctu").has_value();
    auto first = named ? at + 1 : at;
    auto unit = unit_at(tokens, first);
    if (!unit) return {};
    auto next = first + 1;
    while (named && next < tokens.size() && next < first + 6 && tokens[next].kind == TokenKind::word &&
           !count_at(tokens, next) && !match_at(tokens, next, "rok|roce|roku"))
        ++next;
    if (match_at(tokens, next, "rok|roce|roku")) return {};
    bool bracketed = match_at(tokens, next, ")").has_value();    // "Kapacita (počet lůžek): 46"
    if (bracketed) ++next;
    bool parted = match_at(tokens, next, ":|-|=|je").has_value();
    if (parted) ++next;
    if (parted && match_at(tokens, next, "celkem|dohromady|nyni")) ++next;    // "lůžek je celkem devět"
    parted = parted || bracketed;
    if (match_at(tokens, next, "|")) ++next, parted = true;
    if (!named && !parted) return {};
    auto count = count_at(tokens, next);
    if (!count || unit_at(tokens, count->last)) return {};
    return Counted{count->value, unit, count->last};
}

std::optional<Counted> counted_at(const Tokens& tokens, std::size_t at) {
    if (auto found = number_with_unit(tokens, at)) return found;
    return unit_with_number(tokens, at);
}

// "ve stejnou chvíli jich smíme mít v péči 75"
bool said_of_these(const Tokens& tokens, std::size_t at) {
    bool these = false, at_once = false;
    for (auto n = at; n > 0 && at - n < 10; --n) {
        if (tokens[n - 1].kind == TokenKind::sign || tokens[n - 1].kind == TokenKind::number) break;
        these = these || tokens[n - 1].folded == "jich";
        at_once = at_once || pace_at(tokens, n - 1) == Pace::at_once;
    }
    return these && at_once;
}

// "v terénu 18 rodin, v poradně 3": the unit of the number before.
std::optional<Counted> counted_again(const Tokens& tokens, std::size_t at, const Unit* unit) {
    if (!unit || at < 2 || tokens[at - 1].kind == TokenKind::number) return {};
    auto count = count_at(tokens, at);
    if (!count) return {};
    bool of_form = match_at(tokens, at - 1,
                            "teren*|ambulan*|poradn*|stredisk*|pobyt*|centr*|dalsi|najednou|soucasne|naraz|zaroven")
                       .has_value();
    if (!of_form && said_of_these(tokens, at)) of_form = true;
    if (match_at(tokens, at - 2, "z toho")) of_form = pace_at(tokens, count->last).has_value();
    bool ends = count->last >= tokens.size() || tokens[count->last].kind == TokenKind::sign ||
                pace_at(tokens, count->last) || match_at(tokens, count->last, "v|ve|na|a|muzeme|lze");
    if (!of_form || !ends) return {};
    return Counted{count->value, unit, count->last};
}

}

Pace pace_in(const Tokens& tokens) {
    auto found = Pace::none;
    for (std::size_t at = 0; at < tokens.size(); ++at)
        if (auto pace = pace_at(tokens, at)) {
            if (*pace == Pace::a_day) return Pace::a_day;
            found = *pace;
        }
    return found;
}

std::vector<std::string> capacities_in(const Tokens& tokens, Pace around) {
    std::vector<std::string> found;
    auto before = Pace::none;
    auto all = has(tokens, "oboji|oboje|vse|vsichni soucasne|najednou|zaroven|naraz") ? Pace::at_once : Pace::none;
    const Unit* unit = nullptr;
    bool others = false;    // the number before counted something else
    for (std::size_t at = 0; at < tokens.size();) {
        if (auto pace = pace_at(tokens, at)) before = *pace;
        if (match_at(tokens, at, "celkem|dohromady|rocne")) before = Pace::none;
        auto counted = counted_at(tokens, at);
        if (!counted) counted = counted_again(tokens, at, unit);
        if (!counted) {
            ++at;
            continue;
        }
        auto behind = pace_behind(tokens, counted->last, before);
        auto pace = all != Pace::none ? all : behind != Pace::none ? behind : before != Pace::none ? before : around;
        bool of_that = others && at > 1 && match_at(tokens, at - 2, "z toho|nich");
        others = of_that || counts_others(tokens, at);
        if (!others) found.push_back(written(counted->count, *counted->unit, pace));
        unit = counted->unit, at = counted->last;
    }
    return found;
}

bool speaks_of_capacity(const Tokens& tokens) {
    static constexpr std::string_view words[] = {"kapacit*", "vejde|vejdou|vejdeme", "pojme|pojmeme|pojmou",
                                                 "misto|mista|mist ?az pro ?nejvyse|az #"};
    static constexpr std::string_view before_number =
        "zvladneme|zvladnou|zvladne|zvlada|obslouzi|obslouzime|doprovazime|ubytujeme|ubytuje|ubytovava "
        "?az|nejvyse|nejvys|maximalne|kolem|okolo|zhruba|asi";
    if (has_any(tokens, words)) return true;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (pace_at(tokens, at) == Pace::at_once) return true;
        auto led = match_at(tokens, at, before_number);
        if (led && number_at(tokens, led->last)) return true;
        bool at_most = match_at(tokens, at, "nejvys|nejvyse|nanejvys|maximalne").has_value();
        if (at_most && number_with_unit(tokens, at + 1)) return true;
    }
    return false;
}

}
