// Calendars of entries: what the standard asks for, read back by libical.
#include "platform/calendar/entry_writer.hpp"

#include <gmock/gmock.h>
#include <libical/ical.h>

#include <memory>
#include <random>
#include <sstream>

using testing::HasSubstr;
using testing::Not;

namespace {

using ParsedEntries = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

calendar::Entry entry_seminar() {
    calendar::Entry entry;
    entry.uid = "seminar@opora.example", entry.title = "Seminář AT";
    entry.first = *day_of(2015, 11, 26), entry.last = *day_of(2015, 11, 27);
    entry.changed_at = *parse_instant("2015-10-01T08:00:00Z"), entry.sequence = 2;
    return entry;
}

std::string calendar_with(const calendar::Entry& entry, const std::string& name = "Akce") {
    std::string text;
    calendar::begin(text, name);
    entry.write(text);
    calendar::end(text);
    return text;
}

ParsedEntries parsed_entries(const std::string& text) {
    ParsedEntries calendar{icalparser_parse_string(text.c_str()), icalcomponent_free};
    EXPECT_TRUE(calendar && icalrestriction_check(calendar.get())) << text;
    EXPECT_EQ(calendar ? icalcomponent_count_errors(calendar.get()) : 1, 0) << text;
    return calendar;
}

icalcomponent* first_entry(const ParsedEntries& calendar) {
    return icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
}

}

TEST(CalendarEntries, of_several_days_end_on_the_day_behind_the_last) {
    auto text = calendar_with(entry_seminar());
    parsed_entries(text);
    EXPECT_THAT(text, HasSubstr("DTSTART;VALUE=DATE:20151126\r\nDTEND;VALUE=DATE:20151128\r\n"));
    EXPECT_THAT(text, HasSubstr("SEQUENCE:2\r\n"));
    EXPECT_THAT(text, HasSubstr("LAST-MODIFIED:20151001T080000Z\r\n"));
    EXPECT_THAT(text, HasSubstr("STATUS:CONFIRMED\r\n"));
}

TEST(CalendarEntries, with_times_stand_on_the_clocks_of_prague) {
    auto entry = entry_seminar();
    entry.from = 9 * 60, entry.to = 24 * 60;
    auto text = calendar_with(entry);
    parsed_entries(text);
    EXPECT_THAT(text, HasSubstr("DTSTART;TZID=Europe/Prague:20151126T090000\r\n"));
    EXPECT_THAT(text, HasSubstr("DTEND;TZID=Europe/Prague:20151128T000000\r\n"));
    entry.last = entry.first, entry.to = 8 * 60;
    EXPECT_THAT(calendar_with(entry), Not(HasSubstr("DTEND")));
    parsed_entries(calendar_with(entry));
}

TEST(CalendarEntries, that_are_off_say_so_and_take_no_time) {
    auto entry = entry_seminar();
    entry.cancelled = true;
    auto text = calendar_with(entry);
    parsed_entries(text);
    EXPECT_THAT(text, HasSubstr("STATUS:CANCELLED\r\nTRANSP:TRANSPARENT\r\n"));
    entry.cancelled = false, entry.tentative = true;
    EXPECT_THAT(calendar_with(entry), HasSubstr("STATUS:TENTATIVE\r\n"));
}

TEST(CalendarEntries, have_lines_of_75_bytes_that_cut_no_letter) {
    auto entry = entry_seminar();
    for (auto n = 0; n < 60; ++n) entry.description += n % 7 ? "ě" : "a, ";
    auto text = calendar_with(entry);
    std::istringstream lines{text};
    for (std::string one; std::getline(lines, one);) {
        ASSERT_TRUE(one.ends_with('\r')) << one;
        EXPECT_LE(one.size(), 76u) << one;
        EXPECT_NE(static_cast<unsigned char>(one[1]) & 0xC0, 0x80) << "a letter was cut: " << one;
    }
    auto calendar = parsed_entries(text);
    EXPECT_EQ(icalcomponent_get_description(first_entry(calendar)), entry.description);
}

TEST(CalendarEntries, let_no_typed_end_of_a_line_begin_another) {
    auto entry = entry_seminar();
    entry.title = "Den\r\nATTENDEE:mailto:kdo@example.cz\nEND:VEVENT; tečka, čárka\\\x01\xff";
    entry.place = "Sál\r\nEND:VCALENDAR";
    auto text = calendar_with(entry, "A\r\nBEGIN:VEVENT");
    EXPECT_THAT(text, Not(HasSubstr("\nATTENDEE")));
    EXPECT_THAT(text, Not(HasSubstr("\x01")));
    auto calendar = parsed_entries(text);
    EXPECT_EQ(icalcomponent_count_components(calendar.get(), ICAL_VEVENT_COMPONENT), 1);
    EXPECT_STREQ(icalcomponent_get_summary(first_entry(calendar)),
                 "Den\nATTENDEE:mailto:kdo@example.cz\nEND:VEVENT; tečka, čárka\\");
}

// The same typed texts on every run.
TEST(CalendarEntries, give_back_through_libical_whatever_was_typed) {
    std::mt19937 chance{31};
    auto any = [&](std::size_t of) { return std::size_t(chance() % of); };
    const std::string pieces[] = {"a",
                                  "ě",
                                  "€",
                                  "😀",
                                  " ",
                                  "\t",
                                  ",",
                                  ";",
                                  ":",
                                  "\\",
                                  "\n",
                                  "\\n",
                                  "\"",
                                  "END:VEVENT",
                                  "\n ",
                                  "příliš žluťoučký kůň úpěl ďábelské ódy",
                                  "http://opora.example/?a=1&b=2",
                                  "BEGIN:"};
    auto typed = [&](bool lines) {
        std::string text = "x";
        for (auto count = any(60); count > 0; --count) {
            auto& piece = pieces[any(std::size(pieces))];
            if (lines || piece.find('\n') == piece.npos) text += piece;
        }
        return text + "x";
    };
    for (auto round = 0; round < 300; ++round) {
        auto entry = entry_seminar();
        entry.title = typed(false), entry.description = typed(true), entry.place = typed(true);
        auto text = calendar_with(entry, typed(true));
        std::istringstream lines{text};
        for (std::string one; std::getline(lines, one);) ASSERT_TRUE(one.size() <= 76 && one.ends_with('\r')) << one;
        auto calendar = parsed_entries(text);
        auto event = first_entry(calendar);
        ASSERT_EQ(icalcomponent_get_summary(event), entry.title);
        ASSERT_EQ(icalcomponent_get_description(event), entry.description);
        ASSERT_EQ(icalcomponent_get_location(event), entry.place);
    }
}

TEST(CalendarEntries, say_nothing_of_a_text_without_a_letter_that_may_stand) {
    auto entry = entry_seminar();
    entry.description = "\x01\x02\r", entry.place = "\xff";
    auto text = calendar_with(entry);
    EXPECT_THAT(text, Not(HasSubstr("DESCRIPTION")));
    EXPECT_THAT(text, Not(HasSubstr("LOCATION")));
    parsed_entries(text);
}
