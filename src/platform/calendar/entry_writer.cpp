// Writes calendars line by line.
#include "platform/calendar/entry_writer.hpp"

#include "platform/base/utf8.hpp"
#include "platform/calendar/prague_zone.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
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

// What a writer does with a byte of a text.
enum class Care : std::uint8_t { none, backslash, end_of_line, left_out };

constexpr auto cares = [] {
    std::array<Care, 256> table{};
    for (auto byte = 0; byte < 0x20; ++byte) table[std::size_t(byte)] = Care::left_out;
    table[0x7f] = Care::left_out;
    table['\t'] = Care::none, table['\n'] = Care::end_of_line;
    table['\\'] = table[';'] = table[','] = Care::backslash;
    return table;
}();

Care care_of(char c) { return cares[static_cast<unsigned char>(c)]; }

// Hands over a text in pieces as RFC 5545, 3.3.11 writes it, those that stand as they are in one.  Takes sound UTF-8.
void each_piece(std::string_view text, auto put) {
    for (std::size_t at = 0; at < text.size();) {
        auto begin = at;
        while (at < text.size() && care_of(text[at]) == Care::none) ++at;
        if (at > begin) put(text.substr(begin, at - begin));
        if (at == text.size()) return;
        auto care = care_of(text[at]);
        if (care == Care::end_of_line) put(std::string_view{"\\n"});
        else if (care == Care::backslash) put(std::string_view{"\\"}), put(text.substr(at, 1));
        ++at;
    }
}

// One line of content while its value comes in pieces, none of which begins or ends within a letter.
class FoldedLine {
public:
    FoldedLine(std::string& calendar, std::string_view name)
        : calendar_{calendar}, room_{longest_line - name.size() - 1} {
        calendar_ += name;
        calendar_ += ':';
    }
    void put(std::string_view piece) {
        while (piece.size() > room_) {
            auto cut = room_;
            while (cut > 0 && goes_on(piece[cut])) --cut;
            // Bytes that are no letters have no border to be cut at.
            if (cut == 0 && room_ == longest_line - 1) cut = room_;
            calendar_ += piece.substr(0, cut);
            calendar_ += "\r\n ";
            piece.remove_prefix(cut);
            room_ = longest_line - 1;
        }
        calendar_ += piece;
        room_ -= piece.size();
    }
    void end() { calendar_ += "\r\n"; }

private:
    std::string& calendar_;
    std::size_t room_;
};

void put_two(char* at, unsigned number) {
    at[0] = char('0' + number / 10 % 10);
    at[1] = char('0' + number % 10);
}

// 20261130
std::array<char, 8> digits_of(Date day) {
    std::chrono::year_month_day date{day};
    auto year = unsigned(int(date.year()));
    std::array<char, 8> digits{};
    put_two(&digits[0], year / 100), put_two(&digits[2], year);
    put_two(&digits[4], unsigned(date.month())), put_two(&digits[6], unsigned(date.day()));
    return digits;
}

// T152037
std::array<char, 7> clock_of(std::int64_t second_of_day) {
    auto seconds = unsigned(second_of_day);
    std::array<char, 7> clock{'T'};
    put_two(&clock[1], seconds / 3600), put_two(&clock[3], seconds / 60 % 60), put_two(&clock[5], seconds % 60);
    return clock;
}

template <std::size_t Size>
void write(std::string& calendar, const std::array<char, Size>& letters) {
    calendar.append(letters.data(), letters.size());
}

// DTSTART or DTEND: a day, or a minute of it on the clocks of Prague; the minute 24 × 60 is the next day's beginning.
void write_time(std::string& calendar, std::string_view name, Date day, std::optional<std::int64_t> minute) {
    calendar += name;
    calendar += minute ? ";TZID=Europe/Prague:" : ";VALUE=DATE:";
    write(calendar, digits_of(day + std::chrono::days{minute.value_or(0) / 1440}));
    if (minute) write(calendar, clock_of(*minute % 1440 * 60));
    calendar += "\r\n";
}

// When it was last changed: of a calendar that is published this is both its stamp and its last change.
void write_change(std::string& calendar, Instant moment) {
    auto day = std::chrono::floor<std::chrono::days>(moment);
    auto digits = digits_of(day);
    auto clock = clock_of(std::chrono::floor<std::chrono::seconds>(moment - day).count());
    for (std::string_view name : {"DTSTAMP:", "LAST-MODIFIED:"}) {
        calendar += name;
        write(calendar, digits), write(calendar, clock);
        calendar += "Z\r\n";
    }
}

void write_text(std::string& calendar, std::string_view name, std::string_view text) {
    std::string repaired;
    if (utf8::first_fault(text) != text.npos) text = repaired = sound(text);
    // A property without a value is none.
    if (std::ranges::all_of(text, [](char c) { return care_of(c) == Care::left_out; })) return;
    FoldedLine line{calendar, name};
    each_piece(text, [&](std::string_view piece) { line.put(piece); });
    line.end();
}

// A value that the program made itself: it stands as it is.
void write_own(std::string& calendar, std::string_view name, std::string_view value) {
    FoldedLine line{calendar, name};
    line.put(value), line.end();
}

// An end that is not later than the beginning says nothing.
void write_end(std::string& calendar, const Entry& entry) {
    if (!entry.from) return write_time(calendar, "DTEND", entry.last + std::chrono::days{1}, {});
    if (!entry.to && entry.first == entry.last) return;
    auto to = entry.to.value_or(1440);
    if (entry.first < entry.last || *entry.from < to) write_time(calendar, "DTEND", entry.last, to);
}

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
    write_own(calendar, "UID", uid);
    write_change(calendar, changed_at);
    calendar += "SEQUENCE:" + std::to_string(sequence) + "\r\n";
    write_time(calendar, "DTSTART", first, from);
    write_end(calendar, *this);
    write_text(calendar, "SUMMARY", title);
    write_text(calendar, "DESCRIPTION", description);
    write_text(calendar, "LOCATION", place);
    write_text(calendar, "CATEGORIES", category);
    if (!address.empty()) write_own(calendar, "URL", address);
    if (latitude && longitude)
        fmt::format_to(std::back_inserter(calendar), "GEO:{:.6f};{:.6f}\r\n", *latitude, *longitude);
    calendar += cancelled ? "STATUS:CANCELLED\r\n" : tentative ? "STATUS:TENTATIVE\r\n" : "STATUS:CONFIRMED\r\n";
    if (free || cancelled) calendar += "TRANSP:TRANSPARENT\r\n";
    calendar += "END:VEVENT\r\n";
}

}
