// Tasks told by labels: Úkol, Zodpovídá, Termín in any order.
#include "workgroups/minutes_reading/task_reading.hpp"

#include "platform/reading/decoding.hpp"
#include "platform/reading/word_lists.hpp"
#include "workgroups/minutes_reading/minutes_people_in_text.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

class LabelledTasks : TaskReading {
public:
    using TaskReading::TaskReading;

    void read() {
        std::optional<Open> open;
        taken_ = own_;
        auto& all = source_.labelled;
        for (std::size_t i = 0; i < all.size(); ++i) {
            auto& one = all[i];
            task_follows_ = std::ranges::any_of(all.begin() + std::ptrdiff_t(i) + 1, all.end(), [&](auto& other) {
                return other.line == one.line && other.kind == "task" && &other <= &one + 2;
            });
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
            else if (open) state(*open, one.value);
        }
        flush(open);
    }

private:
    struct Open {
        TaskFound task{};
        std::size_t first = 0, last = 0;
        bool who = false, due = false, over = false;
    };

    // „splněno“, „nesplněno, nový termín 30. 3.“
    void state(Open& open, const std::string& value) const {
        if (over(plain_small(value))) open.over = true;
        else if (auto day = new_day(value); day.day || day.next_meeting)
            open.task.due = day_of_deadline(day), open.due = true;
    }

    void flush(std::optional<Open>& open) {
        if (!open) return;
        auto one = std::move(*open);
        open.reset();
        if (one.over) return;
        if (!one.who && one.task.responsible.empty()) {    // the label alone: what the text says itself
            inline_fields(one);
            if (one.over) return;
        }
        if (!one.task.due && !one.due)
            one.task.due = day_of_deadline(deadline_inside(Letters{one.task.text}, source_.years));
        if (one.task.responsible.empty() && !pending_who_.empty()) set_responsible(one.task, pending_who_);
        add(std::move(one.task), one.first, one.last);
    }

    // „Komise ukládá tajemnici předložit …“, „poslat vzory. Nedomová, 9. února.“
    void inline_fields(Open& one) const {
        if (take_imposed(one.task)) return;
        static const Pattern whose{
            "^\\W*(?:novy )?ukol[uy]? (?:pro|na)? ?([^:]{3,60}):\\s*"};    // „Úkol pro Evu Malou: …“
        Letters letters{one.task.text};
        if (auto found = whose.in(letters.low)) {
            auto who = letters.cut(found->from(1), found->to(1));
            if (!people_told(Letters{who}).empty()) {
                set_responsible(one.task, who);
                one.task.text = letters.cut(found->to());
                return;
            }
        }
        auto fields = fields_of(one.task.text);
        if (fields.who.empty()) {
            if (!one.due && fields.due.day) one.task.due = fields.due.day, one.due = true;
            return inline_person(one.task);
        }
        set_responsible(one.task, fields.who);
        one.task.text = fields.text;
        if (!one.due && fields.due.said) one.task.due = day_of_deadline(fields.due), one.due = true;
        one.over = one.over || fields.over;
    }

    bool usable(const Labelled& one) const {
        if (one.kind == "task" && (one.label.starts_with('(') || one.before.ends_with('(')))
            return false;    // of a sentence
        if (own_.contains(one.line) && source_.lines[one.line].kind == LineKind::row) return false;
        if (taken_.contains(one.line)) return false;                                       // by readers before this one
        if (one.label == "komu" && one.value.find('@') != one.value.npos) return false;    // of a forwarded letter
        bool heads_list = one.kind == "task" && one.last_line > one.line && one.label.starts_with("ukoly") &&
                          source_.lines[one.line].text.ends_with(':') &&
                          source_.lines[one.line + 1].kind == LineKind::item;
        if (heads_list) return false;
        if (one.kind == "due" && facts_.date && one.line <= source_.head_end && source_.used_lines.contains(one.line))
            return false;
        return one.kind == "task" || one.kind == "who" || one.kind == "due" || one.kind == "who_before" ||
               one.kind == "state";
    }

    void begin_task(std::optional<Open>& open, const Labelled& one) {
        bool belongs = open && open->task.text.empty();
        if (!belongs) {
            flush(open);
            open = Open{.first = one.line, .last = one.last_line};
        }
        open->task.text = one.value;
        open->last = std::max(open->last, one.last_line);
        static const Pattern bracket{"\\bukol[^(:]{0,12}\\(([^()]{3,60})\\)\\s*:"};    // „Úkol (Nová, do 10. 3.): …“
        Letters whole{source_.lines[one.line].text};
        if (auto found = bracket.in(whole.low); found && !open->who) {
            auto fields = fields_of("x – " + whole.cut(found->from(1), found->to(1)));
            if (!fields.who.empty()) set_responsible(open->task, fields.who), open->who = true;
            if (fields.due.said) open->task.due = day_of_deadline(fields.due), open->due = true;
        }
        static const Pattern whose{"\\bukol(?:y)? pro ([^:]{3,40}):"};
        Letters line{source_.lines[one.line].text};
        if (auto found = whose.in(line.low); found && !open->who)
            set_responsible(open->task, line.cut(found->from(1), found->to(1))), open->who = true;
    }

