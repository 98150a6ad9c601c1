// What labels say: exactly known ones, and those made of words that labels are made of.
#include "workgroups/minutes_reading/minutes_source.hpp"

#include "platform/base/parts.hpp"
#include "platform/reading/decoding.hpp"
#include "platform/reading/names_in_text.hpp"
#include "platform/reading/pattern.hpp"
#include "platform/reading/word_lists.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

std::string alternatives(bool lists_only) {
    std::string all;
    for (auto& [label, kind] : kinds_of("minutes_labels")) {
        if (lists_only && !is_of_list(kind)) continue;
        if (!all.empty()) all += '|';
        for (auto c : label)
            all += c == '.' || c == '(' || c == ')' || c == '/' ? std::string{"\\"} + c : std::string(1, c);
    }
    return all;
}

std::string kind_of_label(std::string_view label) {
    for (auto& [known, kind] : kinds_of("minutes_labels"))
        if (known == label) return kind;
    return {};
}

// The kind of one word that labels are made of; „~“ of those that only join others, nothing for other words.
std::string_view kind_of_word(std::string_view low) {
    for (auto& [word, kind] : kinds_of("label_words"))
        if (word.ends_with('*') ? low.starts_with(std::string_view{word}.substr(0, word.size() - 1)) : low == word)
            return kind;
    return {};
}

struct LabelWords {
    std::vector<std::string_view> kinds{};
    std::size_t unknown = 0, words = 0;
    bool without = false;    // „bez omluvy“
    bool whose = false;      // „za město“

    bool any(std::string_view kind) const { return std::ranges::find(kinds, kind) != kinds.end(); }
    bool before(std::string_view kind, std::string_view other) const {
        return std::ranges::find(kinds, kind) < std::ranges::find(kinds, other);
    }
};

LabelWords words_of_label(std::string_view low) {
    static const Pattern word{"[a-z]+"};
    LabelWords said;
    for (auto& found : word.all(std::string{low})) {
        said.without = said.without || found[0] == "bez";
        said.whose = said.whose || (found[0] == "za" && said.words == 0);
        auto kind = kind_of_word(found[0]);
        if (kind.empty()) ++said.unknown;
        else if (kind != "~") said.kinds.push_back(kind);
        ++said.words;
    }
    return said;
}

std::string kind_of_people(const LabelWords& said) {
    if (said.any("excused")) return said.without ? "absent" : "excused";
    if (said.any("absent")) return "absent";
    if (said.any("guests")) return said.whose ? "member" : "guests";
    if (said.any("present")) return said.any("also") ? "guests" : "present";
    return said.any("member") || said.whose ? "member" : "";
}

std::string kind_of_matter(const LabelWords& said, bool with_sign) {
    if (said.any("agenda")) return "agenda";
    if (said.any("who")) return "who";
    if (said.any("state")) return "state";
    if (said.any("task")) return said.before("due", "task") ? "due" : "task";
    if (said.any("due")) return !said.any("meeting") ? "due" : with_sign ? "date" : "";
    if (said.any("date")) return "date";
    if (said.any("start") && said.any("end")) return "time";
    for (auto kind : {"place", "start", "end", "time", "writer", "verifier", "chair"})
        if (said.any(kind)) return kind;
    return said.any("discussed") && with_sign ? "agenda" : "";
}

// „Nepřítomni s omluvou“, „Body k projednání“, „Za zřizovatele“: what a label says that nobody listed as a whole.
std::string kind_by_words(std::string_view low, bool with_sign) {
    if (low.size() > 60 || low.find_first_of("0123456789") != low.npos) return {};
    auto said = words_of_label(low);
    if (said.words == 0 || said.words > 7) return {};
    bool announced = said.any("also") && said.any("meeting");    // „Další jednání“
    bool several = low.starts_with("terminy") && said.any("meeting");
    if (announced || several) return {};
    auto of_people = said.any("agenda") ? std::string{} : kind_of_people(said);
    if (!of_people.empty()) {
        bool loose = with_sign && (said.whose || said.unknown <= 1) && said.unknown <= 3;
        if (said.unknown == 0 || loose) return of_people == "member" && !with_sign ? "" : of_people;
    }
    return said.unknown > 0 ? std::string{} : kind_of_matter(said, with_sign);
}

