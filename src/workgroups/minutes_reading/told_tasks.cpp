// Tasks told in sentences: old ones that go on, new ones with who will do what by when.
#include "workgroups/minutes_reading/task_reading.hpp"
#include "workgroups/minutes_reading/task_subject.hpp"

#include "platform/reading/decoding.hpp"
#include "platform/reading/names_in_text.hpp"
#include "platform/reading/word_lists.hpp"
#include "workgroups/minutes_reading/minutes_people_in_text.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

class ToldTasks : TaskReading {
public:
    using TaskReading::TaskReading;

    void read() {
        auto all = sentences();
        for (std::size_t i = 0; i < all.size(); ++i) {
            auto& sentence = all[i];
            if (sentence.place.first < source_.head_end) continue;
            bool own = false;
            for (auto line = sentence.place.first; line <= sentence.place.last; ++line)
                own = own || own_.contains(line);
            if (own) continue;
            auto before = i > 0 && (all[i - 1].paragraph == sentence.paragraph ||
                                    all[i - 1].place.last + 1 == sentence.place.first)
                              ? &all[i - 1]
                              : nullptr;
            if (old_task(sentence, before)) continue;
            auto clauses = clauses_of(sentence);
            for (std::size_t n = 0; n < clauses.size(); ++n) {
                auto shared = Deadline{};    // „Nová připraví smlouvu a Malý ji zkontroluje, obojí do 15. 3.“
                for (auto next = n + 1; next < clauses.size() && !shared.said; ++next)
                    shared = deadline_inside(clauses[next].letters, source_.years);
                if (!shared.said && i + 1 < all.size() && all[i + 1].paragraph == sentence.paragraph)
                    shared = day_alone(all[i + 1].letters);
                new_task(clauses[n], shared);
            }
        }
    }

private:
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

