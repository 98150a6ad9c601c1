// The days of a plan: which of them are cancelled, which replace another, and in which year they lie.
#include "workgroups/minutes_reading/schedule_reading.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

std::string_view before_day(const Letters& letters, const DateInText& day) {
    return std::string_view{letters.low}.substr(0, day.from);
}

std::string_view between_days(const Letters& letters, const DateInText& one, const DateInText& next) {
    return std::string_view{letters.low}.substr(one.to, next.from - one.to);
}

// „9. dubna (přesunuto na 7. dubna)“
bool moves_away(const Letters& letters, const DateInText& day, const DateInText& next) {
    static const Pattern moved{"\\b(?:presun|preloz|posun|preklad)[a-z]* na\\b"};
    return next.from > day.to && moved.stands_in(between_days(letters, day, next));
}

// „(ne 9. 4., jsou ředitelské dny)“, but a Sunday may be meant
bool is_excepted(const Letters& letters, const DateInText& day) {
    static const Pattern except{"(?:\\b(?:krome|mimo|nikoli|vyjma|misto|namisto|ne vsak)|[(,]\\s*ne)\\s*$"};
    return except.stands_in(before_day(letters, day)) && std::chrono::weekday{day.first} != std::chrono::Sunday;
}

// The day that „není“ or „ruší se“ follows, with those listed beside it.
void cancel_listed(const Letters& letters, const DaysInText& days, std::size_t last, std::set<std::size_t>& cancelled) {
    static const Pattern listed{"^[\\s,]*(?:a|i)?\\s*$"};
    cancelled.insert(last);
    for (auto i = last; i > 0 && listed.stands_in(between_days(letters, days[i - 1], days[i])); --i)
        cancelled.insert(i - 1);
}

// All behind the word, up to where a day in their place is told.
void cancel_behind(const Letters& letters, const DaysInText& days, const Found& word,
                   std::set<std::size_t>& cancelled) {
    static const Pattern again{
        "\\b(?:bude|kona|uskutecni|probehne|az|znovu|zase|opet|zacn|zacin|sejd|potkame|uvidime)"};
    for (std::size_t i = 0; i < days.size(); ++i) {
        auto from = i == 0 ? word.to() : std::max(word.to(), days[i - 1].to);
        auto between = std::string_view{letters.low}.substr(from, days[i].from > from ? days[i].from - from : 0);
        if (replaces().stands_in(between) || again.stands_in(between) || between.find('(') != between.npos) return;
        cancelled.insert(i);
    }
}

// „… 15. 4. 2026, termín v březnu se ruší“, „… 2. 7., v srpnu porada odpadá“
bool tells_of_another(std::string_view between) {
    static const Pattern other{
        "[,;-]\\s+(?:(?:ale|a|jen)\\s+)?(?:(?:[a-z]+ ){0,2}(?:termin|porada|schuzka|schuze|jednani|setkani|zasedani|sezeni)[a-z]*\\s+)?v\\s+"
        "(?:lednu|unoru|breznu|dubnu|kvetnu|cervnu|cervenci|srpnu|zari|rijnu|listopadu|prosinci|lete|prazdninach)\\b"};
    return other.stands_in(between);
}

std::set<std::size_t> cancelled_ones(const Letters& letters, const DaysInText& days) {
    std::set<std::size_t> cancelled;
    for (std::size_t i = 0; i < days.size(); ++i)
        if ((i + 1 < days.size() && moves_away(letters, days[i], days[i + 1])) || is_excepted(letters, days[i]))
            cancelled.insert(i);
    for (auto& word : cancels().all(letters.low)) {
        std::optional<std::size_t> before;
        for (std::size_t i = 0; i < days.size(); ++i)
            if (days[i].to <= word.from() + 1) before = i;
        if (before &&
            tells_of_another(std::string_view{letters.low}.substr(days[*before].to, word.from() - days[*before].to)))
            continue;
        if (before) cancel_listed(letters, days, *before, cancelled);
        else cancel_behind(letters, days, word, cancelled);
    }
    return cancelled;
}

