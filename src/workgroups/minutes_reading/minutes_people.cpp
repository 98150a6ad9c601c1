// Who came, who apologised, who was missing and who was a guest.
#include "workgroups/minutes_reading/attendance_in_prose.hpp"
#include "workgroups/minutes_reading/minutes_readers.hpp"
#include "workgroups/minutes_reading/people_by_shape.hpp"

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

std::optional<Came> came_by(const Labelled& label) {
    if (label.kind == "present") return Came::yes;
    if (label.kind == "excused") return Came::excused;
    if (label.kind == "absent") {
        bool excused = label.label.find("neprit") != std::string::npos &&
                       label.label.find("omluven") != std::string::npos &&
                       label.label.find("neomluv") == std::string::npos;
        return excused ? Came::excused : Came::no;
    }
    if (label.kind == "guests") return Came::guest;
    return {};
}

// Up to where another sentence begins.
Letters people_part(const std::string& value) {
    static const Pattern next_sentence{
        "\\.\\s+(?=(?:omluv|neprit|host|z[ae] |program|chyb|na (?:[a-z]+ ){0,5}(?:bod|cast|jednani)|zased|jedna|schuz|setkan|porad)[a-z]*)"};
    Letters letters{value};
    auto end = next_sentence.in(letters.low);
    return Letters{letters.cut(0, end ? end->from() : letters.size())};
}

void take_label(MinutesSource& source, MinutesFacts& facts, const Labelled& one, Came came) {
    auto at = source.original(one.line, one.last_line);
    for (auto line = one.line; line <= one.last_line; ++line) source.used_lines.insert(line);
    static const Pattern self{"(?:^|,?\\s+)(?:a|i)\\s+ja\\b.*$|,\\s*ja\\b"};
    auto list = people_part(one.value);
    auto me = self.in(list.low);
    if (me && facts.minutes_by) add(facts, came, facts.minutes_by->text, at);
    auto others = me ? list.cut(0, me->from()) + list.cut(me->to()) : list.source;
    for (auto& person : people_in_list(others)) {
        auto of_role = said_of(plain_small(person.role));
        if (came == Came::no && tells_reason(plain_small(person.role))) of_role = Came::excused;
        bool role_decides = of_role && (came == Came::yes || came == Came::no);
        add(facts, role_decides ? *of_role : came, person.name, at);
    }
}

// „Přítomni:“ with „předseda:“ and „členové:“ below it, or „Za město:“ alone, where nothing says who was present.
class PeopleOfLabels {
public:
    PeopleOfLabels(MinutesSource& source, MinutesFacts& facts) : source_{source}, facts_{facts} {}

    void read() {
        for (auto& one : source_.labelled) {
            if (one.inside || source_.used_lines.contains(one.line)) continue;
            if (one.kind == "member") member(one);
            else if (auto came = came_by(one)) listed(one, *came);
            else if (one.kind != "other") heads_.reset();
        }
    }

private:
    void listed(const Labelled& one, Came came) {
        heads_.reset();
        if (one.value.empty()) heads_ = came;
        last_ = one.last_line;
        if (one.value.empty() || only_refers(plain_small(one.value))) return;
        take_label(source_, facts_, one, came);
    }

    void member(const Labelled& one) {
        if (one.value.empty() && heads_) {
            last_ = one.last_line;
            return;
        }
        bool below = heads_ && one.line <= last_ + 2;
        bool alone = one.line < 40 && !says_who_came() && !people_in_list(people_part(one.value).source).empty();
        if (!below && !alone) return;
        take_label(source_, facts_, one, below ? *heads_ : Came::yes);
        last_ = one.last_line;
    }

    bool says_who_came() const {
        return std::ranges::any_of(source_.labelled, [](auto& one) {
            return one.kind == "present" && !one.inside && !people_in_list(people_part(one.value).source).empty();
        });
    }

    MinutesSource& source_;
    MinutesFacts& facts_;
    std::optional<Came> heads_{};    // of a label without people of its own
    std::size_t last_ = 0;
};

