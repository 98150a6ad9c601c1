// What stands behind a task's text, parted by signs: who, by when, how it stands.
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

// „22. 11.“ keeps its point.
bool is_digit_before_end(const std::string& text) {
    return text.size() > 1 && text[text.size() - 2] >= '0' && text[text.size() - 2] <= '9';
}

std::vector<TaskPiece> pieces_of(const Letters& letters) {
    static const Pattern signs{
        "\\s+(?:->|=>|>>|[-=~>/]|\\.{3,})\\s+|\\s*[;|]\\s*|\\s*[(\\[{]\\s*|\\s*[)\\]}]\\s*[,:.-]*\\s*|,\\s+|\\s+@(?=[a-z])|(?<=[a-z)])\\.\\s+(?=\\S)|:\\s+"};
    std::vector<TaskPiece> pieces;
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
    bool parted = false;                                    // „15. 3. – Malá – oslovit obce“
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

// Takes what a piece alone says: who, by when, how it stands; false where it says none of these.
bool TaskReading::take_field(const std::string& piece, bool last, TaskFields& fields) const {
    static const Pattern who_lead{
        "^(?:z|zodp\\w*|odpov\\w*|odp|nositel\\w*|garant\\w*|resi|resitel\\w*|udela|zajisti|provede|kdo|ukol pro|pro|povereny?a?)\\b[.:]*\\s+"};
    static const Pattern only_lead{
        "^(?:termin|datum|do|do kdy|kdo|zodp[a-z]*|odp[a-z]*|t|z|nejpozdeji|deadline|resi|resitel|garant|hotovo do)$"};
    static const Pattern to_be_done{"^hotov[aoey]?\\s+(?:bude|do|ma|musi|nejpozdeji|nejdele)\\b"};
    auto low = plain_small(piece);
    if (only_lead.stands_in(low)) return true;
    auto due = deadline_alone(piece, source_.years);
    auto done = is_done().in(low);
    bool done_first = done && (done->from() < 3 || low.size() < 40) && over(low);
    bool state = low.size() < 60 && (done || goes_further().stands_in(low));
    if (done_first && !(due.said && to_be_done.stands_in(low))) fields.over = true;
    else if (due.said || (state && (low.size() < 40 || last))) {
        if (state) fields.goes_on = true;
        if (!fields.due.said) fields.due = due.said ? due : new_day(piece);
    } else if (auto who = without_lead(piece, who_lead); names_responsible(who))
        fields.who = fields.who.empty() ? who : who + ", " + fields.who;
    else return false;
    return true;
}

// „Mirek: STK do 20. 5.“, „Nová, Malý – pozvat obce“: who stands before the first sign, and where the text begins.
std::size_t TaskReading::take_person_before(const Letters& letters, const std::vector<TaskPiece>& pieces,
                                            std::size_t end, TaskFields& fields) const {
    auto first = std::ranges::find_if(pieces.begin() + 1, pieces.end(), [](auto& piece) { return piece.sign != ','; });
    if (first == pieces.end() || first->from >= end || first->sign == '(') return 0;
    auto before = squeezed(letters.cut(0, first->from));
    if (!names_responsible(before)) return 0;
    fields.who = before;
    return first->from + 1;
}

TaskFields TaskReading::fields_of(const std::string& text) const {
    if (auto first = fields_first(text)) return *first;
    Letters letters{text};
    auto pieces = pieces_of(letters);
    TaskFields fields;
    auto end = letters.size();
    for (auto i = pieces.size(); i-- > 1;) {
        auto& piece = pieces[i];
        if (take_field(piece.text, i + 1 == pieces.size(), fields)) {
            end = piece.from;
            continue;
        }
        // „osloví Malá, Král a Vlk do 15. 3.“
        if (piece.sign == ',' && task_verb(letters) && ends_with_person(letters.cut(0, piece.from))) break;
        if (auto both = person_and_day(piece.text); both && fields.who.empty() && !fields.due.said) {
            fields.who = both->who, fields.due = both->due, end = piece.from;
            continue;
        }
        if (std::string_view{"-=~>"}.find(piece.sign) != std::string_view::npos) {
            // „… -> Vendula se zeptá paní z kraje“
            auto people = people_in_text(Letters{piece.text}, people_);
            if (!people.empty() && people.front().from == 0 && fields.who.empty() && fields.due.said)
                fields.who = people.front().nominative, end = letters.size();
        }
        break;
    }
    auto begin = fields.who.empty() && !pieces.empty() ? take_person_before(letters, pieces, end, fields) : 0;
    fields.text = squeezed(letters.cut(begin, end));
    if (!fields.due.said) {    // „STK do 20. 5. -> Mirek“
        auto inside = deadline_inside(Letters{fields.text}, source_.years);
        if (inside.day || inside.next_meeting) fields.due = inside;
    }
    static const Pattern lead_signs{"^[\\s>=~:|-]+"};
    fields.text = without_lead(fields.text, lead_signs);
    return fields;
}

}
