// Hours inside sentences: in figures, in words, and parts of hours as people say them.
#include "platform/reading/dates_in_text.hpp"

#include "platform/reading/pattern.hpp"

#include <algorithm>
#include <array>

namespace reading {

namespace {

std::optional<TimeOfDay> clock_time(int hours, int minutes) {
    if (hours > 24 || minutes > 59 || hours * 60 + minutes > 1440) return {};
    return TimeOfDay{std::int16_t(hours * 60 + minutes)};
}

std::optional<int> hour_named(std::string_view low) {
    static const std::array<std::pair<std::string_view, int>, 34> hours = {
        {{"jednu", 13},    {"jedne", 13},     {"dve", 14},       {"dvou", 14},     {"tri", 15},      {"ctyri", 16},
         {"ctyr", 16},     {"pet", 17},       {"peti", 17},      {"sest", 18},     {"sesti", 18},    {"sedm", 7},
         {"sedmi", 7},     {"osm", 8},        {"osmi", 8},       {"devet", 9},     {"deviti", 9},    {"deset", 10},
         {"deseti", 10},   {"jedenact", 11},  {"jedenacti", 11}, {"dvanact", 12},  {"dvanacti", 12}, {"poledne", 12},
         {"trinact", 13},  {"trinacti", 13},  {"ctrnact", 14},   {"ctrnacti", 14}, {"patnact", 15},  {"patnacti", 15},
         {"sestnact", 16}, {"sestnacti", 16}, {"sedmnact", 17},  {"sedmnacti", 17}}};
    for (auto& [word, hour] : hours)
        if (word == low) return hour;
    return {};
}

// „půl desáté“ is half an hour before ten; in the afternoon where it is not plainly the morning.
std::optional<TimeOfDay> part_of_hour(std::string_view part, std::string_view hour, std::string_view when) {
    static constexpr std::array<std::string_view, 12> halves = {
        "jedn", "druh", "tret", "ctvrt", "pat", "sest", "sedm", "osm", "devat", "desat", "jedenact", "dvanact"};
    static constexpr std::array<std::string_view, 12> wholes = {
        "jednu", "dve", "tri", "ctyri", "pet", "sest", "sedm", "osm", "devet", "deset", "jedenact", "dvanact"};
    int next = 0;
    for (int i = 0; i < 12; ++i)
        if (part == "pul" ? hour.starts_with(halves[std::size_t(i)]) : hour == wholes[std::size_t(i)]) next = i + 1;
    if (next == 0) return {};
    bool morning = when.starts_with("rano") || when.starts_with("dopo");
    bool afternoon = when.starts_with("odpo") || when.starts_with("vecer") || (next < 8 && !morning);
    auto minutes = (next - 1) * 60 + (part == "pul" ? 30 : part == "ctvrt" ? 15 : 45);
    if (afternoon) minutes += 720;
    if (next == 1 && !afternoon) minutes += 720;
    return clock_time(minutes / 60 % 24, minutes % 60);
}

}

std::vector<TimeInText> times_in(const Letters& text) {
    // hours and minutes, or whole hours with a word that says so
    static const std::string clock = "([01]?\\d|2[0-4])(?:\\s?[:.,]\\s?([0-5]\\d)(?!\\d))";
    static const Pattern minutes{
        "(?<![\\d.,:/])" + clock +
        "(?!\\s?\\.\\s?\\d|\\s*(?:kc|mil|tis|%|uvaz|\\.\\s*(?:19|20)\\d\\d))(?:\\s*(?:hod\\w*\\.?|h\\.?)?\\s*(?:-|\\bdo\\b|\\baz\\b)\\s*" +
        clock + "(?!\\s?\\.\\s?\\d))?"};
    static const Pattern whole{
        "(?<![\\d.,:/])(?:([01]?\\d|2[0-4])\\s*(?:-|\\bdo\\b|\\baz\\b)\\s*)?([01]?\\d|2[0-4])(?:\\s?[:.,]\\s?([0-5]\\d))?\\s*(?:hod(?:in\\w*)?\\b\\.?|h\\b)"};
    static const Pattern half_said{"\\bod\\s+([01]?\\d|2[0-4])\\s+do\\s+" + clock};
    static const Pattern with_minutes{"(?<![\\d.,:/])([01]?\\d|2[0-4])\\s*hod(?:in\\w*|\\.)?\\s+([0-5]?\\d)\\s*min"};
    static const std::string hour_words =
        "jednu|jedne|dve|dvou|tri|ctyri|ctyr|peti?|sesti?|sedmi?|osmi?|devet|deviti|deseti?|jedenacti?|dvanacti?|poledne";
    static const Pattern named{
        "\\b(?:ve?|od|zase v|opet v)\\s+(" + hour_words +
        ")(?:\\s+(patnact|tricet|ctyricet pet|ctyricetpet))?\\b(?!\\s+(?:lid|osob|klient|sluz|rodin|dn|let|obc|bod|minut|mest|domacnost|pripad|skupin|sto|set|tis|procent|znacn|pokoj|dom|oken))"};
    static const Pattern named_hours{"\\b(?:ve?|od|do)\\s+(trinacti?|ctrnacti?|patnacti?|sestnacti?|sedmnacti?|" +
                                     hour_words + ")\\s+hod"};
    static const Pattern parts{
        "\\b(?:ve?|od|do|o|po|kolem|pred)\\s+(?:(pul)\\s+(jedne|druhe|treti|ctvrte|pate|seste|sedme|osme|devate|desate|jedenacte|dvanacte)|(ctvrt|tri ?ctvrte)\\s+na\\s+(jednu|dve|tri|ctyri|pet|sest|sedm|osm|devet|deset|jedenact|dvanact))\\b(?:\\s+(rano|dopoledne|odpoledne|vecer))?"};
    std::vector<TimeInText> times;
    auto free = [&](std::size_t from, std::size_t to) {
        return std::ranges::none_of(times, [&](auto& one) { return one.from < to && from < one.to; });
    };
    for (auto& found : half_said.all(text.low))    // „od 13 do 15.20“
        if (auto start = clock_time(found.number(1), 0))
            times.push_back({found.from(), found.to(), *start, clock_time(found.number(2), found.number(3))});
    for (auto& found : with_minutes.all(text.low))    // „8 hodin 30 minut“
        if (auto start = clock_time(found.number(1), found.number(2)))
            times.push_back({found.from(), found.to(), *start, {}});
    for (auto& found : minutes.all(text.low)) {
        auto start = clock_time(found.number(1), found.number(2));
        if (!start || !free(found.from(), found.to())) continue;
        times.push_back({found.from(), found.to(), *start,
                         found.has(3) && found.has(4) ? clock_time(found.number(3), found.number(4)) : std::nullopt});
    }
    for (auto& found : whole.all(text.low)) {
        if (!free(found.from(), found.to())) continue;
        auto last = clock_time(found.number(2), found.has(3) ? found.number(3) : 0);
        if (!last) continue;
        if (auto first = found.has(1) ? clock_time(found.number(1), 0) : std::nullopt)
            times.push_back({found.from(), found.to(), *first, last});
        else times.push_back({found.from(), found.to(), *last, {}});
    }
    for (auto& found : parts.all(text.low)) {    // „ve čtvrt na čtyři“
        bool half = found.has(1);
        auto part = half ? "pul" : found[3] == "ctvrt" ? "ctvrt" : "tri ctvrte";
        if (auto time = part_of_hour(part, half ? found[2] : found[4], found.has(5) ? found[5] : "");
            time && free(found.from(), found.to()))
            times.push_back({found.from(), found.to(), *time, {}});
    }
    for (auto* pattern : {&named_hours, &named})
        for (auto& found : pattern->all(text.low)) {
            if (!free(found.from(), found.to())) continue;
            auto minutes = !found.has(2) ? 0 : found[2] == "patnact" ? 15 : found[2] == "tricet" ? 30 : 45;
            times.push_back({found.from(), found.to(), *clock_time(*hour_named(found[1]), minutes), {}});
        }
    std::ranges::sort(times, {}, &TimeInText::from);
    return times;
}

}
