// What calendars that people subscribe to promise, read back by libical.
#include "platform/calendar/feed.hpp"

#include "platform/time/prague.hpp"

#include <gmock/gmock.h>
#include <libical/ical.h>

#include <memory>
#include <sstream>

using testing::HasSubstr;
using testing::Not;

namespace {

using Parsed = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

Parsed read_back(const std::string& text) { return {icalparser_parse_string(text.c_str()), icalcomponent_free}; }

calendar::Event workshop() {
    calendar::Event event;
    event.uid = "dilna@opora.example", event.title = "Dílna: otevřeno";
    event.day = *day_of(2026, 1, 5), event.from = 7 * 60 + 30, event.to = 15 * 60 + 30;
    event.weekdays = "MO,TU,WE,TH,FR";
    event.changed_at = *parse_instant("2026-01-01T08:00:00Z");
    return event;
}

// The moments at which the first event of a feed begins.
std::vector<std::string> beginnings(const std::string& text, int most) {
    auto calendar = read_back(text);
    auto event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
    auto property = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY);
    auto steps = icalrecur_iterator_new(icalproperty_get_rrule(property), icalcomponent_get_dtstart(event));
    std::vector<std::string> found;
    for (auto at = icalrecur_iterator_next(steps); !icaltime_is_null_time(at) && int(found.size()) < most;
         at = icalrecur_iterator_next(steps)) {
        auto text_of_time = icaltime_as_ical_string_r(at);
        found.emplace_back(text_of_time);
        std::free(text_of_time);
    }
    icalrecur_iterator_free(steps);
    return found;
}

}

TEST(Feeds, hold_what_the_standard_asks_for) {
    auto text = calendar::feed("Dílny", {workshop()});
    auto calendar = read_back(text);
    ASSERT_TRUE(calendar);
    EXPECT_TRUE(icalrestriction_check(calendar.get()));
    EXPECT_EQ(icalcomponent_count_errors(calendar.get()), 0);
    for (auto line : {"BEGIN:VCALENDAR\r\n", "VERSION:2.0\r\n", "X-WR-CALNAME:Dílny\r\n", "TZID:Europe/Prague\r\n",
                      "UID:dilna@opora.example\r\n", "DTSTAMP:20260101T080000Z\r\n",
                      "DTSTART;TZID=Europe/Prague:20260105T073000\r\n", "DTEND;TZID=Europe/Prague:20260105T153000\r\n",
                      "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR\r\n"})
        EXPECT_THAT(text, HasSubstr(line));
}

TEST(Feeds, have_lines_of_75_bytes_that_cut_no_letter_and_end_as_the_standard_says) {
    auto event = workshop();
    event.description = "Příliš žluťoučký kůň úpěl ďábelské ódy, a proto se musel každý řádek rozdělit na více částí.";
    auto text = calendar::feed("Kalendář", {event});
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) {
        ASSERT_TRUE(line.ends_with('\r')) << line;
        EXPECT_LE(line.size(), 76u) << line;
        EXPECT_NE(static_cast<unsigned char>(line[1]) & 0xC0, 0x80) << "a letter was cut: " << line;
    }
    auto calendar = read_back(text);
    auto read = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
    EXPECT_EQ(icalcomponent_get_description(read), event.description);
}

TEST(Feeds, let_no_text_end_its_line) {
    auto event = workshop();
    event.title = "Dílna\r\nATTENDEE:mailto:kdo@example.cz\n; tečka, čárka\x01";
    auto text = calendar::feed("A\r\nBEGIN:VEVENT", {event});
    EXPECT_THAT(text, Not(HasSubstr("\nATTENDEE")));
    EXPECT_THAT(text, Not(HasSubstr("\x01")));
    auto calendar = read_back(text);
    EXPECT_EQ(icalcomponent_count_components(calendar.get(), ICAL_VEVENT_COMPONENT), 1);
    auto read = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
    EXPECT_STREQ(icalcomponent_get_summary(read), "Dílna\nATTENDEE:mailto:kdo@example.cz\n; tečka, čárka");
}

