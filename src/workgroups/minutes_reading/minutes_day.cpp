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

// „Termín:“ below „Úkol:“ and „Zodpovídá:“ is a deadline.
bool of_a_task(const MinutesSource& source, const Labelled& due) {
    return std::ranges::any_of(source.labelled, [&](auto& one) {
        return (one.kind == "task" || one.kind == "who" || one.kind == "who_before") && one.line <= due.line + 2 &&
               due.line <= one.line + 4;
    });
}

std::optional<MeetingDay> labelled_day(const MinutesSource& source) {
    for (auto kind : {"date", "due"})
        for (auto& one : source.labelled) {
            if (one.kind != kind || one.inside) continue;
            if (one.kind == "due" && (one.line > std::max<std::size_t>(source.head_end, 12) || of_a_task(source, one)))
                continue;
            auto dates = dates_in(Letters{one.value}, {});
            if (dates.empty()) continue;
            return MeetingDay{dates.front(), one.line, one.last_line, one.value};
        }
    return {};
}

std::optional<MeetingDay> day_in_head(const MinutesSource& source) {
    static const Pattern held{
        "konan[eyaou]|konal[aoi]?\\b|uskutecnil|ze dne|dne\\b|z pondel|z uter|ze stred|ze ctvrt|z pat|sesli|probehl|zapis|usneseni"};
    std::optional<MeetingDay> any, written;
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
        static const Pattern of_paper{
            "^\\s*v[e]? [a-z]+(?: [a-z]+){0,2},? (?:dne )?\\d{1,2}\\.|zapsan|zapsal|sepsan|vyhotoven|vytisten|\\bexport|datum zapisu|stranka vytvorena|naposledy|\\b(?:pristi|dalsi) (?:jednani|schuz|porad|setkani|zasedani)"};
        if (of_web.stands_in(low)) continue;
        if (joined.empty()) begun = at;
        joined += (joined.empty() ? "" : " ") + line.text;
        Letters letters{joined};
        auto dates = dates_in(letters, {});
        if (dates.empty()) continue;
        if (source.sent_on && dates.front().first > *source.sent_on) continue;    // a letter tells of what has been
        MeetingDay day{dates.front(), begun, at, joined};
        if (at + 1 < source.lines.size() && line.kind == LineKind::text && !source.lines[at + 1].empty() &&
            labels_in(source.lines[at + 1].text).empty())
            day.text += ' ' + source.lines[at + 1].text;
        if (of_paper.stands_in(low)) {    // of the writing, unless nothing else is said
            if (!written) written = day;
            joined.clear();
            continue;
        }
        if (held.stands_in(letters.low)) return day;
        if (!any) any = day;
    }
    return any ? any : written;
}

// „út 14. 1.“ in the head: the year stands elsewhere there, or with the first whole date of the document.
std::optional<MeetingDay> day_without_year(const MinutesSource& source) {
    static const Pattern year{"(?<![\\d/.])(20\\d\\d)(?![\\d/])"},
        held{
            "\\b(?:konan|konal|uskutecnil|ze? dne|dne\\b|z pondel|z uter|ze stred|ze ctvrt|z pat|sesli|zapis|porada|schuz|jednani|setkani|pondeli|utery|stred[au]|ctvrtek|patek|po|ut|st|ct|pa)"};
    YearContext context;
    auto most = std::min<std::size_t>(source.lines.size(), std::max<std::size_t>(source.head_end, 8));
    for (std::size_t at = 0; at < most && !context.year; ++at)
        if (auto found = year.in(plain_small(source.lines[at].text))) context.year = found->number(1);
    for (auto& sentence : source.sentences) {
        if (context.year || context.document_day) break;
        if (auto dates = dates_in(sentence.letters, {}); !dates.empty()) context.document_day = dates.front().first;
    }
    if (!context.year && !context.document_day) return {};
    for (auto& one : source.labelled)
        if (one.kind == "date" && !one.inside && one.line <= source.head_end + 6)
            if (auto dates = dates_in(Letters{one.value}, context); !dates.empty())
                return MeetingDay{dates.front(), one.line, one.last_line, one.value};
    for (std::size_t at = 0; at < most; ++at) {
        Letters letters{source.lines[at].text};
        if (letters.size() > 160 || !held.stands_in(letters.low)) continue;
        if (auto dates = dates_in(letters, context); !dates.empty())
            return MeetingDay{dates.front(), at, at, source.lines[at].text};
    }
    return {};
}

