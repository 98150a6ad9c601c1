// Who came, who apologised, who was missing and who was a guest.
#include "workgroups/minutes/minutes_readers.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/names_in_text.hpp"
#include "platform/reading/pattern.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

enum class Came { yes, excused, no, guest };

std::optional<Came> said_of(const std::string& low) {
    static const Pattern missing{"neomluv|bez omluvy"}, excused{"omluv"}, no{"nepritom|chybel|nedostavil"},
        guest{"\\bhost\\b|\\bhoste\\b|prizvan"};
    if (missing.stands_in(low)) return Came::no;
    if (excused.stands_in(low)) return Came::excused;
    if (no.stands_in(low)) return Came::no;
    if (guest.stands_in(low)) return Came::guest;
    return {};
}

std::vector<SaidText>& list_of(MinutesFacts& facts, Came came) {
    return came == Came::yes       ? facts.present
           : came == Came::excused ? facts.excused
           : came == Came::no      ? facts.absent
                                   : facts.guests;
}

bool knows(const std::vector<SaidText>& list, const std::string& name) {
    return std::ranges::any_of(list, [&](auto& one) {
        return one.text == name || (name.find(' ') != name.npos && same_person(one.text, name));
    });
}

void add(MinutesFacts& facts, Came came, const std::string& name, Place at) {
    for (auto other : {Came::yes, Came::excused, Came::no})
        if (knows(list_of(facts, other), name)) return;
    if (!knows(list_of(facts, came), name)) list_of(facts, came).push_back({name, at});
}

bool only_refers(const std::string& low) {
    static const Pattern refers{"^\\W*(?:viz|dle|podle|v priloze|je prilohou|samostatn|priloha|prilozen)"};
    return refers.stands_in(low);
}

void from_labels(MinutesSource& source, MinutesFacts& facts) {
    for (auto& one : source.labelled) {
        auto came = one.kind == "present"   ? Came::yes
                    : one.kind == "excused" ? Came::excused
                    : one.kind == "absent"  ? Came::no
                                            : Came::guest;
        if (one.kind != "present" && one.kind != "excused" && one.kind != "absent" && one.kind != "guests") continue;
        if (one.inside || one.value.empty() || only_refers(plain_small(one.value))) continue;
        if (one.label.find("neprit") != std::string::npos && one.label.find("omluven") != std::string::npos &&
            one.label.find("neomluv") == std::string::npos)
            came = Came::excused;
        auto at = source.original(one.line, one.last_line);
        for (auto line = one.line; line <= one.last_line; ++line) source.used_lines.insert(line);
        static const Pattern next_sentence{"\\.\\s+(?=(?:omluv|neprit|host|z[ae] |program|chyb)[a-z]*)"};
        static const Pattern self{",?\\s+(?:a|i)\\s+ja\\b.*$"};
        Letters value{one.value};
        auto end = next_sentence.in(value.low);
        Letters list{value.cut(0, end ? end->from() : value.size())};
        auto me = self.in(list.low);
        if (me && facts.minutes_by) add(facts, came, facts.minutes_by->text, at);
        for (auto& person : people_in_list(me ? list.cut(0, me->from()) : list.source)) {
            auto of_role = said_of(plain_small(person.role));
            add(facts, of_role && came == Came::yes ? *of_role : came, person.name, at);
        }
    }
}

// An attendance table: a column of names and one that says who came.
void from_tables(MinutesSource& source, MinutesFacts& facts) {
    static const Pattern heading{"\\b(?:jmeno|prijmeni|ucastnik|clen(?:ove)?|pritomni|osoba)\\b"},
        not_heading{"ukol|termin|zodpov|stav"};
    static const Pattern status_or_role{"podpis|ucast|organizac|funkc|prezence|zastup|pozn|role"};
    auto& lines = source.lines;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        auto& row = lines[at];
        if (row.kind != LineKind::row) continue;
        auto low = plain_small(row.text);
        if (!heading.stands_in(low) || not_heading.stands_in(low) || row.cells.size() < 2 || row.text.size() > 160) continue;
        if (low.starts_with("pritomni") && !status_or_role.stands_in(low.substr(8))) continue;    // a label with its people
        std::size_t name_column = row.cells.size(), first_column = row.cells.size();
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            auto cell = plain_small(row.cells[i]);
            if (cell == "jmeno" && name_column < row.cells.size()) first_column = i;
            else if (heading.stands_in(cell) && name_column == row.cells.size()) name_column = i;
            else if (cell.starts_with("prijmeni") || cell.starts_with("krestni")) first_column = i;
        }
        if (name_column == row.cells.size()) continue;
        source.used_lines.insert(at);
        for (auto next = at + 1; next < lines.size() && (lines[next].table == row.table); ++next) {
            auto& cells = lines[next].cells;
            if (cells.size() <= name_column || cells[name_column].empty()) continue;
            auto name_cell = cells[name_column];
            if (first_column < cells.size()) name_cell += ' ' + cells[first_column];
            auto people = people_in_list(name_cell);
            if (people.empty()) continue;
            auto came = Came::yes;
            for (std::size_t i = 0; i < cells.size(); ++i) {
                if (i == name_column) continue;
                auto cell = plain_small(cells[i]);
                auto head = i < row.cells.size() ? plain_small(row.cells[i]) : std::string{};
                if (auto said = said_of(cell)) came = *said;
                else if ((head.find("pritom") != head.npos || head.find("ucast") != head.npos) &&
                         (cell == "ne" || cell == "n" || cell == "-" || cell == "0"))
                    came = Came::no;
                else if (head.find("omluv") != head.npos &&
                         (cell == "ano" || cell == "x" || cell == "a" || cell == "o"))
                    came = Came::excused;
                else if (head.find("ucast") != head.npos && (cell == "o" || cell == "om." || cell == "om"))
                    came = Came::excused;
            }
            source.used_lines.insert(next);
            add(facts, came, people.front().name, source.original(next, next));
        }
    }
}

