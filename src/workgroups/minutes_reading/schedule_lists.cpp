// Headings above rows of days: „Harmonogram jednání pro rok 2016“, „Kdy se sejdeme“.
#include "workgroups/minutes_reading/event_reading.hpp"
#include "workgroups/minutes_reading/schedule_reading.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

// In a plan „březen | 13“ and a cell „13.3“ are days too.
DaysInText loose_dates(const Letters& letters, const YearContext& years, const Line& row) {
    static const Pattern by_month{
        "\\b(leden|unor|brezen|duben|kveten|cerven|cervenec|srpen|zari|rijen|listopad|prosinec)\\b[\\s|:,-]*(\\d{1,2})\\.?(?![\\d.:,])"};
    static const Pattern bare{"^\\s*(\\d{1,2})\\.\\s?(0?[1-9]|1[0-2])\\s*$"};
    DaysInText dates;
    auto year = year_meant(years);
    for (auto& found : by_month.all(letters.low))
        if (auto day = day_of(year, *month_named(found[1]), found.number(2)))
            dates.push_back({found.from(), found.to(), *day, {}, false});
    for (auto& cell : row.cells)
        if (auto found = bare.in(plain_small(cell)); found && dates.empty())
            if (auto day = day_of(year, found->number(2), found->number(1))) dates.push_back({0, 0, *day, {}, false});
    return dates;
}

DaysInText days_of_row(const Letters& letters, const YearContext& years, const Line& row) {
    auto dates = dates_in(letters, years);
    return dates.empty() ? loose_dates(letters, years, row) : dates;
}

// What has to be done until then: „(KD, příští schůzka)“, „… | do příští porady“.
bool names_deadline(const std::string& low) {
    static const Pattern until{"^\\W*(?:>|->|\\[)|\\([^)]*(?:pristi|dalsi)[^)]*\\)\\W*$|/[^/]*(?:pristi|dalsi)[a-z ]*$|"
                               "(?:\\.{3,}|\\||[,;>])\\s*(?:do |na )?(?:pristi|dalsi|nejblizsi)[a-z]* [a-z]+\\W*$"};
    return until.stands_in(low);
}

class ScheduleLists {
public:
    ScheduleLists(MinutesSource& source, MinutesFacts& facts) : source_{source}, facts_{facts} {}

    void read() {
        for (std::size_t at = 0; at < source_.lines.size(); ++at) {
            auto& line = source_.lines[at];
            auto filled = std::ranges::count_if(line.cells, [](auto& cell) { return !cell.empty(); });
            if (line.empty() || (line.kind == LineKind::row && filled != 1) || line.text.size() > 110 ||
                line.text.ends_with('.') || source_.used_lines.contains(at))
                continue;
            Letters letters{line.text};
            if (heads_schedule(at, letters)) rows_below(at, letters);
        }
    }

private:
    bool heads_schedule(std::size_t at, const Letters& letters) const {
        if (names_deadline(letters.low) || (!announces(letters.low) && !heads_days(at))) return false;
        return !cancels().stands_in(letters.low) && dates_in(letters, source_.years).empty();
    }

    // A short line with rows of days below it is a plan where it speaks of meetings.
    bool heads_days(std::size_t at) const {
        static const Pattern meeting{
            "\\b(?:jednani|schuz[a-z]*|porad[ayueo]?u?|setkani|zasedani|sezeni|terminy|kalendar schuzek|sejdeme|schazime|potkame)\\b"};
        static const Pattern event{"\\b(?:akce|akci|udalost|ukol|splnen|seminar|vzdelav)"};
        auto low = plain_small(source_.lines[at].text);
        bool alone = at == 0 || source_.lines[at - 1].empty() || source_.lines[at].kind != LineKind::text;
        if (low.size() > 90 || !alone || !meeting.stands_in(low) || event.stands_in(low)) return false;
        std::size_t days = 0, seen = 0;
        for (auto next = at + 1; next < source_.lines.size() && seen < 4; ++next) {
            auto& line = source_.lines[next];
            if (line.empty()) continue;
            if (line.kind == LineKind::heading) break;
            ++seen;
            days += begins_with_day_ahead(line);
        }
        return days >= 2;
    }

