// Tasks told in sentences: old ones that go on, new ones with who will do what by when.
#include "workgroups/minutes/task_reading.hpp"

#include "platform/reading/names_in_text.hpp"
#include "platform/reading/word_lists.hpp"
#include "workgroups/minutes/minutes_people_in_text.hpp"

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
            if (!old_task(sentence, before)) new_task(sentence);
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
        } else take_bracketed_person(letters, task);
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
};

}

void read_told_tasks(MinutesSource& source, MinutesFacts& facts, std::set<std::size_t>& own) {
    ToldTasks{source, facts, own}.read();
}

}
