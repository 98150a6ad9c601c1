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

// 1. 5. 2023, 1. září 2021, května 2023, 05/2023, 5. 2023; the year may be missing behind a day.
std::optional<Unfinished> written_at(const Tokens& tokens, std::size_t at) {
    if (auto month = month_word(tokens, at)) {
        auto next = at + 1;
        if (match_at(tokens, next, "roku|r")) ++next;
        next = past_point(tokens, next);
        if (auto year = year_at(tokens, next)) return Unfinished{{}, *month, year, next + 1};
        return Unfinished{{}, *month, {}, at + 1};
    }
    if (auto month = up_to(tokens, at, 12);
        month && at + 2 < tokens.size() && tokens[at + 1].folded == "/" && !tokens[at + 1].spaced)
        if (auto year = year_at(tokens, at + 2)) return Unfinished{{}, *month, year, at + 3};
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

bool joins_dates(const Tokens& tokens, std::size_t at) { return match_at(tokens, at, "-|az|do").has_value(); }

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
        if (!year && joins_dates(tokens, written->last))    // the year stands behind the other day
            if (auto other = written_at(tokens, written->last + 1)) year = other->year;
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
        bool joined = days[n + 1].tokens.first == between + 1 && joins_dates(tokens, between);
        if (joined && days[n].first < days[n + 1].last) return PeriodFound{days[n], days[n + 1]};
    }
    return {};
}

}
