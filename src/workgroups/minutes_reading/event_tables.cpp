// Tables of what takes place: a column for the name, one or two for the day.
#include "workgroups/minutes_reading/event_reading.hpp"

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
        if (lines[at].kind != LineKind::row || !heads_events(lines[at])) continue;
        auto columns = columns_of_events(lines[at]);
        auto table = lines[at].table;
        source.used_lines.insert(at);
        for (auto next = at + 1; next < lines.size() && lines[next].table == table; ++next) {
            auto cell = [&](std::size_t i) {
                return i < lines[next].cells.size() ? squeezed(lines[next].cells[i]) : std::string{};
            };
            source.used_lines.insert(next);
            auto dates = dates_in(Letters{cell(columns.when)}, source.years);
            if (dates.empty() || takes_no_place(plain_small(lines[next].text)) ||
                only_letters(cell(columns.what)).size() < 3)
                continue;
            EventFound event{.title = cell(columns.what),
                             .place = cell(columns.where),
                             .date = dates.front().first,
                             .end = dates.front().last,
                             .at = source.original(next, next)};
            if (auto last = dates_in(Letters{cell(columns.until)}, source.years);
                !last.empty() && last.front().first > event.date)
                event.end = last.front().first;
            if (facts.date && event.end.value_or(event.date) <= facts.date->day) continue;
            facts.events.push_back(std::move(event));
        }
    }
}

}
