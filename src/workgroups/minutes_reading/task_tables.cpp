// Tables of tasks, whatever their columns are called and however their cells are broken over lines.
#include "workgroups/minutes_reading/event_reading.hpp"
#include "workgroups/minutes_reading/task_reading.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/word_lists.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

class TaskTables : TaskReading {
public:
    using TaskReading::TaskReading;

    void read() {
        auto& lines = source_.lines;
        bool typed = source_.clean.document.format == "txt" || source_.clean.document.format == "pdf" ||
                     source_.clean.document.format == "eml";
        for (std::size_t at = 0; at < lines.size(); ++at) {
            if (lines[at].kind != LineKind::row) continue;
            if (own_.contains(at)) continue;
            auto columns = columns_of(lines[at]);
            if (columns.tasks != Columns::npos) {
                at = told_below(at, columns.tasks);
                continue;
            }
            if (heads_events(lines[at])) {
                auto table = lines[at].table;
                while (at + 1 < lines.size() && lines[at + 1].table == table) ++at;
                continue;
            }
            if (!columns.whole()) {
                bare_row(at);
                continue;
            }
            own_.insert(at), source_.used_lines.insert(at);
            auto table = lines[at].table;
            std::vector<std::string> cells;
            std::size_t first = at + 1, last = at;
            for (auto next = at + 1;; ++next) {
                bool ends = next >= lines.size() ||
                            (lines[next].table != table &&
                             !(lines[next].empty() && next + 1 < lines.size() && lines[next + 1].table == table));
                if (!ends && lines[next].empty()) continue;
                bool continues = !ends && typed && !cells.empty() && hangs(lines[next].cells, columns);
                if (!continues) {
                    if (!cells.empty()) row(cells, columns, first, last);
                    if (ends) break;
                    if (auto other = columns_of(lines[next]); other.whole()) {
                        columns = other, cells.clear();
                        continue;
                    }
                    cells = lines[next].cells, first = next;
                } else
                    for (std::size_t i = 0; i < lines[next].cells.size() && i < 64; ++i) {
                        if (i >= cells.size()) cells.resize(i + 1);
                        if (!lines[next].cells[i].empty())
                            cells[i] += (cells[i].empty() ? "" : " ") + lines[next].cells[i];
                    }
                last = next;
            }
        }
    }

private:
    struct Columns {
        bool loose = false;    // the column of texts has no heading of tasks
        std::size_t number = npos, text = npos, who = npos, due = npos, state = npos;
        std::size_t tasks = npos;    // whole ones, each in its own words: „Kdo co udělá“
        static constexpr auto npos = std::string::npos;
        bool whole() const {
            return text != npos && (who != npos || due != npos || state != npos) && (who != npos || due != npos);
        }
    };

    // data/task_columns.csv; „*“ stands for any ending.
    static std::string_view kind_of_column(std::string_view cell) {
        for (auto& [word, kind] : kinds_of("task_columns"))
            if (word.ends_with('*') ? cell.starts_with(std::string_view{word}.substr(0, word.size() - 1))
                                    : cell == word)
                return kind;
        return {};
    }

