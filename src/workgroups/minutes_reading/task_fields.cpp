// What stands behind a task's text, parted by signs: who, by when, how it stands.
#include "workgroups/minutes_reading/people_by_shape.hpp"
#include "workgroups/minutes_reading/task_reading.hpp"
#include "workgroups/minutes_reading/task_subject.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/names_in_text.hpp"
#include "platform/reading/word_lists.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

struct Piece {
    std::string text{};
    std::size_t from = 0;    // where the sign before it begins
    char sign = ' ';
};

// „22. 11.“ keeps its point.
bool is_digit_before_end(const std::string& text) {
    return text.size() > 1 && text[text.size() - 2] >= '0' && text[text.size() - 2] <= '9';
}

std::vector<Piece> pieces_of(const Letters& letters) {
    static const Pattern signs{
        "\\s+(?:->|=>|>>|[-=~>/]|\\.{3,})\\s+|\\s*[;|]\\s*|\\s*[(\\[{]\\s*|\\s*[)\\]}]\\s*[,:.-]*\\s*|,\\s+|\\s+@(?=[a-z])|(?<=[a-z)])\\.\\s+(?=\\S)|:\\s+"};
    std::vector<Piece> pieces;
    std::size_t from = 0, sign_from = 0;
    char sign = ' ';
    auto add = [&](std::size_t to) {
        auto text = squeezed(letters.cut(from, std::max(from, to)));
        while (text.size() > 1 && (text.ends_with(',') || (text.ends_with('.') && !is_digit_before_end(text))))
            text.pop_back();
        if (!text.empty()) pieces.push_back({text, sign_from, sign});
    };
    for (auto& found : signs.all(letters.low)) {
        if (found[0].starts_with('.')) {    // behind a title or an initial no piece ends
            auto begin = found.from();
            while (begin > 0 && letters.low[begin - 1] >= 'a' && letters.low[begin - 1] <= 'z') --begin;
            auto word = letters.low.substr(begin, found.from() - begin);
            if (word.size() < 2 || words_of("abbreviations").contains(word) || words_of("titles").contains(word))
                continue;
        }
        add(found.from());
        from = found.to(), sign_from = found.from();
        sign = text::parted(found[0], " ").empty() ? ' ' : text::parted(found[0], " ").front()[0];
    }
    add(letters.size());
    return pieces;
}

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

std::string without_lead(const std::string& text, const Pattern& lead) {
    Letters letters{text};
    auto found = lead.in(letters.low);
    return found ? squeezed(letters.cut(found->to())) : text;
}

// A deadline and nothing else but words that lead to it.
Deadline deadline_alone(const std::string& text, const YearContext& years) {
    static const Pattern lead{
        "^(?:(?:t|termin[a-z]*|datum|hotovo|hotove|hotov[aoy]?|bude|budou|byt|ma|musi|mit|nejdele|nejdyl|pozdeji|splatn[a-z]*|do|dne|nejpozdeji|az|tak|nov[aey]|pristi|splneni|splnit|dokdy|tj|to je|uz|na|v|ve|k|ke|od|pondeli|utery|stred[auy]|ctvrt[a-z]+|pat[a-z]+|sobot[auy]|nedel[eiy])\\b[.:]*\\s*|(?:presouva|posouva|prodluzuje|odklada|protahuje|preklada|prechazi|presunuto|prodlouzeno|odlozeno|posunuto|trva)\\b\\s*(?:se)?\\s*(?:na|do)?\\s*)+"};
    Letters letters{text};
    auto said = deadline_of(letters, years);
    if (!said.said) return {};
    auto begin = lead.in(letters.low);
    bool leads = said.from <= (begin ? begin->to() : 0) + 1;
    auto tail = only_letters(letters.cut(std::min(said.to, letters.size())));
    bool alone = tail.size() <= 4 || (!said.day && !said.next_meeting && said.from < 2);
    return leads && alone ? said : Deadline{};
}

}

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

