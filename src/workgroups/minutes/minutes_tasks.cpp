// What somebody is to do, by when: tables, stacked labels, sentences, and old tasks that go on.
#include "workgroups/minutes/minutes_readers.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/names_in_text.hpp"
#include "platform/reading/pattern.hpp"
#include "platform/reading/word_lists.hpp"
#include "workgroups/minutes/minutes_people_in_text.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

const Pattern& is_done() {
    static const Pattern done{
        "(?<!ne)(?<!castecne )\\bsplnen[oaiy]?\\b|\\bhotov[oaiy]?\\b|\\bvyrizen[oay]?\\b|\\bzrusen[oay]?\\b|\\bodpada\\b|\\brusi se\\b|\\bse rusi\\b|\\bukoncen[oay]?\\b|\\bdokoncen[oay]?\\b|\\bprobehlo\\b"};
    return done;
}

const Pattern& goes_further() {
    static const Pattern trva{
        "\\btrva\\b|\\btrvaji\\b|\\bprodluz|\\bprodlouz|\\bnovy termin\\b|\\bprechazi\\b|\\bpreklada\\b|\\bprelozen|\\bnove do\\b|\\bodklad|\\bodlozen|\\bpretrvava\\b|\\bnesplnen|\\bprebira\\b|\\bposunut|\\bposouva|\\bpokracuje\\b|\\bcastecne splnen|\\bv reseni\\b|\\bplni se\\b|\\bprubezne plnen"};
    return trva;
}

// Whether a state says that the task is over: „splněno“, not „nesplněno, trvá“.
bool over(const std::string& low) {
    return is_done().stands_in(low) && (!goes_further().stands_in(low) || low.find("zrusen") != low.npos);
}

class TaskReader {
public:
    TaskReader(MinutesSource& source, MinutesFacts& facts) : source_{source}, facts_{facts} {}

    void read() {
        from_tables();
        from_labels();
        from_sections();
        from_sentences();
    }

private:
    // --- common
    // -------------------------------------------------------------------------------------------------------

    std::optional<Date> day_of_deadline(const Deadline& deadline) const {
        return deadline.next_meeting ? source_.next_meeting : deadline.day;
    }

    std::optional<Date> due_of(const std::string& text) const {
        return day_of_deadline(deadline_of(Letters{text}, source_.years));
    }

    // As printed, without titles; „Janu Modrou“ becomes „Jana Modrá“ where she is known.
    void set_responsible(TaskFound& task, const std::string& printed) const {
        std::string names;
        auto text = printed;
        std::ranges::replace(text, '\n', ',');
        std::ranges::replace(text, ';', ',');
        std::ranges::replace(text, '/', ',');
        auto parts = text::parted(text, ",");
        std::vector<std::string> split;
        for (auto& part : parts) {
            Letters letters{part};
            std::size_t from = 0;
            for (auto at = letters.low.find(" a "); at != std::string::npos; at = letters.low.find(" a ", at + 1)) {
                if (at + 3 < letters.size() && !letters.capital(at + 3)) continue;
                split.push_back(letters.cut(from, at));
                from = at + 3;
            }
            split.push_back(letters.cut(from));
        }
        for (auto& part : split) {
            auto name = without_titles(part);
            while (!name.empty() && (name.back() == '.' || name.back() == ' ' || name.back() == ':')) name.pop_back();
            if (name.empty()) continue;
            Letters letters{name};
            auto people = people_in_text(letters, source_.people);
            if (people.size() == 1 && people.front().from == 0 && people.front().to == letters.size() &&
                people.front().nominative != name) {
                task.responsible_printed = printed;
                name = people.front().nominative;
            }
            names += (names.empty() ? "" : ", ") + name;
        }
        task.responsible = names;
    }

    void add(TaskFound task, std::size_t first, std::size_t last) {
        while (!task.text.empty() && (task.text.back() == ',' || task.text.back() == ';')) task.text.pop_back();
        if (only_letters(task.text).size() < 4) return;
        task.at = source_.original(first, std::min(last, source_.lines.size() - 1));
        for (auto line = first; line <= last; ++line) source_.used_lines.insert(line), own_.insert(line);
        for (auto& one : facts_.tasks)
            if (one.due == task.due && only_letters(one.text) == only_letters(task.text)) return;
        facts_.tasks.push_back(std::move(task));
    }

