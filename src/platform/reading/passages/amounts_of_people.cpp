// Finds numbers with units of capacity.
#include "platform/reading/passages/amounts_of_people.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace passages {

namespace {

struct Unit {
    std::string_view pattern, one, few, many;
    bool at_once = true;    // makes sense at once; beds are there or not
};

constexpr Unit units[] = {
    {"klient|klientem|klienta|klienti|klientu|klienty|klientum|klientek|klientky", "klient", "klienti", "klientů"},
    {"uzivatel*", "uživatel", "uživatelé", "uživatelů"},
    {"osob|osoba|osoby|osobam|osobu", "osoba", "osoby", "osob"},
    {"lide|lidi|lidem|lidmi", "osoba", "lidé", "lidí"},
    {"luzko|luzka|luzek|luzkach|luzky", "lůžko", "lůžka", "lůžek", false},
    {"rodin|rodinami|rodina|rodiny|rodinam|rodinu", "rodina", "rodiny", "rodin"},
    {"kontakt|kontakty|kontaktu", "kontakt", "kontakty", "kontaktů"},
    {"intervenc*", "intervence", "intervence", "intervencí"},
    {"hovor|hovory|hovoru", "hovor", "hovory", "hovorů"},
    {"misto|mista|mist", "místo", "místa", "míst"},
    {"deti|dite|detem", "dítě", "děti", "dětí"},
    {"zajemc*", "zájemce", "zájemci", "zájemců"},
    {"ucastni*", "účastník", "účastníci", "účastníků"},
    {"senior|seniori|senioru|seniory", "senior", "senioři", "seniorů"},
    {"navstevni*", "návštěvník", "návštěvníci", "návštěvníků"},
    {"volaj*", "volající", "volající", "volajících"},
};

const Unit* unit_at(const Tokens& tokens, std::size_t at) {
    if (at >= tokens.size()) return nullptr;
    for (auto& unit : units)
        if (match_at(tokens, at, unit.pattern)) return &unit;
    return nullptr;
}

struct NumberWord {
    std::string_view pattern;
    int value;
};

constexpr NumberWord number_words[] = {
    {"jeden|jedna|jedno|jednoho|jednu", 1},
    {"dva|dve|dvema|dvou", 2},
    {"tri|tremi|trem", 3},
    {"ctyri|ctyrem|ctyrmi", 4},
    {"pet|peti", 5},
    {"sest|sesti", 6},
    {"sedm|sedmi", 7},
    {"osm|osmi", 8},
    {"devet|deviti", 9},
    {"deset|deseti", 10},
    {"dvanact|dvanacti", 12},
    {"patnact|patnacti", 15},
    {"dvacet|dvaceti", 20},
    {"tricet|triceti", 30},
};

std::optional<int> count_at(const Tokens& tokens, std::size_t at) {
    if (at >= tokens.size()) return {};
    if (auto number = small_number(tokens[at]); number && *number > 0 && *number < 10000) return number;
    for (auto& word : number_words)
        if (match_at(tokens, at, word.pattern)) return word.value;
    return {};
}

constexpr std::string_view at_once_words[] = {"soucasne",          "najednou", "v jednu chvili",    "v jeden okamzik",
                                              "v jednom okamziku", "okamzit*", "v tutez|touz dobu", "v dany okamzik"};
constexpr std::string_view a_day_words[] = {"denne", "denni* kapacit*", "za den", "kapacit* denni*", "za jeden den"};

bool is_average(const Tokens& tokens, std::size_t at) {
    for (auto n = at; n > 0 && at - n < 4; --n)
        if (match_at(tokens, n - 1, "prumer*|rocne|lonsk*|loni")) return true;
    return false;
}

// Until the next number, comma or bracket's end: what is said of this number.
Pace pace_behind(const Tokens& tokens, std::size_t at) {
    auto last = at;
    while (last < tokens.size() && tokens[last].kind != TokenKind::number && tokens[last].folded != ";" &&
           tokens[last].folded != "," && last - at < 6)
        ++last;
    Tokens behind(tokens.begin() + std::ptrdiff_t(at), tokens.begin() + std::ptrdiff_t(last));
    return pace_in(behind);
}

std::string written(int count, const Unit& unit, Pace pace) {
    auto word = count == 1 ? unit.one : count < 5 ? unit.few : unit.many;
    auto text = fmt::format("{} {}", count, word);
    if (pace == Pace::at_once && unit.at_once) text += " současně";
    if (pace == Pace::a_day) text += " denně";
    return text;
}

struct Counted {
    int count = 0;
    const Unit* unit = nullptr;
    std::size_t last = 0;
};

// 12 klientů, 12 dospělých klientů, počet klientů: 6, klientů 6
std::optional<Counted> counted_at(const Tokens& tokens, std::size_t at) {
    if (auto count = count_at(tokens, at)) {
        auto next = at + 1;
        if (auto unit = unit_at(tokens, next)) return Counted{*count, unit, next + 1};
        bool adjective = next < tokens.size() && tokens[next].kind == TokenKind::word && !tokens[next].capital &&
                         tokens[next].folded.size() > 4;
        if (adjective)
            if (auto unit = unit_at(tokens, next + 1)) return Counted{*count, unit, next + 2};
        return {};
    }
    if (!match_at(tokens, at, "pocet|pocty|poctu")) return {};
    auto unit = unit_at(tokens, at + 1);
    if (!unit) return {};
    auto next = at + 2;
    if (match_at(tokens, next, ":|-|=|je")) ++next;
    if (match_at(tokens, next, "|")) ++next;
    auto count = count_at(tokens, next);
    if (!count) return {};
    return Counted{*count, unit, next + 1};
}

}

Pace pace_in(const Tokens& tokens) {
    if (has_any(tokens, a_day_words)) return Pace::a_day;
    if (has_any(tokens, at_once_words)) return Pace::at_once;
    return Pace::none;
}

std::vector<std::string> capacities_in(const Tokens& tokens, Pace around) {
    std::vector<std::string> found;
    auto before = Pace::none;
    for (std::size_t at = 0; at < tokens.size();) {
        for (auto words : at_once_words)
            if (match_at(tokens, at, words)) before = Pace::at_once;
        if (match_at(tokens, at, "denni* ?kapacit*")) before = Pace::a_day;
        auto counted = counted_at(tokens, at);
        if (!counted) {
            ++at;
            continue;
        }
        auto behind = pace_behind(tokens, counted->last);
        auto pace = behind != Pace::none ? behind : before != Pace::none ? before : around;
        if (!is_average(tokens, at)) found.push_back(written(counted->count, *counted->unit, pace));
        at = counted->last;
    }
    return found;
}

bool speaks_of_capacity(const Tokens& tokens) {
    static constexpr std::string_view words[] = {"kapacit*"};
    return has_any(tokens, words) || has_any(tokens, at_once_words);
}

}
