// Tasks told in sentences that ask somebody: in brackets, in the sentence behind, „aby …“, „Úkol pro …“.
#include "workgroups/minutes_reading/task_reading.hpp"

#include "platform/reading/decoding.hpp"
#include "platform/reading/names_in_text.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

class RequestedTasks : TaskReading {
public:
    using TaskReading::TaskReading;

    void read() {
        auto& all = source_.sentences;
        for (std::size_t i = 0; i < all.size(); ++i) {
            auto& sentence = all[i];
            bool taken = false;
            for (auto line = sentence.place.first; line <= sentence.place.last; ++line)
                taken = taken || own_.contains(line);
            if (taken || sentence.place.first < source_.head_end) continue;
            bool beside = i > 0 && (all[i - 1].paragraph == sentence.paragraph ||
                                    all[i - 1].place.last + 1 == sentence.place.first);
            if (!imposed_above(sentence) && !imposed_here(sentence) && !asked_for(sentence) && !in_brackets(sentence) &&
                !says_only_who(sentence, beside ? &all[i - 1] : nullptr) && !asked(sentence))
                for_somebody(sentence);
        }
    }

private:
    // „ukládá“ alone in a line; below it „1. tajemnici zajistit pozvání (termín: příští schůze)“.
    bool imposed_above(const Sentence& sentence) {
        static const Pattern imposes{"\\b(?:uklada(?:ji)?|poveruje|zada)\\b[\\s:]*$"};
        if (!sentence.item) return false;
        auto at = sentence.place.first;
        for (int lines = 0; at > 0 && lines < 12; ++lines) {
            auto& above = source_.lines[--at];
            auto low = plain_small(above.text);
            if (imposes.stands_in(low)) {
                TaskFound task{.text = "ukládá " + std::string{sentence.letters.source}};
                task.due = day_of_deadline(deadline_inside(sentence.letters, source_.years));
                if (!take_imposed(task)) return false;
                add_told(std::move(task), sentence);
                return true;
            }
            if (above.kind != LineKind::item || above.text.size() < 30) return false;
        }
        return false;
    }

    // „Rada ukládá Janu Novému zjistit ceny do 15. 3.“, „… pověřuje Evu Malou zpracováním …“
    bool imposed_here(const Sentence& sentence) {
        static const Pattern imposes{"\\b(?:uklada(?:ji)?|poveruj[ei]|poveril[aoiy]?|ulozil[aoiy]?)\\b"};
        auto deadline = deadline_inside(sentence.letters, source_.years);
        if (!deadline.said || !imposes.stands_in(sentence.letters.low)) return false;
        TaskFound task{.text = std::string{sentence.letters.source}, .due = day_of_deadline(deadline)};
        if (!take_imposed(task) && !imposed_on(sentence.letters, task)) return false;
        add_told(std::move(task), sentence);
        return true;
    }

    // „Evě Malé ukládá zjistit …“, „Předsedovi Malému se ukládá předložit …“: whom stands before the verb.
    bool imposed_on(const Letters& letters, TaskFound& task) const {
        static const Pattern shape{
            "^\\W*([^,;:]{3,60}?)\\s+(?:se\\s+|je\\s+|bylo?\\s+)*(?:uklada|ulozen|ulozil|naridil|nakazal)[a-z]*\\s+(?=[a-z])"};
        auto found = shape.in(letters.low);
        if (!found) return false;
        auto whom = letters.cut(found->from(1), found->to(1));
        auto people = people_told(Letters{whom});
        std::erase_if(people, [](auto& one) { return one.printed == one.nominative; });
        if (people.empty()) return false;
        for (auto& one : people) task.responsible += (task.responsible.empty() ? "" : ", ") + one.nominative;
        task.responsible_printed = whom, task.text = letters.cut(found->to());
        return true;
    }

    // „Komise žádá Evu Malou o oslovení škol do 12. 3.“
    bool asked_for(const Sentence& sentence) {
        static const Pattern asks{
            "\\b(?:zada|zadaji|zadame|pozadal[aiy]?|poprosil[aiy]?|prosi|prosim|prosime)\\s+([^,;:]{3,60}?)\\s+o\\s+(?=[a-z])"};
        auto& letters = sentence.letters;
        auto found = asks.in(letters.low);
        if (!found) return false;
        auto deadline = deadline_inside(letters, source_.years);
        auto people = people_told(Letters{letters.cut(found->from(1), found->to(1))});
        if (!deadline.said || people.empty()) return false;
        TaskFound task{.text = letters.cut(found->to()), .due = day_of_deadline(deadline)};
        for (auto& one : people) task.responsible += (task.responsible.empty() ? "" : ", ") + one.nominative;
        add_told(std::move(task), sentence);
        return true;
    }

