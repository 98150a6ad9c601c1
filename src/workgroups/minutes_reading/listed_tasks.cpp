// Tasks as a list below „Úkoly:“, and boxes to be ticked.
#include "workgroups/minutes_reading/task_reading.hpp"

#include "platform/reading/decoding.hpp"
#include "workgroups/minutes_reading/minutes_people_in_text.hpp"
#include "workgroups/minutes_reading/task_subject.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

class ListedTasks : TaskReading {
public:
    using TaskReading::TaskReading;

    void read() {
        for (std::size_t at = 0; at < source_.lines.size(); ++at) {
            auto& line = source_.lines[at];
            static const Pattern heading{
                "^(?:(?:\\d+[.)]\\s*)?(?:nove |dalsi |ukladane |zadane |aktualni )?ukoly(?: (?:z|ze|pro|do|k|na|vyplyvajici|pro clenky|pro cleny)\\b.*)?|souhrn ukolu|prehled ukolu|seznam ukolu|zadane ukoly|co je treba(?: udelat| zaridit)?|kdo (?:si )?co (?:udela|dela|zaridi|slibil|vzal|ma|bere)[a-z]*(?: na starost[i]?)?|co kdo (?:udela|dela|zaridi|slibil)|akcni (?:polozky|kroky|body)|dalsi kroky|co (?:z|ze) [a-z]+ plyne|na cem jsme se (?:dohodli|domluvili|shodli)|dohodnut[ae] (?:kroky|opatreni|ukoly)|domluveno|to ?do|co je potreba(?: udelat| zaridit)?|(?:stare|otevrene|trvajici|nesplnene|prubezne) ukoly(?: .*)?|dohodli jsme se|shrnuti ukolu|zavery a ukoly|ukoly a terminy)\\s*:?$"};
            auto low = plain_small(line.text);
            bool begins = line.kind != LineKind::row && low.size() < 80 &&
                          (heading.stands_in(low) || label_kind(line.text) == "task");
            if (begins) section(at + 1);
            if (line.kind == LineKind::item && line.marker == "☐" && !own_.contains(at)) item(at, at, line.text, false);
        }
    }

private:
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
        if (task_verb(letters)) inline_person(task);
        else
            for (auto& one : responsible_people(letters))
                task.responsible += (task.responsible.empty() ? "" : ", ") + one.nominative;
        if (task.responsible.empty()) take_bracketed_person(letters, task);
        if (task.responsible.empty() && !task.due) return;
        if (task.responsible.empty() && !in_section) return;
        add(std::move(task), first, last);
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
};

}

void read_listed_tasks(MinutesSource& source, MinutesFacts& facts, std::set<std::size_t>& own) {
    ListedTasks{source, facts, own}.read();
}

}
