// Tasks of former meetings told in one paragraph with their states: those that go on by a new day.
#include "workgroups/minutes_reading/task_reading.hpp"
#include "workgroups/minutes_reading/task_subject.hpp"

#include "platform/reading/decoding.hpp"
#include "platform/reading/names_in_text.hpp"

namespace workgroups {

using namespace reading;

namespace {

class OldTasks : TaskReading {
public:
    using TaskReading::TaskReading;

    void read() {
        static const Pattern label{
            "^\\W*(?:(?:stare|minule|predchozi|drivejsi|otevrene|nedokoncene|trvajici) ukoly|ukoly (?:z|ze) [a-z. ]{3,30}|z minula|"
            "z (?:minule|posledni|predchozi)(?:ho)? [a-z]+|(?:kontrola|plneni) (?:minulych |starych )?ukolu)\\s*(?::|-)\\s*(?=\\S)"};
        auto wide = usual_width(source_.lines);
        for (auto at = source_.head_end; at < source_.lines.size(); ++at) {
            auto& line = source_.lines[at];
            if (line.empty() || line.kind == LineKind::row || own_.contains(at)) continue;
            auto found = label.in(plain_small(line.text));
            if (!found) continue;
            auto text = Letters{line.text}.cut(found->to());
            auto last = at;
            while (last + 1 < source_.lines.size() && source_.lines[last + 1].kind == LineKind::text &&
                   !source_.lines[last + 1].empty() &&
                   (goes_on(source_.lines[last], source_.lines[last + 1], wide) ||
                    source_.lines[last + 1].indent > line.indent + 1))
                text += ' ' + source_.lines[++last].text;
            tell(Letters{text}, at, last);
            at = last;
        }
    }

private:
    static bool has_state(const std::string& low) { return is_done().stands_in(low) || goes_further().stands_in(low); }

    // Each with its own state: „jmenovky (Nová) splněno, mapa (Malý) trvá do 24. 4.“
    static std::vector<Letters> parts_of(const Letters& letters) {
        static const Pattern sign{"(?<=[a-z)]{3})\\.\\s+(?=\\S)|[,;]\\s+"};
        static const Pattern of_same{
            "^(?:\\d|novy|nove|termin|do\\b|posun|presun|prodlouz|prodluz|prechazi|preloz|resi|zodpovida)"};
        std::vector<Letters> parts;
        std::size_t from = 0;
        int open = 0;
        auto counted = from;
        for (auto& found : sign.all(letters.low)) {
            for (; counted < found.from(); ++counted)
                open += letters.low[counted] == '(' ? 1 : letters.low[counted] == ')' ? -1 : 0;
            auto behind = letters.low.substr(found.to());
            if (open > 0 || !has_state(letters.low.substr(from, found.from() - from)) || of_same.stands_in(behind))
                continue;
            if (found[0].starts_with(',') && !has_state(behind.substr(0, behind.find_first_of(",;"))))
                continue;    // „nevyřízeno, Malá ji dodá do 20. 12.“
            parts.emplace_back(letters.cut(from, found.from()));
            from = found.to();
        }
        parts.emplace_back(letters.cut(from));
        return parts;
    }

    void tell(const Letters& letters, std::size_t first, std::size_t last) {
        if (!has_state(letters.low)) return;
        for (auto& part : parts_of(letters)) one(part, first, last);
        for (auto line = first; line <= last; ++line) source_.used_lines.insert(line), own_.insert(line);
    }

    void one(const Letters& letters, std::size_t first, std::size_t last) {
        auto further = goes_further().in(letters.low);
        if (!further || over(letters.low)) return;
        Letters rest{letters.cut(further->from())};
        auto deadline = deadline_inside(rest, source_.years);
        if (!deadline.said)
            if (auto dates = dates_in(rest, source_.years); !dates.empty()) deadline.day = dates.front().first;
        if (!deadline.day && !deadline.next_meeting) return;
        TaskFound task{.text = squeezed(letters.cut(0, further->from())), .due = day_of_deadline(deadline)};
        static const Pattern bracket{"\\(([^()]{2,50})\\)"};
        for (auto& found : bracket.all(letters.low))
            if (auto inside = letters.cut(found.from(1), found.to(1)); names_responsible(inside)) {
                set_responsible(task, inside);
                task.text = squeezed(letters.cut(0, std::min(found.from(), further->from())));
                break;
            }
        if (task.responsible.empty()) {    // „přechází na A. Nového“
            TaskFound whole{.text = letters.source};
            inline_person(whole);
            task.responsible = whole.responsible, task.responsible_printed = whole.responsible_printed;
        }
        if (task.responsible.empty() && facts_.minutes_by && verb_in_first_person(letters))
            task.responsible = facts_.minutes_by->text, task.responsible_printed = "já";
        while (task.text.ends_with("–") || task.text.ends_with('-') || task.text.ends_with(' '))
            task.text.erase(task.text.size() - (task.text.ends_with("–") ? 3 : 1));
        add(std::move(task), first, last);
    }
};

}

void read_old_tasks(MinutesSource& source, MinutesFacts& facts, std::set<std::size_t>& own) {
    OldTasks{source, facts, own}.read();
}

}
