// Says events in words.
#include "workgroups/events/event_words.hpp"

#include "platform/base/parts.hpp"
#include "platform/time/period.hpp"
#include "platform/time/time_of_day.hpp"

namespace workgroups {

namespace {

TimeOfDay at_minute(std::int64_t minute) { return {std::int16_t(minute)}; }

}

std::string minute_words(std::int64_t minute) { return to_czech(at_minute(minute)); }

std::string time_words(Date first, Date last, std::optional<std::int64_t> from, std::optional<std::int64_t> to,
                       const i18n::Texts& texts) {
    if (first == last) {
        auto day = to_czech(first);
        if (from && to && *from < *to) return day + ", " + to_czech(TimeRange{at_minute(*from), at_minute(*to)});
        if (from) return texts.text("event.time.from", {day, minute_words(*from)});
        return to ? texts.text("event.time.to", {day, minute_words(*to)}) : day;
    }
    auto days = to_czech(Period::of_days(first, last));
    if (from && to) return texts.text("event.time.both", {days, minute_words(*from), minute_words(*to)});
    if (from) return texts.text("event.time.from", {days, minute_words(*from)});
    return to ? texts.text("event.time.to", {days, minute_words(*to)}) : days;
}

std::string event_name(const PlanningEvent& event, const i18n::Texts& texts) {
    if (!event.edition) return event.title;
    return event.title + ", " + texts.text("event.edition.said", {std::to_string(*event.edition)});
}

std::string event_kind(const std::string& kind, const i18n::Texts& texts) { return texts.text("event.kind." + kind); }

std::string place_words(const PlanningEvent& event, const std::string& municipality) {
    return text::joined(std::vector{event.place.value_or(""), event.address.value_or(""), municipality});
}

}