    // „Úkol trvá, nový termín 31. 5. 2019 (zodpovídá Slunečko)“
    bool old_task(const Sentence& sentence, const Sentence* before) {
        auto& letters = sentence.letters;
        static const Pattern of_task{
            "\\bukol|\\bustavaj|\\btermin|\\busneseni|\\bnesplnen|(?:^|[-:()]\\s*)trva\\b|\\bprechazi|\\bprodlouzen[oa]"};
        auto further = goes_further().in(letters.low);
        if (!further || !of_task.stands_in(letters.low)) return false;
        auto rest = Letters{letters.cut(further->from())};
        auto deadline = deadline_inside(rest, source_.years);
        auto people = people_in_text(letters, people_);
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
        } else take_bracketed_person(letters, task);
        static const Pattern begins_with_task{"^\\W*(?:(?:tento |stary )?ukol|trva|nesplneno|prechazi|prodluzuje)\\b"};
        if (before && begins_with_task.stands_in(letters.low))
            task.text = std::string{before->letters.source} + ' ' + task.text;
        if (task.responsible.empty() && !before) return false;
        add_told(std::move(task), sentence);
        return true;
    }

    // Several old tasks in a row: what was done stands before.
    static std::string text_behind_done(const Letters& letters) {
        static const Pattern done{"(?<!ne)\\b(?:splneno|hotov[oay]?|splnen[ay]?)\\b\\s*(?:\\([^)]*\\))?[,;]\\s*"};
        std::size_t from = 0;
        for (auto& found : done.all(letters.low)) from = found.to();
        return letters.cut(from);
    }

    // „Nová sežene sál do 15. 11., Malý vytiskne plakáty“: each of them has a person and a verb of its own.
    std::vector<Sentence> clauses_of(const Sentence& sentence) const {
        static const Pattern sign{",\\s+(?:a\\s+)?|;\\s+|\\s+a\\s+(?=[A-Z])"};
        auto& letters = sentence.letters;
        std::vector<std::pair<std::size_t, std::size_t>> bounds;    // of clauses
        std::size_t from = 0;
        auto whole = [&](std::size_t to) {
            Letters part{letters.cut(from, to)};
            auto people = people_told(part);
            std::erase_if(people, [](auto& one) { return one.printed != one.nominative; });
            return !people.empty() && (task_verb(part) || verb_behind_person(part, people));
        };
        for (auto& found : sign.all(letters.plain)) {
            if (!whole(found.from())) continue;
            bounds.emplace_back(from, found.from());
            from = found.to();
        }
        if (bounds.empty()) return {sentence};
        if (whole(letters.size())) bounds.emplace_back(from, letters.size());
        else bounds.back().second = letters.size();
        if (bounds.size() < 2) return {sentence};
        std::vector<Sentence> clauses;
        for (auto [first, last] : bounds) {
            auto clause = sentence;
            clause.letters = Letters{letters.cut(first, last)};
            clauses.push_back(std::move(clause));
        }
        return clauses;
    }

    // „Termín je 12. 3. 2021.“, „Hotovo má být do konce dubna.“ behind the sentence that says who.
    Deadline day_alone(const Letters& letters) const {
        static const Pattern lead{
            "^\\(?(?:termin|lhut|hotov|splneni|splnit|do\\b|nejpozdeji|a to\\b|uzaverk|cas\\b|na to\\b|(?:ma|maji|dostal[aiy]?) (?:na to|cas|termin|lhutu|to)\\b|"
            "(?:udela|zvladne|stihne|doda|posle|odevzda|prinese)(?:ji)? (?:to|ji|ho|je)\\b|(?:to|bude to) (?:bude|ma|musi)?\\b)"};
        if (letters.size() > 60 || !lead.in(letters.low) || !people_told(letters).empty()) return {};
        auto said = deadline_inside(letters, source_.years);
        return said.said ? said : deadline_of(letters, source_.years);
    }

    // „Leták připraví Nová (12. 3.).“
    Deadline day_in_last_bracket(const Letters& letters) const {
        static const Pattern bracket{"\\(([^()]{3,25})\\)\\W*$"};
        auto found = bracket.in(letters.low);
        if (!found) return {};
        auto said = deadline_of(Letters{letters.cut(found->from(1), found->to(1))}, source_.years);
        return said.from < 3 && (said.day || said.next_meeting) ? said : Deadline{};
    }

    // „…, odejde v pátek 15. března“, „…, uzávěrka je 20. dubna“
    Deadline day_in_last_clause(const Letters& letters) const {
        static const Pattern clause{
            "[,;-]\\s+(?:a (?:to )?)?(?:odejd|odesl|posl|odevzd|hotov|uzaverk|termin|lhut|cas |splatn|prines|doda|vrat|ozv|da vedet|da(?:ji)? (?:nam|mu|ji) vedet|rekn|zprav|vysledek|musi|ma(?:ji)? |bude to|to bude|slibil|chce|stihn)[^,;]{0,60}$"};
        auto found = clause.in(letters.low);
        if (!found) return {};
        auto dates = dates_in(Letters{letters.cut(found->from())}, source_.years);
        if (dates.size() != 1 || dates.front().last) return {};
        return {.day = dates.front().first, .said = true, .from = found->from(), .to = letters.size()};
    }

    // „Seznam hostů doplním já, nejpozději 8. prosince“: who writes is meant.
    bool mine(const Letters& letters, const std::optional<Date>& due, const Sentence& sentence) {
        if (!facts_.minutes_by || !due || !verb_in_first_person(letters)) return false;
        TaskFound task{.text = letters.source, .responsible = facts_.minutes_by->text, .due = due};
        task.responsible_printed = "já";
        add_told(std::move(task), sentence);
        return true;
    }

    // „Dopis zajistí pan Věchet do 24. listopadu“, „Pan Podběl ověří v Podbořanech …“
    void new_task(const Sentence& sentence, const Deadline& shared) {
        auto& letters = sentence.letters;
        bool arrow = sentence.marker == "→";
        auto deadline = deadline_inside(letters, source_.years);
        auto everybody = people_told(letters);
        if (!deadline.said && (task_verb(letters) || verb_behind_person(letters, everybody)))
            deadline = day_in_last_bracket(letters), deadline.from = 0;
        if (!deadline.said && shared.said) deadline = shared, deadline.from = letters.size();
        static const Pattern on_next{
            "\\bpriste\\W*$|\\b(?:na|k) (?:pristi|dalsi|nejblizsi|nasledujici)[a-z]* (?:porad|schuz|jednan|zasedan|setkan|sezen|snem|vybor|rad[ae]\\b|komisi|skupin|tymu|gremi|kolegi|platform)"};
        bool own_clause = false;
        if (!deadline.said) deadline = day_in_last_clause(letters), own_clause = deadline.said;
        if (!deadline.said && on_next.stands_in(letters.low)) deadline.next_meeting = deadline.said = true;
        auto due = day_of_deadline(deadline);
        auto verb = task_verb(letters);
        if (!verb && !arrow && !deadline.said) return;
        if (!verb && deadline.said) verb = verb_behind_person(letters, everybody);
        if (!verb && deadline.said) verb = verb_before_person(letters, everybody);
        if (auto one = verb || !deadline.said ? nullptr : burdened(letters, everybody)) {
            TaskFound task{.text = letters.source, .responsible = one->nominative, .due = due};
            if (one->nominative != one->printed) task.responsible_printed = one->printed;
            return add_told(std::move(task), sentence);
        }
        if (!verb && deadline.said) verb = lone_verb(letters, everybody);
        if (!verb && deadline.said && mine(letters, due, sentence)) return;
        if (verb && deadline.said && deadline.from < verb->from)    // the one behind the verb is its own
            if (auto own = deadline_inside(Letters{letters.cut(verb->from)}, source_.years); own.said)
                due = day_of_deadline(own);
        if ((!verb && !arrow) || (is_done().stands_in(letters.low) && !arrow)) return;
        TaskFound task{.text = std::string{letters.source}, .due = due};
        auto people = everybody;
        std::erase_if(
            people, [](auto& one) { return one.printed != one.nominative; });    // the subject stands in the nominative
        auto at = verb ? verb->from : 0;
        if (people.empty()) {
            auto role = due || arrow ? role_near(letters, at) : std::nullopt;
            if (!role && due && verb) role = organisation_before(letters, *verb);
            if (!role || !verb) return;
            task.responsible = *role;
        } else {
            auto nearest = std::ranges::min_element(people, {}, [&](auto& one) { return distance_from(one, at); });
            if ((!due || own_clause) && !arrow && !stands_beside(letters, *nearest, *verb)) return;
            if (auto role = due ? role_near(letters, at) : std::nullopt;
                role && verb && distance_from(*nearest, at) > 60)
                task.responsible = *role;
            else task.responsible = whole_subject(letters, everybody, *nearest);
        }
        for (auto& one : facts_.tasks)    // the table below says the same
            if (one.due == task.due && !one.responsible.empty() &&
                task.responsible.find(one.responsible) != std::string::npos)
                return;
        add_told(std::move(task), sentence);
    }
};

}

void read_told_tasks(MinutesSource& source, MinutesFacts& facts, std::set<std::size_t>& own) {
    ToldTasks{source, facts, own}.read();
}

}
