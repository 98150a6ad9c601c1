// Whose task it is: people whom a text tells, and roles.
#include "workgroups/minutes_reading/people_by_shape.hpp"
#include "workgroups/minutes_reading/task_reading.hpp"

#include "platform/reading/decoding.hpp"
#include "platform/reading/names_in_text.hpp"
#include "platform/reading/word_lists.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

std::optional<std::string> role_of_form(const std::string& low) {
    static const std::map<std::string, std::string> roles = [] {
        std::map<std::string, std::string> all;
        for (auto& [form, role] : kinds_of("roles")) all.emplace(form, role);
        return all;
    }();
    auto found = roles.find(low);
    return found == roles.end() ? std::nullopt : std::optional{found->second};
}

bool is_institution(const std::string& role) {
    static const std::set<std::string> institutions = {
        "město",     "kraj",    "obce",     "škola",    "služba", "nemocnice", "centrum",   "organizace",
        "charita",   "policie", "agentura", "úřad",     "spolek", "klienti",   "klient",    "klientka",
        "uživatelé", "rodiče",  "odbor",    "oddělení", "rada",   "výbor",     "komise",    "skupina",
        "MAS",       "OSPOD",   "tým",      "matka",    "otec",   "babička",   "podskupina"};
    return institutions.contains(role);
}

namespace {

// The role that one of the first two words names; in the nominative only, where that is asked.
bool is_role(const std::string& text, bool nominative) {
    static const Pattern word{"[a-z]+"};
    auto words = word.all(plain_small(text));
    if (words.empty() || words.size() > 6) return false;
    static const Pattern verb{
        "^(?:stoji|je|jsou|bude|budou|ma|maji|se|pak|si|ze|by|mel[aoiy]?|byl[aoiy]?|byt|[a-z]{2,}(?:al|el|il|yl|ul|sel)[aioy]?)$"};
    if (std::ranges::any_of(words, [&](auto& word) {
            return (verb.stands_in(word[0]) || words_of("task_verbs").contains(word[0])) && !role_of_form(word[0]);
        }))
        return false;
    static const Pattern infinitive{
        "^(?!magistrat|sekretariat|inspektorat|rektorat|senat)[a-z]{2,}(?:it|at|et|yt|out|ist|ast|est|ezt|azt|ict)$"};
    if (infinitive.stands_in(words.front()[0])) return false;    // „oslovit obce“
    for (std::size_t i = 0; i < std::min<std::size_t>(2, words.size()); ++i)
        if (auto role = role_of_form(words[i][0]); role && (!nominative || plain_small(*role) == words[i][0]))
            return true;
    return false;
}

std::string role_in_nominative(const std::string& text) {
    auto end = text.find(' ');
    auto first = text.substr(0, end);
    auto role = role_of_form(plain_small(first));
    if (role && plain_small(*role) != plain_small(first)) return *role + (end == text.npos ? "" : text.substr(end));
    return text;
}

// Two words for one person: the shape tells „Evu Malou“ where only „Malou“ is known.
void add_by_shape(const Letters& letters, std::vector<PersonInText>& people) {
    for (auto& person : people_by_shape(letters)) {
        auto known =
            std::ranges::find_if(people, [&](auto& one) { return one.from < person.to && person.from < one.to; });
        if (known == people.end()) people.push_back(person);
        else if (person.from <= known->from && known->to <= person.to &&
                 person.nominative.find(' ') != std::string::npos && known->nominative.find(' ') == std::string::npos)
            *known = person;
    }
}

// „J. Nová“ whom nobody knew.
void add_with_initials(const Letters& letters, std::vector<PersonInText>& people) {
    static const Pattern initial{"(?<![A-Za-z])((?:[A-Z]|Ch|St)\\.\\s?[A-Z][a-z]+(?:-[A-Z][a-z]+)?)"};
    for (auto& found : initial.all(letters.plain)) {
        auto from = found.from(1), to = found.to(1);
        bool known = std::ranges::any_of(people, [&](auto& one) { return one.from < to && from < one.to; });
        auto name = letters.cut(from, to);
        if (known || words_of("not_a_name").contains(plain_small(name))) continue;
        people.push_back({.from = from, .to = to, .printed = name, .nominative = name});
    }
}

// „Anděl Strážný, z. ú.“ is an organisation.
void leave_organisations_out(const Letters& letters, std::vector<PersonInText>& people) {
    static const Pattern legal_form{
        "^,?\\s*(?:z\\. ?[su]|o\\. ?p\\. ?s|s\\. ?r\\. ?o|a\\. ?s|p\\. ?o|v\\. ?o\\. ?s)\\.|^,?\\s*zapsany (?:spolek|ustav)"};
    std::erase_if(people,
                  [&](auto& one) { return legal_form.stands_in(std::string_view{letters.low}.substr(one.to)); });
}

}

