// Days and stretches of days, as people write them: which shapes they have and which numbers are none.
#include "platform/reading/dates_in_text.hpp"

#include "platform/reading/day_words.hpp"
#include "platform/reading/month_names.hpp"
#include "platform/reading/pattern.hpp"

#include <algorithm>

namespace reading {

namespace {

const std::string day_number = "(0?[1-9]|[12]\\d|3[01])";
const std::string month_number = "(?:0?[1-9]|1[0-2])";
const std::string month_part =
    "(?:(" + month_number + ")\\.|(" + month_words() + "\\b|" + roman_months() + "))";    // two groups
const std::string year_part =
    "(?:\\s*(?:roku\\s*)?((?:19|20)\\d\\d)(?![\\d/])|\\s?'?(\\d\\d)(?![\\d:/]|[.,]\\s?\\d|\\s?(?:hod|kc|h\\b|let|lid|%|tis|mil|osob|klient)))?";    // two groups
const std::string weekday_part =
    "(?:\\b(pondeli|utery|utere|streda|stredu|ctvrtek|ctvrtku|patek|patku|sobota|sobotu|nedele|nedeli|ut|st|ct|pa)\\b[,.]?\\s*(?:dne\\s*)?)?";

int whole_year(const Found& found, std::size_t full, std::size_t two) {
    if (found.has(full)) return found.number(full);
    if (found.has(two)) return 2000 + found.number(two);
    return 0;
}

int month_of(const Found& found, std::size_t number, std::size_t word) {
    return found.has(number) ? found.number(number) : month_named(found[word]).value_or(0);
}

// The year nearest ahead, but a little behind is still this year's: minutes speak of last weeks too.
std::optional<Date> in_likely_year(int day, int month, int weekday, const YearContext& context) {
    if (context.year) return day_of(*context.year, month, day);
    if (!context.document_day) return {};
    using namespace std::chrono;
    auto around = year_of(*context.document_day);
    if (weekday > 0)
        for (auto year : {around, around + 1, around - 1})
            if (auto date = day_of(year, month, day); date &&
                                                      int(std::chrono::weekday{*date}.iso_encoding()) == weekday &&
                                                      std::abs((*date - *context.document_day).count()) < 330)
                return date;
    auto date = day_of(around, month, day);
    if (!date) return day_of(around + 1, month, day);
    if (*date - *context.document_day < days{-150}) return day_of(around + 1, month, day);
    if (*date - *context.document_day > days{290}) return day_of(around - 1, month, day);
    return date;
}

std::optional<Date> day_said(int day, int month, int year, int weekday, const YearContext& context) {
    return year ? day_of(year, month, day) : in_likely_year(day, month, weekday, context);
}

struct DateShape {
    Pattern pattern;
    std::optional<DateInText> (*read)(const Found&, const YearContext&);
};

std::optional<DateInText> made(const Found& found, std::optional<Date> first, std::optional<Date> last, bool year) {
    if (!first) return {};
    if (last && (*last < *first || *last - *first > std::chrono::days{400})) return {};
    return DateInText{found.from(), found.to(), *first, last, year};
}

std::optional<DateInText> read_iso(const Found& found, const YearContext&) {
    return made(found, day_of(found.number(1), found.number(3), found.number(4)), {}, true);
}

std::optional<DateInText> read_slashed(const Found& found, const YearContext&) {
    return made(found, day_of(found.number(4), found.number(3), found.number(1)), {}, true);
}

// „šestnáctého května 2023“
std::optional<DateInText> read_worded(const Found& found, const YearContext& context) {
    auto year = found.has(3) ? 2000 + year_worded(found[3]) : whole_year(found, 4, 5);
    return made(found, day_said(day_worded(found[1]), month_named(found[2]).value_or(0), year, 0, context), {},
                year > 0);
}

// weekday d1 - d2 month year
std::optional<DateInText> read_range_in_month(const Found& found, const YearContext& context) {
    auto month = month_of(found, 4, 5), year = whole_year(found, 6, 7);
    auto last = day_said(found.number(3), month, year, 0, context);
    if (!last) return {};
    return made(found, day_of(year_of(*last), month, found.number(2)), last, year > 0);
}

// d1 month1 year1 - d2 month2 year2
std::optional<DateInText> read_range_over_months(const Found& found, const YearContext& context) {
    auto month = month_of(found, 3, 4), last_month = month_of(found, 8, 9);
    auto year = whole_year(found, 10, 11), first_year = whole_year(found, 5, 6);
    auto first_alone = first_year ? day_of(first_year, month, found.number(2)) : std::nullopt;
    auto last = year          ? day_of(year, last_month, found.number(7))
                : first_alone ? day_of(first_year + (last_month < month), last_month, found.number(7))
                              : std::nullopt;
    if (!last) {
        auto first = day_said(found.number(2), month, 0, 0, context);
        if (!first) return {};
        return made(found, first, day_of(year_of(*first) + (last_month < month), last_month, found.number(7)), false);
    }
    auto first = first_alone ? first_alone : day_of(year_of(*last) - (last_month < month), month, found.number(2));
    return made(found, first, last, true);
}

std::optional<DateInText> read_one_day(const Found& found, const YearContext& context) {
    auto year = whole_year(found, 5, 6);
    auto weekday = found.has(1) ? weekday_named(found[1]) : 0;
    return made(found, day_said(found.number(2), month_of(found, 3, 4), year, weekday, context), {}, year > 0);
}

const std::vector<DateShape>& date_shapes() {
    static const std::string between = "\\s*(?:-|\\bdo\\b|\\baz\\b)\\s*";
    static const std::vector<DateShape> shapes = {
        {Pattern{"(?<![a-z\\d/.-])((?:19|20)\\d\\d)([-/])(0[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01])(?![\\d/])"},
         read_iso},
        {Pattern{"(?<![a-z\\d/.-])" + day_number + "([/_-])(0?[1-9]|1[0-2])\\2((?:19|20)\\d\\d)(?![\\d/])"},
         read_slashed},
        {Pattern{"\\b(" + worded_days() + ")\\s+(" + month_words() + ")(?![a-z])(?:\\s+(?:roku\\s+)?dva ?tisice ?(" +
                 worded_years() + ")\\b|" + year_part + ")"},
         read_worded},
        {Pattern{weekday_part + "(?<![\\d.,:/])" + day_number + "\\.?" + between +
                 "(?:(?:pondel|uter|stred|ctvrt|pat|sobot|nedel)[a-z]*\\s+)?" + day_number + "\\.\\s*" + month_part +
                 year_part},
         read_range_in_month},
        {Pattern{weekday_part + "(?<![\\d.,:/])" + day_number + "\\.\\s*" + month_part + year_part + between +
                 "(?:(?:po|ut|st|ct|pa|so|ne)[a-z]*\\s+)?" + day_number + "\\.\\s*" + month_part + year_part},
         read_range_over_months},
        {Pattern{weekday_part + "(?<![\\d.,:/])" + day_number + "\\.\\s*" + month_part + year_part}, read_one_day},
    };
    return shapes;
}

// „9. X. 2024“ is written in capitals; „3. V. Nová“ is a person in a list.
bool is_no_roman_month(const Letters& text, const DateInText& date) {
    static const Pattern roman{"\\d\\.?\\s*([ivx]{1,4})\\."}, name_follows{"^\\s?[A-Z][a-z]"};
    auto found = roman.in(text.low.substr(date.from, date.to - date.from));
    if (!found) return false;
    if (!text.capital(date.from + found->from(1))) return true;
    return (*found)[1].size() == 1 && !date.year_said && name_follows.stands_in(text.plain.substr(date.to, 4));
}

// „od 13.00 do 15.10.“: behind an hour an hour follows; „č. 3.4.“ is a mark.
bool is_no_date(const Letters& text, const DateInText& date) {
    static const Pattern hour_before{
        "(?:\\d[.:]\\d\\d\\s*(?:-|do|az)\\s*|\\b(?:c|cj|cp|verze|bod|bodu|kap|odst|cl|clanek|vyhlasky|tel|usneseni c)\\.?:?\\s*)$"};
    auto written = text.low.substr(date.from, date.to - date.from);
    auto before = text.low.substr(date.from > 24 ? date.from - 24 : 0, std::min<std::size_t>(date.from, 24));
    if (!date.year_said && hour_before.stands_in(before) && written.find(' ') == written.npos) return true;
    static const Pattern roman{"(?<![a-z])[ivx]+(?![a-z])"};
    auto month = roman.in(written);
    return month && !text.capital(date.from + month->from());
}

// „4., 11. a 18. dubna“: the days before share its month.
void days_before(const Letters& text, const DateInText& date, std::size_t from, std::vector<DateInText>& dates) {
    static const Pattern days{
        "(?<![\\d.,:/])((?:(?:0?[1-9]|[12]\\d|3[01])\\.\\s*(?:,|\\+|/|\\ba\\b|\\bi\\b)\\s*(?:ve? )?(?:(?:pondel|uter|stred|ctvrt|pat|sobot|nedel)[a-z]*\\s+)?)+)$"};
    static const Pattern one{"\\d{1,2}"};
    auto found = days.in(text.low.substr(from, date.from - from));
    if (!found) return;
    using namespace std::chrono;
    auto month = int(unsigned(year_month_day{date.first}.month()));
    for (auto& day : one.all((*found)[1]))
        if (auto other = day_of(year_of(date.first), month, day.number(0)))
            dates.push_back(
                {from + found->from() + day.from(), from + found->from() + day.to(), *other, {}, date.year_said});
}

}

std::vector<DateInText> dates_in(const Letters& text, const YearContext& context) {
    std::vector<DateInText> dates;
    bool worded = text.low.find("eho ") != std::string::npos || text.low.find("iho ") != std::string::npos;
    if (!worded && text.low.find_first_of("0123456789") == std::string::npos) return dates;
    for (std::size_t at = 0; at < text.size() && dates.size() < 2000;) {
        std::optional<Found> nearest;
        std::optional<DateInText> date;
        for (auto& shape : date_shapes()) {
            auto found = shape.pattern.in(text.low, at);
            if (!found || (nearest && (found->from() > nearest->from() ||
                                       (found->from() == nearest->from() && found->to() <= nearest->to()))))
                continue;
            if (auto read = shape.read(*found, context)) nearest = std::move(found), date = read;
            else if (!nearest) nearest = std::move(found), date.reset();
        }
        if (!nearest) break;
        if (date && !is_no_date(text, *date) && !is_no_roman_month(text, *date)) {
            days_before(text, *date, at, dates);
            dates.push_back(*date);
        }
        at = std::max(nearest->to(), nearest->from() + 1);
    }
    return dates;
}

}
