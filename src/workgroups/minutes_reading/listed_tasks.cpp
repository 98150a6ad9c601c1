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
                "^(?:(?:\\d+[.)]\\s*)?(?:nove |dalsi |ukladane |zadane |aktualni )?ukoly(?: (?:z|ze|pro|do|k|na|vyplyvajici|pro clenky|pro cleny)\\b.*)?|(?:nove )?ukoly? ?\\([^)]*\\)|do priste|souhrn ukolu|prehled ukolu|seznam ukolu|zadane ukoly|co je treba(?: udelat| zaridit)?|kdo (?:si )?co (?:udela|dela|zaridi|slibil|vzal|ma|bere)[a-z]*(?: na starost[i]?)?|co kdo (?:udela|dela|zaridi|slibil)|akcni (?:polozky|kroky|body)|dalsi kroky|co (?:z|ze) [a-z]+ plyne|na cem jsme se (?:dohodli|domluvili|shodli)|dohodnut[ae] (?:kroky|opatreni|ukoly)|domluveno|to ?do|co je potreba(?: udelat| zaridit)?|(?:stare|otevrene|trvajici|nesplnene|prubezne) ukoly(?: .*)?|dohodli jsme se|shrnuti ukolu|zavery a ukoly|ukoly a terminy)(?:\\s*\\([^)]*\\))?\\s*:?$"};
            auto low = plain_small(line.text);
            bool begins = line.kind != LineKind::row && low.size() < 80 &&
                          (heading.stands_in(low) || label_kind(line.text) == "task");
            if (begins) section_who_ = who_of_heading(line.text), section(at + 1, due_of_heading(line.text));
            else if (auto due = day_alone_above_items(at); due.said) by_day_ = true, section(at + 1, due);
            else if (auto whom = addressed_above_items(at); !whom.empty()) section_who_ = whom, section(at + 1, {});
            else if (line.kind != LineKind::row) below_person(at);
            if (line.kind == LineKind::item && line.marker == "☐" && !own_.contains(at)) item(at, at, line.text, false);
        }
    }

    void read_lines() {
        for (auto at = source_.head_end; at < source_.lines.size(); ++at)
            if (auto& line = source_.lines[at]; line.kind != LineKind::row && !line.empty() && !own_.contains(at))
                in_one_line(at);
    }

