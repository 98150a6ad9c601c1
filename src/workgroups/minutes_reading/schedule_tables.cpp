// Tables of days on which the group meets, and nothing else.
#include "workgroups/minutes_reading/schedule_reading.hpp"

#include "platform/reading/decoding.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

// The row of a table below another one of it.
bool in_table_of(const MinutesSource& source, std::size_t head, std::size_t at) {
    return at < source.lines.size() && source.lines[at].table == source.lines[head].table;
}

// „Termín | Čas | Místo“ and nothing that would say what takes place.
bool heads_days_alone(const std::vector<std::string>& cells) {
    static const Pattern day{"^(?:termin[a-z]*|datum|den|kdy|dne)$"},
        other{"^(?:cas|hodina|zacatek|od|do|od kdy|kde|misto|misto konani|v kolik|kolikate|c\\.?|poradi|\\W*)$"};
    std::size_t days = 0;
    for (auto& cell : cells) {
        auto low = plain_small(squeezed(cell));
        if (day.stands_in(low)) ++days;
        else if (!other.stands_in(low)) return false;
    }
    return days == 1 && cells.size() > 1;
}

void table_of_days(std::size_t head, MinutesSource& source, MinutesFacts& facts) {
    auto& lines = source.lines;
    bool first = head == 0 || lines[head].table == 0 || lines[head - 1].table != lines[head].table;
    if (head < source.head_end || !first || !heads_days_alone(lines[head].cells)) return;
    for (auto at = head + 1; in_table_of(source, head, at); ++at) {
        Letters letters{lines[at].text};
        auto dates = dates_in(letters, source.years);
        if (dates.empty() || source.used_lines.contains(at)) continue;
        take_days({letters, std::move(dates), source.original(at, at)}, facts);
        source.used_lines.insert(at);
    }
}

std::optional<int> month_cell(const std::string& cell) {
    static const Pattern month{
        "^(?:leden|unor|brezen|duben|kveten|cerven|cervenec|srpen|zari|rijen|listopad|prosinec)$"};
    auto low = plain_small(squeezed(cell));
    return month.stands_in(low) ? month_named(low) : std::nullopt;
}

// Of the five lines above the table, or as days without a year have it.
int year_of_table(std::size_t head, const MinutesSource& source) {
    for (auto above = head; above-- > 0 && above + 6 > head;)
        if (auto year = year_named(plain_small(source.lines[above].text))) return *year;
    return year_meant(source.years);
}

// „leden | únor | březen“ above „11. | 1. | 1.“
void months_above_days(std::size_t head, MinutesSource& source, MinutesFacts& facts) {
    static const Pattern day_of_month{"^\\W*(\\d{1,2})(?:\\.|\\b(?!\\s*:))"};
    std::vector<std::optional<int>> months;
    for (auto& cell : source.lines[head].cells) months.push_back(month_cell(cell));
    if (std::ranges::count_if(months, [](auto& month) { return month.has_value(); }) < 3) return;
    auto year = year_of_table(head, source);
    for (auto at = head + 1; in_table_of(source, head, at); ++at) {
        auto& cells = source.lines[at].cells;
        for (std::size_t i = 0; i < std::min(months.size(), cells.size()); ++i) {
            auto said = months[i] ? day_of_month.in(plain_small(cells[i])) : std::nullopt;
            auto day = said ? day_of(year, *months[i], said->number(1)) : std::nullopt;
            if (!day) continue;
            plan_meeting(*day, {}, source.original(at, at), facts);
            source.used_lines.insert(at);
        }
    }
}

}

void read_schedule_tables(MinutesSource& source, MinutesFacts& facts) {
    for (std::size_t at = 0; at < source.lines.size(); ++at)
        if (source.lines[at].kind == LineKind::row && !source.used_lines.contains(at)) {
            months_above_days(at, source, facts);
            table_of_days(at, source, facts);
        }
}

}
