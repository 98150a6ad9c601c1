// Whatever is typed into an entry of a calendar: libical finds one event without a fault in it, and in the event the
// same text without what no calendar may hold.
#include "platform/base/utf8.hpp"
#include "platform/calendar/entry_writer.hpp"

#include <libical/ical.h>

#include <cstdlib>
#include <memory>

namespace {

std::string expected_of(std::string_view typed) {
    std::string sound, kept;
    for (auto fault = utf8::first_fault(typed); fault != typed.npos; fault = utf8::first_fault(typed)) {
        sound += typed.substr(0, fault);
        typed.remove_prefix(fault + 1);
    }
    sound += typed;
    for (char c : sound)
        if (auto byte = static_cast<unsigned char>(c); (byte >= 0x20 && byte != 0x7f) || c == '\t' || c == '\n')
            kept += c;
    return kept;
}

void holds(const char* read, const std::string& expected) {
    // The borders keep blanks at the ends from being none.
    if (!read || read != expected) std::abort();
}

void short_lines(std::string_view text) {
    while (!text.empty()) {
        auto end = text.find("\r\n");
        if (end == text.npos || end > 75 || text.substr(0, end).find_first_of("\r\n") != text.npos) std::abort();
        if (utf8::first_fault(text.substr(0, end)) != text.npos) std::abort();
        text.remove_prefix(end + 2);
    }
}

}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    auto typed = "x" + std::string{reinterpret_cast<const char*>(bytes), size} + "x";
    calendar::Entry entry;
    entry.uid = "fuzz@opora.example", entry.address = "https://opora.example/akce/fuzz";
    entry.first = entry.last = *day_of(2026, 11, 30), entry.changed_at = *parse_instant("2026-11-30T08:00:00Z");
    entry.title = entry.description = entry.place = typed;
    std::string text;
    calendar::begin(text, typed);
    entry.write(text);
    calendar::end(text);
    short_lines(text);
    std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)> read{icalparser_parse_string(text.c_str()),
                                                                       icalcomponent_free};
    if (!read || !icalrestriction_check(read.get()) || icalcomponent_count_errors(read.get()) > 0) std::abort();
    if (icalcomponent_count_components(read.get(), ICAL_VEVENT_COMPONENT) != 1) std::abort();
    auto event = icalcomponent_get_first_component(read.get(), ICAL_VEVENT_COMPONENT);
    auto expected = expected_of(typed);
    holds(icalcomponent_get_summary(event), expected), holds(icalcomponent_get_description(event), expected);
    holds(icalcomponent_get_location(event), expected);
    return 0;
}
