// When it met: the day, from when and until when.
#include "workgroups/minutes_reading/minutes_readers.hpp"

#include "platform/reading/decoding.hpp"
#include "platform/reading/pattern.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

// The day of a meeting with what is said beside it: „středa 17. ledna 2024, 13.00–15.10, zasedací místnost“.
struct MeetingDay {
    DateInText date{};
    std::size_t line = 0, last_line = 0;
    std::string text{};
};

std::optional<MeetingDay> labelled_day(const MinutesSource& source) {
    for (auto kind : {"date", "due"})
        for (auto& one : source.labelled) {
            if (one.kind != kind || one.inside) continue;
            if (one.kind == "due" && one.line > std::max<std::size_t>(source.head_end, 12)) continue;
            auto dates = dates_in(Letters{one.value}, {});
            if (dates.empty()) continue;
            return MeetingDay{dates.front(), one.line, one.last_line, one.value};
        }
    return {};
}

std::optional<MeetingDay> day_in_head(const MinutesSource& source) {
    static const Pattern held{
        "konan[eyaou]|konal[aoi]?\\b|uskutecnil|ze dne|dne\\b|z pondel|z uter|ze stred|ze ctvrt|z pat|sesli|probehl|zapis|usneseni"};
    std::optional<MeetingDay> any;
    auto most = std::min(source.lines.size(), std::max<std::size_t>(source.head_end + 4, 14));
    std::string joined;
    std::size_t begun = 0;
    for (std::size_t at = 0; at < most; ++at) {
        auto& line = source.lines[at];
        if (line.empty()) {
            joined.clear();
            continue;
        }
        auto low = plain_small(line.text);
        static const Pattern of_web{"zverejneno|svatek|vyveseno|aktualizovano|autor|registracni|realizace"};
        if (of_web.stands_in(low)) continue;
        if (joined.empty()) begun = at;
        joined += (joined.empty() ? "" : " ") + line.text;
        Letters letters{joined};
        auto dates = dates_in(letters, {});
        if (dates.empty()) continue;
        MeetingDay day{dates.front(), begun, at, joined};
        if (at + 1 < source.lines.size() && line.kind == LineKind::text && !source.lines[at + 1].empty() &&
            labels_in(source.lines[at + 1].text).empty())
            day.text += ' ' + source.lines[at + 1].text;
        if (held.stands_in(letters.low)) return day;
        if (!any) any = day;
    }
    return any;
}

// Behind the day: „…, 13.00–15.10“, „v 14:00 hod.“, else what labels say.
void read_times(MinutesSource& source, MinutesFacts& facts, const std::optional<MeetingDay>& day) {
    auto take = [&](const std::vector<TimeInText>& times, Place at) {
        if (times.empty()) return;
        if (!facts.start_time) facts.start_time = SaidTime{times.front().start, at};
        auto end = times.front().end;
        if (!end && times.size() > 1 && times[1].start > times.front().start) end = times[1].start;
        if (end && !facts.end_time) facts.end_time = SaidTime{*end, at};
    };
    auto bare_hours = [](const std::string& value) {    // „15“, „9-11“ where the label says that it is an hour
        static const Pattern hours{"^\\s*(\\d{1,2})(?:\\s*-\\s*(\\d{1,2}))?\\s*$"};
        return hours.stands_in(plain_small(value)) ? value + " hod." : value;
    };
    for (auto& one : source.labelled) {
        if (one.inside || one.line > source.head_end + 12) continue;
        auto at = source.original(one.line, one.last_line);
        if (one.kind == "time" || (one.kind == "date" && dates_in(Letters{one.value}, {}).empty()))
            take(times_in(Letters{bare_hours(one.value)}), at);
        else if (one.kind == "start" || one.kind == "end") {
            auto times = times_in(Letters{bare_hours(one.value)});
            if (times.empty()) continue;
            if (one.kind == "start") take(times, at);
            else if (!facts.end_time) facts.end_time = SaidTime{times.front().start, at};
        }
    }
    if (!facts.start_time && day) {
        Letters letters{day->text};
        auto times = times_in(letters);
        std::erase_if(times, [&](auto& one) { return one.from < day->date.to && one.to > day->date.from; });
        take(times, source.original(day->line, day->last_line));
    }
    if (facts.end_time) return;
    static const Pattern ended{
        "(?:ukoncen[aoy]?|skoncil[ao]?|zakoncen[aoy]?|konec (?:jednani|schuze|porady|setkani|zasedani))\\b[^.]{0,40}?(?:\\b(?:ve?|o)\\b|:)"};
    for (auto& sentence : source.sentences)
        if (auto found = ended.in(sentence.letters.low)) {
            auto times = times_in(Letters{sentence.letters.cut(found->from())});
            if (!times.empty()) facts.end_time = SaidTime{times.front().start, source.original(sentence)};
        }
    if (facts.start_time) return;
    static const Pattern begun{
        "(?:zahajen[aoyi]?|zahajil[ao]?|zacal[ao]?|zacatek|sesli|sesl[ao]|zaciname|zacinalo)\\b[^.]{0,60}?(?:\\b(?:ve?|o)\\b|:)"};
    for (auto& sentence : source.sentences)
        if (auto found = begun.in(sentence.letters.low); found && !facts.start_time) {
            auto times = times_in(Letters{sentence.letters.cut(found->to() - 1)});
            if (!times.empty()) facts.start_time = SaidTime{times.front().start, source.original(sentence)};
        }
    if (facts.start_time) return;
    // „V 9.15 hodin zasedání zahájil předseda“
    static const Pattern behind{"\\bv[e]?\\s+\\d[^;]{2,40}?\\b(?:zahajil|zacal|zahajen)[aoyi]?\\b"};
    for (auto& sentence : source.sentences)
        if (auto found = behind.in(sentence.letters.low); found && !facts.start_time) {
            auto times = times_in(Letters{sentence.letters.cut(found->from(), found->to())});
            if (!times.empty()) facts.start_time = SaidTime{times.front().start, source.original(sentence)};
        }
}

}

void read_date_and_time(MinutesSource& source, MinutesFacts& facts) {
    auto day = labelled_day(source);
    if (!day) day = day_in_head(source);
    if (!day && !source.subject.empty())
        if (auto dates = dates_in(Letters{source.subject}, {source.sent_on, {}}); !dates.empty())
            day = MeetingDay{dates.front(), 0, 0, source.subject};
    if (!day && source.sent_on)    // a letter says „v pondělí 7. října“ and its head the year
        for (auto& sentence : source.sentences)
            if (auto dates = dates_in(sentence.letters, {source.sent_on, {}});
                !dates.empty() && dates.front().first <= *source.sent_on) {
                day = MeetingDay{dates.front(), sentence.place.first, sentence.place.last,
                                 std::string{sentence.letters.source}};
                break;
            }
    if (!day)
        for (auto& sentence : source.sentences)
            if (auto dates = dates_in(sentence.letters, {}); !dates.empty()) {
                day = MeetingDay{dates.front(), sentence.place.first, sentence.place.last,
                                 std::string{sentence.letters.source}};
                break;
            }
    if (day) {
        facts.date = SaidDay{day->date.first, source.original(day->line, day->last_line)};
        source.years.document_day = day->date.first;
        if (!source.lines[day->line].text.empty() && day->line < source.head_end) source.used_lines.insert(day->line);
    } else source.years.document_day = source.sent_on;
    read_times(source, facts, day);
}

}