std::vector<PersonInText> TaskReading::people_told(const Letters& letters) const {
    auto people = people_in_text(letters, people_);
    for (auto& person : people_by_shape(letters)) {
        auto known =
            std::ranges::find_if(people, [&](auto& one) { return one.from < person.to && person.from < one.to; });
        if (known == people.end()) people.push_back(person);
        else if (person.from <= known->from && known->to <= person.to &&
                 person.nominative.find(" ") != std::string::npos && known->nominative.find(' ') == std::string::npos)
            *known = person;    // „Evu Malou“, not only „Malou“
    }
    static const Pattern letters_alone{"(?<![A-Za-z.-])[A-Z]{2,3}(?![A-Za-z.-])"};
    for (auto& found : letters_alone.all(letters.plain))
        if (auto meant = by_initials(letters.cut(found.from(), found.to())))
            people.push_back({.from = found.from(), .to = found.to(), .printed = *meant, .nominative = *meant});
    static const Pattern initial{"(?<![A-Za-z])((?:[A-Z]|Ch|St)\\.\\s?[A-Z][a-z]+(?:-[A-Z][a-z]+)?)"};
    for (auto& found : initial.all(letters.plain)) {
        auto from = found.from(1), to = found.to(1);
        bool known = std::ranges::any_of(people, [&](auto& one) { return one.from < to && from < one.to; });
        auto name = letters.cut(from, to);
        if (known || words_of("not_a_name").contains(plain_small(name))) continue;
        people.push_back({.from = from, .to = to, .printed = name, .nominative = name});
    }
    // „Anděl Strážný, z. ú.“ is an organisation.
    static const Pattern legal_form{
        "^,?\\s*(?:z\\. ?[su]|o\\. ?p\\. ?s|s\\. ?r\\. ?o|a\\. ?s|p\\. ?o|v\\. ?o\\. ?s)\\.|^,?\\s*zapsany (?:spolek|ustav)"};
    std::erase_if(people, [&](auto& one) { return legal_form.stands_in(letters.low.substr(one.to)); });
    std::ranges::sort(people, {}, &PersonInText::from);
    return people;
}

bool TaskReading::names_responsible(const std::string& text) const {
    if (text.size() > 90) return false;
    static const Pattern between{"\\s*(?:,|\\+|&|/|\\ba\\b(?!\\.)|\\bpomuze\\b|\\bs\\b(?!\\.))\\s*"};
    Letters letters{text};
    std::size_t from = 0, people = 0;
    auto person = [&](std::size_t to) {
        auto part = squeezed(letters.cut(from, to));
        if (part.empty()) return true;
        if (std::ranges::any_of(part, [](char c) { return c >= '0' && c <= '9'; })) return false;
        ++people;
        if (by_initials(part)) return true;
        auto bare = without_titles(part);
        Letters name{bare};
        auto told = people_in_text(name, people_);
        if (told.size() == 1 && told.front().from == 0 && told.front().to == name.size()) return true;
        static const Pattern initial{"^(?:[A-Z]|Ch|St)\\. ?[A-Z][A-Za-z-]+$"};
        if (initial.stands_in(name.plain)) return true;
        if (bare != part && name_alone(part)) return true;
        auto alone = name_alone(bare);
        if (alone && words_of("first_names").contains(plain_small(alone->substr(0, alone->find(' '))))) return true;
        return is_role(part, true) && part.size() < 50;
    };
    for (auto& found : between.all(letters.low)) {
        if (!person(found.from())) return false;
        from = found.to();
    }
    return person(letters.size()) && people > 0;
}