    // The last sentence where it says who does what; a task told by infinitives may have several.
    static std::string last_sentence(const std::string& text) {
        Letters letters{text};
        auto bounds = sentence_bounds(letters);
        if (bounds.size() < 2) return text;
        auto last = letters.cut(bounds.back().first, bounds.back().second);
        static const Pattern word{"[a-z]+"};
        for (auto& found : word.all(plain_small(last)))
            if (found[0].starts_with("uklad") || words_of("task_verbs").contains(found[0])) return last;
        return text;
    }

    // „4/2024 | ověřit výběr“
    static std::string text_of_row(const Line& row) {
        std::string text;
        for (auto& cell : row.cells)
            if (only_letters(cell).size() > 2 && cell.find_first_not_of("0123456789/.- ") != cell.npos)
                text += (text.empty() ? "" : " ") + cell;
        return text;
    }

    static bool is_of_head(const Labelled& one) {
        return !one.inside &&
               (is_of_list(one.kind) || one.kind == "date" || one.kind == "place" || one.kind == "writer");
    }

    // What stands before „Z: Novák“: the rest of its line, an item or a paragraph.
    Open before_label(const Labelled& one) const {
        Open open{.first = one.line, .last = one.last_line};
        if (!one.before.empty() && only_letters(one.before).size() > 6) {
            open.task.text = last_sentence(one.before);
            while (open.task.text.ends_with('(') || open.task.text.ends_with('-') || open.task.text.ends_with(' '))
                open.task.text.pop_back();
            return open;
        }
        for (auto& beside : source_.labelled)    // „Usnesení č. 4: Tým ukládá … T: 15. 3.“
            if (beside.line == one.line && &beside < &one && beside.kind == "other" && beside.value.size() > 12)
                return open.task.text = last_sentence(beside.value), open;
        auto at = one.line;
        while (at > 0 && source_.lines[at - 1].empty() && one.line - at < 2) --at;
        std::string text;
        for (int lines = 0; at > 0 && lines < 14; ++lines) {
            auto& above = source_.lines[at - 1];
            bool numbered_row = above.kind == LineKind::row && text.empty() && above.cells.size() < 4;
            if (above.empty() || (above.kind == LineKind::row && !numbered_row) || above.kind == LineKind::heading ||
                is_heading_of_point(above) || own_.contains(at - 1))
                break;
            if (auto labels = labels_in(above.text); !labels.empty()) {    // „Usnesení: Rada pověřuje …“
                auto& first = labels.front();
                bool told = labels.size() == 1 && first.kind == "other" && !first.inside;
                bool begins = text.empty();
                if (begins && told) open.first = at - 1, text = first.value;
                if (begins || is_of_head(first)) break;
            }
            if (numbered_row) return open.first = at - 1, open.task.text = text_of_row(above), open;
            text = above.text + (text.empty() ? "" : " ") + text;
            open.first = --at;
            if (above.kind == LineKind::item) break;
        }
        open.task.text = last_sentence(text);
        return open;
    }

    void take_who(std::optional<Open>& open, const Labelled& one) {
        bool of_own = !one.before.empty() && only_letters(one.before).size() > 6 && open && open->last != one.line;
        if (!open || open->who || of_own) {
            flush(open);
            if (one.kind == "who" && one.label == "garant" && one.before.empty()) return;
            auto fresh = task_follows_ ? Open{} : before_label(one);
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
        static const Pattern with_help{",?\\s*(?:spolupracuje|spoluprace|ve spolupraci)\\b"};
        if (auto help = with_help.in(Letters{value}.low); help && help->from() > 2)
            value = Letters{value}.cut(0, help->from());
        static const Pattern text_behind{"\\s+-\\s+"};
        if (auto dash = text_behind.in(Letters{value}.low)) {    // „odpovídá: Nová – podklady pro radu“
            auto who = Letters{value}.cut(0, dash->from()), text = Letters{value}.cut(dash->to());
            if (names_responsible(who) && !names_responsible(text) && only_letters(text).size() > 8)
                value = who, open->task.text = text;
        }
        set_responsible(open->task, value);
        open->who = true, open->last = std::max(open->last, one.last_line);
    }

    void take_due(std::optional<Open>& open, const Labelled& one) {
        if (over(plain_small(one.value)) && open) {
            open->over = true;
            return;
        }
        bool of_own = !one.before.empty() && only_letters(one.before).size() > 6 && open && open->last != one.line;
        if (!open || open->due || of_own) {
            if (open) flush(open);
            auto said = deadline_of(Letters{one.value}, source_.years);
            if (!said.said || (one.inside && one.before.empty())) return;
            auto fresh = before_label(one);
            if (fresh.task.text.empty()) return;
            open = std::move(fresh);
            inline_fields(*open);
        }
        open->task.due = due_of(one.value);
        open->due = true, open->last = std::max(open->last, one.last_line);
    }

    std::string pending_who_{};
    std::set<std::size_t> taken_{};
    bool task_follows_ = false;    // on the same line
};

}

void read_labelled_tasks(MinutesSource& source, MinutesFacts& facts, std::set<std::size_t>& own) {
    LabelledTasks{source, facts, own}.read();
}

}
