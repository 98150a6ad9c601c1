// Tables of what takes place: a column for the name, one or two for the day.
#include "workgroups/minutes_reading/event_reading.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"

namespace workgroups {

using namespace reading;

namespace {

struct EventColumns {
    std::size_t what = npos, when = npos, until = npos, where = npos;
    static constexpr auto npos = std::string::npos;
};

EventColumns columns_of_events(const Line& row) {
    static const Pattern where{"^(?:kde|misto.*)$"}, until{"^(?:do|konec|datum do)$"},
        when{"^(?:kdy|datum.*|termin.*|den|od|dne|zacatek)$"}, what{"^(?:co|nazev.*|akce|udalost.*|program|tema)$"};
    EventColumns columns;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        auto low = plain_small(squeezed(row.cells[i]));
        auto take = [&](const Pattern& pattern, std::size_t& column) {
            if (column == EventColumns::npos && pattern.stands_in(low)) column = i;
        };
        take(until, columns.until), take(when, columns.when), take(what, columns.what), take(where, columns.where);
    }
    return columns;
}

bool takes_no_place(const std::string& low) {
    static const Pattern refused{"zrusen|odpada|nekona|nebude|probehl|\\bbyl[aoy]?\\b|se konal"};
    return refused.stands_in(low);
}

// „Kdy | Co“ below „V kalendáři“.
bool heads_calendar(const std::vector<Line>& lines, std::size_t at) {
    auto columns = columns_of_events(lines[at]);
    if (columns.what == EventColumns::npos || columns.when == EventColumns::npos || lines[at].cells.size() > 4)
        return false;
    static const Pattern task{"kdo|ukol|zodp|odpov|splnen|garant|resitel"};
    if (task.stands_in(plain_small(lines[at].text))) return false;
    auto above = at;
    while (above > 0 && above + 3 > at && lines[above - 1].empty()) --above;
    return above > 0 && heads_event_list(lines[above - 1]);
}

// Cells that hold a line for each of several rows are taken apart.
std::vector<std::vector<std::string>> rows_in(const Line& line) {
    std::vector<std::vector<std::string>> parted_cells;
    std::size_t most = 1;
    bool alike = true;
    for (auto& cell : line.cells) {
        parted_cells.push_back(text::parted(cell, "\n"));
        auto count = parted_cells.back().size();
        alike = alike && (most == 1 || count == most || count <= 1);
        most = std::max(most, count);
    }
    std::vector<std::vector<std::string>> rows(alike ? most : 1);
    for (std::size_t i = 0; i < line.cells.size(); ++i)
        for (std::size_t row = 0; row < rows.size(); ++row)
            rows[row].push_back(rows.size() == 1               ? squeezed(line.cells[i])
                                : row < parted_cells[i].size() ? squeezed(parted_cells[i][row])
                                                               : std::string{});
    return rows;
}

bool is_own_meeting(const std::string& low) {
    static const Pattern meeting{
        "^\\W*(?:(?:nase|pristi|dalsi|posledni|prvni|letosni|radna|radne|pravidelna|\\d+\\.)\\s+)*(?:porada|schuze|schuzka|jednani|zasedani|tymovka)\\b"};
    return meeting.stands_in(low);
}

void read_event_row(const std::vector<std::string>& row, const EventColumns& columns, std::size_t at,
                    MinutesSource& source, MinutesFacts& facts) {
    auto cell = [&](std::size_t i) { return i < row.size() ? row[i] : std::string{}; };
    auto dates = dates_in(Letters{cell(columns.when)}, source.years);
    auto low = plain_small(text::joined(row, " | "));
    if (dates.empty() || takes_no_place(low) || is_own_meeting(plain_small(cell(columns.what))) ||
        only_letters(cell(columns.what)).size() < 3)
        return;
    EventFound event{.title = cell(columns.what),
                     .place = cell(columns.where),
                     .date = dates.front().first,
                     .end = dates.front().last,
                     .at = source.original(at, at)};
    if (!event.end && dates.size() == 2 && dates[1].first - dates[0].first == std::chrono::days{1})
        event.end = dates[1].first;    // „13. a 14. května“
    if (auto last = dates_in(Letters{cell(columns.until)}, source.years);
        !last.empty() && last.front().first > event.date)
        event.end = last.front().first;
    if (facts.date && event.end.value_or(event.date) <= facts.date->day) return;
    facts.events.push_back(std::move(event));
}

}

bool heads_events(const Line& row) {
    static const Pattern goes{
        "^kdo (?:jede|jde|se |pojede|pujde|ucast|je prihlas)|^ucast|^poradatel|^porada$|^organiz"},
        event{"^(?:akce|udalost)"}, task{"ukol|zodp|odpov|do kdy|splnen|garant|resitel"};
    auto columns = columns_of_events(row);
    if (columns.what == EventColumns::npos || columns.when == EventColumns::npos ||
        task.stands_in(plain_small(row.text)))
        return false;
    bool goes_there = columns.where != EventColumns::npos;
    for (auto& cell : row.cells) {
        auto low = plain_small(squeezed(cell));
        goes_there = goes_there || goes.stands_in(low) || event.stands_in(low);
    }
    return goes_there;
}

void read_event_tables(MinutesSource& source, MinutesFacts& facts) {
    auto& lines = source.lines;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (lines[at].kind != LineKind::row || !(heads_events(lines[at]) || heads_calendar(lines, at))) continue;
        auto columns = columns_of_events(lines[at]);
        auto table = lines[at].table;
        source.used_lines.insert(at);
        for (auto next = at + 1; next < lines.size() && lines[next].table == table; ++next) {
            source.used_lines.insert(next);
            for (auto& row : rows_in(lines[next])) read_event_row(row, columns, next, source, facts);
        }
    }
}

}