// „bylo nás pět: Dana Rybízová, … a já. Lucka Pivoňková se omluvila“
void from_sentences(MinutesSource& source, MinutesFacts& facts) {
    static const Pattern were{
        "\\b(?:bylo nas|byli jsme|sesli jsme se|sesli se|ucastnili se|zucastnili se|pritomni byli|na jednani byli|dorazili|prisli|jednani se zucastnili|setkani se zucastnili)\\b[^:.]{0,60}:\\s*|\\b(?:prisli|dorazili|zucastnili se|ucastnili se)\\s+(?=[a-z]+ [a-z]+ova|[a-z]+ [a-z]+,)"};
    static const Pattern excused{
        "\\b(?:omluvil[aiy]? se|se (?:[a-z]+ )?omluvil[aiy]?|(?:je|jsou|byl[aiy]?) omluven[aiy]?|omluven[aiy]? (?:je|jsou|byl[aiy]?)|se z ?(?:jednani|porady|schuze|setkani)? ?omluvil[aiy]?)\\b"};
    static const Pattern self{",?\\s*(?:a|i)\\s+ja\\b"};
    for (auto& sentence : source.sentences) {
        if (sentence.row) continue;
        auto& letters = sentence.letters;
        if (facts.present.empty())
            if (auto found = were.in(letters.low)) {
                auto rest = Letters{letters.cut(found->to())};
                auto me = self.in(rest.low);
                for (auto& person : people_in_list(me ? rest.cut(0, me->from()) : std::string{rest.source}))
                    if (person.name.find(' ') != person.name.npos)
                        add(facts, Came::yes, person.name, source.original(sentence));
                if (!facts.present.empty() && me && facts.minutes_by)
                    add(facts, Came::yes, facts.minutes_by->text, source.original(sentence));
            }
        if (auto found = excused.in(letters.low)) {
            if (letters.low.substr(found->from()).starts_with("neomluv")) continue;
            auto before = squeezed(letters.cut(0, found->from())), after = squeezed(letters.cut(found->to()));
            auto names =
                name_alone(before) || !people_in_list(before).empty() ? people_in_list(before) : people_in_list(after);
            for (auto& person : names)
                if (person.name.find(' ') != person.name.npos)
                    add(facts, Came::excused, person.name, source.original(sentence));
        }
    }
}

}

void read_attendance(MinutesSource& source, MinutesFacts& facts) {
    // a letter is signed below „--“ with the whole name
    if (!facts.minutes_by)
        for (auto at = source.lines.size(); at-- > 0 && at + 14 > source.lines.size();) {
            auto text = without_titles(source.lines[at].text);
            auto name = name_alone(text);
            if (name && name->find(' ') != name->npos && people_in_list(*name).size() == 1 &&
                source.lines[at].kind != LineKind::row && labels_in(source.lines[at].text).empty()) {
                facts.minutes_by = SaidText{*name, source.original(at, at)};
                break;
            }
        }
    from_labels(source, facts);
    from_tables(source, facts);
    from_sentences(source, facts);
    for (auto list : {&facts.present, &facts.excused, &facts.absent, &facts.guests})
        for (auto& one : *list) source.people.push_back(one.text);
    if (facts.minutes_by &&
        std::ranges::none_of(source.people, [&](auto& one) { return same_person(one, facts.minutes_by->text); }))
        source.people.push_back(facts.minutes_by->text);
}

}
