// Reads ranges such as po 08:00 15:30.
#include "network/register/register_hours.hpp"

#include "platform/time/time_of_day.hpp"
#include "platform/time/weekdays.hpp"

#include <algorithm>
#include <sstream>

namespace network {

namespace {

// NB: how the register's list of days is numbered is not confirmed; 1 is taken for Monday.
std::optional<Weekdays> days_of(const std::string& word) {
    if (word.size() == 1 && word[0] >= '1' && word[0] <= '7') return Weekdays::from_to(word[0] - '0', word[0] - '0');
    return parse_weekdays(word);
}

struct Range {
    Weekdays days;
    TimeOfDay from, to;
};

std::optional<Range> range_of(const std::string& text) {
    std::istringstream words{text};
    std::string day, from, to, more;
    if (!(words >> day >> from >> to) || words >> more) return {};
    auto days = days_of(day);
    auto opens = parse_time(from), closes = parse_time(to);
    if (!days || !opens || !closes || *closes <= *opens) return {};
    return Range{*days, *opens, *closes};
}

std::string codes_of(Weekdays days) {
    std::string codes;
    for (int day = 1; day <= 7; ++day)
        if (days.has(day)) codes += (codes.empty() ? "" : ",") + std::string{weekdays[std::size_t(day - 1)]};
    return codes;
}

}

std::vector<OpeningTime> opening_times_from(const RegisterForm& form, const std::string& form_code) {
    std::vector<Range> ranges;
    std::vector<OpeningTime> times;
    OpeningTime blank;
    blank.form_code = form_code;
    for (auto& text : form.hours) {
        if (auto range = range_of(text)) {
            auto same = std::ranges::find_if(
                ranges, [&](auto& other) { return other.from == range->from && other.to == range->to; });
            if (same == ranges.end()) ranges.push_back(*range);
            else same->days.bits |= range->days.bits;
            continue;
        }
        auto& time = times.emplace_back(blank);
        time.note = text;
    }
    for (auto& range : ranges) {
        auto& time = times.emplace_back(blank);
        time.days = codes_of(range.days), time.opens_at = range.from.minutes, time.closes_at = range.to.minutes;
    }
    if (form.nonstop) {
        auto& time = times.emplace_back(blank);
        time.nonstop = true;
    }
    return times;
}

}