private:
    // „Do příště: Jana Nová – ceny, Petr Malý – sál“; without a label where each says its day as well
    void in_one_line(std::size_t at) {
        static const Pattern lead{
            "^(?:(?:nove |dalsi )?ukoly(?: do (?:priste|pristi [a-z]+))?|do priste|do pristi [a-z]+|dalsi kroky|kdo co(?: udela)?|domluveno|dohodnuto)\\s*:\\s*(?=\\S)"};
        auto& line = source_.lines[at].text;
        auto found = lead.in(plain_small(line));
        Letters text{found ? Letters{line}.cut(found->to()) : line};
        if (!found && (text.size() > 300 || text.low.find_first_of(",;") == std::string::npos)) return;
        auto parts = parts_with_people(text);
        if (parts.size() < 2 && !found) parts = parts_with_days(text);
        if (parts.size() < 2) return;
        static const Pattern own_day{"^[^:,(]{2,50}?\\s*(?::| - )\\s"};
        for (auto& part : parts) {
            bool sure = found || (own_day.stands_in(Letters{part}.low) && fields_of(part).person_and_day());
            if (!sure) return;
        }
        section_due_ = found ? due_of_heading(Letters{line}.cut(0, found->to())) : Deadline{};
        for (auto& part : parts) item(at, at, part, true);
        section_due_ = {};
    }

    bool items_follow(std::size_t at) const {
        auto& lines = source_.lines;
        if (at < source_.head_end || lines[at].kind == LineKind::row || own_.contains(at)) return false;
        auto next = at + 1 < lines.size() && lines[at + 1].empty() ? at + 2 : at + 1;
        return next < lines.size() && lines[next].kind == LineKind::item && !own_.contains(next);
    }

    // „Do příští porady:“ above „– Malá osloví obce“
    Deadline day_alone_above_items(std::size_t at) const {
        static const Pattern lead{
            "^\\W*(?:(?:ukoly|splnit|hotovo|zaridit|udelat|termin[a-z]*|nejpozdeji)\\s*:?\\s*)*(?:do|nejpozdeji|termin|k)\\b"};
        Letters letters{source_.lines[at].text};
        if (letters.size() > 50 || !lead.stands_in(letters.low) || !items_follow(at)) return {};
        auto said = deadline_inside(letters, source_.years);
        bool alone = said.said && only_letters(letters.cut(std::min(said.to, letters.size()))).empty();
        return alone ? said : Deadline{};
    }

    // „Tým ukládá Evě Malé:“ above „– oslovit obce“
    std::string addressed_above_items(std::size_t at) const {
        static const Pattern imposes{
            "\\b(?:uklada(?:ji)?|ulozil[aiy]?|poveruj[ei]|poveril[aiy]?|zada(?:ji)?|pozadal[aiy]?|prosi)\\s+([^:]{3,60}):\\s*$"};
        Letters letters{source_.lines[at].text};
        auto found = imposes.in(letters.low);
        if (!found || !items_follow(at)) return {};
        std::string whom;
        for (auto& one : people_told(Letters{letters.cut(found->from(1), found->to(1))}))
            whom += (whom.empty() ? "" : ", ") + one.nominative;
        return whom;
    }

    // „Úkoly do příště“, „Úkoly (termín 31. 3.)“
    Deadline due_of_heading(const std::string& heading) const {
        static const Pattern next{"\\b(?:do|na) prist[ei]\\b"};
        Letters letters{heading};
        if (next.stands_in(letters.low)) return {.next_meeting = true, .said = true};
        return deadline_inside(letters, source_.years);
    }

    // „Ceny nájmu: P. Král do 15. 3., přehled obcí: E. Malá do 20. 3.“
    std::vector<std::string> parts_with_days(const Letters& text) const {
        static const Pattern sign{"[,;]\\s+(?=[A-Za-z])"}, own_field{"[^:(]{3,}(?::| - )\\s*[^:]*$"};
        std::vector<std::string> parts;
        std::size_t from = 0;
        auto whole = [&](const std::string& part) {
            return own_field.stands_in(plain_small(part)) && fields_of(part).person_and_day();
        };
        for (auto& one : sign.all(text.plain))
            if (auto part = text.cut(from, one.from()); whole(part)) parts.push_back(part), from = one.to();
        if (parts.empty() || !whole(text.cut(from))) return {};
        parts.push_back(text.cut(from));
        return parts;
    }

    // Each begins with somebody.
    std::vector<std::string> parts_with_people(const Letters& text) const {
        static const Pattern sign{"[,;.]\\s+(?=[A-Z])"};
        std::vector<std::string> parts;
        std::size_t from = 0;
        auto begins_with_person = [&](const std::string& part) {
            static const Pattern who{"^([^:(]{2,50}?)\\s*(?::| - )\\s*(?=\\S)"};
            Letters letters{part};
            auto names = who.in(letters.low);
            if (names && names_responsible(letters.cut(0, names->to(1)))) return true;
            auto people = people_told(letters);
            return !people.empty() && people.front().from == 0 && people.front().printed == people.front().nominative;
        };
        if (!begins_with_person(text.source)) return {};
        for (auto& one : sign.all(text.plain)) {
            if (one.from() - from < 12 || !begins_with_person(text.cut(one.to()))) continue;
            parts.push_back(text.cut(from, one.from()));
            from = one.to();
        }
        parts.push_back(text.cut(from));
        return parts;
    }

    // „Petr Král“ alone above „– zjistí ceny do 15. 3.“
    void below_person(std::size_t at) {
        auto& lines = source_.lines;
        auto who = lines[at].text;
        while (who.ends_with(':')) who.pop_back();
        if (at < source_.head_end || lines[at].kind != LineKind::text || who.size() > 50 || at + 1 >= lines.size() ||
            lines[at + 1].kind != LineKind::item || own_.contains(at) || !names_responsible(who))
            return;
        if (auto role = role_of_form(plain_small(who.substr(0, who.find(' ')))); role && is_institution(*role))
            return;    // „Rada města – schvaluje …“
        auto told = [&](const Line& line) {
            Letters letters{line.text};
            return line.kind == LineKind::item && people_told(letters).empty() &&
                   (task_verb(letters) || deadline_inside(letters, source_.years).said ||
                    deadline_of(Letters{letters.cut(letters.size() > 14 ? letters.size() - 14 : 0)}, source_.years)
                        .day);
        };
        for (++at; at < lines.size() && told(lines[at]); ++at) {
            if (own_.contains(at) || over(plain_small(lines[at].text))) continue;
            Letters letters{lines[at].text};
            auto fields = fields_of(lines[at].text);
            auto due = fields.due.said ? fields.due : deadline_inside(letters, source_.years);
            TaskFound task{.text = fields.text, .due = day_of_deadline(due)};
            set_responsible(task, who);
            add(std::move(task), at, at);
        }
    }

    void section(std::size_t at, const Deadline& due) {
        section_due_ = due;
        items_below(at);
        section_due_ = {}, section_who_.clear(), by_day_ = false;
    }

    void items_below(std::size_t at) {
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
        else if (in_section && section_due_.said) task.due = day_of_deadline(section_due_);
        if (task_verb(letters)) inline_person(task);
        else
            for (auto& one : responsible_people(letters))
                task.responsible += (task.responsible.empty() ? "" : ", ") + one.nominative;
        if (auto fields = task.responsible.empty() ? fields_of(text) : TaskFields{}; !fields.who.empty())
            set_responsible(task, fields.who), task.text = fields.text;
        if (task.responsible.empty()) take_bracketed_person(letters, task);
        if (task.responsible.empty() && !section_who_.empty()) set_responsible(task, section_who_);
        if (task.responsible.empty() && !task.due) return;
        if (task.responsible.empty() && (!in_section || by_day_)) return;
        add(std::move(task), first, last);
    }

    // Those named together in brackets, behind a dash or before a colon; otherwise the first one.
    std::vector<PersonInText> responsible_people(const Letters& letters) const {
        auto people = people_in_text(letters, people_);
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

    // „Úkoly (odpovídá Eva Malá)“
    std::string who_of_heading(const std::string& heading) const {
        static const Pattern bracket{"\\(([^()]{3,60})\\)"};
        Letters letters{heading};
        auto found = bracket.in(letters.low);
        return found ? fields_of("x – " + letters.cut(found->from(1), found->to(1))).who : std::string{};
    }

    std::string section_who_{};
    bool by_day_ = false;       // a day alone heads the section
    Deadline section_due_{};    // said in the heading: „Úkoly do příště“
};

}

void read_tasks_in_one_line(MinutesSource& source, MinutesFacts& facts, std::set<std::size_t>& own) {
    ListedTasks{source, facts, own}.read_lines();
}

void read_listed_tasks(MinutesSource& source, MinutesFacts& facts, std::set<std::size_t>& own) {
    ListedTasks{source, facts, own}.read();
}

}