// The text before the first colon, where it may be a label.
std::optional<std::size_t> end_of_label(const Letters& letters) {
    auto colon = letters.low.find(':');
    if (colon == std::string::npos || colon < 2 || colon > 60) return {};
    static const Pattern hour{"\\d:\\d\\d"};
    auto around = letters.low.substr(colon - 1, 4);
    if (hour.stands_in(around) || letters.low.find(". ") < colon) return {};
    return colon;
}

}

bool is_of_people(std::string_view kind) {
    return kind == "present" || kind == "excused" || kind == "absent" || kind == "guests" || kind == "member";
}
bool is_of_list(std::string_view kind) { return kind == "agenda" || (is_of_people(kind) && kind != "member"); }

std::string label_kind(std::string_view text) {
    static const Pattern end{"(?:\\s*\\([^)]*\\))?[\\s.:]*$"};
    auto low = plain_small(squeezed(text));
    if (low.size() > 70) return {};
    if (auto tail = end.in(low)) low.resize(tail->from());
    while (!low.empty() && (low.back() == ':' || low.back() == '.' || low.back() == ' ')) low.pop_back();
    if (auto kind = kind_of_label(low); !kind.empty()) return low.size() > 1 || text.size() > 1 ? kind : "";
    return kind_by_words(low, plain_small(text).find(':') != std::string::npos);
}

// „start 9:00 · místo: kuchyňka“
bool behind_sign(const Letters& letters, std::size_t at) {
    auto before = letters.source.substr(0, letters.at[at]);
    while (before.ends_with(' ')) before.pop_back();
    return before.ends_with("·") || before.ends_with("|") || before.ends_with("•") || before.ends_with(";");
}

// „Chyběla (omluvená, nemoc dítěte): …“
bool excuses(const std::string& bracket) {
    static const Pattern excused{"(?<!ne)omluv|s omluvou"}, without{"bez omluv|neomluv"};
    return excused.stands_in(bracket) && !without.stands_in(bracket);
}

