// Whose task it is, and by when.
#include "workgroups/minutes_reading/task_reading.hpp"

#include "workgroups/minutes_reading/task_subject.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/names_in_text.hpp"
#include "platform/reading/word_lists.hpp"
#include "workgroups/minutes_reading/minutes_people_in_text.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

// The words of data/task_states.csv that say so; „*“ stands for any ending.
std::string states(std::string_view kind) {
    std::string all;
    for (auto& [word, state] : kinds_of("task_states")) {
        if (state != kind) continue;
        bool stem = word.ends_with('*');
        all += (all.empty() ? "" : "|") + (stem ? word.substr(0, word.size() - 1) : word + "\\b");
    }
    return "\\b(?:" + all + ")";
}

// „Celestýna Hudcová, vedoucí odboru“: who she is, nobody else.
bool tells_role(const std::string& text) {
    Letters letters{text};
    auto word = letters.low.substr(0, letters.low.find(' '));
    auto role = letters.size() == 0 || letters.capital(0) ? std::nullopt : role_of_form(word);
    return role && plain_small(*role) == word && !is_institution(*role);
}

}

const Pattern& is_done() {
    // „hotovo bude do 5. 5.“, „musí mít hotovo“ tell what will be
    static const Pattern done{
        "(?<!ne)(?<!castecne )(?<!mit )(?<!byt )(?<!bude )(?<!nebyl )(?<!nebyla )(?<!nebylo )(?<!nebyly )(?<!neni )"
        "(?!\\bhotov[a-z]*\\s+(?:to\\s+)?(?:\\W*do\\b|bude|budou|ma\\b|maji\\b|musi|nejpozdeji|nejdele))(?:" +
        states("done") + "|" + states("dropped") + ")"};
    return done;
}

const Pattern& goes_further() {
    static const Pattern further{states("goes_on")};
    return further;
}

bool over(const std::string& low) {
    static const Pattern dropped{states("dropped")};
    return is_done().stands_in(low) && (!goes_further().stands_in(low) || dropped.stands_in(low));
}

std::optional<Date> TaskReading::day_of_deadline(const Deadline& deadline) const {
    return deadline.next_meeting ? source_.next_meeting : deadline.day;
}

std::optional<Date> TaskReading::due_of(const std::string& text) const {
    static const Pattern next{"^\\W*(?:do |na )?priste\\W*$"};
    static const Pattern next_body{"^\\W*(?:pristi|dalsi|nejblizsi|nasledujici)[a-z]*\\s+[a-z]+\\W*$"},
        stretch{"\\b(?:tyd|mesi|rok|obdob|pondel|uter|stred|ctvrt|pat|sobot|nedel)"};
    auto low = plain_small(text);
    if (next.stands_in(low) || (next_body.stands_in(low) && !stretch.stands_in(low))) return source_.next_meeting;
    return day_of_deadline(deadline_of(Letters{text}, source_.years));
}

void TaskReading::set_responsible(TaskFound& task, const std::string& printed) const {
    std::string names;
    auto text = printed;
    std::ranges::replace(text, '\n', ',');
    std::ranges::replace(text, ';', ',');
    std::ranges::replace(text, '/', ',');
    std::ranges::replace(text, '+', ',');
    std::ranges::replace(text, '&', ',');
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
        while (name.ends_with("–")) name.resize(name.size() - 3);
        while (!name.empty() && std::string_view{". :-"}.find(name.back()) != std::string_view::npos) name.pop_back();
        while (name.ends_with("–") || name.ends_with(' ')) name.resize(name.size() - (name.ends_with(' ') ? 1 : 3));
        if (name.empty() || (names.find(' ') != names.npos && tells_role(name))) continue;
        if (name.starts_with("1. ")) name[0] = 'I';    // no person is numbered here: a scanner's „I.“
        Letters letters{name};
        auto people = people_in_text(letters, people_);
        if (people.size() == 1 && people.front().from == 0 && people.front().to == letters.size() &&
            people.front().nominative != name) {
            task.responsible_printed = printed;
            name = people.front().nominative;
        } else if (auto meant = as_scanned(name)) name = *meant;
        else if (auto whole = by_initials(name)) {
            task.responsible_printed = printed;
            name = *whole;
        }
        names += (names.empty() ? "" : ", ") + name;
    }
    task.responsible = names;
}