    static Columns columns_of(const Line& row) {
        Columns columns;
        bool bare_day = false;    // „Kdy | Co“ is a calendar
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            auto cell = plain_small(squeezed(row.cells[i]));
            while (cell.ends_with(':') || cell.ends_with('.')) cell.pop_back();
            if (cell.empty() || cell.size() > 40 || cell.find(": ") != cell.npos) continue;
            static const Pattern whole_tasks{
                "^(?:kdo (?:a )?co\\b.*|co (?:a )?kdo\\b.*|ukol[yu]?(?: kdo.*| \\| kdo.*|, kdo.*| a termin.*)?|dalsi kroky|kdo do kdy co)$"};
            if (whole_tasks.stands_in(cell) && columns.tasks == Columns::npos) columns.tasks = i;
            if (cell == "kdy" && columns.due == Columns::npos) bare_day = true;
            auto kind = kind_of_column(cell);
            for (auto [name, column] : {std::pair{"number", &columns.number},
                                        {"who", &columns.who},
                                        {"due", &columns.due},
                                        {"state", &columns.state},
                                        {"text", &columns.text}})
                if (kind == name && *column == Columns::npos) *column = i;
        }
        bool fields_apart = columns.due != Columns::npos || columns.state != Columns::npos ||
                            (columns.who != Columns::npos && columns.who != columns.tasks);
        if (fields_apart || row.cells.size() < 2) columns.tasks = Columns::npos;
        if (bare_day && columns.who == Columns::npos && columns.state == Columns::npos) columns.due = Columns::npos;
        if (columns.due == Columns::npos && columns.state != Columns::npos &&
            plain_small(squeezed(row.cells[columns.state])).starts_with("hotov"))
            columns.due = columns.state;    // „Kdo | Udělá co | Hotovo“
        // „Záznam“, „Závěr“ …: where persons and days have their columns, the first other one holds what is to be done
        if (columns.text == Columns::npos && columns.who != Columns::npos && columns.due != Columns::npos) {
            static const Pattern number_like{"^(?:bod|c|cislo|por)\\b"};
            for (std::size_t i = 0; i < row.cells.size() && columns.text == Columns::npos; ++i)
                if (i != columns.number && i != columns.who && i != columns.due && i != columns.state &&
                    !row.cells[i].empty() && !number_like.stands_in(plain_small(row.cells[i])))
                    columns.text = i, columns.loose = true;
        }
        return columns;
    }

    // „6/1 | rozeslat formulář | Svídová | 24. 2.“ without a heading above: a person and a deadline have cells of their
    // own.
    void bare_row(std::size_t at) {
        auto& lines = source_.lines;
        if (tasks_in_cells(at) || source_.used_lines.contains(at) || at < source_.head_end) return;
        auto cells = lines[at].cells;
        auto last = at;
        while (last + 1 < lines.size() && lines[last + 1].table == lines[at].table &&
               hangs_bare(lines[last + 1].cells)) {
            ++last;
            cells.resize(std::max(cells.size(), lines[last].cells.size()));
            for (std::size_t i = 0; i < lines[last].cells.size(); ++i)
                if (!lines[last].cells[i].empty()) cells[i] += (cells[i].empty() ? "" : " ") + lines[last].cells[i];
        }
        std::erase_if(cells, [](auto& cell) { return squeezed(cell).empty(); });
        static const Pattern mark{"^(?:novy )?(?:ukol|u)\\.?\\s*(?:c\\.|cislo)?\\s*\\d[\\d/.-]*[.):]?$"};
        if (cells.size() == 2 && mark.stands_in(plain_small(squeezed(cells.front()))) && marked(cells[1], at, last))
            return;
        if (cells.size() < 2 || cells.size() > 6 || label_kind(cells.front()) == "due") return;
        std::string whole;
        for (auto& cell : cells) whole += (whole.empty() ? "" : " | ") + cell;
        auto fields = fields_of(whole);
        auto role = role_of_form(plain_small(fields.who.substr(0, fields.who.find(' '))));
        if (role && is_institution(*role) && *role == fields.who.substr(0, fields.who.find(' '))) return;
        if (cells.size() == 2) {    // „připravit podklady | Nová / 20. 3.“
            auto second = fields_of("x | " + cells[1]);
            if (!second.due.day || second.who.empty() || second.text != "x" || !labels_in(whole).empty()) return;
        }
        bool in_cells = !fields.who.empty() && (fields.due.day || fields.due.said || fields.over) && !is_tick(cells) &&
                        fields.text.size() + 4 < whole.size() && only_letters(fields.text).size() > 8;
        if (!in_cells) return;
        for (auto line = at; line <= last; ++line) source_.used_lines.insert(line), own_.insert(line);
        if (fields.over) return;
        static const Pattern number{"^(?:ukol\\s*)?(?:c\\.\\s*)?\\d[\\d/.]*\\s*\\|\\s*"};
        Letters text{fields.text};
        auto lead = number.in(text.low);
        TaskFound task{.text = lead ? text.cut(lead->to()) : fields.text, .due = day_of_deadline(fields.due)};
        std::ranges::replace(task.text, '|', ' ');
        task.text = squeezed(task.text);
        set_responsible(task, fields.who);
        add(std::move(task), at, last);
    }

    // „Úkol 5/1 | připravit materiál, M. Malá, 14. 8. 2023“
    bool marked(const std::string& text, std::size_t first, std::size_t last) {
        auto fields = fields_of(text);
        TaskFound task{.text = fields.text, .due = day_of_deadline(fields.due)};
        if (fields.who.empty()) inline_person(task);
        else set_responsible(task, fields.who);
        if (!fields.over && (task.responsible.empty() || !fields.due.said)) return false;
        for (auto line = first; line <= last; ++line) source_.used_lines.insert(line), own_.insert(line);
        if (!fields.over) add(std::move(task), first, last);
        return true;
    }

    // Below „Kdo co udělá“ or „Úkoly“: a cell says whole tasks, or its lines say who, what and by when in turn.
    std::size_t told_below(std::size_t head, std::size_t column) {
        auto& lines = source_.lines;
        auto last = head;
        std::optional<bool> in_turn;
        TaskFound open;
        std::size_t began = head;
        auto close = [&] {
            if (!open.responsible.empty() && !open.text.empty()) add_beside(std::move(open), began, last);
            open = {};
        };
        for (auto at = head + 1; at < lines.size() && (lines[at].table == lines[head].table); ++at) {
            last = at;
            auto cell = column < lines[at].cells.size() ? squeezed(lines[at].cells[column]) : std::string{};
            if (only_letters(cell).size() < 2) {
                if (open.due) close();
                continue;
            }
            bool names = names_responsible(cell);
            if (!in_turn) in_turn = names;
            if (!*in_turn) {
                whole_tasks(lines[at].cells[column], at);
                continue;
            }
            auto due = deadline_of(Letters{cell}, source_.years);
            if (names) close(), began = at, set_responsible(open, cell);
            else if (due.said && due.from < 12) open.due = day_of_deadline(due), close();
            else open.text += (open.text.empty() ? "" : " ") + cell;
        }
        close();
        for (auto at = head; at <= last; ++at) own_.insert(at);
        return last;
    }

    void whole_tasks(const std::string& cell, std::size_t at) {
        for (auto& line : text::parted(cell, "\n"))
            for (auto& part : text::parted(line, ";")) {
                Letters letters{part};
                for (auto [from, to] : sentence_bounds(letters)) {
                    auto text = letters.cut(from, to);
                    auto fields = fields_of(text);
                    if (fields.over) continue;
                    TaskFound task{.text = fields.text, .due = day_of_deadline(fields.due)};
                    if (fields.who.empty()) inline_person(task);
                    else set_responsible(task, fields.who);
                    if (!task.responsible.empty()) add_beside(std::move(task), at, at);
                }
            }
    }

    // The other cells of its rows stay open to other readers.
    void add_beside(TaskFound task, std::size_t first, std::size_t last) {
        auto used = source_.used_lines;
        add(std::move(task), first, last);
        source_.used_lines = std::move(used);
    }

    // A cell of tasks: each of its lines is „odpovědět stěžovatelce | Nová | 7. 11.“.
    bool tasks_in_cells(std::size_t at) {
        bool any = false;
        for (auto& cell : source_.lines[at].cells)
            for (auto& part : text::parted(cell, "\n")) {
                if (std::ranges::count(part, '|') != 2) continue;
                auto fields = fields_of(part);
                if (!fields.person_and_day() || fields.over) continue;
                TaskFound task{.text = fields.text, .due = day_of_deadline(fields.due)};
                set_responsible(task, fields.who);
                add(std::move(task), at, at);
                any = true;
            }
        return any;
    }

    static bool is_tick(const std::vector<std::string>& cells) {
        return std::ranges::any_of(cells, [](auto& cell) {
            auto low = plain_small(squeezed(cell));
            return low == "x" || low == "-" || low == "ano" || low == "ne";
        });
    }

    static bool hangs_bare(const std::vector<std::string>& cells) {
        auto filled = std::ranges::count_if(cells, [](auto& cell) { return !cell.empty(); });
        return !cells.empty() && cells.front().empty() && filled == 1;
    }

    // The rest of cells broken over lines.
    static bool hangs(const std::vector<std::string>& cells, const Columns& columns) {
        auto at = [&](std::size_t i) { return i < cells.size() ? cells[i] : std::string{}; };
        if (columns.number != Columns::npos) return at(columns.number).empty();
        bool nothing_new = at(columns.due).empty() && at(columns.who).empty();
        if (nothing_new) return true;
        auto text = at(columns.text);
        return text.empty() ||
               (at(columns.due).empty() && Letters{text}.plain[0] >= 'a' && Letters{text}.plain[0] <= 'z');
    }

    void row(const std::vector<std::string>& cells, const Columns& columns, std::size_t first, std::size_t last) {
        auto cell = [&](std::size_t i) {
            auto text = i < cells.size() ? cells[i] : std::string{};
            return text;
        };
        for (auto line = first; line <= last; ++line) source_.used_lines.insert(line), own_.insert(line);
        auto state = plain_small(cell(columns.state)), due = cell(columns.due);
        if (over(state) || over(plain_small(due))) return;
        if (state == "ano" || state == "x" || state == "ok" || state == "~") return;    // a tick
        if (columns.loose && squeezed(cell(columns.who)).empty() && squeezed(due).empty()) return;
        TaskFound task{.text = squeezed(cell(columns.text))};
        if (!squeezed(cell(columns.who)).starts_with('-')) set_responsible(task, cell(columns.who));
        task.due = due_of(due);
        auto moved = Letters{cell(columns.state)};
        if (auto said = deadline_of(moved, source_.years); said.day || said.next_meeting)
            if (goes_further().stands_in(moved.low) || !task.due) task.due = day_of_deadline(said);
        add(std::move(task), first, last);
    }
};

}

void read_task_tables(MinutesSource& source, MinutesFacts& facts, std::set<std::size_t>& own) {
    TaskTables{source, facts, own}.read();
}

}