struct AttendanceColumns {
    std::size_t name = npos, first_name = npos;
    bool has_header = true;
    static constexpr auto npos = std::string::npos;
    bool found() const { return name != npos; }
};

AttendanceColumns columns_by_header(const Line& row) {
    static const Pattern heading{"\\b(?:jmeno|jmena|prijmeni|ucastni(?:k|ci|ce)|clen(?:ove|ka|ky)?|pritomni|osoba)\\b"},
        not_heading{"ukol|termin|zodpov|stav"};
    static const Pattern status_or_role{"podpis|ucast|organizac|funkc|prezence|zastup|pozn|role|omluv"};
    AttendanceColumns columns;
    auto low = plain_small(row.text);
    if (!heading.stands_in(low) || not_heading.stands_in(low) || row.cells.size() < 2 || row.text.size() > 160)
        return columns;
    if (low.starts_with("pritomni") && !status_or_role.stands_in(low.substr(8)))
        return columns;    // a label with its people
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        auto cell = plain_small(row.cells[i]);
        if (cell == "jmeno" && columns.found()) columns.first_name = i;
        else if (heading.stands_in(cell) && !columns.found()) columns.name = i;
        else if (cell.starts_with("prijmeni") || cell.starts_with("krestni")) columns.first_name = i;
    }
    return columns;
}

bool is_person_cell(const std::string& cell) {
    auto name = name_alone(without_titles(cell.substr(0, cell.find_first_of(",("))));
    return name && name->find(' ') != name->npos && name->size() < 50;
}

bool says_presence(const std::string& cell) {
    static const Pattern words{
        "^\\W*(?:ano|ne|x|a|n|o|p|v\\. ?r\\.|om\\.?|pritom.*|prit\\.?|omluv.*|neomluv.*|neprit.*|podpis.*|prezen.*|on-?line|ok|distancne.*|chybel.*)\\W*$"};
    return words.stands_in(plain_small(cell));
}

// A table whose head says nothing: one column holds people, another one whether they came.
AttendanceColumns columns_by_content(const std::vector<Line>& lines, std::size_t at) {
    auto table = lines[at].table;
    std::size_t rows = 0;
    std::vector<std::size_t> people(12), presence(12);
    for (auto next = at; next < lines.size() && lines[next].table == table; ++next, ++rows)
        for (std::size_t i = 0; i < std::min<std::size_t>(12, lines[next].cells.size()); ++i) {
            people[i] += is_person_cell(lines[next].cells[i]);
            presence[i] += says_presence(lines[next].cells[i]);
        }
    AttendanceColumns columns;
    auto most = std::size_t(std::ranges::max_element(people) - people.begin());
    auto said = std::ranges::max_element(presence);
    if (rows < 3 || people[most] * 3 < rows * 2 || *said * 3 < rows * 2 || std::size_t(said - presence.begin()) == most)
        return columns;
    columns.name = most;
    columns.has_header = !is_person_cell(lines[at].cells.size() > most ? lines[at].cells[most] : "");
    return columns;
}

Came came_of_row(const Line& row, const Line& head, std::size_t name, Came came) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (i == name) continue;
        auto cell = plain_small(row.cells[i]);
        auto above = i < head.cells.size() ? plain_small(head.cells[i]) : std::string{};
        bool no = cell == "ne" || cell == "n" || cell == "-" || cell == "0",
             yes = cell == "ano" || cell == "x" || cell == "a";
        if (auto said = said_of(cell)) came = *said;
        else if ((above.find("pritom") != above.npos || above.find("ucast") != above.npos) && no) came = Came::no;
        else if (above.find("omluv") != above.npos && (yes || cell == "o")) came = Came::excused;
        else if (cell == "om." || cell == "om" || cell == "o" || cell == "oml." || cell == "oml") came = Came::excused;
        else if (cell == "ne" || cell == "n" || cell == "nep." || cell == "abs.") came = Came::no;
    }
    return came;
}

