// Reads days and months word by word.
#include "platform/reading/passages/dates_of_period.hpp"

#include <algorithm>

namespace passages {

namespace {

constexpr std::string_view months[] = {"leden|ledna|lednu|ledne|lednem",
                                       "unor*",
                                       "brez*",
                                       "duben|dubna|dubnu|dubnem",
                                       "kvet*",
                                       "cerven|cervna|cervnu|cervnem",
                                       "cervenec|cervence|cervenci|cervencem",
                                       "srpen|srpna|srpnu|srpnem",
                                       "zari|zarim",
                                       "rijen|rijna|rijnu|rijnem",
                                       "listopad*",
                                       "prosin*"};

std::optional<int> month_word(const Tokens& tokens, std::size_t at) {
    for (int month = 0; month < 12; ++month)
        if (match_at(tokens, at, months[month])) return month + 1;
    return {};
}

std::optional<int> year_at(const Tokens& tokens, std::size_t at) {
    if (at >= tokens.size() || tokens[at].folded.size() != 4) return {};
    auto year = small_number(tokens[at]);
    if (!year || *year < 1990 || *year > 2100) return {};
    return year;
}

std::optional<int> up_to(const Tokens& tokens, std::size_t at, int most) {
    if (at >= tokens.size() || tokens[at].folded.size() > 2) return {};
    auto number = small_number(tokens[at]);
    if (!number || *number < 1 || *number > most) return {};
    return number;
}

struct Unfinished {
    std::optional<int> day{};
    int month = 0;
    std::optional<int> year{};
    std::size_t last = 0;
};

std::size_t past_point(const Tokens& tokens, std::size_t at) {
    return at < tokens.size() && tokens[at].folded == "." ? at + 1 : at;
}

// IX of "IX/2023".
std::optional<int> roman_month(const Tokens& tokens, std::size_t at) {
    static constexpr std::string_view romans[] = {"i",   "ii",   "iii", "iv", "v",  "vi",
                                                  "vii", "viii", "ix",  "x",  "xi", "xii"};
    auto found = std::ranges::find(romans, tokens[at].folded);
    if (found == std::end(romans) || !tokens[at].capital) return {};
    return int(found - std::begin(romans)) + 1;
}

// 05/2023, 5. 2023, 05.2023, IX/2023
std::optional<Unfinished> month_in_figures(const Tokens& tokens, std::size_t at) {
    if (at + 2 >= tokens.size() || tokens[at + 1].spaced) return {};
    auto month = up_to(tokens, at, 12);
    if (!month) month = roman_month(tokens, at);
    bool sign = tokens[at + 1].folded == "/" || (tokens[at + 1].folded == "." && tokens[at].kind == TokenKind::number);
    if (!month || !sign) return {};
    bool of_day = at > 1 && tokens[at - 1].folded == "." && tokens[at - 2].kind == TokenKind::number;
    auto year = of_day ? std::nullopt : year_at(tokens, at + 2);
    if (!year) return {};
    return Unfinished{{}, *month, year, at + 3};
}

// 2023-05-01
std::optional<Unfinished> computer_day(const Tokens& tokens, std::size_t at) {
    auto year = year_at(tokens, at);
    if (!year || at + 4 >= tokens.size() || tokens[at + 1].folded != "-" || tokens[at + 3].folded != "-") return {};
    bool whole = std::none_of(tokens.begin() + std::ptrdiff_t(at) + 1, tokens.begin() + std::ptrdiff_t(at) + 5,
                              [](auto& token) { return token.spaced; });
    auto month = up_to(tokens, at + 2, 12), day = up_to(tokens, at + 4, 31);
    if (!whole || !month || !day) return {};
    return Unfinished{day, *month, year, at + 5};
}

// „konce roku 2026“, „začátku roku 2024“: December, January.
std::optional<Unfinished> edge_of_year(const Tokens& tokens, std::size_t at) {
    auto words = match_at(tokens, at, "konce|konci|koncem|konec|zacatku|zacatkem|pocatku|pocatkem ?roku");
    auto year = words ? year_at(tokens, words->last) : std::nullopt;
    if (!year) return {};
    return Unfinished{{}, match_at(tokens, at, "kon*") ? 12 : 1, year, words->last + 1};
}

// 1. 5. 2023, 1. září 2021, května 2023, 05/2023, 5. 2023; the year may be missing behind a day.
std::optional<Unfinished> written_at(const Tokens& tokens, std::size_t at) {
    if (auto day = computer_day(tokens, at)) return day;
    if (auto edge = edge_of_year(tokens, at)) return edge;
    if (auto month = month_word(tokens, at)) {
        auto next = at + 1;
        if (match_at(tokens, next, "roku|r")) ++next;
        next = past_point(tokens, next);
        if (auto year = year_at(tokens, next)) return Unfinished{{}, *month, year, next + 1};
        return Unfinished{{}, *month, {}, at + 1};
    }
    if (auto month = month_in_figures(tokens, at)) return month;
    auto day = up_to(tokens, at, 31);
    if (!day || at + 2 >= tokens.size() || tokens[at + 1].folded != ".") return {};
    auto next = at + 2;
    if (auto month = month_word(tokens, next))
        return Unfinished{day, *month, year_at(tokens, next + 1), next + 1 + (year_at(tokens, next + 1) ? 1u : 0u)};
    auto month = up_to(tokens, next, 12);
    if (!month || next + 1 >= tokens.size() || tokens[next + 1].folded != ".") return {};
    auto year = year_at(tokens, next + 2);
    return Unfinished{day, *month, year, next + 2 + (year ? 1u : 0u)};
}

std::optional<DayOrMonth> finished(const Unfinished& written, int year, std::size_t begin) {
    auto first = day_of(year, written.month, written.day.value_or(1));
    if (!first) return {};
    auto last = written.day ? *first : plus_months(*first, 1) - std::chrono::days{1};
    return DayOrMonth{*first, last, {begin, written.last}};
}

// „–“, „až“, „do“, „až do“, „– do“: how many words join two dates.
std::size_t joining_words(const Tokens& tokens, std::size_t at) {
    auto words = match_at(tokens, at, "az|-|, ?az do");
    if (!words) words = match_at(tokens, at, "-|az|do");
    return words ? words->size() : 0;
}

}

std::vector<DayOrMonth> days_and_months_in(const Tokens& tokens) {
    std::vector<DayOrMonth> found;
    for (std::size_t at = 0; at < tokens.size();) {
        auto written = written_at(tokens, at);
        if (!written) {
            ++at;
            continue;
        }
        auto year = written->year;
        if (auto joined = joining_words(tokens, written->last);
            !year && joined)    // the year stands behind the other day
            if (auto other = written_at(tokens, written->last + joined)) year = other->year;
        if (year)
            if (auto day = finished(*written, *year, at)) found.push_back(*day);
        at = std::max(written->last, at + 1);
    }
    return found;
}

std::optional<PeriodFound> period_in(const Tokens& tokens) {
    auto days = days_and_months_in(tokens);
    for (std::size_t n = 0; n + 1 < days.size(); ++n) {
        auto between = days[n].tokens.last;
        auto words = joining_words(tokens, between);
        bool joined = words > 0 && days[n + 1].tokens.first == between + words;
        if (joined && days[n].first < days[n + 1].last) return PeriodFound{days[n], days[n + 1]};
    }
    return {};
}

}