// „ve středu jsme se sešli“, „včerejší porada“ in a letter: counted from the day when it was sent.
std::optional<MeetingDay> day_before_letter(const MinutesSource& source) {
    if (!source.sent_on) return {};
    static const Pattern met{
        "\\b(?:sesl|sesel|porad|schuz|setkan|setkal|jednan|jednal|zasedan|sedel|videl|probral|probiral|resil)"},
        when{
            "\\b(?:(predevcir)[a-z]*|(vcer)[a-z]*|(dnes)[a-z]*|(?:minul[a-z]+ |tuto |v |ve |z |ze )+(pondel|uter|stred|ctvrt|pat|sobot|nedel)[a-z]*)\\b(?!\\s*\\d)"};
    std::size_t seen = 0;
    for (auto& sentence : source.sentences) {
        if (++seen > 8) break;
        auto& low = sentence.letters.low;
        auto found = when.in(low);
        if (!found || !met.stands_in(low)) continue;
        auto day = *source.sent_on;
        if (found->has(1)) day -= std::chrono::days{2};
        else if (found->has(2)) day -= std::chrono::days{1};
        else if (found->has(4)) {
            static constexpr std::string_view names[] = {"pondel", "uter", "stred", "ctvrt", "pat", "sobot", "nedel"};
            auto wanted = std::chrono::weekday{
                unsigned(std::ranges::find(names, std::string_view{(*found)[4]}) - std::begin(names) + 1)};
            do day -= std::chrono::days{1};
            while (std::chrono::weekday{day} != wanted);
        }
        return MeetingDay{{.from = found->from(), .to = found->to(), .first = day, .year_said = true},
                          sentence.place.first,
                          sentence.place.last,
                          std::string{sentence.letters.source}};
    }
    return {};
}

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
        "(?:zahajen[aoyi]?|zahajil[ao]?|zacal[aoi]?|zacatek|sesli|sesl[ao]|sesel|zaciname|zacinalo|zacinal[ai]?|zasedal[aoi]?|jednal[aoi]?|probehl[aoiy]?|konal[aoiy]?|uskutecnil[aoiy]?|setkali|otevrel[ao]?|privital[ao]?)\\b"};
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
        if (facts.start_time) return;
    }
}

// „kancelář č. 12 | Zahájení 17.00“, „17.00 Zahájení“: the first hour in the head, or that of the first point.
void read_start_in_head(MinutesSource& source, MinutesFacts& facts) {
    static const Pattern opens{"\\b(?:zahajeni|zacatek|start|privitani|uvod|prezence|registrace|uvitani|od)\\b"};
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
    auto day = labelled_day(source);
    if (!day) day = day_in_head(source);
    if (!day && !source.subject.empty())
        if (auto dates = dates_in(Letters{source.subject}, {source.sent_on, {}}); !dates.empty())
            day = MeetingDay{dates.front(), 0, 0, source.subject};
    if (!day) day = day_before_letter(source);
    if (!day && source.sent_on)    // a letter says „v pondělí 7. října“ and its head the year
        for (auto& sentence : source.sentences)
            if (auto dates = dates_in(sentence.letters, {source.sent_on, {}});
                !dates.empty() && dates.front().first <= *source.sent_on) {
                day = MeetingDay{dates.front(), sentence.place.first, sentence.place.last,
                                 std::string{sentence.letters.source}};
                break;
            }
    if (!day) day = day_without_year(source);
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
