// Who came, who apologised, who was missing and who was a guest.
#include "workgroups/minutes_reading/attendance_in_prose.hpp"
#include "workgroups/minutes_reading/attendance_reading.hpp"
#include "workgroups/minutes_reading/people_by_shape.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/names_in_text.hpp"
#include "platform/reading/pattern.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

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

}

std::optional<Came> said_of(const std::string& low) {
    static const Pattern missing{"neomluv|bez omluvy"}, excused{"omluv"}, no{"nepritom|chybel|nedostavil"},
        guest{"\\bhost\\b|\\bhoste\\b|prizvan"};
    if (missing.stands_in(low)) return Came::no;
    if (excused.stands_in(low)) return Came::excused;
    if (no.stands_in(low)) return Came::no;
    if (guest.stands_in(low)) return Came::guest;
    return {};
}

void add_person(MinutesFacts& facts, Came came, const std::string& name, Place at) {
    for (auto other : {Came::yes, Came::excused, Came::no})
        if (knows(list_of(facts, other), name)) return;
    if (!knows(list_of(facts, came), name)) list_of(facts, came).push_back({name, at});
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

namespace {

bool only_refers(const std::string& low) {
    static const Pattern refers{"^\\W*(?:viz|dle|podle|v priloze|je prilohou|samostatn|priloha|prilozen)"};
    return refers.stands_in(low);
}

// Up to where another sentence begins.
Letters people_part(const std::string& value) {
    static const Pattern next_sentence{
        "\\.\\s+(?=(?:omluv|neprit|host|z[ae] |program|chyb|na (?:[a-z]+ ){0,5}(?:bod|cast|jednani)|zased|jedna|schuz|setkan|porad)[a-z]*)"};
    Letters letters{value};
    static const Pattern another_says{
        "\\.\\s+(?=(?:[A-Z][A-Za-z]*\\.? ){1,4}(?:se|je|jsou|byl[aiy]?|nebyl[aiy]?|omluvil[aiy]?|dorazil[aiy]?|prisl[aiy]|prisel|chybel[aiy]?)\\b)"};
    auto end = next_sentence.in(letters.low);
    auto other = another_says.in(letters.plain);
    auto to = std::min(end ? end->from() : letters.size(), other ? other->from() : letters.size());
    return Letters{letters.cut(0, to)};
}

// „Jana Nová / Petr Malý / …“
std::string with_commas(const std::string& value) {
    std::string out = value;
    for (auto at = out.find(" / "); at != out.npos; at = out.find(" / ", at)) out.replace(at, 3, ", ");
    return out;
}

// „Obec Raná: omluva (Jan Nový)“, „MMR – omluveno (Mgr. Eva Malá)“ in a list of the present.
std::string without_excused(const std::string& list, MinutesFacts& facts, Place at) {
    static const Pattern excused{
        "\\b(bez omluvy|neomluv[a-z]*|omluv[a-z]*)\\s*\\(([^()]{5,60})\\)|\\(((?:ne)?omluv[a-z]*)(?: se| je| jsou| byl[aiy]?)?:? ([^()]{5,90})\\)"};
    Letters letters{list};
    std::string rest;
    std::size_t from = 0;
    for (auto& found : excused.all(letters.low)) {
        auto word = found.has(1) ? 1u : 3u;
        auto people = people_in_list(letters.cut(found.from(word + 1), found.to(word + 1)));
        if (people.empty() || people.front().name.find(' ') == std::string::npos) continue;
        for (auto& person : people)
            add_person(facts, found[word].starts_with("omluv") ? Came::excused : Came::no, person.name, at);
        rest += letters.cut(from, found.from());
        from = found.to();
    }
    return rest + letters.cut(from);
}

// Lines such as „Obec Raná: Jan Nový, Eva Malá“ each for itself.
std::vector<PersonNamed> people_of_lines(const std::string& list) {
    static const Pattern whose{"^[A-Za-z][^:,;()]{1,45}:\\s+(?=[A-Z])"};
    std::string joined;
    for (auto& line : text::parted(list, "\n")) {
        Letters letters{line};
        auto lead = whose.in(letters.plain);
        joined += (joined.empty() ? "" : "\n") + (lead ? letters.cut(lead->to()) : line);
    }
    return people_in_list(joined);
}

void take_label(MinutesSource& source, MinutesFacts& facts, const Labelled& one, Came came) {
    auto at = source.original(one.line, one.last_line);
    for (auto line = one.line; line <= one.last_line; ++line) source.used_lines.insert(line);
    static const Pattern self{"(?:^|,?\\s+)(?:a|i)\\s+ja\\b.*$|,\\s*ja\\b"};
    auto list = people_part(with_commas(one.value));
    auto me = self.in(list.low);
    if (me && facts.minutes_by) add_person(facts, came, facts.minutes_by->text, at);
    auto others = me ? list.cut(0, me->from()) + list.cut(me->to()) : list.source;
    if (came == Came::yes) others = without_excused(others, facts, at);
    for (auto& person : people_of_lines(others)) {
        auto of_role = said_of(plain_small(person.role));
        if (auto role = plain_small(person.role); role == "ne" || role == "neprisel" || role == "neprisla")
            of_role = Came::no;
        if (came == Came::no && tells_reason(plain_small(person.role))) of_role = Came::excused;
        bool role_decides = of_role && (came == Came::yes || came == Came::no);
        add_person(facts, role_decides ? *of_role : came, person.name, at);
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
        if (one.value.empty()) return;
        if (!only_refers(plain_small(one.value))) return take_label(source_, facts_, one, came);
        auto inside = people_by_shape(Letters{one.value});    // „dle listiny (Jana Modrá, Petr Král)“
        for (auto& person : inside.size() > 1 ? inside : std::vector<PersonInText>{})
            add_person(facts_, came, person.nominative, source_.original(one.line, one.last_line));
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

// Those named right before „se omluvil“, otherwise those named behind it.
std::vector<PersonNamed> excused_people(const std::string& before, const std::string& after) {
    static const Pattern behind_name{"[A-Z][a-z]+,?(?:\\s+(?:se|je|jsou|byla?|byli))*$"};
    static const Pattern last_clause{
        "^.*(?:;|\\bale\\b|\\bpouze\\b|\\. |,\\s+(?:a\\s+)?(?=(?:jen )?(?:neprisl|neprisel|nedorazil|neprijel|nebyl|chybel|nemohl|omluvil)))\\s*"};
    if (!behind_name.stands_in(Letters{before}.plain)) {
        auto names = people_in_list(after);
        if (!names.empty()) return names;
    }
    Letters letters{before};
    auto clause = last_clause.in(letters.low);
    auto said = clause ? letters.cut(clause->to()) : before;
    if (people_by_shape(Letters{said}).empty())    // „Z Radíkova se omluvil Alois Malý“
        if (auto names = people_in_list(after); !names.empty()) return names;
    return people_in_list(said);
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
                        add_person(facts, Came::yes, person.name, source.original(sentence));
                if (!facts.present.empty() && me && facts.minutes_by)
                    add_person(facts, Came::yes, facts.minutes_by->text, source.original(sentence));
            }
        if (auto found = excused.in(letters.low)) {
            if (letters.low.substr(found->from()).starts_with("neomluv")) continue;
            auto before = squeezed(letters.cut(0, found->from())), after = squeezed(letters.cut(found->to()));
            auto names = excused_people(before, after);
            for (auto& person : names)
                if (person.name.find(' ') != person.name.npos)
                    add_person(facts, Came::excused, person.name, source.original(sentence));
        }
    }
}

// Where labels and tables say nothing or next to it, the head says it in its own words.
void complete_by_head(MinutesSource& source, MinutesFacts& facts, bool by_labels) {
    auto told = attendance_in_head(source);
    bool better = told.present.size() > facts.present.size() + (facts.present.size() < 2 || !by_labels ? 0 : 2);
    static const Pattern listed{"^\\W*(?:viz|dle|podle)\\b|prezencni listin"};
    for (auto& one : source.labelled)
        if (one.kind == "present" && listed.stands_in(plain_small(one.value))) better = false;
    if (better) facts.present.clear(), facts.guests.clear();
    auto take = [&](std::vector<SaidText>& list, const std::vector<SaidText>& more, Came came) {
        if (!list.empty()) return;
        for (auto& one : more) add_person(facts, came, one.text, one.at);
    };
    take(facts.guests, told.guests, Came::guest);
    take(facts.excused, told.excused, Came::excused);
    take(facts.absent, told.absent, Came::no);
    if (better) take(facts.present, told.present, Came::yes);
    static const Pattern self{"(?:,|\\ba)\\s+(?:samozrejme\\s+)?(?:ja\\b|moje malickost)"};
    if (better && facts.minutes_by)
        for (auto& sentence : source.sentences)
            if (self.stands_in(sentence.letters.low))
                return add_person(facts, Came::yes, facts.minutes_by->text, source.original(sentence));
}

// Whole names anywhere in the text: later sentences say only surnames.
void know_people_of_text(MinutesSource& source) {
    for (auto& sentence : source.sentences)
        for (auto& person : people_by_shape(sentence.letters)) {
            if (person.nominative.find(' ') == person.nominative.npos || source.people.size() > 300) continue;
            bool known =
                std::ranges::any_of(source.people, [&](auto& one) { return same_person(one, person.nominative); });
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
    read_people_side_by_side(source, facts);
    PeopleOfLabels{source, facts}.read();
    read_attendance_tables(source, facts);
    bool by_labels = !facts.present.empty();
    from_sentences(source, facts);
    read_late_and_referred(source, facts);    // who came late apologises for it
    complete_by_head(source, facts, by_labels);
    read_late_and_referred(source, facts);
    drop_what_is_no_person(facts);
    for (auto list : {&facts.present, &facts.excused, &facts.absent, &facts.guests})
        for (auto& one : *list) source.people.push_back(one.text);
    if (facts.minutes_by &&
        std::ranges::none_of(source.people, [&](auto& one) { return same_person(one, facts.minutes_by->text); }))
        source.people.push_back(facts.minutes_by->text);
    know_people_of_text(source);
}

}