// „17. 1. Nová – sepsat“, „[Nová, Malý] sepsat“, „Nová do 21. 11. sepsat“: who and by when stand first.
std::optional<TaskFields> TaskReading::fields_first(const std::string& text) const {
    static const Pattern first_sign{"^[\\s:,|-]+"}, open_sign{"^[\\s,|([-]+"};
    static const Pattern due_before{"^(?:do |nejpozdeji |termin:? )?(?:dne )?(?:(?:po|ut|st|ct|pa|so|ne)[a-z]* )?"};
    Letters letters{text};
    TaskFields fields;
    auto rest = text;
    bool says_when = false;
    auto take_due = [&] {
        Letters whole{rest};
        auto opened = open_sign.in(whole.low);
        Letters now{opened ? whole.cut(opened->to()) : rest};
        auto said = deadline_of(now, source_.years);
        says_when = says_when || said.said;
        auto lead = due_before.in(now.low);
        if (!said.said || said.from > (lead ? lead->to() : 0)) return false;
        fields.due = said, rest = squeezed(now.cut(said.to));
        while (rest.starts_with(')') || rest.starts_with(']')) rest = squeezed(rest.substr(1));
        return true;
    };
    auto take_who = [&] {
        if (rest.starts_with('[')) {
            auto end = rest.find(']');
            if (end == rest.npos || !names_responsible(rest.substr(1, end - 1))) return false;
            fields.who = rest.substr(1, end - 1), rest = squeezed(rest.substr(end + 1));
            return true;
        }
        std::size_t longest = 0, at = rest.find(' ');
        for (int words = 0; words < 7 && at != rest.npos; ++words, at = rest.find(' ', at + 1)) {
            auto part = rest.substr(0, at);
            if (part.ends_with(',') && names_responsible(part.substr(0, part.size() - 1))) longest = at - 1;
            if (part.ends_with(',') || part.ends_with('+') || part.ends_with('&')) continue;
            if (part.ends_with("–") || part.ends_with(" -") || part.ends_with(':')) {
                part.pop_back();    // „Malá: sepsat“
                if (part.ends_with(')') || !names_responsible(part)) break;
                longest = at - 1;
                break;
            }
            if (names_responsible(part)) longest = at;
        }
        if (longest == 0) return false;
        fields.who = rest.substr(0, longest), rest = squeezed(rest.substr(longest));
        return true;
    };
    bool due_first = take_due();
    if (!says_when && !text.starts_with('[')) return {};    // who stands first is looked for only where it decides
    bool parted = false;    // „15. 3. – Malá – oslovit obce“
    if (auto sign = first_sign.in(plain_small(rest)); due_first && sign && sign->to() > 0)
        parted = true, rest = Letters{rest}.cut(sign->to());
    if (!take_who()) return {};
    bool due_second = !due_first && take_due();
    auto sign = first_sign.in(plain_small(rest));
    static const Pattern infinitive{"^(?:[a-z]+ ){0,2}?[a-z]{2,}(?:t|ct|ci)\\b"};
    bool begins = sign || text.starts_with('[') || infinitive.stands_in(plain_small(rest));
    if (parted) {    // a day and a name may tell what takes place, too
        Letters told{sign ? Letters{rest}.cut(sign->to()) : rest};
        auto verb = task_verb(told);
        if (!infinitive.stands_in(told.low) && !(verb && verb->from < 3)) return {};
    }
    if (!begins || (!due_first && !due_second && !text.starts_with('['))) return {};
    fields.text = sign ? Letters{rest}.cut(sign->to()) : rest;
    if (fields.due.said) return fields;
    if (auto behind = fields_of(fields.text); behind.due.said && behind.who.empty())    // „… {30. 9. 2023}“
        fields.due = behind.due, fields.text = behind.text;
    else fields.due = deadline_inside(Letters{fields.text}, source_.years);
    return fields;
}

// „Malá do 20. 3.“
std::optional<TaskFields> TaskReading::person_and_day(const std::string& text) const {
    if (text.size() > 70) return {};
    Letters letters{text};
    auto due = deadline_inside(letters, source_.years);
    if (!due.said)    // „@Malá 20. 3.“
        if (auto dates = dates_in(letters, source_.years); dates.size() == 1)
            due = {.day = dates.front().first, .said = true, .from = dates.front().from, .to = dates.front().to};
    if (!due.said || due.from < 4 || only_letters(letters.cut(due.to)).size() > 0) return {};
    auto who = squeezed(letters.cut(0, due.from));
    if (!names_responsible(who)) return {};
    return TaskFields{.who = who, .due = due};
}

// „z 30. 9. odloženo na 30. 10.“: the day behind the state.
Deadline TaskReading::new_day(const std::string& state) const {
    Letters letters{state};
    if (auto inside = deadline_inside(letters, source_.years); inside.said) return inside;
    static const Pattern moved{
        "\\b(?:odloz|odklad|presun|presouv|posun|posouv|preloz|preklad)[a-z]*\\s+(?:se\\s+)?na\\s+"};
    auto to = moved.in(letters.low);
    if (!to) return {};
    auto dates = dates_in(Letters{letters.cut(to->to())}, source_.years);
    if (dates.empty() || dates.front().from > 12) return {};
    return {.day = dates.front().first, .said = true};
}