// An attendance table: a column of names and one that says who came.
void from_table(MinutesSource& source, MinutesFacts& facts, std::size_t at, const AttendanceColumns& columns) {
    auto& lines = source.lines;
    source.used_lines.insert(at);
    auto table = lines[at].table;
    auto of_part = Came::yes;    // „Omluveni“ alone in a row
    for (auto next = at + columns.has_header; next < lines.size() && lines[next].table == table; ++next) {
        auto& cells = lines[next].cells;
        auto filled = std::ranges::count_if(cells, [](auto& cell) { return !cell.empty(); });
        if (auto part = said_of(plain_small(lines[next].text)); part && filled == 1) of_part = *part;
        if (cells.size() <= columns.name || cells[columns.name].empty()) continue;
        auto name_cell = cells[columns.name];
        if (columns.first_name < cells.size()) name_cell += ' ' + cells[columns.first_name];
        auto people = people_in_list(name_cell);
        if (people.empty()) continue;
        source.used_lines.insert(next);
        add(facts, came_of_row(lines[next], lines[at], columns.name, of_part), people.front().name,
            source.original(next, next));
    }
}

// „Přítomni | Omluveni“ above two columns of names; a label inside a column begins another list there.
class SideBySide {
public:
    SideBySide(MinutesSource& source, MinutesFacts& facts) : source_{source}, facts_{facts} {}

    void read() {
        for (std::size_t at = 0; at < source_.lines.size(); ++at)
            if (source_.lines[at].kind == LineKind::row && heads(at)) columns_below(at);
    }

private:
    static std::optional<Came> came_of_cell(const std::string& cell) {
        if (cell.size() > 50 || cell.find(',') != cell.npos) return {};
        auto label = label_kind(cell);
        return is_of_people(label) ? came_by({.kind = label, .label = plain_small(cell)}) : std::nullopt;
    }

    bool heads(std::size_t at) {
        auto& cells = source_.lines[at].cells;
        came_.assign(cells.size(), {});
        for (std::size_t i = 0; i < cells.size(); ++i) came_[i] = came_of_cell(cells[i]);
        auto labels = std::ranges::count_if(came_, [](auto& one) { return one.has_value(); });
        auto filled = std::ranges::count_if(cells, [](auto& cell) { return !cell.empty(); });
        return labels >= 2 && labels == filled;
    }

    void columns_below(std::size_t at) {
        auto table = source_.lines[at].table;
        source_.used_lines.insert(at);
        for (auto next = at + 1; next < source_.lines.size() && source_.lines[next].table == table; ++next) {
            auto& cells = source_.lines[next].cells;
            source_.used_lines.insert(next);
            for (std::size_t i = 0; i < cells.size(); ++i) cell(cells[i], i, next);
        }
    }

    void cell(const std::string& text, std::size_t column, std::size_t line) {
        while (column > 0 && (column >= came_.size() || !came_[column])) --column;
        if (column >= came_.size() || !came_[column]) return;
        if (auto other = came_of_cell(text)) came_[column] = other;
        else
            for (auto& person : people_in_list(text))
                if (person.name.find(' ') != person.name.npos)
                    add(facts_, *came_[column], person.name, source_.original(line, line));
    }

    MinutesSource& source_;
    MinutesFacts& facts_;
    std::vector<std::optional<Came>> came_{};    // of each column
};

void from_tables(MinutesSource& source, MinutesFacts& facts) {
    auto& lines = source.lines;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (lines[at].kind != LineKind::row) continue;
        auto columns = columns_by_header(lines[at]);
        bool begins = at == 0 || lines[at - 1].table != lines[at].table;
        if (!columns.found() && begins && at < 80) columns = columns_by_content(lines, at);
        if (columns.found()) from_table(source, facts, at, columns);
    }
}

// Those named right before „se omluvil“, otherwise those named behind it.
std::vector<PersonNamed> excused_people(const std::string& before, const std::string& after) {
    static const Pattern behind_name{"[A-Z][a-z]+,?(?:\\s+(?:se|je|jsou|byla?|byli))*$"};
    static const Pattern last_clause{"^.*(?:;|\\bale\\b|\\bpouze\\b|\\. )\\s*"};
    if (!behind_name.stands_in(Letters{before}.plain)) {
        auto names = people_in_list(after);
        if (!names.empty()) return names;
    }
    Letters letters{before};
    auto clause = last_clause.in(letters.low);
    return people_in_list(clause ? letters.cut(clause->to()) : before);
}

