// Who came, by tables: whose head says it, whose cells say it, or lists side by side.
#include "workgroups/minutes_reading/attendance_reading.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/names_in_text.hpp"
#include "platform/reading/pattern.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

struct AttendanceColumns {
    std::size_t name = npos, first_name = npos;
    bool has_header = true, by_content = false;
    static constexpr auto npos = std::string::npos;
    bool found() const { return name != npos; }
};

AttendanceColumns columns_by_header(const Line& row) {
    static const Pattern heading{"\\b(?:jmeno|jmena|prijmeni|ucastni(?:k|ci|ce)|clen(?:ove|ka|ky)?|pritomni|osoba)\\b"},
        not_heading{"ukol|termin|zodpov|stav"};
    static const Pattern status_or_role{"podpis|ucast|organizac|funkc|prezence|zastup|pozn|role|omluv"};
    AttendanceColumns columns;
    auto low = plain_small(row.text);
    if (!heading.stands_in(low) || not_heading.stands_in(low) || row.cells.size() < 2 || row.text.size() > 160)
        return columns;
    if (low.starts_with("pritomni") && !status_or_role.stands_in(low.substr(8)))
        return columns;    // a label with its people
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        auto cell = plain_small(row.cells[i]);
        if (cell == "jmeno" && columns.found()) columns.first_name = i;
        else if (heading.stands_in(cell) && !columns.found()) columns.name = i;
        else if (cell.starts_with("prijmeni") || cell.starts_with("krestni")) columns.first_name = i;
    }
    return columns;
}

bool is_person_cell(const std::string& cell) {
    auto name = name_alone(without_titles(cell.substr(0, cell.find_first_of(",("))));
    return name && name->find(' ') != name->npos && name->size() < 50;
}

bool says_presence(const std::string& cell) {
    static const Pattern words{
        "^\\W*(?:ano|ne|x|a|n|o|p|v\\. ?r\\.|om\\.?|pritom.*|prit\\.?|omluv.*|neomluv.*|neprit.*|podpis.*|prezen.*|on-?line|ok|distancne.*|chybel.*)\\W*$"};
    return words.stands_in(plain_small(cell));
}

// A table whose head says nothing: one column holds people, another one whether they came.
AttendanceColumns columns_by_content(const std::vector<Line>& lines, std::size_t at) {
    auto table = lines[at].table;
    std::size_t rows = 0;
    std::vector<std::size_t> people(12), presence(12);
    for (auto next = at; next < lines.size() && lines[next].table == table; ++next, ++rows)
        for (std::size_t i = 0; i < std::min<std::size_t>(12, lines[next].cells.size()); ++i) {
            people[i] += is_person_cell(lines[next].cells[i]);
            presence[i] += says_presence(lines[next].cells[i]);
        }
    AttendanceColumns columns;
    auto most = std::size_t(std::ranges::max_element(people) - people.begin());
    auto said = std::ranges::max_element(presence);
    if (rows < 3 || people[most] * 3 < rows * 2 || *said * 3 < rows * 2 || std::size_t(said - presence.begin()) == most)
        return columns;
    columns.name = most, columns.by_content = true;
    columns.has_header = !is_person_cell(lines[at].cells.size() > most ? lines[at].cells[most] : "");
    return columns;
}

// „účast | omluva“ with a cross in neither.
bool left_empty(const Line& row, const Line& head) {
    bool came = false, excused = false;
    for (std::size_t i = 0; i < head.cells.size(); ++i) {
        auto above = plain_small(head.cells[i]);
        bool of_coming = above.starts_with("ucast") || above.starts_with("pritom"),
             of_excuse = above.starts_with("omluv");
        if (!of_coming && !of_excuse) continue;
        if (i < row.cells.size() && !squeezed(row.cells[i]).empty()) return false;
        came = came || of_coming, excused = excused || of_excuse;
    }
    return came && excused;
}

Came came_of_row(const Line& row, const Line& head, std::size_t name, Came came) {
    if (left_empty(row, head)) return Came::no;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (i == name) continue;
        auto cell = plain_small(row.cells[i]);
        auto above = i < head.cells.size() ? plain_small(head.cells[i]) : std::string{};
        bool no = cell == "ne" || cell == "n" || cell == "-" || cell == "0",
             yes = cell == "ano" || cell == "x" || cell == "a";
        if (auto said = said_of(cell)) came = *said;
        else if ((above.find("pritom") != above.npos || above.find("ucast") != above.npos) && no) came = Came::no;
        else if (above.find("omluv") != above.npos && (yes || cell == "o")) came = Came::excused;
        else if (cell == "om." || cell == "om" || cell == "o" || cell == "oml." || cell == "oml") came = Came::excused;
        else if (cell == "ne" || cell == "n" || cell == "nep." || cell == "abs.") came = Came::no;
    }
    return came;
}