bool TaskReading::ends_with_person(const std::string& text) const {
    Letters letters{squeezed(text)};
    return std::ranges::any_of(people_told(letters), [&](auto& one) { return one.to == letters.size(); });
}

TaskFields TaskReading::fields_of(const std::string& text) const {
    if (auto first = fields_first(text)) return *first;
    static const Pattern who_lead{
        "^(?:z|zodp\\w*|odpov\\w*|odp|nositel\\w*|garant\\w*|resi|resitel\\w*|udela|zajisti|provede|kdo|ukol pro|pro|povereny?a?)\\b[.:]*\\s+"};
    Letters letters{text};
    auto pieces = pieces_of(letters);
    TaskFields fields;
    auto end = letters.size();
    for (auto i = pieces.size(); i-- > 1;) {
        auto& piece = pieces[i];
        auto low = plain_small(piece.text);
        auto due = deadline_alone(piece.text, source_.years);
        auto who = without_lead(piece.text, who_lead);
        bool state = low.size() < 60 && (goes_further().stands_in(low) || is_done().stands_in(low));
        static const Pattern only_lead{
            "^(?:termin|datum|do|do kdy|kdo|zodp[a-z]*|odp[a-z]*|t|z|nejpozdeji|deadline|resi|resitel|garant|hotovo do)$"};
        if (only_lead.stands_in(low)) {
            end = piece.from;
            continue;
        }
        auto done = is_done().in(low);
        bool done_first = done && (done->from() < 3 || low.size() < 40) && over(low);
        static const Pattern to_be_done{"^hotov[aoey]?\\s+(?:bude|do|ma|musi|nejpozdeji|nejdele)\\b"};
        if (done_first && !(due.said && to_be_done.stands_in(low))) fields.over = true, end = piece.from;
        else if (due.said) {
            if (!fields.due.said) fields.due = due;
            if (state) fields.goes_on = true;
            end = piece.from;
        } else if (state && (low.size() < 40 || i + 1 == pieces.size())) {
            fields.goes_on = true;
            if (!fields.due.said) fields.due = new_day(piece.text);
            end = piece.from;
        } else if (names_responsible(who)) {
            fields.who = fields.who.empty() ? who : who + ", " + fields.who;
            end = piece.from;
        } else if (piece.sign == ',' && task_verb(letters) && ends_with_person(letters.cut(0, piece.from))) {
            break;    // „osloví Malá, Král a Vlk do 15. 3.“
        } else if (auto both = person_and_day(piece.text); both && fields.who.empty() && !fields.due.said) {
            fields.who = both->who, fields.due = both->due;
            end = piece.from;
        } else if (piece.sign == '-' || piece.sign == '=' || piece.sign == '~' || piece.sign == '>') {
            // „… -> Vendula se zeptá paní z kraje“
            auto people = people_in_text(Letters{piece.text}, people_);
            if (!people.empty() && people.front().from == 0 && fields.who.empty() && fields.due.said)
                fields.who = people.front().nominative, end = letters.size();
            break;
        } else break;
    }
    std::size_t begin = 0;
    if (fields.who.empty())    // „Mirek: STK do 20. 5.“, „Nová, Malý – pozvat obce“
        for (std::size_t i = 1; i < pieces.size() && pieces[i].from < end; ++i) {
            if (pieces[i].sign == ',') continue;
            auto before = squeezed(letters.cut(0, pieces[i].from));
            if (pieces[i].sign != '(' && names_responsible(before)) fields.who = before, begin = pieces[i].from + 1;
            break;
        }
    fields.text = squeezed(letters.cut(begin, end));
    if (!fields.due.said) {    // „STK do 20. 5. -> Mirek“
        auto inside = deadline_inside(Letters{fields.text}, source_.years);
        if (inside.day || inside.next_meeting) fields.due = inside;
    }
    static const Pattern lead_signs{"^[\\s>=~:|-]+"};
    fields.text = without_lead(fields.text, lead_signs);
    return fields;
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