    // „… rozbor se předloží ředitelství (úkol: Nová a Malý, 15. 12. 2022).“
    bool in_brackets(const Sentence& sentence) {
        static const Pattern bracket{
            "[(\\[]\\s*(?:(ukol|zodp[a-z]*\\.?|odp[a-z]*\\.?|z|resi|zajisti|udela|kdo|garant)\\s*[:.]\\s*)?([^()\\[\\]]{3,90})[)\\]]"};
        auto& letters = sentence.letters;
        for (auto& found : bracket.all(letters.low)) {
            auto fields = fields_of("x – " + letters.cut(found.from(2), found.to(2)));
            if (!found.has(1) && fields.due.said && fields.who.empty() && person_then_bracket(sentence, found.from()))
                return true;
            bool alone = !found.has(1) && !fields.due.said;    // „Metodika bude rozeslána do 30. 11. (Nová).“
            if (alone && stands_alone(letters, found.from(), found.to()))
                fields.due = deadline_inside(letters, source_.years);
            if (fields.who.empty() || (!found.has(1) && !fields.due.said) || fields.over) continue;
            auto before = squeezed(letters.cut(0, found.from()));
            if (only_letters(before).size() < 6) continue;
            TaskFound task{.text = before, .due = day_of_deadline(fields.due)};
            set_responsible(task, fields.who);
            add_told(std::move(task), sentence);
            return true;
        }
        return false;
    }

    // „P. Král (ceny nájmu, do 15. 3.)“
    bool person_then_bracket(const Sentence& sentence, std::size_t open) {
        auto& letters = sentence.letters;
        auto who = squeezed(letters.cut(0, open));
        auto close = letters.low.find(')', open);
        if (close == std::string::npos || only_letters(letters.cut(close)).size() > 0 || !names_responsible(who))
            return false;
        auto fields = fields_of(letters.cut(open + 1, close));
        if (!fields.due.said || fields.over || only_letters(fields.text).size() < 6) return false;
        TaskFound task{.text = fields.text, .due = day_of_deadline(fields.due)};
        set_responsible(task, who);
        add_told(std::move(task), sentence);
        return true;
    }

    // At the end of a sentence that names nobody else and tells no old task.
    bool stands_alone(const Letters& letters, std::size_t from, std::size_t to) const {
        auto before = letters.cut(0, from);
        return only_letters(letters.cut(to)).empty() && people_told(Letters{before}).empty() &&
               only_letters(before).size() > 20 && !goes_further().stands_in(letters.low) &&
               !is_done().stands_in(letters.low);
    }

    // „Přílohy se doplní. Zajistí paní Nová do příštího jednání.“
    bool says_only_who(const Sentence& sentence, const Sentence* before) {
        static const Pattern lead{
            "^(?:to )?(?:zajisti|zaridi|zodpovida|odpovida|resi|vyresi|provede|provedou|splni|vyridi|udela|udelaji|obstara|postara se(?: o to)?|postaraji se(?: o to)?|ma na starosti?|vezme si(?: to)? na starost|bere si(?: to)? na starost|ujme se(?: toho)?|dohledne)\\b\\s*:?\\s*"};
        auto& letters = sentence.letters;
        auto found = lead.in(letters.low);
        if (!found || !before || letters.size() > 110) return false;
        auto rest = letters.cut(found->to());
        while (rest.ends_with('.')) rest.pop_back();
        auto inside = deadline_inside(Letters{rest}, source_.years);
        auto who = inside.said ? squeezed(Letters{rest}.cut(0, inside.from)) : rest;
        auto people = people_told(Letters{who});
        if (people.empty() && !names_responsible(who)) return false;
        if (std::ranges::any_of(plain_small(who), [](char c) { return c >= '0' && c <= '9'; })) return false;
        TaskFound task{.text = std::string{before->letters.source}, .due = day_of_deadline(inside)};
        if (people.empty()) set_responsible(task, who);
        for (auto& one : people) task.responsible += (task.responsible.empty() ? "" : ", ") + one.nominative;
        add_told(std::move(task), sentence);
        return true;
    }

