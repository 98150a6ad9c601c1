// „Leden až červen 2023, vždy první středa v měsíci“, where no days are listed.
#include "workgroups/minutes_reading/schedule_reading.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

// The fifth is the last one of the month.
Date nth_weekday(int year, int month, int weekday, int count) {
    using namespace std::chrono;
    auto in_month = year_month{std::chrono::year{year}, std::chrono::month{unsigned(month)}};
    auto of_week = std::chrono::weekday{unsigned(weekday)};
    if (count > 4) return Date{sys_days{in_month / of_week[last]}};
    return Date{sys_days{in_month / of_week[unsigned(count)]}};
}

// The first is 1; what is none of them is one more than the last.
template <std::size_t N>
int which_of(const std::string_view (&words)[N], std::string_view word) {
    return int(std::ranges::find(words, word) - words) + 1;
}

void nth_weekdays(const Sentence& sentence, const MinutesSource& source, MinutesFacts& facts) {
    static const Pattern rule{
        "\\b(prvni|druh[aeyou]+|treti|ctvrt[aeyou]+|posledni)\\s+(pondel|uter|stred|ctvrt|pat|sobot|nedel)[a-z]+"};
    static const Pattern months{
        "\\b(led|unor|brez|dub|kvet|cervn|cerven|cervenec|cervenc|srp|zari|rij|listopad|prosin)([a-z]*)\\s*(?:-|az|do)\\s*([a-z]+)\\s+(20\\d\\d)"};
    static constexpr std::string_view weekdays[] = {"pondel", "uter", "stred", "ctvrt", "pat", "sobot", "nedel"};
    static constexpr std::string_view counts[] = {"prv", "dru", "tre", "ctv"};
    auto said = rule.in(sentence.letters.low);
    auto range = said ? months.in(sentence.letters.low) : std::nullopt;
    if (!range) return;
    auto first = month_named((*range)[1] + (*range)[2]), last = month_named((*range)[3]);
    if (!first || !last) return;
    auto count = which_of(counts, std::string_view{(*said)[1]}.substr(0, 3)), weekday = which_of(weekdays, (*said)[2]);
    auto times = times_in(sentence.letters);
    auto time = times.empty() ? std::nullopt : std::optional{times.front().start};
    for (auto month = *first; month <= *last; ++month)
        plan_meeting(nth_weekday(range->number(4), month, weekday, count), time, source.original(sentence), facts);
}

}

void read_schedule_rules(const MinutesSource& source, MinutesFacts& facts) {
    for (auto& sentence : source.sentences)
        if (facts.schedule.empty() && open_to_schedule(sentence, source)) nth_weekdays(sentence, source, facts);
}

}
