// Reads, measures and writes periods.
#include "platform/time/period.hpp"

#include "platform/time/calendar_part.hpp"

#include <stdexcept>

using namespace std::chrono;

namespace {

constexpr std::string_view tight_dash = "–\u2060";    // no line ends after it
constexpr std::string_view loose_dash = "\u00a0– ";

Precision precision(const CalendarPart& part) {
    return part.day ? Precision::day : part.month ? Precision::month : Precision::year;
}

std::optional<Period> between(const CalendarPart& first, const CalendarPart& last) {
    if (!first.whole() || !last.whole()) return {};
    auto from = first.first_day(), until = last.day_after();
    if (!from || !until || *from >= *until) return {};
    return Period{*from, *until, precision(first), precision(last)};
}

// 1.–3. 5. 2023 and 06-07/2017: what the first end leaves out, the second one says.
bool complete(CalendarPart& first, const CalendarPart& last) {
    if (first.whole()) return true;
    if (precision(first) != precision(last)) return false;
    if (!first.month) first.month = last.month;
    first.year = last.year;
    return true;
}

std::optional<Period> must(std::optional<Period> period) {
    if (!period) throw std::invalid_argument{"a period ends after it begins, and its days exist"};
    return period;
}

CalendarPart as_part(Date day, Precision precision) {
    year_month_day date{day};
    CalendarPart part{int(date.year()), {}, {}};
    if (precision != Precision::year) part.month = int(unsigned(date.month()));
    if (precision == Precision::day) part.day = int(unsigned(date.day()));
    return part;
}

std::string written(const CalendarPart& part) {
    std::string text;
    if (part.day) text += std::to_string(*part.day) + ".";
    if (part.day && part.month) text += "\u00a0";
    if (part.month) text += std::to_string(*part.month) + (part.day ? "." : part.year ? "/" : "");
    if (part.day && part.year) text += "\u00a0";
    if (part.year) text += std::to_string(*part.year);
    return text;
}

}

Period Period::of_days(Date first, Date last) {
    return *must(between(as_part(first, Precision::day), as_part(last, Precision::day)));
}

Period Period::of_months(int year, int month, int last_year, int last_month) {
    return *must(between({year, month, {}}, {last_year, last_month, {}}));
}

Period Period::of_years(int first, int last) { return *must(between({first, {}, {}}, {last, {}, {}})); }

int whole_months(const Period& period) {
    year_month_day from{period.from}, until{period.until};
    auto count = int((until.year() / until.month() - from.year() / from.month()).count());
    return plus_months(period.from, count) > period.until ? count - 1 : count;
}

int calendar_years(const Period& period) { return year_of(period.last_day()) - year_of(period.from) + 1; }

bool ends_with_a_whole_month(const Period& period) {
    return plus_months(period.from, whole_months(period)) == period.until;
}

std::optional<Period> parse_period(std::string_view typed) {
    auto text = simplified(typed);
    Reader reader{text};
    if (reader.take_word("od")) reader.spaces();
    auto first = CalendarPart::read(reader);
    if (!first) return {};
    if (reader.at_end()) return between(*first, *first);
    auto spaced = reader;
    if (!reader.dash()) {
        if (!spaced.spaces() || !(spaced.take_word("az") || spaced.take_word("do")) || !spaced.spaces()) return {};
        reader = spaced;
    }
    auto last = CalendarPart::read(reader);
    if (!last || !reader.at_end() || !complete(*first, *last)) return {};
    return between(*first, *last);
}

std::string to_czech(const Period& period) {
    auto first = as_part(period.from, period.from_precision);
    auto last = as_part(period.last_day(), period.until_precision);
    auto end = written(last);
    if (period.from_precision != period.until_precision) return written(first).append(loose_dash) + end;
    if (first.year == last.year && first.month == last.month && first.day == last.day) return end;
    bool days = period.from_precision == Precision::day;
    bool one_month = days && first.month == last.month && first.year == last.year;
    if (first.year == last.year) first.year.reset();
    if (one_month) first.month.reset();
    return written(first).append(days && !one_month ? loose_dash : tight_dash) + end;
}

std::string to_iso(const Period& period) {
    auto cut = [](Date day, Precision precision) {
        return to_iso(day).substr(0, precision == Precision::day ? 10 : precision == Precision::month ? 7 : 4);
    };
    return cut(period.from, period.from_precision) + "/" + cut(period.last_day(), period.until_precision);
}

std::optional<Period> parse_iso_period(std::string_view text) {
    auto slash = text.find('/');
    if (slash == text.npos) return {};
    auto end = [](std::string_view iso) -> std::optional<CalendarPart> {
        Reader reader{iso};
        if (iso.size() != 4 && iso.size() != 7 && iso.size() != 10) return {};
        auto part = CalendarPart::read(reader);
        bool from_year = iso.find_first_not_of("0123456789-") == iso.npos && part && part->year;
        return from_year && reader.at_end() ? part : std::nullopt;
    };
    auto first = end(text.substr(0, slash)), last = end(text.substr(slash + 1));
    if (!first || !last) return {};
    return between(*first, *last);
}