    // „Hynka jsem požádala, aby čísla poslal kraji, a to do 14. dubna“, „– Barboře Vřesové, aby zprávu přednesla“
    bool asked(const Sentence& sentence) {
        static const Pattern request{
            ",\\s*(?:aby|at)\\s+|\\b(?:slibil[aiy]?|prislibil[aiy]?|dostal[aiy]? za ukol|si vzal[aiy]? na starost|ma za ukol)\\b(?: si)?,?(?:\\s*ze)?\\s+"};
        static const Pattern asks{
            "\\b(?:pozadal|poprosil|poveril|ulozil|rekl|zadal|vyzval|uklada|ukladaji|poveruje|zada|prosi|prosim|domluvil|povereni?)[aioy]?|slib|dostal|na starost|ukol"};
        auto& letters = sentence.letters;
        auto found = request.in(letters.low);
        if (!found) return false;
        auto head = Letters{
            letters.cut(0, found->from() + (letters.low[found->from()] == ',' ? 0 : found->to() - found->from()))};
        auto deadline = deadline_inside(letters, source_.years);
        bool item = sentence.item && head.size() < 60;
        if (!item && (!asks.stands_in(head.low) || !deadline.said)) return false;
        auto people = people_told(head);
        TaskFound task{.text = letters.cut(found->to()), .due = day_of_deadline(deadline)};
        auto ask = asker().in(head.low);
        if (ask && (*found)[0].starts_with(','))    // who stands before „vyzvala“ asks
            std::erase_if(people, [&](auto& one) { return one.to <= ask->from() && one.printed == one.nominative; });
        if (!people.empty()) {
            task.responsible = people.back().nominative;
            if (people.back().nominative != people.back().printed) task.responsible_printed = people.back().printed;
        } else if (item && names_role(squeezed(head.source))) {
            set_responsible(task, squeezed(head.source));
            if (auto role = role_of_form(plain_small(squeezed(head.source)))) task.responsible = *role;
        } else if (auto role = ask ? asked_role(head.cut(ask->to())) : std::nullopt) task.responsible = *role;
        else return false;
        add_told(std::move(task), sentence);
        return true;
    }

    static const Pattern& asker() {
        static const Pattern verb{"\\b(?:pozadal|poprosil|vyzval|prosi|prosim|vyzyva|zada|doporucil)[aioy]?\\b"};
        return verb;
    }

    // „… členy“ are členové.
    static std::optional<std::string> asked_role(const std::string& text) {
        static const Pattern word{"[a-z]+"};
        auto words = word.all(plain_small(text));
        for (std::size_t i = 0; i < std::min<std::size_t>(3, words.size()); ++i)
            if (auto role = role_of_form(words[i][0])) return role;
        return {};
    }

    static bool names_role(const std::string& text) {
        return role_of_form(plain_small(text.substr(0, text.find(' ')))).has_value();
    }

    // „Úkol pro Šimona Koukola: vyžádat si zprávy, do: 22. 1.“, „Úkoly pro Janu Malou: ceny (15. 3.), sál (20. 3.)“
    bool for_somebody(const Sentence& sentence) {
        static const Pattern shape{"\\bukol(?:em|y)? (?:pro|na|dostal[aiy]?)\\s+([^:]{3,60}?)(?::| - )\\s*"},
            to_whom{"^\\W*(?:novy )?ukoly?\\s+((?!ze? |[a-z]*\\s*c\\.)[a-z][a-z0-9.,() ]{3,40}):\\s*"};    // „Úkol Evě
                                                                                                           // Malé: …“
        auto found = shape.in(sentence.letters.low);
        if (!found) {
            found = to_whom.in(sentence.letters.low);
            if (!found || people_told(Letters{sentence.letters.cut(found->from(1), found->to(1))}).empty())
                return false;
        }
        Letters text{sentence.letters.cut(found->to())};
        auto who = sentence.letters.cut(found->from(1), found->to(1));
        static const Pattern item{"([^(),;]+(?:,[^(),;]+)*)\\(([^()]{3,40})\\)\\s*[,;.]?\\s*"};
        auto items = item.all(text.low);
        bool several = items.size() > 1 && std::ranges::all_of(items, [&](auto& one) {
                           return due_of(text.cut(one.from(2), one.to(2))).has_value();
                       });
        if (!several) {
            TaskFound task{.text = text.source};
            auto said = fields_of("x – " + who);    // „pro E. Malou (do 15. 3.)“
            if (said.due.said)
                task.due = day_of_deadline(said.due), who = said.who.empty() ? who.substr(0, who.find('(')) : said.who;
            set_responsible(task, who);
            static const Pattern colon{"\\b(do|termin)\\s*:"};
            auto deadline = deadline_inside(text, source_.years);
            if (deadline.said) task.due = day_of_deadline(deadline);
            else if (auto lead = colon.in(text.low)) task.due = due_of(text.cut(lead->to()));
            add_told(std::move(task), sentence);
            return true;
        }
        for (auto& one : items) {
            TaskFound task{.text = squeezed(text.cut(one.from(1), one.to(1))),
                           .due = due_of(text.cut(one.from(2), one.to(2)))};
            set_responsible(task, who);
            add_told(std::move(task), sentence);
        }
        return true;
    }
};

}

void read_requested_tasks(MinutesSource& source, MinutesFacts& facts, std::set<std::size_t>& own) {
    RequestedTasks{source, facts, own}.read();
}

}
