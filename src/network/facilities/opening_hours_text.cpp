// Reads Czech weekdays and times of day.
#include "network/facilities/opening_hours_text.hpp"

#include "platform/base/parts.hpp"

#include <algorithm>

namespace network {

namespace {

constexpr std::array<std::string_view, 7> czech_days{"Po", "Út", "St", "Čt", "Pá", "So", "Ne"};
constexpr std::int64_t midnight = 24 * 60;

// Both sides of a dash, short or long; the same twice where there is none.
std::pair<std::string_view, std::string_view> span_of(std::string_view text) {
    for (std::string_view dash : {"–", "-"})
        if (auto at = text.find(dash); at != text.npos)
            return {text::trimmed(text.substr(0, at)), text::trimmed(text.substr(at + dash.size()))};
    return {text, text};
}

std::optional<std::size_t> weekday(std::string_view text) {
    auto found = std::ranges::find(czech_days, text);
    if (found == czech_days.end()) return {};
    return std::size_t(found - czech_days.begin());
}

std::string days_from(std::size_t first, std::size_t last, std::size_t shift) {
    std::array<bool, 7> on{};
    for (auto day = first; day <= last; ++day) on[(day + shift) % 7] = true;
    std::string days;
    for (std::size_t day = 0; day < 7; ++day)
        if (on[day]) days += (days.empty() ? "" : ",") + std::string{weekdays[day]};
    return days;
}

OpeningTime opening(std::string days, std::int64_t opens, std::int64_t closes) {
    OpeningTime time;
    time.days = std::move(days), time.opens_at = opens, time.closes_at = closes;
    return time;
}

bool read_part(std::string_view part, std::vector<OpeningTime>& times) {
    auto space = part.find(' ');
    if (space == part.npos) return false;
    auto [first_day, last_day] = span_of(part.substr(0, space));
    auto [start, end] = span_of(text::trimmed(part.substr(space)));
    auto first = weekday(first_day), last = weekday(last_day);
    auto opens = parse_time_of_day(start), closes = parse_time_of_day(end);
    if (!first || !last || *last < *first || !opens || !closes || *opens == *closes || *opens == midnight) return false;
    if (*opens < *closes) {
        times.push_back(opening(days_from(*first, *last, 0), *opens, *closes));
        return true;
    }
    times.push_back(opening(days_from(*first, *last, 0), *opens, midnight));
    if (*closes > 0) times.push_back(opening(days_from(*first, *last, 1), 0, *closes));
    return true;
}

}

std::optional<std::vector<OpeningTime>> parse_opening_hours(std::string_view text) {
    std::vector<OpeningTime> times;
    while (!text.empty()) {
        auto part = text.substr(0, text.find(';'));
        text.remove_prefix(std::min(text.size(), part.size() + 1));
        if (!read_part(text::trimmed(part), times)) return {};
    }
    return times;
}

std::optional<std::int64_t> parse_times_a_week(std::string_view text) {
    if (text.empty() || text.front() < '1' || text.front() > '7') return {};
    for (std::string_view rest : {"x týdně", "× týdně", " x týdně", " × týdně"})
        if (text.substr(1) == rest) return text.front() - '0';
    return {};
}

}