std::optional<std::string> TaskReading::as_scanned(const std::string& name) const {
    if (!source_.clean.scanned) return {};
    auto mended = [](const std::string& text) {
        static const Pattern mistaken{"rn|[1i]|0"};
        std::string low = plain_small(text), all;
        std::size_t from = 0;
        for (auto& found : mistaken.all(low)) {
            all += low.substr(from, found.from() - from) + (found[0] == "rn" ? "m" : found[0] == "0" ? "o" : "l");
            from = found.to();
        }
        return all + low.substr(from);
    };
    for (auto& person : source_.people)
        if (auto known = without_titles(person); mended(known) == mended(name)) return known;
    return {};
}

std::optional<std::string> TaskReading::by_initials(const std::string& text) const {
    Letters letters{text};
    if (letters.size() < 2 || letters.size() > 3) return {};
    for (std::size_t i = 0; i < letters.size(); ++i)
        if (!letters.capital(i)) return {};
    std::optional<std::string> meant;
    for (auto& person : source_.people) {
        std::string initials;
        for (auto& word : text::parted(person, " "))
            if (auto low = plain_small(word); !low.empty() && !low.ends_with('.')) initials += low[0];
        std::string surname_first{initials.rbegin(), initials.rend()};
        if (letters.low != initials && letters.low != surname_first) continue;
        if (meant) return {};    // of two people
        meant = person;
    }
    return meant;
}

void TaskReading::inline_person(TaskFound& task) const {
    Letters letters{task.text};
    auto people = people_told(letters);
    auto verb = task_verb(letters);
    if (!verb) verb = verb_behind_person(letters, people);
    if (verb) {
        const PersonInText* nearest = nullptr;
        for (auto& one : people)
            if (one.printed == one.nominative &&
                (!nearest || distance_from(one, verb->from) < distance_from(*nearest, verb->from)))
                nearest = &one;
        auto role = role_near(letters, verb->from);
        if (nearest && !(role && distance_from(*nearest, verb->from) > 60)) {
            task.responsible = whole_subject(letters, people, *nearest);
            return;
        }
        if (role) {
            task.responsible = *role;
            return;
        }
    }
    if (people.empty()) return;
    task.responsible = people.front().nominative;
    if (people.front().nominative != people.front().printed) task.responsible_printed = people.front().printed;
}

void TaskReading::add(TaskFound task, std::size_t first, std::size_t last) {
    while (!task.text.empty() && (task.text.ends_with("–") || task.text.find_last_of(",; ") == task.text.size() - 1))
        task.text.resize(task.text.size() - (task.text.ends_with("–") ? 3 : 1));
    if (only_letters(task.text).size() < 4) return;
    task.at = source_.original(first, std::min(last, source_.lines.size() - 1));
    for (auto line = first; line <= last; ++line) source_.used_lines.insert(line), own_.insert(line);
    for (auto& one : facts_.tasks)
        if (one.due == task.due && only_letters(one.text) == only_letters(task.text)) return;
    facts_.tasks.push_back(std::move(task));
}

void TaskReading::add_told(TaskFound task, const Sentence& sentence) {
    auto used = source_.used_lines;
    auto own = own_;
    add(std::move(task), sentence.place.first, sentence.place.last);
    std::size_t length = 0;
    for (auto line = sentence.place.first; line <= sentence.place.last; ++line)
        length += source_.lines[line].text.size();
    if (length > sentence.letters.source.size() + 30) source_.used_lines = std::move(used), own_ = std::move(own);
}

void TaskReading::take_bracketed_person(const Letters& letters, TaskFound& task) const {
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

// What a table says is not asked of labels again, nor what labels say of lists and sentences.
void read_tasks(MinutesSource& source, MinutesFacts& facts) {
    std::set<std::size_t> own;
    read_task_tables(source, facts, own);
    read_old_tasks(source, facts, own);
    read_tasks_in_one_line(source, facts, own);
    read_labelled_tasks(source, facts, own);
    read_field_tasks(source, facts, own);
    read_listed_tasks(source, facts, own);
    read_requested_tasks(source, facts, own);
    read_told_tasks(source, facts, own);
}

}