    bool begins_with_day_ahead(const Line& line) const {
        if (line.text.size() >= 100) return false;
        auto dates = days_of_row(Letters{line.text}, source_.years, line);
        if (dates.empty() || (dates.front().from >= 24 && line.kind != LineKind::row)) return false;
        return !facts_.date || dates.front().first > facts_.date->day || !dates.front().year_said;
    }

    // What the rows below a heading have told so far.
    struct Below {
        YearContext years{};
        bool of_meetings = false;    // the heading says so
        bool any = false;            // a day was found
        std::size_t last = 0;        // the heading, or the last row with a day
        std::size_t without = 0;     // rows without a day behind it
        std::optional<TimeOfDay> usual_time{};
    };

    void rows_below(std::size_t at, const Letters& heading) {
        static const Pattern meetings{
            "\\b(?:jednani|schuz|porad|setkani|zasedani|sezeni|tymov|sejd|schaz|potkame|uvidime|setkavani|priste)"};
        Below below{.years = source_.years, .of_meetings = meetings.stands_in(heading.low), .last = at};
        if (auto year = year_named(heading.low)) below.years.year = year;
        for (auto next = at + 1; next < source_.lines.size() && below.without < 7; ++next) {
            auto& row = source_.lines[next];
            if (row.empty()) continue;
            if (row.kind == LineKind::heading || is_heading_of_point(row)) break;
            Letters letters{row.text};
            auto dates = days_of_row(letters, below.years, row);
            if (dates.empty() ? ends_without_day(next, letters, below) : ends_with_day(row, letters, below)) break;
            if (dates.empty()) row_without_day(letters, below);
            else row_with_days(next, letters, std::move(dates), below);
        }
    }

    bool ends_without_day(std::size_t at, const Letters& letters, const Below& below) const {
        auto& row = source_.lines[at];
        if (!below.any) return row.kind != LineKind::row && row.text.size() > 90;    // the text goes on
        // behind an empty line another thing begins
        if (row.kind != LineKind::row && source_.lines[at - 1].empty() && times_in(letters).empty()) return true;
        return row.text.size() > 60 || (!labels_in(row.text).empty() && label_kind(row.text).empty());
    }

    // The text goes on, or somebody signs.
    static bool ends_with_day(const Line& row, const Letters& letters, const Below& below) {
        static const Pattern elsewhere{
            "\\b(?:zapsal|sepsal|zaznamenal|vyhotovil|poridil|zverejnil|overil)[aiy]?\\b|vyhotoven|\\bzapsan|rozdelovnik|zapis (?:poridi|vyhotovi|zpracova)|^\\s*ve? [a-z]+ (?:dne|\\d)"};
        return (below.any && row.kind == LineKind::text && row.text.size() > 110) || elsewhere.stands_in(letters.low);
    }

    // An hour above the days is that of all, one below a day is its own.
    void row_without_day(const Letters& letters, Below& below) {
        ++below.without;
        auto times = times_in(letters);
        if (times.empty()) return;
        auto& planned = facts_.schedule;
        if (!below.any && !below.usual_time) below.usual_time = times.front().start;
        else if (below.any && !planned.empty() && !planned.back().time) planned.back().time = times.front().start;
    }

    void row_with_days(std::size_t at, const Letters& letters, DaysInText dates, Below& below) {
        if (!below.of_meetings && dates.size() == 1 && event_noun().stands_in(letters.low) && !of_a_meeting(letters))
            return;    // „Den Země – 22. 4.“
        take_days({letters, std::move(dates), source_.original(at, at), below.usual_time}, facts_);
        for (auto used = below.last; used <= at; ++used) source_.used_lines.insert(used);
        below.any = true, below.without = 0, below.last = at;
    }

    MinutesSource& source_;
    MinutesFacts& facts_;
};

}

void read_schedule_lists(MinutesSource& source, MinutesFacts& facts) { ScheduleLists{source, facts}.read(); }

}
