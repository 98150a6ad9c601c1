// When it met: the day, from when and until when.
#include "workgroups/minutes_reading/meeting_day.hpp"

#include "platform/reading/decoding.hpp"
#include "platform/reading/pattern.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

void read_end(MinutesSource& source, MinutesFacts& facts) {
    static const Pattern ended{
        "(?:ukoncen[aoy]?|skoncil[aoi]?|zakoncen[aoy]?|rozchazeli|rozesli|konec (?:jednani|schuze|porady|setkani|zasedani))\\b[^.]{0,40}?(?:\\b(?:ve?|o)\\b|:|\\()"};
    for (auto& sentence : source.sentences)
        if (auto found = ended.in(sentence.letters.low)) {
            auto times = times_in(Letters{sentence.letters.cut(found->from())});
            if (!times.empty()) facts.end_time = SaidTime{times.front().start, source.original(sentence)};
        }
}

// „Zahájil předseda v 9.15“, „V 9.15 hodin zasedání zahájil předseda“, „Komise zasedala od 15:45 do 17:20“.
void read_start_in_sentences(MinutesSource& source, MinutesFacts& facts) {
    static const Pattern begun{
        "(?:zahajen[aoyi]?|zahajil[ao]?|zacal[aoi]?|zacatek|sesli|sesl[ao]|sesel|zaciname|zacinalo|zacinal[ai]?|zasedal[aoi]?|jednal[aoi]?|probehl[aoiy]?|konal[aoiy]?|uskutecnil[aoiy]?|setkali|otevrel[ao]?|privital[ao]?|sedl[aio]|sedel[aio]?|potkal[aio]?|sjel[aio]?|spojil[aio]?|pripojil[aio]?)\\b"};
    static const Pattern behind{
        "\\bv[e]?\\s+(?:\\d|[a-z]+ hodin)[^;]{2,40}?\\b(?:zahajil|zacal|zahajen|otevrel|privital)[aoyi]?\\b"};
    static const Pattern other{"\\b(?:prist|dalsi|bude|budou|minul|loni|provoz|denne|otevirac)"};
    std::size_t seen = 0;
    for (auto& sentence : source.sentences) {
        if (sentence.place.first > source.head_end + 25 || ++seen > 40) break;
        auto& low = sentence.letters.low;
        if (other.stands_in(low)) continue;
        auto take = [&](std::size_t from, std::size_t to) {
            Letters part{sentence.letters.cut(from, to)};
            auto dates = dates_in(part, source.years);
            for (auto& time : times_in(part)) {
                bool in_date =
                    std::ranges::any_of(dates, [&](auto& date) { return time.from < date.to && date.from < time.to; });
                static const Pattern lead{
                    "(?:\\b(?:ve?|od|o|do|kolem|cca|hodin[a-z]*|case|az|pulce|presne|uderem)|[:(-])\\s*$"},
                    hour{"^\\s*(?:hod|h\\b)|hod"};
                auto written = part.low.substr(time.from, time.to - time.from);
                bool said = lead.stands_in(part.low.substr(0, time.from)) || hour.stands_in(written) ||
                            hour.stands_in(part.low.substr(time.to, 5)) || (written[0] > '9');
                if (in_date || !said || time.start < TimeOfDay{std::int16_t(360)}) continue;
                facts.start_time = SaidTime{time.start, source.original(sentence)};
                return;
            }
        };
        if (auto found = behind.in(low)) take(found->from(), found->to());
        auto found = begun.in(low);
        if (!facts.start_time && found) take(found->to(), std::min(found->to() + 160, sentence.letters.size()));
        if (!facts.start_time && found) take(0, found->from());    // „Včera v devět jsme si na faře sedli“
        if (facts.start_time) return;
    }
}

// „kancelář č. 12 | Zahájení 17.00“, „17.00 Zahájení“: the first hour in the head, or that of the first point.
void read_start_in_head(MinutesSource& source, MinutesFacts& facts) {
    static const Pattern opens{"\\b(?:zahajeni|zacatek|start|privitani|uvod|prezence|registrace|uvitani|od|cas)\\b"};
    for (std::size_t at = 0; at < std::min(source.lines.size(), source.head_end + 12); ++at) {
        Letters letters{source.lines[at].text};
        if (letters.size() > 140 || !opens.stands_in(letters.low)) continue;
        auto dates = dates_in(letters, source.years);
        for (auto& time : times_in(letters)) {
            if (std::ranges::any_of(dates, [&](auto& date) { return time.from < date.to && date.from < time.to; }))
                continue;
            facts.start_time = SaidTime{time.start, source.original(at, at)};
            return;
        }
    }
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
    if (!facts.end_time) read_end(source, facts);
    if (!facts.start_time) read_start_in_sentences(source, facts);
    if (!facts.start_time) read_start_in_head(source, facts);
}

}

void read_date_and_time(MinutesSource& source, MinutesFacts& facts) {
    auto day = meeting_day(source);
    if (day) {
        facts.date = SaidDay{day->date.first, source.original(day->line, day->last_line)};
        source.years.document_day = day->date.first;
        if (!source.lines[day->line].text.empty() && day->line < source.head_end) source.used_lines.insert(day->line);
    } else source.years.document_day = source.sent_on;
    read_times(source, facts, day);
}

}