    // --- tables
    // -------------------------------------------------------------------------------------------------------

    struct Columns {
        bool loose = false;    // the column of texts has no heading of tasks
        std::size_t number = npos, text = npos, who = npos, due = npos, state = npos;
        static constexpr auto npos = std::string::npos;
        bool whole() const {
            return text != npos && (who != npos || due != npos || state != npos) && (who != npos || due != npos);
        }
    };

    static Columns columns_of(const Line& row) {
        static const Pattern number{"^(?:c|cislo|por|poradi|p\\.?\\s?c|c\\. ukolu|#|id)\\.?$"};
        static const Pattern text{
            "^(?:ukol[yu]?|co|cinnost|popis(?: ukolu)?|opatreni|zadani|nazev ukolu|predmet|zneni ukolu|ukol.*|obsah ukolu|aktivita|co je treba|co udelat|text ukolu|popis cinnosti)$"};
        static const Pattern who{
            "^(?:zodp.*|odpov.*|kdo|resitel.*|garant|splni|gesce|nositel|zajisti|osoba|provede|povereny.*|vykona)$"};
        static const Pattern due{
            "^(?:termin.*|do kdy|kdy|splnit do|lhuta|do|datum splneni|datum|deadline|nejpozdeji)$"};
        static const Pattern state{"^(?:stav.*|plneni|splneno|hotovo|vysledek|poznamk.*|kontrola|vyhodnoceni)$"};
        Columns columns;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            auto cell = plain_small(squeezed(row.cells[i]));
            while (cell.ends_with(':') || cell.ends_with('.')) cell.pop_back();
            if (cell.empty() || cell.size() > 40) continue;
            if (columns.number == Columns::npos && number.stands_in(cell)) columns.number = i;
            else if (columns.who == Columns::npos && who.stands_in(cell)) columns.who = i;
            else if (columns.due == Columns::npos && due.stands_in(cell)) columns.due = i;
            else if (columns.state == Columns::npos && state.stands_in(cell)) columns.state = i;
            else if (columns.text == Columns::npos && text.stands_in(cell)) columns.text = i;
        }
        // „Záznam“, „Závěr“ …: where persons and days have their columns, the first other one holds what is to be done
        if (columns.text == Columns::npos && columns.who != Columns::npos && columns.due != Columns::npos) {
            static const Pattern number_like{"^(?:bod|c|cislo|por)\\b"};
            for (std::size_t i = 0; i < row.cells.size() && columns.text == Columns::npos; ++i)
                if (i != columns.number && i != columns.who && i != columns.due && i != columns.state && !row.cells[i].empty() && !number_like.stands_in(plain_small(row.cells[i]))) columns.text = i, columns.loose = true;
        }
        return columns;
    }

    void from_tables() {
        auto& lines = source_.lines;
        bool typed = source_.clean.document.format == "txt" || source_.clean.document.format == "pdf" ||
                     source_.clean.document.format == "eml";
        for (std::size_t at = 0; at < lines.size(); ++at) {
            if (lines[at].kind != LineKind::row) continue;
            auto columns = columns_of(lines[at]);
            if (!columns.whole()) continue;
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

    // --- labels: Úkol / Zodpovídá / Termín in any order
    // ------------------------------------------------------------------

    struct Open {
        TaskFound task{};
        std::size_t first = 0, last = 0;
        bool who = false, due = false, over = false;
    };

    void flush(std::optional<Open>& open) {
        if (!open) return;
        auto one = std::move(*open);
        open.reset();
        if (one.over) return;
        if (!one.who && !one.due && !one.task.due) {    // the label alone: what the text says itself
            inline_person(one.task);
        }
        if (!one.task.due && !one.due)
            one.task.due = day_of_deadline(deadline_inside(Letters{one.task.text}, source_.years));
        if (one.task.responsible.empty() && !pending_who_.empty()) set_responsible(one.task, pending_who_);
        add(std::move(one.task), one.first, one.last);
    }

    // „předložit návrh (Novák, do 5. 5.)“
    void inline_person(TaskFound& task) const {
        Letters letters{task.text};
        auto people = people_in_text(letters, source_.people);
        if (people.empty()) return;
        task.responsible = people.front().nominative;
        if (people.front().nominative != people.front().printed) task.responsible_printed = people.front().printed;
    }

    bool usable(const Labelled& one) const {
        if (own_.contains(one.line) && source_.lines[one.line].kind == LineKind::row) return false;
        if (one.kind == "due" && facts_.date && one.line <= source_.head_end && source_.used_lines.contains(one.line))
            return false;
        return one.kind == "task" || one.kind == "who" || one.kind == "due" || one.kind == "who_before" ||
               one.kind == "state";
    }

    void from_labels() {
        std::optional<Open> open;
        for (auto& one : source_.labelled) {
            if (open && one.line > open->last + 7) flush(open);
            if (!usable(one)) {
                if (one.kind != "other" && one.line < source_.lines.size()) flush(open);
                continue;
            }
            if (one.value.empty()) {
                flush(open);
                continue;
            }
            if (one.kind == "task") begin_task(open, one);
            else if (one.kind == "who_before") flush(open), pending_who_ = one.value;
            else if (one.kind == "who") take_who(open, one);
            else if (one.kind == "due") take_due(open, one);
            else if (open && over(plain_small(one.value))) open->over = true;
        }
        flush(open);
    }

    void begin_task(std::optional<Open>& open, const Labelled& one) {
        bool belongs = open && open->task.text.empty();
        if (!belongs) {
            flush(open);
            open = Open{.first = one.line, .last = one.last_line};
        }
        open->task.text = one.value;
        open->last = std::max(open->last, one.last_line);
    }

    // What stands before „Z: Novák“: the rest of its line, an item or a paragraph.
    Open before_label(const Labelled& one) const {
        Open open{.first = one.line, .last = one.last_line};
        if (!one.before.empty() && only_letters(one.before).size() > 6) {
            open.task.text = one.before;
            while (open.task.text.ends_with('(') || open.task.text.ends_with('-') || open.task.text.ends_with(' '))
                open.task.text.pop_back();
            return open;
        }
        auto at = one.line;
        while (at > 0 && source_.lines[at - 1].empty() && one.line - at < 2) --at;
        std::string text;
        for (int lines = 0; at > 0 && lines < 14; ++lines) {
            auto& above = source_.lines[at - 1];
            if (above.empty() || above.kind == LineKind::row || above.kind == LineKind::heading ||
                is_heading_of_point(above) || own_.contains(at - 1))
                break;
            if (!labels_in(above.text).empty() && text.empty()) break;
            text = above.text + (text.empty() ? "" : " ") + text;
            open.first = --at;
            if (above.kind == LineKind::item) break;
        }
        open.task.text = text;
        return open;
    }

    void take_who(std::optional<Open>& open, const Labelled& one) {
        if (!open || open->who) {
            flush(open);
            if (one.kind == "who" && one.label.size() > 1 && one.label == "garant") return;
            auto fresh = before_label(one);
            if (fresh.task.text.empty() && pending_who_.empty()) {    // the person may stand before the task
                open = Open{.first = one.line, .last = one.last_line};
            } else open = std::move(fresh);
        }
        auto value = one.value;
        Letters letters{value};    // „Novák, do 5. 5. 2021“
        if (auto deadline = deadline_inside(letters, source_.years); deadline.said && !open->due) {
            open->task.due = day_of_deadline(deadline), open->due = true;
            value = letters.cut(0, deadline.from);
        } else if (auto dates = dates_in(letters, source_.years); !dates.empty() && !open->due) {
            open->task.due = dates.front().first, open->due = true;
            value = letters.cut(0, dates.front().from);
        }
        if (auto bracket = value.find(')'); bracket != value.npos && value.find('(') == value.npos)
            value.resize(bracket);
        set_responsible(open->task, value);
        open->who = true, open->last = std::max(open->last, one.last_line);
    }

    void take_due(std::optional<Open>& open, const Labelled& one) {
        if (over(plain_small(one.value)) && open) {
            open->over = true;
            return;
        }
        if (!open || open->due) {
            if (open) flush(open);
            auto said = deadline_of(Letters{one.value}, source_.years);
            if (!said.said || (one.inside && one.before.empty())) return;
            auto fresh = before_label(one);
            if (fresh.task.text.empty()) return;
            open = std::move(fresh);
            inline_person(open->task);
        }
        open->task.due = due_of(one.value);
        open->due = true, open->last = std::max(open->last, one.last_line);
    }

    // --- sections: „Úkoly:“ with a list below
    // ---------------------------------------------------------------------------

    void from_sections() {
        for (std::size_t at = 0; at < source_.lines.size(); ++at) {
            auto& line = source_.lines[at];
            static const Pattern heading{
                "^(?:(?:\\d+[.)]\\s*)?(?:nove |dalsi |ukladane |zadane |aktualni )?ukoly(?: (?:z|ze|pro|do|k|na|vyplyvajici|pro clenky|pro cleny)\\b.*)?|souhrn ukolu|prehled ukolu|seznam ukolu|zadane ukoly|co je treba|kdo co udela|dohodli jsme se|shrnuti ukolu|zavery a ukoly|ukoly a terminy)\\s*:?$"};
            auto low = plain_small(line.kind == LineKind::item ? line.text : line.text);
            bool begins = line.kind != LineKind::row && heading.stands_in(low);
            if (begins) section(at + 1);
            if (line.kind == LineKind::item && line.marker == "☐" && !own_.contains(at)) item(at, at, line.text, false);
        }
    }

    void section(std::size_t at) {
        bool any = false;
        for (; at < source_.lines.size(); ++at) {
            auto& line = source_.lines[at];
            if (line.empty()) continue;
            if (own_.contains(at) || line.kind == LineKind::row || line.kind == LineKind::heading ||
                is_heading_of_point(line))
                return;
            if (line.kind != LineKind::item && any) return;
            if (line.kind != LineKind::item && !labels_in(line.text).empty()) return;
            auto text = line.text;
            auto last = at;
            while (last + 1 < source_.lines.size() && goes_on(source_.lines[last], source_.lines[last + 1], 80))
                text += ' ' + source_.lines[++last].text;
            if (line.marker != "☑") item(at, last, text, true);
            any = any || line.kind == LineKind::item;
            at = last;
        }
    }

    void item(std::size_t first, std::size_t last, const std::string& text, bool in_section) {
        Letters letters{text};
        if (over(letters.low)) return static_cast<void>(source_.used_lines.insert(first));
        TaskFound task{.text = text};
        auto inside = deadline_inside(letters, source_.years);
        auto dates = dates_in(letters, source_.years);
        if (inside.said) task.due = day_of_deadline(inside);
        else if (!dates.empty()) task.due = dates.back().first;
        else if (auto worded =
                     deadline_of(Letters{letters.cut(letters.size() > 60 ? letters.size() - 60 : 0)}, source_.years);
                 worded.next_meeting)
            task.due = day_of_deadline(worded);
        std::string names;
        auto people = responsible_people(letters);
        for (auto& one : people) names += (names.empty() ? "" : ", ") + one.nominative;
        task.responsible = names;
        if (names.empty()) bracketed_person(letters, task);
        if (task.responsible.empty() && !task.due) return;
        if (task.responsible.empty() && !in_section) return;
        add(std::move(task), first, last);
    }

    // In brackets or behind the last dash: a name nobody knew before.
    void bracketed_person(const Letters& letters, TaskFound& task) const {
        static const Pattern bracket{"\\(([^)]*)\\)|\\s-\\s([^-]*)$|^([^:]{3,40}):"};
        for (auto& found : bracket.all(letters.low)) {
            auto part = found.has(1) ? 1u : found.has(2) ? 2u : 3u;
            auto inside = letters.cut(found.from(part), found.to(part));
            for (auto& piece : text::parted(inside, ","))
                if (auto name = name_alone(without_titles(piece));
                    name && dates_in(Letters{piece}, source_.years).empty()) {
                    task.responsible = *name;
                    return;
                }
        }
    }

    // Those named together in brackets, behind a dash or before a colon; otherwise the first one.
    std::vector<PersonInText> responsible_people(const Letters& letters) const {
        auto people = people_in_text(letters, source_.people);
        if (people.size() < 2) return people;
        std::vector<PersonInText> together = {people.front()};
        for (std::size_t i = 1; i < people.size(); ++i) {
            auto between = letters.low.substr(people[i - 1].to, people[i].from - people[i - 1].to);
            if (between == ", " || between == " a " || between == "; " || between == "/" || between == " + ")
                together.push_back(people[i]);
            else break;
        }
        return together;
    }

    // --- sentences
    // -----------------------------------------------------------------------------------------------------

    // Rows that no heading names, with what hangs below them, read like sentences.
    std::vector<Sentence> sentences() const {
        std::vector<Sentence> all;
        for (auto& sentence : source_.sentences) {
            auto& line = source_.lines[sentence.place.first];
            bool hangs = sentence.row && !all.empty() && all.back().row &&
                         line.table == source_.lines[all.back().place.first].table && !line.cells.empty() &&
                         line.cells.front().empty();
            if (!hangs) {
                all.push_back(sentence);
                continue;
            }
            std::string text{all.back().letters.source};
            for (auto& cell : line.cells)
                if (!cell.empty()) text += ' ' + cell;
            all.back().letters = Letters{text};
            all.back().place.last = sentence.place.last;
        }
        return all;
    }

    void from_sentences() {
        auto all = sentences();
        for (std::size_t i = 0; i < all.size(); ++i) {
            auto& sentence = all[i];
            if (sentence.place.first < source_.head_end) continue;
            bool own = false;
            for (auto line = sentence.place.first; line <= sentence.place.last; ++line)
                own = own || own_.contains(line);
            if (own) continue;
            auto before = i > 0 && (all[i - 1].paragraph == sentence.paragraph || all[i - 1].place.last + 1 == sentence.place.first) ? &all[i - 1] : nullptr;
            if (!old_task(sentence, before)) new_task(sentence);
        }
    }

    // „Úkol trvá, nový termín 31. 5. 2019 (zodpovídá Slunečko)“
    bool old_task(const Sentence& sentence, const Sentence* before) {
        auto& letters = sentence.letters;
        static const Pattern of_task{
            "\\bukol|\\bustavaj|\\btermin|\\busneseni|\\bnesplnen|\\btrva\\b|\\bprechazi|\\bprodlouzen[oa]"};
        auto further = goes_further().in(letters.low);
        if (!further || !of_task.stands_in(letters.low)) return false;
        auto rest = Letters{letters.cut(further->from())};
        auto deadline = deadline_inside(rest, source_.years);
        auto people = people_in_text(letters, source_.people);
        if (!deadline.day && !deadline.next_meeting) {
            if (auto dates = dates_in(rest, source_.years); !dates.empty() && !people.empty())
                deadline.day = dates.front().first, deadline.said = true;
        }
        if (!deadline.day && !deadline.next_meeting) return false;
        TaskFound task{.text = text_behind_done(letters), .due = day_of_deadline(deadline)};
        static const Pattern to_whom{
            "(?:prechazi na|prebira|zodpovida|zodp\\.?:?|odpovida|predan[ao]? |preslo na)\\s*(?:p\\.|pan[ai]?|pani|ing\\.|mgr\\.|bc\\.)*\\s*$"};
        const PersonInText* chosen = nullptr;
        for (auto& one : people)
            if (to_whom.stands_in(letters.low.substr(0, one.from))) chosen = &one;
        if (!chosen)
            for (auto& one : people)    // the last before the state
                if (one.from < further->from() && (!chosen || one.from > chosen->from)) chosen = &one;
        if (!chosen && !people.empty()) chosen = &people.front();
        if (chosen) {
            task.responsible = chosen->nominative;
            if (chosen->nominative != chosen->printed) task.responsible_printed = chosen->printed;
        } else bracketed_person(letters, task);
        static const Pattern begins_with_task{"^\\W*(?:tento |stary )?ukol\\b"};
        if (before && begins_with_task.stands_in(letters.low))
            task.text = std::string{before->letters.source} + ' ' + task.text;
        if (task.responsible.empty() && !before) return false;
        add(std::move(task), sentence.place.first, sentence.place.last);
        return true;
    }

    // Several old tasks in a row: what was done stands before.
    static std::string text_behind_done(const Letters& letters) {
        static const Pattern done{"(?<!ne)\\b(?:splneno|hotov[oay]?|splnen[ay]?)\\b\\s*(?:\\([^)]*\\))?[,;]\\s*"};
        std::size_t from = 0;
        for (auto& found : done.all(letters.low)) from = found.to();
        return letters.cut(from);
    }

    void new_task(const Sentence& sentence) {
        auto& letters = sentence.letters;
        bool arrow = sentence.marker == "→";
        auto deadline = deadline_inside(letters, source_.years);
        auto due = day_of_deadline(deadline);
        if (!due && !arrow) return;
        static const Pattern word{"[a-z]+"};
        std::optional<std::size_t> verb;
        for (auto& found : word.all(letters.low))
            if (words_of("task_verbs").contains(found[0])) {
                verb = found.from();
                break;
            }
        static const Pattern condition{"\\b(?:pokud|jestli(?:ze)?|kdyz|kdyby|az|jakmile|zda|aby)\\b[^,;]*$"};
        if (!verb && !arrow) return;
        if (verb && condition.stands_in(letters.low.substr(0, *verb))) return;
        if (is_done().stands_in(letters.low) && !arrow) return;
        auto people = people_in_text(letters, source_.people);
        std::erase_if(
            people, [](auto& one) { return one.printed != one.nominative; });    // the subject stands in the nominative
        TaskFound task{.text = std::string{letters.source}, .due = due};
        if (people.empty()) {
            static const Pattern role{
                "\\b(?:koordinator(?:ka)?|predsed(?:a|kyne)|tajemni(?:k|ce)|vedouci (?:skupiny|odboru)|manazer(?:ka)?|vsichni(?: clenove)?|clenove(?: skupiny)?|garant(?:ka)?|metodi(?:k|cka)|starost(?:a|ka)|odbor [a-z]+(?:ich|ych|stvi|ni) [a-z]+|poskytovatele)\\b"};
            auto found = role.in(letters.low);
            if (!found || !verb || (found->from() > *verb ? found->from() - *verb : *verb - found->from()) > 60) return;
            task.responsible = letters.cut(found->from(), found->to());
        } else {
            auto nearest = std::ranges::min_element(people, {}, [&](auto& one) {
                return one.from > verb.value_or(0) ? one.from - verb.value_or(0) : verb.value_or(0) - one.from;
            });
            task.responsible = nearest->printed;
            for (auto& other : people) {    // „Novák a Malá připraví“
                if (&other == &*nearest) continue;
                auto from = std::min(other.to, nearest->to), to = std::max(other.from, nearest->from);
                auto between = from < to ? letters.low.substr(from, to - from) : std::string{};
                if (between == " a " || between == ", ")
                    task.responsible = other.from < nearest->from ? other.printed + ", " + task.responsible
                                                                  : task.responsible + ", " + other.printed;
            }
        }
        for (auto& one : facts_.tasks)    // the table below says the same
            if (one.due == task.due && !one.responsible.empty() &&
                task.responsible.find(one.responsible) != std::string::npos)
                return;
        add(std::move(task), sentence.place.first, sentence.place.last);
    }

    MinutesSource& source_;
    MinutesFacts& facts_;
    std::set<std::size_t> own_{};    // lines of tasks
    std::string pending_who_{};
};

}

void read_tasks(MinutesSource& source, MinutesFacts& facts) { TaskReader{source, facts}.read(); }

}