// „bylo nás pět: Dana Rybízová, … a já. Lucka Pivoňková se omluvila“
void from_sentences(MinutesSource& source, MinutesFacts& facts) {
    static const Pattern were{
        "\\b(?:bylo nas|byli jsme|sesli jsme se|sesli se|ucastnili se|zucastnili se|pritomni byli|na jednani byli|dorazili|prisli|jednani se zucastnili|setkani se zucastnili)\\b[^:.]{0,60}:\\s*|\\b(?:prisli|dorazili|zucastnili se|ucastnili se)\\s+(?=[a-z]+ [a-z]+ova|[a-z]+ [a-z]+,)"};
    static const Pattern excused{
        "\\b(?:omluvil[aiy]? se|se (?:[a-z]+ )?omluvil[aiy]?|nemohl[aiy]? (?:prijit|prijet|dorazit|se zucastnit)|chybel[aiy]? jen|(?:je|jsou|byl[aiy]?) omluven[aiy]?|omluven[aiy]? (?:je|jsou|byl[aiy]?)|se z ?(?:jednani|porady|schuze|setkani)? ?omluvil[aiy]?)\\b"};
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
            auto names = excused_people(before, after);
            for (auto& person : names)
                if (person.name.find(' ') != person.name.npos)
                    add(facts, Came::excused, person.name, source.original(sentence));
        }
    }
}

}

namespace {

// Where labels and tables say nothing or next to it, the head says it in its own words.
void complete_by_head(MinutesSource& source, MinutesFacts& facts) {
    auto told = attendance_in_head(source);
    bool better = told.present.size() > facts.present.size() + (facts.present.size() < 2 ? 0 : 2);
    static const Pattern listed{"^\\W*(?:viz|dle|podle)\\b|prezencni listin"};
    for (auto& one : source.labelled)
        if (one.kind == "present" && listed.stands_in(plain_small(one.value))) better = false;
    if (better) facts.present.clear(), facts.guests.clear();
    auto take = [&](std::vector<SaidText>& list, const std::vector<SaidText>& more, Came came) {
        if (!list.empty()) return;
        for (auto& one : more) add(facts, came, one.text, one.at);
    };
    take(facts.guests, told.guests, Came::guest);
    take(facts.excused, told.excused, Came::excused);
    take(facts.absent, told.absent, Came::no);
    if (better) take(facts.present, told.present, Came::yes);
    static const Pattern self{"(?:,|\\ba)\\s+(?:samozrejme\\s+)?(?:ja\\b|moje malickost)"};
    if (better && facts.minutes_by)
        for (auto& sentence : source.sentences)
            if (self.stands_in(sentence.letters.low)) return add(facts, Came::yes, facts.minutes_by->text, source.original(sentence));
}

// Whole names anywhere in the text: later sentences say only surnames.
void know_people_of_text(MinutesSource& source) {
    for (auto& sentence : source.sentences)
        for (auto& person : people_by_shape(sentence.letters)) {
            if (person.nominative.find(' ') == person.nominative.npos || source.people.size() > 300) continue;
            bool known = std::ranges::any_of(source.people, [&](auto& one) { return same_person(one, person.nominative); });
            if (!known && person.printed == person.nominative) source.people.push_back(person.nominative);
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
    SideBySide{source, facts}.read();
    PeopleOfLabels{source, facts}.read();
    from_tables(source, facts);
    from_sentences(source, facts);
    complete_by_head(source, facts);
    for (auto list : {&facts.present, &facts.excused, &facts.absent, &facts.guests})
        for (auto& one : *list) source.people.push_back(one.text);
    if (facts.minutes_by &&
        std::ranges::none_of(source.people, [&](auto& one) { return same_person(one, facts.minutes_by->text); }))
        source.people.push_back(facts.minutes_by->text);
    know_people_of_text(source);
}

}