// It takes the place of a day before it, or of one that the sentence does not name.
bool replaces_another(const Letters& letters, const DaysInText& days, std::size_t i, bool before_is_cancelled) {
    static const Pattern instead{"\\b(?:kona se|se kona|bude|probehne|uskutecni|sejde)"};
    static const Pattern after_cancelled{
        "\\b(?:odpada|rusi|zrusena?o?)\\b[^.]{0,40}\\b(?:bude|kona|probehne|uskutecni)[^.]{0,30}$"};
    if (i == 0) return after_cancelled.stands_in(before_day(letters, days[0]));
    auto between = between_days(letters, days[i - 1], days[i]);
    return replaces().stands_in(between) || (before_is_cancelled && instead.stands_in(between));
}

// „podklady zasílejte do 1. 4.“
bool is_deadline(std::string_view before) {
    static const Pattern until{
        "\\b(?:do|nejpozdeji|ze dne|ode dne|zapis z|uzaverk[a-z]*(?: je)?|zaslat|poslat|vcetne)\\s*(?:dne\\s*)?(?:(?:pondel|uter|stred|ctvrt|pat|sobot|nedel)[a-z]*\\s+)?$"};
    return until.stands_in(before) && before.find("termin") == before.npos;
}

// The first hour that is no part of a day.
std::optional<TimeOfDay> time_beside(const Letters& letters, const DaysInText& days) {
    for (auto& time : times_in(letters))
        if (std::ranges::none_of(days, [&](auto& day) { return time.from < day.to && time.to > day.from; }))
            return time.start;
    return {};
}

// In a plan a day without its year lies ahead.
Date ahead_of_meeting(const DateInText& day, const MinutesFacts& facts) {
    if (day.year_said || !facts.date || day.first > facts.date->day) return day.first;
    auto next = plus_months(day.first, 12);
    return next > facts.date->day ? next : day.first;
}

}

std::optional<int> year_named(std::string_view low) {
    static const Pattern year{"\\b(20\\d\\d)\\b"};
    auto found = year.in(low);
    return found ? std::optional{found->number(1)} : std::nullopt;
}

int year_meant(const YearContext& years) {
    return years.year ? *years.year : years.document_day ? year_of(*years.document_day) : 0;
}

DaysInText single_days(DaysInText dates) {
    for (std::size_t i = 0; i < dates.size(); ++i) {
        if (!dates[i].last || *dates[i].last - dates[i].first < std::chrono::days{5}) continue;
        auto last = dates[i];
        last.first = *last.last, last.last.reset(), dates[i].last.reset();
        dates.insert(dates.begin() + std::ptrdiff_t(++i), last);
    }
    return dates;
}

void take_days(DaysTold told, MinutesFacts& facts) {
    auto days = single_days(std::move(told.dates));
    auto cancelled = cancelled_ones(told.letters, days);
    auto time = time_beside(told.letters, days);
    Date before{};
    for (std::size_t i = 0; i < days.size(); ++i) {
        bool moved = replaces_another(told.letters, days, i, i > 0 && cancelled.contains(i - 1));
        if (!moved && is_deadline(before_day(told.letters, days[i]))) continue;
        if (cancelled.contains(i)) facts.cancelled.push_back({days[i].first, told.at});
        else if (moved || !told.only_moved) {
            auto day = ahead_of_meeting(days[i], facts);
            // „29. 11. 2021, 24. ledna, 15. května“ go up
            bool next_year = i > 0 && !moved && !days[i].year_said && day < before;
            if (next_year && plus_months(day, 12) - before < std::chrono::days{250}) day = plus_months(day, 12);
            before = day;
            plan_meeting(day, time ? time : told.usual_time, told.at, facts);
        }
    }
}

void plan_meeting(Date day, std::optional<TimeOfDay> time, Place at, MinutesFacts& facts) {
    if (facts.date && day <= facts.date->day) return;
    if (std::ranges::any_of(facts.schedule, [&](auto& one) { return one.day == day; })) return;
    facts.schedule.push_back({day, time, at});
}

}
