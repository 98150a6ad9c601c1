// Reads and writes times of day.
#include "platform/time/time_of_day.hpp"

#include "platform/base/reader.hpp"

namespace {

// A sign between hours and minutes counts only when two digits follow: „7, 8“ is not 7.08.
std::optional<TimeOfDay> read_time(Reader& reader) {
    auto hour = reader.number(1, 2);
    if (!hour) return {};
    int minute = 0;
    auto ahead = reader;
    if (ahead.take(':') || ahead.take('.') || ahead.take(','))
        if (auto two = ahead.number(2, 2)) minute = *two, reader = ahead;
    if (minute > 59 || *hour * 60 + minute > 1440) return {};
    return TimeOfDay{std::int16_t(*hour * 60 + minute)};
}

void skip_hours_word(Reader& reader) {
    auto ahead = reader;
    ahead.spaces();
    for (auto word : {"hodin", "hodiny", "hod", "h"})
        if (ahead.take_word(word)) {
            ahead.take('.');
            reader = ahead;
            return;
        }
}

std::optional<TimeRange> read_range(Reader& reader) {
    bool from_word = reader.take_word("od") && reader.spaces();
    auto from = read_time(reader);
    if (!from) return {};
    skip_hours_word(reader);
    if (!reader.dash()) {
        if (!reader.spaces() || !((from_word && reader.take_word("do")) || reader.take_word("az")) || !reader.spaces())
            return {};
    }
    auto to = read_time(reader);
    if (!to || *to == *from || from->minutes == 1440) return {};
    skip_hours_word(reader);
    return TimeRange{*from, *to};
}

bool read_separator(Reader& reader) {
    auto ahead = reader;
    bool space = ahead.spaces();
    bool sign = ahead.take(';') || ahead.take(',');
    if (!sign && !(space && ahead.take_word("a"))) return false;
    ahead.spaces();
    reader = ahead;
    return true;
}

std::string two_digits(int number) { return std::to_string(100 + number).substr(1); }

}

std::optional<TimeOfDay> parse_time(std::string_view typed) {
    auto text = simplified(typed);
    Reader reader{text};
    auto time = read_time(reader);
    skip_hours_word(reader);
    return reader.at_end() ? time : std::nullopt;
}

std::optional<TimeRange> parse_time_range(std::string_view typed) {
    auto text = simplified(typed);
    Reader reader{text};
    auto range = read_range(reader);
    return reader.at_end() ? range : std::nullopt;
}

std::vector<TimeRange> parse_time_ranges(std::string_view typed) {
    auto text = simplified(typed);
    Reader reader{text};
    std::vector<TimeRange> ranges;
    do {
        auto range = read_range(reader);
        if (!range) return {};
        ranges.push_back(*range);
    } while (read_separator(reader));
    if (!reader.at_end()) return {};
    return ranges;
}

std::string to_czech(TimeOfDay time) { return std::to_string(time.minutes / 60) + "." + two_digits(time.minutes % 60); }

std::string to_czech(TimeRange range) { return to_czech(range.from) + "–\u2060" + to_czech(range.to); }

std::string to_iso(TimeOfDay time) { return two_digits(time.minutes / 60) + ":" + two_digits(time.minutes % 60); }