std::vector<PersonInText> TaskReading::people_told(const Letters& letters) const {
    auto people = people_in_text(letters, people_);
    add_by_shape(letters, people);
    static const Pattern letters_alone{"(?<![A-Za-z.-])[A-Z]{2,3}(?![A-Za-z.-])"};
    for (auto& found : letters_alone.all(letters.plain))
        if (auto meant = by_initials(letters.cut(found.from(), found.to())))
            people.push_back({.from = found.from(), .to = found.to(), .printed = *meant, .nominative = *meant});
    add_with_initials(letters, people);
    leave_organisations_out(letters, people);
    std::ranges::sort(people, {}, &PersonInText::from);
    return people;
}

// One person or role, by all that tells them: initials, knowing them, a title, a first name.
bool TaskReading::is_responsible(const std::string& part) const {
    static const Pattern initial{"^(?:[A-Z]|Ch|St)\\. ?[A-Z][A-Za-z-]+$"};
    if (std::ranges::any_of(part, [](char c) { return c >= '0' && c <= '9'; })) return false;
    if (by_initials(part)) return true;
    auto bare = without_titles(part);
    Letters name{bare};
    auto told = people_in_text(name, people_);
    if (told.size() == 1 && told.front().from == 0 && told.front().to == name.size()) return true;
    if (initial.stands_in(name.plain) || (bare != part && name_alone(part))) return true;
    auto alone = name_alone(bare);
    if (alone && words_of("first_names").contains(plain_small(alone->substr(0, alone->find(' '))))) return true;
    return part.size() < 50 && is_role(part, true);
}

bool TaskReading::names_responsible(const std::string& text) const {
    if (text.size() > 90) return false;
    static const Pattern between{"\\s*(?:,|\\+|&|/|\\ba\\b(?!\\.)|\\bpomuze\\b|\\bs\\b(?!\\.))\\s*"};
    Letters letters{text};
    std::size_t from = 0, people = 0;
    auto person = [&](std::size_t to) {
        auto part = squeezed(letters.cut(from, to));
        people += !part.empty();
        return part.empty() || is_responsible(part);
    };
    for (auto& found : between.all(letters.low)) {
        if (!person(found.from())) return false;
        from = found.to();
    }
    return person(letters.size()) && people > 0;
}

bool TaskReading::take_imposed(TaskFound& task) const {
    static const Pattern imposes{
        "\\b(?:uklada(?:ji)?|poveruje|poveril[aoiy]?|ulozil[aoiy]?|zada(?:ji)?|pozadal[aoiy]?|vyzyva(?:ji)?|zavazuje|prosi|ma|maji|dostal[aiy]? za ukol)\\s+(?:se\\s+)?((?:[^\\s]+\\s+){0,9}?)([a-z]{2,}t|[a-z]{3,}[nt]im)\\b(?=\\s|$|,)"};
    Letters letters{task.text};
    auto found = imposes.in(letters.low);
    if (!found) return false;
    auto whom = squeezed(letters.cut(found->from(1), found->to(1)));
    if (whom.empty()) return false;
    Letters inside{whom};
    auto people = people_told(inside);
    std::string names;
    for (auto& one : people) names += (names.empty() ? "" : ", ") + one.nominative;
    if (names.empty() && is_role(whom, false)) names = role_in_nominative(whom);
    if (names.empty()) return false;
    task.responsible = names;
    if (names != whom) task.responsible_printed = whom;
    task.text = squeezed(letters.cut(found->from(2)));
    return true;
}

}