// An attendance table: a column of names and one that says who came.
void from_table(MinutesSource& source, MinutesFacts& facts, std::size_t at, const AttendanceColumns& columns) {
    auto& lines = source.lines;
    source.used_lines.insert(at);
    auto table = lines[at].table;
    auto of_part = Came::yes;    // „Omluveni“ alone in a row
    for (auto next = at + columns.has_header; next < lines.size() && lines[next].table == table; ++next) {
        auto& cells = lines[next].cells;
        auto filled = std::ranges::count_if(cells, [](auto& cell) { return !cell.empty(); });
        if (auto part = said_of(plain_small(lines[next].text)); part && filled == 1) of_part = *part;
        if (cells.size() <= columns.name || cells[columns.name].empty()) continue;
        auto name_cell = cells[columns.name];
        if (columns.first_name < cells.size()) name_cell += ' ' + cells[columns.first_name];
        if (columns.by_content && !is_person_cell(name_cell)) continue;
        auto people = people_in_list(name_cell);
        if (people.empty()) continue;
        source.used_lines.insert(next);
        auto whole = name_alone(without_titles(name_cell));    // „Hana Nová Vysoká“, where the last word is a town
        auto name = whole && whole->starts_with(people.front().name) ? *whole : people.front().name;
        add_person(facts, came_of_row(lines[next], lines[at], columns.name, of_part), name,
                   source.original(next, next));
    }
}

// „Přítomni | Omluveni“ above two columns of names; a label inside a column begins another list there.
class SideBySide {
public:
    SideBySide(MinutesSource& source, MinutesFacts& facts) : source_{source}, facts_{facts} {}

    void read() {
        for (std::size_t at = 0; at < source_.lines.size(); ++at)
            if (source_.lines[at].kind == LineKind::row && heads(at)) columns_below(at);
    }

private:
    static std::optional<Came> came_of_cell(const std::string& cell) {
        if (cell.size() > 50 || cell.find(',') != cell.npos) return {};
        auto label = label_kind(cell);
        return is_of_people(label) ? came_by({.kind = label, .label = plain_small(cell)}) : std::nullopt;
    }

    bool heads(std::size_t at) {
        auto& cells = source_.lines[at].cells;
        came_.assign(cells.size(), {});
        for (std::size_t i = 0; i < cells.size(); ++i) came_[i] = came_of_cell(cells[i]);
        auto labels = std::ranges::count_if(came_, [](auto& one) { return one.has_value(); });
        auto filled = std::ranges::count_if(cells, [](auto& cell) { return !cell.empty(); });
        return labels >= 2 && labels == filled;
    }

    void columns_below(std::size_t at) {
        auto table = source_.lines[at].table;
        source_.used_lines.insert(at);
        for (auto next = at + 1; next < source_.lines.size() && source_.lines[next].table == table; ++next) {
            auto& cells = source_.lines[next].cells;
            source_.used_lines.insert(next);
            for (std::size_t i = 0; i < cells.size(); ++i) cell(cells[i], i, next);
        }
    }

    void cell(const std::string& text, std::size_t column, std::size_t line) {
        while (column > 0 && (column >= came_.size() || !came_[column])) --column;
        if (column >= came_.size() || !came_[column]) return;
        if (auto other = came_of_cell(text)) came_[column] = other;
        else
            for (auto& person : people_in_list(text))
                if (person.name.find(' ') != person.name.npos)
                    add_person(facts_, *came_[column], person.name, source_.original(line, line));
    }

    MinutesSource& source_;
    MinutesFacts& facts_;
    std::vector<std::optional<Came>> came_{};    // of each column
};

}

void read_people_side_by_side(MinutesSource& source, MinutesFacts& facts) { SideBySide{source, facts}.read(); }

void read_attendance_tables(MinutesSource& source, MinutesFacts& facts) {
    auto& lines = source.lines;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (lines[at].kind != LineKind::row) continue;
        auto columns = columns_by_header(lines[at]);
        bool begins = at == 0 || lines[at - 1].table != lines[at].table;
        if (!columns.found() && begins && at < 80) columns = columns_by_content(lines, at);
        if (columns.found()) from_table(source, facts, at, columns);
    }
}

}