std::vector<Labelled> labels_in(std::string_view line) {
    static const Pattern anywhere{
        "(?:^|(?<=[ ,;.(|]))(" + alternatives(false) +
        ")(?:\\s*\\(([^)]{0,60})\\))?\\.?(?:\\s*(?:c\\.\\s*)?[a-z]?\\d[\\d./-]*)?\\s*:(?!\\d\\d)"};
    static const Pattern wider{"^(" + alternatives(true) + ")\\b[^:.;]{1,60}:(?!\\d\\d)"};
    static const Pattern bare{
        "^(pritomni|pritomna|pritomen|omluveni|omluvena|omluven|omluvili se|omluvil se|omluvila se|nepritomni|nepritomen|nepritomna|chybeli|chybel|chybela|hoste|zapsala?|zaznamenala?|sepsala?|overila?|misto konani|misto jednani|misto setkani|datum konani|datum jednani|termin konani|zacatek jednani|konec jednani|zapis (?:poridila?|vyhotovila?|zpracovala?|zapsala?|provedla?))\\s+(?:-\\s+)?(?=\\S)"};
    static const Pattern numbering{
        "^(?:\\d{1,2}(?:\\.\\d{1,2})+\\.?|\\d{1,2}[.)]|[a-z]{1,2}[.)])\\s+(?=[a-z][^:]{2,60}:)"};
    if (auto number = numbering.in(Letters{line}.low)) {    // „1.4 Účastníci: …“
        auto labels = labels_in(Letters{line}.cut(number->to()));
        if (!labels.empty() && !labels.front().inside) return labels;
    }
    Letters letters{line};
    std::vector<Labelled> found;
    struct Start {
        std::size_t from, to;
        std::string label, kind;
    };
    std::vector<Start> starts;
    for (auto& one : anywhere.all(letters.low)) {
        // one letter is a label only at the beginning or behind a full stop, and in capitals
        if (one[1].size() == 1 && !letters.capital(one.from(1))) continue;
        bool due_behind_who = one[1] == "do" && letters.capital(one.from(1)) && !starts.empty() &&
                              starts.back().kind == "who";    // „Provede: J. Malá.  Do: 29. 10. 2021“
        if (one.from(1) > 0 && !due_behind_who &&
            (one[1] == "dne" || one[1] == "do" || one[1] == "kdo" || one[1] == "kde" || one[1] == "kdy" ||
             one[1] == "pro" || one[1] == "o" || one[1] == "od" || one[1] == "proti"))
            continue;
        if (one.from(1) > 0 && !letters.capital(one.from(1)) && !behind_sign(letters, one.from(1)) &&
            kind_of_label(one[1]) != "who" && kind_of_label(one[1]) != "due" && kind_of_label(one[1]) != "writer")
            continue;
        starts.push_back({one.from(1), one.to(), one[1], kind_of_label(one[1])});
        if (starts.back().kind == "absent" && one.has(2) && excuses(one[2])) starts.back().kind = "excused";
    }
    if (auto colon = end_of_label(letters); colon && (starts.empty() || starts.front().from > 0)) {
        auto label = squeezed(letters.low.substr(0, *colon));
        if (auto kind = kind_by_words(label, true); !kind.empty()) {
            while (!starts.empty() && starts.front().from < *colon) starts.erase(starts.begin());
            starts.insert(starts.begin(), {0, *colon + 1, label, kind});
        }
    }
    if (starts.empty() || starts.front().from > 0)
        if (auto one = wider.in(letters.low))
            starts.insert(starts.begin(), {0, one->to(), (*one)[1], kind_of_label((*one)[1])});
    if (starts.empty() || starts.front().from > 0)
        if (auto one = bare.in(letters.low); one && one->to() < letters.size() &&
                                             (letters.capital(one->to()) || (*one)[1].find(' ') != std::string::npos))
            starts.insert(starts.begin(), {0, one->to(), (*one)[1], kind_of_label((*one)[1])});
    for (std::size_t i = 0; i < starts.size(); ++i) {
        auto end = i + 1 < starts.size() ? starts[i + 1].from : letters.size();
        auto value = end > starts[i].to ? squeezed(letters.cut(starts[i].to, end)) : std::string{};
        while (i + 1 < starts.size() &&
               (value.ends_with(',') || value.ends_with(';') || value.ends_with('(') || value.ends_with('|')))
            value.pop_back(), value = squeezed(value);
        found.push_back({.kind = starts[i].kind,
                         .label = starts[i].label,
                         .value = value,
                         .inside = starts[i].from > 0 && i == 0,
                         .before = i == 0 ? squeezed(letters.cut(0, starts[i].from)) : std::string{}});
    }
    return found;
}

bool is_heading_of_point(const Line& line) {
    static const Pattern point{
        "^(?:ad\\b\\.?\\s*[\\da-z]{1,2}\\s*[.)/:]|ad\\b\\s*\\.?\\s*\\d|k bodu\\s*(?:c\\.\\s*)?\\d|k [a-z]{1,2}\\)|bod\\s*(?:c\\.\\s*)?\\d|k\\s+\\d+\\s*\\.)"};
    if (line.kind == LineKind::heading) return true;
    return point.stands_in(plain_small(line.text));
}

namespace {

// How many letters two words differ in, at most `most` + 1.
std::size_t letters_apart(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto corner = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            auto up = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, corner + (a[i - 1] != b[j - 1])});
            corner = up;
        }
    }
    return row[b.size()];
}

}

// „Pfítomni:“, „Terrnín:“ – a slip of the finger or of a scanner in a label at the beginning of a line.
std::vector<Labelled> nearly_labelled(const std::string& line) {
    auto colon = line.find(':');
    if (colon == line.npos || colon < 5 || colon > 40) return {};
    auto low = plain_small(line.substr(0, colon));
    while (low.ends_with(' ') || low.ends_with('.')) low.pop_back();
    if (low.size() < 7) return {};
    for (auto& [label, kind] : kinds_of("minutes_labels")) {
        if (label.size() < 5 || label.size() + 2 < low.size() || low.size() + 2 < label.size() || kind == "other" ||
            kind == "group")
            continue;
        if (words_of_label(low).unknown == 0) return {};                   // „Porady“ is no „Pořad“
        if (label.starts_with("ne") != low.starts_with("ne")) continue;    // „Přišli“ is no „Nepřišli“
        if (letters_apart(low, label) <= (label.size() >= 9 ? 2u : 1u))
            return {{.kind = kind, .label = label, .value = squeezed(line.substr(colon + 1))}};
    }
    return {};
}

}
