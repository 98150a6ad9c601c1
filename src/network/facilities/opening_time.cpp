// Adds up opening times and reads times of day as people write them.
#include "network/facilities/opening_time.hpp"

#include "platform/base/steady_sort.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace network {

namespace {

constexpr std::int64_t minutes_a_day = 24 * 60;

std::optional<std::int64_t> digits(std::string_view text) {
    if (text.empty() || text.size() > 2 || text.front() == '-') return {};
    std::int64_t number{};
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    return number;
}

}

bool OpeningTime::on(std::string_view weekday) const { return nonstop || days.find(weekday) != days.npos; }

std::int64_t open_minutes(const std::vector<OpeningTime>& times, std::string_view weekday) {
    std::vector<std::pair<std::int64_t, std::int64_t>> spans;
    for (auto& time : times) {
        if (!time.on(weekday)) continue;
        if (time.nonstop) return minutes_a_day;
        if (time.opens_at && time.closes_at) spans.emplace_back(*time.opens_at, *time.closes_at);
    }
    std::ranges::sort(spans);
    std::int64_t total = 0, counted_to = 0;
    for (auto [opens, closes] : spans) {
        total += std::max<std::int64_t>(0, closes - std::max(opens, counted_to));
        counted_to = std::max(counted_to, closes);
    }
    return total;
}

std::int64_t open_minutes_a_week(const std::vector<OpeningTime>& times) {
    std::int64_t total = 0;
    for (auto weekday : weekdays) total += open_minutes(times, weekday);
    return total;
}

std::optional<std::int64_t> parse_time_of_day(std::string_view text) {
    auto point = text.find_first_of(",.:");
    auto hours = digits(text.substr(0, point));
    auto minutes = point == text.npos ? std::optional<std::int64_t>{0} : digits(text.substr(point + 1));
    if (!hours || !minutes || (point != text.npos && text.size() - point != 3)) return {};
    auto total = *hours * 60 + *minutes;
    if (*minutes > 59 || total > minutes_a_day) return {};
    return total;
}

std::string to_czech_time(std::int64_t minutes) {
    auto rest = std::to_string(minutes % 60);
    return std::to_string(minutes / 60) + "." + (rest.size() < 2 ? "0" : "") + rest;
}

void sort_by_week(std::vector<OpeningTime>& times) {
    auto place = [](const OpeningTime& time) {
        auto first = std::ranges::find_if(weekdays, [&](auto day) { return time.on(day); });
        return std::tuple{!time.nonstop, first - weekdays.begin(), time.opens_at.value_or(0)};
    };
    steady_sort(times, [&](auto& a, auto& b) { return place(a) < place(b); });
}

std::vector<OpeningTime> opening_times_of(db::Session& db, Id<Service> service) {
    auto times =
        db.all<OpeningTime>("SELECT * FROM opening_times WHERE service_id = $1 ORDER BY valid_from, id", service);
    sort_by_week(times);
    return times;
}

}
