// Writes calendars line by line.
#include "platform/calendar/entry_writer.hpp"

#include "platform/base/utf8.hpp"
#include "platform/calendar/prague_zone.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace calendar {

namespace {

constexpr std::size_t longest_line = 75;    // bytes, without the end of the line

bool goes_on(char letter) { return (static_cast<unsigned char>(letter) & 0xC0) == 0x80; }

// Without bytes that are no UTF-8.
std::string sound(std::string_view text) {
    std::string kept;
    for (auto fault = utf8::first_fault(text); fault != text.npos; fault = utf8::first_fault(text)) {
        kept += text.substr(0, fault);
        text.remove_prefix(fault + 1);
    }
    return kept += text;
}

void write_digits(std::string& calendar, std::int64_t number, int digits) {
    auto at = calendar.size() + std::size_t(digits);
    calendar.append(std::size_t(digits), '0');
    for (; number > 0 && digits > 0; number /= 10, --digits) calendar[--at] = char('0' + number % 10);
}

void write_day(std::string& calendar, Date day) {
    std::chrono::year_month_day date{day};
    write_digits(calendar, int(date.year()), 4), write_digits(calendar, unsigned(date.month()), 2);
    write_digits(calendar, unsigned(date.day()), 2);
}

void write_clock(std::string& calendar, std::int64_t seconds) {
    calendar += 'T';
    write_digits(calendar, seconds / 3600, 2), write_digits(calendar, seconds % 3600 / 60, 2);
    write_digits(calendar, seconds % 60, 2);
}

// DTSTART or DTEND: a day, or a minute of it on the clocks of Prague; the minute 24 × 60 is the next day's beginning.
void write_time(std::string& calendar, std::string_view name, Date day, std::optional<std::int64_t> minute) {
    calendar += name;
    calendar += minute ? ";TZID=Europe/Prague:" : ";VALUE=DATE:";
    write_day(calendar, day + std::chrono::days{minute.value_or(0) / 1440});
    if (minute) write_clock(calendar, *minute % 1440 * 60);
    calendar += "\r\n";
}

void write_moment(std::string& calendar, std::string_view name, Instant moment) {
    auto day = std::chrono::floor<std::chrono::days>(moment);
    auto seconds = std::chrono::floor<std::chrono::seconds>(moment - day).count();
    calendar += name;
    calendar += ':';
    write_day(calendar, day);
    write_clock(calendar, seconds);
    calendar += "Z\r\n";
}

// Nothing that escaped() would change: most texts.
bool is_plain(std::string_view text) {
    return std::ranges::none_of(text,
                                [](char c) {
                                    auto byte = static_cast<unsigned char>(c);
                                    return byte < 0x20 || byte == 0x7f || c == '\\' || c == ';' || c == ',';
                                }) &&
           utf8::first_fault(text) == text.npos;
}

void write_text(std::string& calendar, std::string_view name, std::string_view text) {
    if (text.empty()) return;
    if (is_plain(text)) line(calendar, name, text);
    else line(calendar, name, escaped(text));
}

// An end that is not later than the beginning says nothing.
void write_end(std::string& calendar, const Entry& entry) {
    if (!entry.from) return write_time(calendar, "DTEND", entry.last + std::chrono::days{1}, {});
    if (!entry.to && entry.first == entry.last) return;
    auto to = entry.to.value_or(1440);
    if (entry.first < entry.last || *entry.from < to) write_time(calendar, "DTEND", entry.last, to);
}

}

std::string escaped(std::string_view text) {
    std::string repaired;
    if (utf8::first_fault(text) != text.npos) text = repaired = sound(text);
    std::string written;
    written.reserve(text.size() + 8);
    for (char c : text) {
        auto byte = static_cast<unsigned char>(c);
        if (c == '\n') written += "\\n";
        else if (c == '\\' || c == ';' || c == ',') (written += '\\') += c;
        else if ((byte >= 0x20 && byte != 0x7f) || c == '\t') written += c;
    }
    return written;
}

void line(std::string& calendar, std::string_view name, std::string_view value) {
    calendar += name;
    calendar += ':';
    auto room = longest_line - name.size() - 1;
    while (value.size() > room) {
        auto cut = room;
        while (cut > 0 && goes_on(value[cut])) --cut;
        calendar += value.substr(0, cut);
        calendar += "\r\n ";
        value.remove_prefix(cut);
        room = longest_line - 1;
    }
    calendar += value;
    calendar += "\r\n";
}

void begin(std::string& calendar, std::string_view name) {
    calendar += "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Opora//Opora//CS\r\nCALSCALE:GREGORIAN\r\n";
    write_text(calendar, "X-WR-CALNAME", name);
    calendar += "X-WR-TIMEZONE:Europe/Prague\r\n";
    calendar += prague_zone;
}

void end(std::string& calendar) { calendar += "END:VCALENDAR\r\n"; }

void Entry::write(std::string& calendar) const {
    calendar += "BEGIN:VEVENT\r\n";
    line(calendar, "UID", uid);
    write_moment(calendar, "DTSTAMP", changed_at);
    write_moment(calendar, "LAST-MODIFIED", changed_at);
    calendar += "SEQUENCE:" + std::to_string(sequence) + "\r\n";
    write_time(calendar, "DTSTART", first, from);
    write_end(calendar, *this);
    write_text(calendar, "SUMMARY", title);
    write_text(calendar, "DESCRIPTION", description);
    write_text(calendar, "LOCATION", place);
    write_text(calendar, "CATEGORIES", category);
    if (!address.empty()) line(calendar, "URL", address);
    if (latitude && longitude)
        fmt::format_to(std::back_inserter(calendar), "GEO:{:.6f};{:.6f}\r\n", *latitude, *longitude);
    calendar += cancelled ? "STATUS:CANCELLED\r\n" : tentative ? "STATUS:TENTATIVE\r\n" : "STATUS:CONFIRMED\r\n";
    if (free || cancelled) calendar += "TRANSP:TRANSPARENT\r\n";
    calendar += "END:VEVENT\r\n";
}

}
