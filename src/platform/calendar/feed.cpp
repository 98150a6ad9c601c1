// Builds calendars with libical's C interface.
#include "platform/calendar/feed.hpp"

#include "platform/calendar/prague_zone.hpp"
#include "platform/time/prague.hpp"

#include <fmt/format.h>
#include <libical/ical.h>

#include <cstdlib>
#include <memory>
#include <utility>

namespace calendar {

namespace {

constexpr std::int64_t day_of_minutes = 24 * 60;
constexpr std::string_view whole_week = "MO,TU,WE,TH,FR,SA,SU";

struct Component {
    icalcomponent* raw;

    explicit Component(icalcomponent* made) : raw{made} {
        if (!raw) throw std::bad_alloc{};
    }
    ~Component() {
        if (raw) icalcomponent_free(raw);
    }
    Component(const Component&) = delete;

    void add(icalproperty* property) {
        if (!property) throw std::bad_alloc{};
        icalcomponent_add_property(raw, property);
    }
    void take(Component& part) { icalcomponent_add_component(raw, std::exchange(part.raw, nullptr)); }
};

// Without control bytes; ends of lines are one letter each, which libical escapes.
std::string plain(const std::string& text) {
    std::string kept;
    for (char c : text) {
        auto byte = static_cast<unsigned char>(c);
        if ((byte >= 0x20 && byte != 0x7f) || c == '\n') kept += c;
    }
    return kept;
}

icaltimetype time_at(Date day, std::optional<std::int64_t> minutes) {
    auto here = day + std::chrono::days{minutes.value_or(0) / day_of_minutes};
    std::chrono::year_month_day date{here};
    auto time = icaltime_null_time();
    time.year = int(date.year()), time.month = int(unsigned(date.month())), time.day = int(unsigned(date.day()));
    time.is_date = !minutes;
    time.hour = int(minutes.value_or(0) % day_of_minutes / 60), time.minute = int(minutes.value_or(0) % 60);
    return time;
}

icalproperty* in_prague(icalproperty* property, bool whole_day) {
    icalproperty_add_parameter(property, whole_day ? icalparameter_new_value(ICAL_VALUE_DATE)
                                                   : icalparameter_new_tzid("Europe/Prague"));
    return property;
}

icaltimetype in_utc(Instant moment) {
    auto seconds = std::chrono::floor<std::chrono::seconds>(moment).time_since_epoch().count();
    return icaltime_from_timet_with_zone(seconds, 0, icaltimezone_get_utc_timezone());
}

std::string rule_of(const Event& event) {
    auto rule = event.weekdays == whole_week ? std::string{"FREQ=DAILY"} : "FREQ=WEEKLY;BYDAY=" + event.weekdays;
    if (!event.until) return rule;
    if (!event.from) {
        std::chrono::year_month_day last{*event.until - std::chrono::days{1}};
        return rule +
               fmt::format(";UNTIL={}{:02}{:02}", int(last.year()), unsigned(last.month()), unsigned(last.day()));
    }
    // The rule of a time with a zone ends at a moment in UTC.
    auto last = icaltime_as_ical_string_r(in_utc(::from_prague(*event.until) - std::chrono::seconds{1}));
    rule += std::string{";UNTIL="} + last;
    std::free(last);
    return rule;
}

// What stands where libical does not escape, in parameters and addresses: no quotes, no line ends.
std::string one_line(const std::string& text) {
    std::string kept = plain(text);
    for (char& c : kept)
        if (c == '"' || c == '\n') c = ' ';
    return kept;
}

void add_people(Component& part, const Scheduling& letter) {
    auto organizer = icalproperty_new_organizer(("mailto:" + one_line(letter.organizer)).c_str());
    if (auto name = one_line(letter.organizer_name); !name.empty())
        icalproperty_add_parameter(organizer, icalparameter_new_cn(name.c_str()));
    part.add(organizer);
    auto attendee = icalproperty_new_attendee(("mailto:" + one_line(letter.attendee)).c_str());
    if (auto name = one_line(letter.attendee_name); !name.empty())
        icalproperty_add_parameter(attendee, icalparameter_new_cn(name.c_str()));
    icalproperty_add_parameter(attendee, icalparameter_new_partstat(ICAL_PARTSTAT_NEEDSACTION));
    icalproperty_add_parameter(attendee, icalparameter_new_rsvp(ICAL_RSVP_FALSE));
    part.add(attendee);
    part.add(icalproperty_new_sequence(int(letter.sequence)));
    part.add(icalproperty_new_status(letter.cancels ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
}

void add_event(Component& calendar, const Event& event, const Scheduling* letter = nullptr) {
    Component part{icalcomponent_new(ICAL_VEVENT_COMPONENT)};
    part.add(icalproperty_new_uid(event.uid.c_str()));
    part.add(icalproperty_new_dtstamp(in_utc(event.changed_at)));
    bool whole_day = !event.from || !event.to;
    auto from = whole_day ? std::nullopt : event.from, to = whole_day ? std::nullopt : event.to;
    part.add(in_prague(icalproperty_new_dtstart(time_at(event.day, from)), whole_day));
    auto end = whole_day ? time_at(event.day + std::chrono::days{1}, {}) : time_at(event.day, to);
    part.add(in_prague(icalproperty_new_dtend(end), whole_day));
    if (!event.weekdays.empty())
        part.add(icalproperty_new_rrule(icalrecurrencetype_from_string(rule_of(event).c_str())));
    part.add(icalproperty_new_summary(plain(event.title).c_str()));
    if (!event.description.empty()) part.add(icalproperty_new_description(plain(event.description).c_str()));
    if (!event.place.empty()) part.add(icalproperty_new_location(plain(event.place).c_str()));
    if (!event.address.empty()) part.add(icalproperty_new_url(one_line(event.address).c_str()));
    if (letter) add_people(part, *letter);
    calendar.take(part);
}

void begin_calendar(Component& calendar) {
    calendar.add(icalproperty_new_version("2.0"));
    calendar.add(icalproperty_new_prodid("-//Opora//Opora//CS"));
    calendar.add(icalproperty_new_calscale("GREGORIAN"));
}

std::string text_of(Component& calendar) {
    std::unique_ptr<char, decltype(&std::free)> text{icalcomponent_as_ical_string_r(calendar.raw), std::free};
    if (!text) throw std::bad_alloc{};
    return text.get();
}

}

std::string scheduling(const Scheduling& letter) {
    Component calendar{icalcomponent_new(ICAL_VCALENDAR_COMPONENT)};
    begin_calendar(calendar);
    calendar.add(icalproperty_new_method(letter.cancels ? ICAL_METHOD_CANCEL : ICAL_METHOD_REQUEST));
    Component zone{icalparser_parse_string(prague_zone)};
    calendar.take(zone);
    add_event(calendar, letter.event, &letter);
    return text_of(calendar);
}

std::string feed(const std::string& name, const std::vector<Event>& events) {
    Component calendar{icalcomponent_new(ICAL_VCALENDAR_COMPONENT)};
    begin_calendar(calendar);
    auto title = icalproperty_new_x(plain(name).c_str());
    icalproperty_set_x_name(title, "X-WR-CALNAME");
    calendar.add(title);
    Component zone{icalparser_parse_string(prague_zone)};
    calendar.take(zone);
    for (auto& event : events) add_event(calendar, event);
    return text_of(calendar);
}

}
