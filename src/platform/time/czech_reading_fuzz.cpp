// Feeds anything to the readers of dates, periods, times and numbers: what they accept, they must read back after
// writing.
#include "platform/base/money.hpp"
#include "platform/base/number.hpp"
#include "platform/html/typography.hpp"
#include "platform/i18n/fold.hpp"
#include "platform/i18n/po.hpp"
#include "platform/i18n/sort_key.hpp"
#include "platform/time/period.hpp"
#include "platform/time/prague.hpp"
#include "platform/time/weekdays.hpp"

#include <cstdlib>
#include <stdexcept>

namespace {

void must(bool holds) {
    if (!holds) std::abort();
}

void dates(std::string_view text) {
    if (auto day = parse_date(text)) must(parse_date(to_czech(*day)) == day && parse_date(to_iso(*day)) == day);
    if (auto day = parse_date(text, 2016)) must(year_of(*day) >= earliest_year && year_of(*day) <= latest_year);
    if (auto moment = parse_instant(text))
        must(parse_instant(to_iso(*moment)) == moment && in_prague(*moment).time.minutes < 1440);
    if (auto period = parse_period(text)) {
        must(period->days() > 0 && whole_months(*period) >= 0);
        must(parse_period(to_czech(*period)) == period && parse_iso_period(to_iso(*period)) == period);
    }
    parse_iso_period(text);
}

void times(std::string_view text) {
    if (auto time = parse_time(text)) must(parse_time(to_czech(*time)) == time);
    if (auto range = parse_time_range(text)) must(parse_time_range(to_czech(*range)) == range && range->minutes() > 0);
    for (auto& range : parse_time_ranges(text)) must(range.minutes() <= 1440);
    if (auto days = parse_weekdays(text)) must(days->count() > 0);
}

void numbers(std::string_view text) {
    if (auto money = parse_money(text)) must(parse_money(to_czech(*money)) == money);
    if (auto number = parse_decimal(text)) must(parse_decimal(to_czech(*number)) == number);
    if (auto area = parse_area(text)) must(parse_area(area_to_czech(*area)) == area);
}

void texts(std::string_view text) {
    auto once = html::czech_typography(text);
    must(html::czech_typography(once) == once);
    auto folded = i18n::fold(text);
    must(i18n::fold(folded) == folded);
    must((i18n::sort_key(text) == i18n::sort_key(text)) && i18n::compare(text, text) == 0);
    try {
        i18n::parse_po(text, "fuzz.po");
    } catch (const std::runtime_error&) {    // what it says about broken files
    }
}

}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    std::string_view text{reinterpret_cast<const char*>(data), size};
    dates(text), times(text), numbers(text), texts(text);
    return 0;
}