TEST(Feeds, open_at_the_same_hour_in_summer_and_in_winter) {
    auto event = workshop();
    event.day = *day_of(2026, 3, 27), event.weekdays = "MO,FR";
    EXPECT_THAT(beginnings(calendar::feed("", {event}), 3),
                testing::ElementsAre("20260327T073000", "20260330T073000", "20260403T073000"));
}

TEST(Feeds, end_with_the_last_day_before_the_one_that_is_said) {
    auto event = workshop();
    event.until = *day_of(2026, 1, 8);
    EXPECT_THAT(beginnings(calendar::feed("", {event}), 9),
                testing::ElementsAre("20260105T073000", "20260106T073000", "20260107T073000"));
    event.from.reset();
    EXPECT_THAT(beginnings(calendar::feed("", {event}), 9), testing::ElementsAre("20260105", "20260106", "20260107"));
}

TEST(Feeds, may_hold_whole_days_every_day_and_nights_past_midnight) {
    auto shelter = workshop(), night = workshop();
    shelter.weekdays = "MO,TU,WE,TH,FR,SA,SU", shelter.from.reset(), shelter.to.reset();
    night.from = 20 * 60, night.to = 30 * 60;
    auto text = calendar::feed("", {shelter, night});
    EXPECT_THAT(text, HasSubstr("DTSTART;VALUE=DATE:20260105\r\nDTEND;VALUE=DATE:20260106\r\nRRULE:FREQ=DAILY\r\n"));
    EXPECT_THAT(text, HasSubstr("DTEND;TZID=Europe/Prague:20260106T060000\r\n"));
}

TEST(Scheduling, invites_changes_and_cancels_one_event_as_the_standard_asks) {
    calendar::Scheduling letter;
    letter.event = workshop(), letter.event.weekdays.clear();
    letter.organizer = "opora@kraj.example", letter.organizer_name = "Řídící skupina";
    letter.attendee = "jana@obec.example", letter.attendee_name = "Jana Nová";
    auto invited = calendar::scheduling(letter);
    letter.cancels = true, letter.sequence = 2;
    auto cancelled = calendar::scheduling(letter);
    for (auto& text : {invited, cancelled}) {
        auto calendar = read_back(text);
        ASSERT_TRUE(calendar);
        EXPECT_TRUE(icalrestriction_check(calendar.get())) << text;
        EXPECT_EQ(icalcomponent_count_errors(calendar.get()), 0);
        EXPECT_THAT(text, HasSubstr("UID:dilna@opora.example\r\n"));
    }
    EXPECT_THAT(invited, testing::AllOf(HasSubstr("METHOD:REQUEST\r\n"), HasSubstr("SEQUENCE:0\r\n"),
                                        HasSubstr("STATUS:CONFIRMED\r\n")));
    EXPECT_THAT(cancelled, testing::AllOf(HasSubstr("METHOD:CANCEL\r\n"), HasSubstr("SEQUENCE:2\r\n"),
                                          HasSubstr("STATUS:CANCELLED\r\n")));
}

TEST(Scheduling, lets_nothing_typed_become_a_line_of_its_own) {
    calendar::Scheduling letter;
    letter.event = workshop(), letter.event.weekdays.clear();
    letter.event.title = "Jednání\r\nATTENDEE:mailto:a@b.example", letter.event.place = "Sál\nMETHOD:CANCEL";
    letter.organizer = "opora@kraj.example", letter.organizer_name = "Skupina\"\r\nX-A:1";
    letter.attendee = "jana@obec.example", letter.attendee_name = "Jana\r\nMETHOD:CANCEL\";X=";
    auto text = calendar::scheduling(letter);
    EXPECT_THAT(text, testing::AllOf(Not(HasSubstr("\nMETHOD:CANCEL")), Not(HasSubstr("\nX-A")),
                                     Not(HasSubstr("\nATTENDEE:mailto:a@b"))));
    auto calendar = read_back(text);
    ASSERT_TRUE(calendar);
    auto event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
    EXPECT_EQ(icalcomponent_count_properties(event, ICAL_ATTENDEE_PROPERTY), 1);
}
